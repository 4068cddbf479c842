import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { deriveKey } from './derive-key';
import { filledSql } from './filled-sql';

/**
 * Lays down in a temporary table a key with a mark before it (`_doc`, `owner`), so that equal numbers of other people are told
 * apart. The store knows the table from then on; it is made once.
 *
 * @param mark SQL of what stands before the key in a row
 */
export async function layMarked(
  store: Store,
  table: string,
  { entry, mark }: { entry: StorePath; mark: string },
): Promise<StorePath> {
  const known = store.derived(table);
  if (known) return known;
  await store.engine.run(
    `create or replace temp table ${table} as
     select _doc, ${mark} || ${entry.column} as owner from ${store.source(entry.table)} where ${filledSql(entry)}`,
  );
  return deriveKey(store, table, entry);
}
