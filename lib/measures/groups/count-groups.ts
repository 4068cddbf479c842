import { Leaked } from '../../contract/leaked';
import type { Store } from '../../contract/store';
import { oneNumber } from '../../engine/one-number';
import { countKeys } from '../count-keys';
import { FIRST_DATE, LAST_DATE } from '../instant-of';
import { zoneOffsets } from '../zone-time';
import { type GroupsAsked, havingSql, marginSql } from './group-sql';

/** Fewest people of whom a value may be told. */
const FEWEST = 10;
/** Groups that are looked at; of more nobody reads a table. */
const MOST_GROUPS = 2_000;

/** People who share a value, or a pair of values; at least ten. */
export interface PeopleGroup {
  /** From 1 for the largest. */
  id: number;
  people: number;
  /** The value, or the two values, that they share. */
  values: string[];
  /** Of a pair: a name for each value, and the people who have it at all. */
  margins: { value: string; people: number }[];
}

/** People by what they have at some paths. */
export interface CountedGroups {
  /** Everybody with the main key. */
  everybody: number;
  /** Those without any value, or pair of values. */
  without: number;
  /** Groups of at least ten people, the largest first. */
  groups: PeopleGroup[];
  /** People who have a value, or a pair of values, that is none of these groups'. */
  outside(groups: readonly number[]): Promise<number>;
  /** Drops what was kept in the engine for `outside`. */
  close(): Promise<void>;
}

/** Numbers the tables: two questions at once do not share one. */
let questions = 0;

/**
 * People by value: who has which value of one thing, or which pair of values of two. Values that fewer than ten people share
 * never leave the engine.
 */
export async function countGroups(asked: GroupsAsked): Promise<CountedGroups> {
  const { store, main, first, second } = asked;
  const { engine } = store;
  const name = `groups_${questions++}`;
  const [offsets, having, groups] = [`${name}_offsets`, `${name}_having`, `${name}_sizes`];
  const values = second === null ? 'v0' : 'v0, v1';
  // Also makes the tables of normalised keys that the persons are read with.
  const everybody = await countKeys(store, main);
  if (first.period ?? second?.period) await fillOffsets(store, offsets, asked.zone);
  await engine.run(`create temp table ${having} as
    select distinct person, ${values} from (${havingSql(asked, offsets)})`);
  await engine.run(`create temp table ${groups} as
    select row_number() over (order by people desc, ${values}) as id, *
    from (select ${values}, count(*) as people from ${having} group by ${values})`);
  const margins = second === null ? [] : [first, second].map((each) => marginSql(asked, each, offsets));
  return {
    everybody,
    without: everybody - (await oneNumber(engine, `select count(distinct person) from ${having}`)),
    groups: await readGroups(store, { groups, values, margins }),
    outside: (shown) =>
      oneNumber(
        engine,
        `select count(distinct person) from ${having} join ${groups} using (${values})
         where id not in (${[0, ...shown].join(', ')})`,
      ),
    close: async () => {
      for (const table of [offsets, having, groups]) await engine.run(`drop table if exists ${table}`);
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

async function readGroups(
  store: Store,
  { groups, values, margins }: { groups: string; values: string; margins: string[] },
): Promise<PeopleGroup[]> {
  const rows = `(select * from ${groups} where people >= ${FEWEST} order by id limit ${MOST_GROUPS})`;
  const joins = margins.map((sql, i) => `join (${sql}) as margin${i} on margin${i}.v = sizes.v${i}`);
  const own = margins.map((_, i) => `, margin${i}.number, margin${i}.people`);
  const counts = await store.engine.numbers(
    `select id, sizes.people ${own.join('')} from ${rows} as sizes ${joins.join(' ')} order by id`,
  );
  const texts = await store.engine.texts(`select ${values} from ${rows} order by id`);
  return counts.map(([id, people, ...rest], row) => ({
    id: id ?? 0,
    people: people ?? 0,
    values: (texts[row] ?? []).map((text) => (text ? Leaked.unseal(text) : '')),
    margins: margins.map((_, i) => ({ value: `${i}.${rest[2 * i]}`, people: rest[2 * i + 1] ?? 0 })),
  }));
}
