import type { Store } from '../contract/store';
import { quoteIdentifier } from '../engine/quote';
import { filledSql } from '../people/filled-sql';
import { entriesAt } from './key-texts';
import { type Labelling, labelSql } from './label-sql';

/**
 * SQL of every filled key at a path, in documents of any kind, as `key` and the `label` of its document.
 *
 * @returns null where the input has no such path
 */
export function labelledKeys(store: Store, path: string | null, labelling: Labelling): string | null {
  const rows = entriesAt(store, path).map((entry) => {
    const keys = `select _doc, ${quoteIdentifier(`${entry.column}`)} as key from ${store.source(entry.table)}
      where ${filledSql(entry)}`;
    return `select keys.key, labels.label from (${keys}) as keys
      join (${labelSql(store, entry.kind, labelling)}) as labels using (_doc)`;
  });
  return rows.length === 0 ? null : rows.join(' union all ');
}
