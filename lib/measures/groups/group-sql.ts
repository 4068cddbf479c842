import type { StorePath } from '../../contract/manifest';
import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { filledSql } from '../../people/filled-sql';
import { keyEntry, personKeySql } from '../../people/person-key-sql';
import type { GroupedPaths } from './group-path';
import { valuesSql } from './value-sql';

/** What people are counted by. */
export interface GroupsAsked {
  store: Store;
  main: PeopleDefinition;
  first: GroupedPaths;
  /** null: by one thing. */
  second: GroupedPaths | null;
  /** Two things belong together in one document, else in one person. */
  together: 'document' | 'person';
  /** IANA zone in which a day begins. */
  zone: string;
}

/**
 * SQL of who has which value, or pair of values: `person`, `v0`, `v1`; not yet each once.
 *
 * @param offsets table of the zone's clock changes
 */
export function havingSql(asked: GroupsAsked, offsets: string): string {
  const { store, first, second, together } = asked;
  if (second === null) return personValuesSql(asked, first, offsets);
  if (together === 'person')
    return `select person, a.v0, b.v0 as v1 from (${personValuesSql(asked, first, offsets)}) as a
      join (${personValuesSql(asked, second, offsets)}) as b using (person)`;
  const pairs = first.entries.flatMap((a) =>
    second.entries.filter(({ kind }) => kind === a.kind).map((b) => ({ a, b })),
  );
  const documents = ({ a, b }: { a: StorePath; b: StorePath }) => {
    const [one, other] = [
      { entry: a, period: first.period },
      { entry: b, period: second.period },
    ];
    // Of one row, where both stand in one table: of one element of a list.
    if (a.table === b.table) return valuesSql(store, [one, other], offsets);
    return `select _doc, a.v0, b.v0 as v1 from (${valuesSql(store, [one], offsets)}) as a
      join (${valuesSql(store, [other], offsets)}) as b using (_doc)`;
  };
  return pairs
    .map(
      (pair) => `select person, v0, v1 from (${personsSql(asked, pair.a.kind)}) as persons
        join (${documents(pair)}) as documents using (_doc)`,
    )
    .join(' union all ');
}

/** SQL of people by one of two things alone: its value `v`, a number of it, and `people`. */
export function marginSql(asked: GroupsAsked, own: GroupedPaths, offsets: string): string {
  return `select v0 as v, dense_rank() over (order by v0) as number, count(distinct person) as people
    from (${personValuesSql(asked, own, offsets)}) group by v0`;
}

/** SQL of who has which value of one thing: `person`, `v0`. */
function personValuesSql(asked: GroupsAsked, { entries, period }: GroupedPaths, offsets: string): string {
  return entries
    .map(
      (entry) => `select person, v0 from (${personsSql(asked, entry.kind)}) as persons
        join (${valuesSql(asked.store, [{ entry, period }], offsets)}) as documents using (_doc)`,
    )
    .join(' union all ');
}

/** SQL of the person of each document of a kind that names one: `_doc`, `person`. */
function personsSql({ store, main }: GroupsAsked, kind: string): string {
  const sql = personKeySql(store, main, kind);
  const entry = keyEntry(store, main, kind);
  if (!sql || !entry) return 'select 0 as _doc, null as person where false';
  return `select _doc, ${sql.key} as person from ${sql.from} where ${filledSql(entry, sql.key)}`;
}
