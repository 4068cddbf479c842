import { Leaked } from '../../contract/leaked';
import type { PeopleDefinition } from '../../contract/people';
import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { oneNumber } from '../../engine/one-number';
import { filledSql } from '../../people/filled-sql';
import { personKeySql } from '../../people/person-key-sql';
import { countKeys } from '../count-keys';
import { FIRST_DATE, LAST_DATE } from '../instant-of';
import { zoneOffsets } from '../zone-time';
import type { GroupedPaths } from './group-path';
import { type ReadAs, valuesSql } from './value-sql';

/** Fewest people of whom a value may be told. */
export const FEWEST = 10;
/** Groups that are looked at; of more nobody reads a table. */
const MOST_GROUPS = 2_000;

/** People who share a value, or a pair of values; at least ten. */
export interface PeopleGroup {
  /** Number of the group, from 1 for the largest. */
  id: number;
  people: number;
  /** The value, or the two values, that they share. */
  values: string[];
  /** Of a pair: number of each value, and the people who have it at all. */
  margins: { value: string; people: number }[];
}

/** People by what they have at some paths. */
export interface CountedGroups {
  /** Everybody with the main key. */
  everybody: number;
  /** Those who have any value, or pair of values. */
  having: number;
  /** Groups of at least ten people, the largest first. */
  groups: PeopleGroup[];
  /** People who have a value, or a pair of values, that is none of these groups'. */
  outside(groups: readonly number[]): Promise<number>;
  /** Drops what was kept in the engine for `outside`. */
  close(): Promise<void>;
}

/** What {@link countGroups} counts. */
export interface GroupsAsked {
  store: Store;
  main: PeopleDefinition;
  /** One thing, or two. */
  paths: GroupedPaths[];
  /** Two things belong together in one document, else in one person. */
  together: 'document' | 'person';
  /** IANA zone in which a day begins. */
  zone: string;
}

let questions = 0;

/**
 * People by value: who has which value of a path, or which pair of values of two. One pass over the tables of the paths;
 * values that fewer than ten people share never leave the engine.
 */
export async function countGroups(asked: GroupsAsked): Promise<CountedGroups> {
  const { store, main, paths } = asked;
  const { engine } = store;
  const name = `groups_${questions++}`;
  const tables = [`${name}_offsets`, `${name}_having`, `${name}_groups`];
  const [offsets = '', having = '', groups = ''] = tables;
  // Also makes the tables of normalised keys that `personKeySql` reads.
  const everybody = await countKeys(store, main);
  await fillOffsets(store, offsets, asked.zone);
  const wide = paths.map((_, i) => `v${i}`);
  await engine.run(`create temp table ${having} as select distinct person, ${wide.join(', ')}
    from (${havingSql(asked, offsets)}) where person is not null`);
  await engine.run(`create temp table ${groups} as
    select row_number() over (order by people desc, ${wide.join(', ')}) as id, * from
    (select ${wide.join(', ')}, count(*) as people from ${having} group by ${wide.join(', ')})`);
  const margins = paths.length > 1 ? paths.map((_, i) => marginSql(asked, offsets, i)) : [];
  return {
    everybody,
    having: await oneNumber(engine, `select count(distinct person) from ${having}`),
    groups: await readGroups(store, { groups, wide, margins }),
    outside: (shown) =>
      oneNumber(
        engine,
        `select count(distinct person) from ${having} join ${groups} using (${wide.join(', ')})
         where id not in (${[0, ...shown].join(', ')})`,
      ),
    close: async () => {
      for (const table of tables) await engine.run(`drop table if exists ${table}`);
    },
  };
}

/** Clock changes of the zone over all the time in which dates of records lie. */
async function fillOffsets(store: Store, table: string, zone: string): Promise<void> {
  const changes = zoneOffsets({ from: FIRST_DATE, to: LAST_DATE }, zone);
  const rows = changes.map(({ since, ahead }) => `(${since}, ${ahead})`);
  await store.engine.run(
    `create temp table ${table} as select cast(s as bigint) as since, cast(a as bigint) as ahead
     from (values ${rows.join(', ')}) as changes(s, a)`,
  );
}

/** SQL of who has which value, or pair of values: `person`, `v0`, `v1`. */
function havingSql(asked: GroupsAsked, offsets: string): string {
  const [first, second] = asked.paths;
  if (!first) return '';
  if (!second) return personValuesSql(asked, first, offsets);
  if (asked.together === 'person')
    return `select person, a.v0, b.v0 as v1 from (${personValuesSql(asked, first, offsets)}) as a
      join (${personValuesSql(asked, second, offsets)}) as b using (person)`;
  const as = [first, second].map(({ period }): ReadAs => ({ period, offsets }));
  const pairs = first.entries.flatMap((a) =>
    second.entries.filter((b) => b.kind === a.kind).map((b): [StorePath, StorePath] => [a, b]),
  );
  return pairs
    .map(
      ([a, b]) => `select person, v0, v1 from (${personsSql(asked, a.kind)}) as persons
      join (${pairSql(asked.store, [a, b], as)}) as documents using (_doc)`,
    )
    .join(' union all ');
}

/** Two values of one document; of one row, where both stand in one table. */
function pairSql(store: Store, [a, b]: [StorePath, StorePath], as: ReadAs[]): string {
  const [first, second] = [
    { entry: a, as: as[0] as ReadAs },
    { entry: b, as: as[1] as ReadAs },
  ];
  if (a.table === b.table) return valuesSql(store, a.table, [first, second]);
  return `select _doc, a.v0, b.v0 as v1 from (${valuesSql(store, a.table, [first])}) as a
    join (${valuesSql(store, b.table, [second])}) as b using (_doc)`;
}

/** SQL of who has which value of one thing: `person`, `v0`. */
function personValuesSql(asked: GroupsAsked, { entries, period }: GroupedPaths, offsets: string): string {
  return entries
    .map(
      (entry) => `select person, v0 from (${personsSql(asked, entry.kind)}) as persons
      join (${valuesSql(asked.store, entry.table, [{ entry, as: { period, offsets } }])}) as documents using (_doc)`,
    )
    .join(' union all ');
}

/** SQL of the person of each document of a kind that names one: `_doc`, `person`. */
function personsSql({ store, main }: GroupsAsked, kind: string): string {
  const sql = personKeySql(store, main, kind);
  const path = main.keys.find((key) => key.kind === kind)?.path;
  const entry = path === undefined ? undefined : store.find(kind, path);
  if (!sql || !entry) return 'select 0 as _doc, null as person where false';
  return `select _doc, ${sql.key} as person from ${sql.from} where ${filledSql(entry, sql.key)}`;
}

/** SQL of people by one of two things alone: its value `v`, and `people`. */
function marginSql(asked: GroupsAsked, offsets: string, i: number): string {
  const own = personValuesSql(asked, asked.paths[i] as GroupedPaths, offsets);
  return `select v0 as v, count(distinct person) as people, dense_rank() over (order by v0) as value
    from (${own}) group by v0`;
}

/** The groups of at least ten people. */
async function readGroups(
  store: Store,
  { groups, wide, margins }: { groups: string; wide: string[]; margins: string[] },
): Promise<PeopleGroup[]> {
  const rows = `(select * from ${groups} where people >= ${FEWEST} order by id limit ${MOST_GROUPS}) as rows_of`;
  const joins = margins.map((sql, i) => `join (${sql}) as margin${i} on margin${i}.v = rows_of.v${i}`);
  const numbers = margins.map((_, i) => `, margin${i}.value, margin${i}.people`);
  const counts = await store.engine.numbers(
    `select id, rows_of.people ${numbers.join('')} from ${rows} ${joins.join(' ')} order by id`,
  );
  const texts = await store.engine.texts(`select ${wide.join(', ')} from ${rows} order by id`);
  return counts.map(([id, people, ...rest], row) => ({
    id: id ?? 0,
    people: people ?? 0,
    values: (texts[row] ?? []).map((text) => (text ? Leaked.unseal(text) : '')),
    margins: margins.map((_, i) => ({ value: `${i} ${rest[2 * i]}`, people: rest[2 * i + 1] ?? 0 })),
  }));
}
