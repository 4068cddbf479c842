import type { StorePath } from '../../contract/manifest';

/** Filled values of a path that are nobody's. */
export interface NoValues {
  /** Different texts that hide a value. */
  masked: number;
  /** Different texts that stand where nothing was known. */
  placeholders: number;
  /** What is left is one value for everybody, where everybody would have their own. */
  constant: boolean;
  /** Temporary table of the texts (column `text`), as they stand and folded; null where there are none. */
  table: string | null;
}

const known = new WeakMap<StorePath, NoValues>();

/** What {@link findNoValues} found at a path; null where all its filled values are true ones. */
export function noValuesAt(entry: StorePath): NoValues | null {
  return known.get(entry) ?? null;
}

/** Keeps what was found at a path for whoever counts its values. */
export function keepNoValues(entry: StorePath, found: NoValues | null): void {
  if (found) known.set(entry, found);
  else known.delete(entry);
}

/** Different texts of a path that are somebody's value; the inventory's number where all are. */
export function distinctValues(entry: StorePath): number {
  const none = noValuesAt(entry);
  if (none === null) return entry.distinct;
  return none.constant ? 0 : entry.distinct - none.masked - none.placeholders;
}
