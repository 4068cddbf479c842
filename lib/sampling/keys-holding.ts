import { quoteIdentifier } from '../engine/quote';
import type { Store } from '../contract/store';
import { filledSql } from '../people/filled-sql';

/**
 * SQL of the different keys with a filled value at a path, in any document that carries the key and of any kind, as `key`.
 *
 * @returns null where no document has both
 */
export function keysHolding(store: Store, key: string, path: string): string | null {
  const rows = store.manifest.paths.flatMap((held) => {
    const own = held.path === path && held.column !== null ? store.find(held.kind, key) : undefined;
    if (!own || own.column === null) return [];
    return `select keys.${quoteIdentifier(own.column)} as key from ${store.source(own.table)} as keys
      where ${filledSql(own, `keys.${quoteIdentifier(own.column)}`)}
        and keys._doc in (select _doc from ${store.source(held.table)} where ${filledSql(held)})`;
  });
  return rows.length === 0 ? null : rows.join(' union ');
}
