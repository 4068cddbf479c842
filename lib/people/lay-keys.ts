import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { pathName } from '../fields/path-name';
import { deriveKey } from './derive-key';
import { filledSql } from './filled-sql';

/**
 * Lays down in one temporary table every key of several paths of one kind, so that each is a key of its documents: the work and
 * the private address. `_doc`, and the key in `owner`. The store knows the table from then on; it is made once.
 *
 * @param entries of one kind, the firmest first
 */
export async function layKeys(
  store: Store,
  entries: readonly [StorePath, ...StorePath[]],
): Promise<StorePath> {
  const [first] = entries;
  const table = `keys_${pathName(first)}_and_${entries.length - 1}`;
  const known = store.derived(table);
  if (known) return known;
  const tables = [...new Set(entries.map((entry) => entry.table))];
  const rows = tables.map((name) => {
    const own = entries.filter((entry) => entry.table === name);
    const cells = own.map((entry) => `case when ${filledSql(entry)} then ${entry.column} end`);
    return `select _doc, unnest([${cells.join(', ')}]) as owner from ${store.source(name)}`;
  });
  await store.engine.run(
    `create or replace temp table ${table} as select * from (${rows.join(' union all ')}) where owner is not null`,
  );
  return deriveKey(store, table, {
    ...first,
    fold: entries.reduce((bits, { fold }) => bits | fold, 0),
    maxBytes: Math.max(...entries.map(({ maxBytes }) => maxBytes)),
  });
}
