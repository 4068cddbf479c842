import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import { oneNumber } from '../../engine/one-number';
import { pathName } from '../../fields/path-name';
import { deriveKey } from '../derive-key';
import { keyTextSql } from './key-text-sql';
import type { Join } from './find-joins';
import type { OwnerChain } from './owner-chains';

/** The key of a table of people. */
export interface PeopleKey {
  entry: StorePath;
  /** What stands before it, so that it is not taken for another table's; empty for the first table. */
  mark: string;
}

/**
 * Lays down in a temporary table whose each document of a kind is, over a chain of joins: `_doc`, and in `owner` the people's key
 * as its own table writes it. Documents that point at nobody are not in it.
 *
 * @param key of the people in whose table the chain ends
 * @returns what the table holds, as of a path; the store knows the table from then on
 */
export async function layOwners(
  store: Store,
  chain: OwnerChain,
  { entry: key, mark }: PeopleKey,
): Promise<StorePath | null> {
  const [first] = chain;
  if (!first) return null;
  const table = `joined_${pathName(first.from)}`;
  const joins = chain.map(({ to }, i) => {
    const own = i === 0 ? keyTextSql(first.from, 'rows0.') : `rows${i}.next`;
    const next = chain[i + 1]?.from;
    const rows = keyRowsSql(store, to, next ? keyTextSql(next) : `${key.column}`);
    return `join (${rows}) as rows${i + 1} on ${own} = rows${i + 1}.key`;
  });
  const owner = `rows${chain.length}.next`;
  const marked = mark === '' ? `min(${owner})` : `'${mark}' || min(${owner})`;
  // A key that stands twice is one person's all the same: documents come twice.
  await store.engine.run(
    `create or replace temp table ${table} as
     select rows0._doc as _doc, ${marked} as owner
     from ${store.source(first.from.table)} as rows0 ${joins.join(' ')}
     where ${keyTextSql(first.from, 'rows0.')} <> '' and ${owner} <> '' group by rows0._doc`,
  );
  return derived(store, table, first.from, key);
}

/**
 * SQL of a table's keys, and of what each leads to (`next`). A key that stands for several things leads to none: a join makes no
 * more rows than there are documents, however often a key comes.
 */
function keyRowsSql(store: Store, to: StorePath, next: string): string {
  const key = keyTextSql(to);
  const rows = `select ${key} as key, ${next} as next from ${store.source(to.table)} where ${key} <> ''`;
  return to.distinct === to.filledValues
    ? rows
    : `select key, min(next) as next from (${rows}) group by key having min(next) = max(next)`;
}

/** How many different values of a column stand for several things in the table at which it points. */
export async function ambiguousKeys(store: Store, { from, to }: Join, next: StorePath): Promise<number> {
  if (to.distinct === to.filledValues) return 0;
  const key = keyTextSql(to);
  return oneNumber(
    store.engine,
    `select count(distinct ${keyTextSql(from)}) from ${store.source(from.table)} where ${keyTextSql(from)} in
     (select key from (select ${key} as key, ${keyTextSql(next)} as next from ${store.source(to.table)} where ${key} <> '')
      group by key having min(next) <> max(next))`,
  );
}

/**
 * The same where people point at the documents: `customers.address_id` at an address. A document may be several people's.
 *
 * @param join from the people's own table
 */
export async function layPointedAt(store: Store, join: Join, key: StorePath): Promise<StorePath | null> {
  const table = `joined_${pathName(join.to)}`;
  await store.engine.run(
    `create or replace temp table ${table} as
     select distinct rows1._doc as _doc, rows0.${key.column} as owner
     from ${store.source(join.from.table)} as rows0
     join ${store.source(join.to.table)} as rows1 on ${keyTextSql(join.from, 'rows0.')} = ${keyTextSql(join.to, 'rows1.')}
     where ${keyTextSql(join.from, 'rows0.')} <> '' and rows0.${key.column} <> ''`,
  );
  return derived(store, table, join.to, key);
}

/**
 * The same where documents that are somebody's point at rows of a table that describes them: a diagnosis at its text. A row of it
 * may be many people's.
 *
 * @param join from a kind whose owners were laid down
 */
export async function layDescribed(store: Store, join: Join, owners: StorePath): Promise<StorePath | null> {
  const table = `joined_${pathName(join.to)}`;
  await store.engine.run(
    `create or replace temp table ${table} as
     select distinct rows1._doc as _doc, owners.owner as owner
     from ${store.source(join.from.table)} as rows0
     join ${owners.table} as owners on owners._doc = rows0._doc
     join ${store.source(join.to.table)} as rows1 on ${keyTextSql(join.from, 'rows0.')} = ${keyTextSql(join.to, 'rows1.')}
     where ${keyTextSql(join.from, 'rows0.')} <> ''`,
  );
  return derived(store, table, join.to, owners);
}

/** What a table of owners holds, as of a path of their documents; null where it is empty. */
async function derived(
  store: Store,
  table: string,
  at: StorePath,
  { fold }: StorePath,
): Promise<StorePath | null> {
  const entry = await deriveKey(store, table, { ...at, fold });
  return entry.values > 0 ? entry : null;
}
