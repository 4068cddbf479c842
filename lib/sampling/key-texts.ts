import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { textsSql } from '../measures/distinct-texts';

/** Inventory rows with texts at a path, of documents of any kind. */
export function entriesAt(store: Store, path: string | null): StorePath[] {
  return store.manifest.paths.filter((entry) => entry.path === path && entry.column !== null);
}

/** SQL of the filled texts at a path, in documents of any kind, as `text`; null where the input has no such path. */
export function keyTexts(store: Store, path: string | null): string | null {
  return textsSql(
    store,
    entriesAt(store, path).map((entry) => ({ entry, folds: null })),
  );
}
