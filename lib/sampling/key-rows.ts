import { quoteIdentifier } from '../engine/quote';
import type { Store } from '../contract/store';
import { filledSql } from '../people/filled-sql';

/**
 * SQL of every filled key at a path, in documents of any kind, as `key` and `_doc`.
 *
 * @returns null where the input has no such path
 */
export function keyRows(store: Store, path: string): { kind: string; sql: string }[] | null {
  const entries = store.manifest.paths.filter((entry) => entry.path === path && entry.column !== null);
  const rows = entries.map((entry) => ({
    kind: entry.kind,
    sql: `select _doc, ${quoteIdentifier(`${entry.column}`)} as key from ${store.source(entry.table)}
      where ${filledSql(entry)}`,
  }));
  return rows.length === 0 ? null : rows;
}
