import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { pathName } from '../../fields/path-name';
import { keyTextSql } from './key-text-sql';
import type { OwnerChain } from './owner-chains';

/**
 * Lays down in a temporary table whose each document of a kind is, over a chain of joins: `_doc`, and in `owner` the people's key
 * as its own table writes it. Documents that point at nobody are not in it.
 *
 * @param key the people's key, in the table where the chain ends
 * @returns what the table holds, as of a path; the store knows the table from then on
 */
export async function layOwners(store: Store, chain: OwnerChain, key: StorePath): Promise<StorePath | null> {
  const [first] = chain;
  if (!first) return null;
  const table = `joined_${pathName(first.from)}`;
  const joins = chain.map((join, i) => {
    const own = i === 0 ? 'rows0.' : `rows${i}.`;
    const other = `rows${i + 1}`;
    return `join ${store.source(join.to.table)} as ${other} on ${keyTextSql(join.from, own)} = ${keyTextSql(join.to, `${other}.`)}`;
  });
  const owner = `rows${chain.length}.${key.column}`;
  // A key that stands twice is one person's all the same: documents come twice.
  await store.engine.run(
    `create or replace temp table ${table} as
     select rows0._doc as _doc, min(${owner}) as owner
     from ${store.source(first.from.table)} as rows0 ${joins.join(' ')}
     where ${keyTextSql(first.from, 'rows0.')} <> '' and ${owner} <> '' group by rows0._doc`,
  );
  const [[rows = 0, distinct = 0] = []] = await store.engine.numbers(
    `select count(*), count(distinct owner) from ${table}`,
  );
  if (rows === null || rows === 0) return null;
  const entry: StorePath = {
    ...first.from,
    table,
    column: 'owner',
    typeColumn: null,
    present: rows,
    filled: rows,
    values: rows,
    filledValues: rows,
    distinct: distinct ?? 0,
    types: { string: rows },
    fold: key.fold,
  };
  store.derive(entry);
  return entry;
}
