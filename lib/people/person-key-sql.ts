import type { StorePath } from '../contract/manifest';
import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { quoteIdentifier } from '../engine/quote';
import { foldsMade } from './folded-emails';
import { levelOf } from './level-of';

/** The inventory row of a definition's key in one kind of document; undefined where the kind carries none. */
export function keyEntry(store: Store, definition: PeopleDefinition, kind: string): StorePath | undefined {
  const key = definition.keys.find((each) => each.kind === kind);
  return key && entryOfKey(store, key);
}

/** The same of one key: where it is told over joins, of the table that says whose each document is. */
export function entryOfKey(store: Store, key: PeopleDefinition['keys'][number]): StorePath | undefined {
  return key.joined === undefined ? store.find(key.kind, key.path) : store.derived(key.joined);
}

/**
 * SQL of a definition's key in the documents of one kind, normalised to the definition's level. Blank keys are in it.
 *
 * @param definition one that {@link findPeople} gave for this store
 * @returns `key`: expression of the key's text; `from`: source of its table, with `_doc`; null where the kind carries
 *   no such key
 */
export function personKeySql(
  store: Store,
  definition: PeopleDefinition,
  kind: string,
): { key: string; from: string } | null {
  const entry = keyEntry(store, definition, kind);
  if (!entry || entry.column === null) return null;
  const source = store.source(entry.table);
  const folds = foldsMade(store, entry, levelOf(definition.id));
  const column = quoteIdentifier(entry.column);
  if (folds === null) return { key: column, from: source };
  return {
    key: `coalesce(folds.folded, documents.${column})`,
    from: `${source} as documents left join ${folds.table} as folds on folds.raw = documents.${column}`,
  };
}
