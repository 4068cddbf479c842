import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { quoteIdentifier, quoteText } from '../engine/quote';
import type { Level } from './normalise';
import { normalise } from './normalise';

const tables = new WeakMap<Store, Map<string, string | null>>();

/**
 * A temporary table `raw`, `folded` of those texts of a path that a level changes. Made once for a store; only texts
 * that can change at all leave the engine, and only to be normalised.
 *
 * @param level 1 or 2; level 0 changes nothing
 * @returns its name (a plain identifier), or null where no text changes
 */
export async function foldedEmails(store: Store, entry: StorePath, level: Level): Promise<string | null> {
  const known = foldsKnown(store, entry, level);
  if (known !== undefined) return known;
  const made = await makeFolds(store, entry, level);
  tablesOf(store).set(keyOf(entry, level), made);
  return made;
}

/** The same for what {@link foldedEmails} has made before; undefined where it was never asked. */
export function foldsKnown(store: Store, entry: StorePath, level: Level): string | null | undefined {
  return canChange(entry, level) ? tablesOf(store).get(keyOf(entry, level)) : null;
}

/** The inventory's fold bits: 1 upper case, 2 outer blanks, 4 not ASCII. Trimming leaves upper case alone. */
function canChange({ column, fold }: StorePath, level: Level): boolean {
  return column !== null && level > 0 && (fold & (level === 1 ? 6 : 7)) !== 0;
}

async function makeFolds(store: Store, entry: StorePath, level: Level): Promise<string | null> {
  const column = quoteIdentifier(entry.column as string);
  // Over ASCII every engine lowers and trims alike; what is not ASCII goes to `normalise` whatever it is.
  const ascii = quoteText('\t\n\v\f\r ');
  const mayChange = [`${column} <> trim(${column}, ${ascii})`, `strlen(${column}) <> length(${column})`];
  if (level === 2) mayChange.push(`${column} <> lower(${column})`);
  const rows = await store.engine.texts(
    `select distinct ${column} from ${store.source(entry.table)} where ${mayChange.join(' or ')}`,
  );
  const changed: [string, string][] = [];
  for (const [text] of rows) {
    if (text) changed.push([Leaked.unseal(text), normalise(Leaked.unseal(text), level)]);
  }
  const folds = changed.filter(([raw, folded]) => raw !== folded);
  if (folds.length === 0) return null;
  const name = `folds_l${level}_${entry.table}_${entry.column as string}`.replace(/\W/g, '_');
  await store.engine.fill(name, ['raw', 'folded'], folds);
  return name;
}

function tablesOf(store: Store): Map<string, string | null> {
  const known = tables.get(store) ?? new Map<string, string | null>();
  tables.set(store, known);
  return known;
}

function keyOf(entry: StorePath, level: Level): string {
  return `${level} ${entry.kind} ${entry.path}`;
}
