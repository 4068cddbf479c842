import { areAlike, type TableProfile } from './table-profile';

/** Beyond so many, tables without names are joined by their width alone. */
const MOST = 500;
/** No name of a column begins so. */
const MARK = '\u0000';

/**
 * The tables without a header of one input: those whose columns look alike are parts of one table, others are not, however many
 * columns they have in common by number.
 */
export class HeaderlessTables {
  readonly #known: TableProfile[] = [];

  /** The group of a table, for {@link groupKey}; null where there are too many. */
  groupOf(profile: TableProfile): number | null {
    const found = this.#known.findIndex((known) => areAlike(known, profile));
    if (found >= 0) return found;
    return this.#known.length < MOST ? this.#known.push(profile) - 1 : null;
  }
}

/** The one key by which documents of a group of tables without a header are a kind: their columns' numbers are none. */
export function groupKey(group: number, columns: number): string {
  return `${MARK}${columns} ${group}`;
}

/** Names of columns without a header. */
export function neutralNames(columns: number): string[] {
  return Array.from({ length: columns }, (_, i) => `column ${i + 1}`);
}

/** The keys of a kind as they are called in it. */
export function keysShown(keys: string[]): string[] {
  const [first = ''] = keys;
  return first.startsWith(MARK) && keys.length === 1
    ? neutralNames(Number.parseInt(first.slice(1))).sort()
    : keys;
}
