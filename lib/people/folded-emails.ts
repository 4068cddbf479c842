import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { quoteIdentifier } from '../engine/quote';
import type { Level } from './normalise';
import { normalise } from './normalise';

/** The texts of one path that one level changes. */
export interface Folds {
  /** Temporary table `raw`, `folded`; a plain identifier. */
  table: string;
  /** Texts in it that are not blank. */
  raw: number;
  /** Different texts that they become, blank not counted. */
  folded: number;
}

type ByLevel = Record<1 | 2, Folds | null> & { 3?: Folds | null };

const made = new WeakMap<Store, Map<StorePath, ByLevel>>();

/**
 * Every text that normalising can change has one of these: a character beyond ASCII (more bytes than characters), an
 * upper-case letter, a byte up to the blank at an end. Engines may differ on the first, but it is let through whatever
 * they make of it; what passes goes to `normalise`. What the inventory says no text has is not asked for.
 */
function canChange(column: string, fold: number): string {
  return [
    `${column} < '!'`,
    ...((fold & 1) === 0 ? [] : [`lower(${column}) <> ${column}`]),
    ...((fold & 2) === 0 ? [] : [`right(${column}, 1) < '!'`]),
    ...((fold & 4) === 0 ? [] : [`strlen(${column}) <> length(${column})`]),
  ].join(' or ');
}

/**
 * A temporary table `raw`, `folded` of those texts of a path that a level changes. Made once for a store; only texts
 * that can change at all leave the engine, and only to be normalised.
 *
 * @param level level 0 changes nothing; level 3 once `makeProviderFolds` has made it
 * @returns its name (a plain identifier), or null where no text changes
 */
export async function foldedEmails(store: Store, entry: StorePath, level: Level): Promise<string | null> {
  return (await foldsOf(store, entry, level))?.table ?? null;
}

/** The same as {@link foldedEmails}, with its counts. Level 3 is there once `makeProviderFolds` has made it. */
export async function foldsOf(store: Store, entry: StorePath, level: Level): Promise<Folds | null> {
  // The inventory's fold bits: 1 upper case, 2 outer blanks, 4 not ASCII. Trimming leaves upper case alone.
  if (level === 0 || entry.column === null) return null;
  if (level === 3) return foldsMade(store, entry, 3);
  if ((entry.fold & (level === 1 ? 6 : 7)) === 0) return null;
  const paths = pathsOf(store);
  const known = paths.get(entry) ?? (await makeFolds(store, entry));
  paths.set(entry, { ...paths.get(entry), ...known });
  return known[level];
}

/** Keeps the table of level 3, which is made for all paths of a store together (`makeProviderFolds`). */
export function keepFolds(store: Store, entry: StorePath, folds: Folds | null): void {
  const paths = pathsOf(store);
  paths.set(entry, { 1: null, 2: null, ...paths.get(entry), 3: folds });
}

function pathsOf(store: Store): Map<StorePath, ByLevel> {
  const paths = made.get(store) ?? new Map<StorePath, ByLevel>();
  made.set(store, paths);
  return paths;
}

/** What {@link foldsOf} has made before; null also where it was never asked. */
export function foldsMade(store: Store, entry: StorePath, level: Level): Folds | null {
  return level === 0 ? null : (made.get(store)?.get(entry)?.[level] ?? null);
}

async function makeFolds(store: Store, entry: StorePath): Promise<ByLevel> {
  const column = quoteIdentifier(entry.column as string);
  const texts = await store.engine.texts(
    `select distinct ${column} from ${store.source(entry.table)} where ${canChange(column, entry.fold)}`,
  );
  const fold = async (level: 1 | 2): Promise<Folds | null> => {
    const changed: [string, string][] = [];
    for (const [text] of texts) {
      if (text) changed.push([Leaked.unseal(text), normalise(Leaked.unseal(text), level)]);
    }
    const rows = changed.filter(([raw, folded]) => raw !== folded);
    if (rows.length === 0) return null;
    const table = `folds_l${level}_${entry.table}_${entry.column as string}`.replace(/\W/g, '_');
    await store.engine.fill(table, ['raw', 'folded'], rows);
    const filled = rows.map(([, folded]) => folded).filter((folded) => folded !== '');
    return { table, raw: filled.length, folded: new Set(filled).size };
  };
  return { 1: await fold(1), 2: await fold(2) };
}
