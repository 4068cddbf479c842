import { Leaked } from '../contract/leaked';
import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import { quoteIdentifier, quoteText } from '../engine/quote';
import type { Level } from './normalise';
import { normalise } from './normalise';
import { pathName } from '../fields/path-name';

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

/** White space that `normalise` takes from the ends of ASCII texts. */
const BLANKS = ['\t', '\n', '\v', '\f', '\r', ' '];

/**
 * Every text that normalising can change has one of these: a character beyond ASCII (more bytes than characters), an
 * upper-case letter, a blank at an end. Engines may differ on the first, but it is let through whatever they make of it.
 * What the inventory says no text has is not asked for.
 */
function canChange(column: string, fold: number): string {
  return [
    `${column} < '!'`,
    ...((fold & 1) === 0 ? [] : [`lower(${column}) <> ${column}`]),
    ...((fold & 2) === 0 ? [] : BLANKS.map((blank) => `suffix(${column}, ${quoteText(blank)})`)),
    ...((fold & 4) === 0 ? [] : [`strlen(${column}) <> length(${column})`]),
  ].join(' or ');
}

/**
 * A temporary table `raw`, `folded` of those texts of a path that a level changes. Made once for a store; of the texts
 * that can change at all only those that are not printable ASCII leave the engine, and only to be normalised.
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
  const { engine } = store;
  const column = quoteIdentifier(`${entry.column}`);
  const name = pathName(entry);
  const changing = `folds_of_${name}`;
  await engine.run(`create or replace temp table ${changing} as
    select raw, regexp_full_match(raw, ${PLAIN}) as plain from (
      select distinct ${column} as raw from ${store.source(entry.table)} where ${canChange(column, entry.fold)})`);
  const odd = await engine.texts(`select raw from ${changing} where not plain`);
  const fold = async (level: 1 | 2): Promise<Folds | null> => {
    const table = `folds_l${level}_${name}`;
    await engine.fill(`odd_${name}`, ['raw', 'folded'], normalised(odd, level));
    await engine.run(`create or replace temp table ${table} as
      select * from (select raw, ${plainSql('raw', level)} as folded from ${changing} where plain
        union all select raw, folded from odd_${name}) where raw <> folded`);
    const [counts] = await engine.numbers(
      `select count(*), count(*) filter (where folded <> ''),
         count(distinct folded) filter (where folded <> '') from ${table}`,
    );
    const [rows = 0, raw = 0, folded = 0] = (counts ?? []).map((cell) => cell ?? 0);
    return rows === 0 ? null : { table, raw, folded };
  };
  const made: ByLevel = { 1: (entry.fold & 6) === 0 ? null : await fold(1), 2: await fold(2) };
  await engine.run(`drop table ${changing}`);
  return made;
}

/** Texts of printable ASCII alone: on these every engine and `normalise` agree, and they need not leave the engine. */
const PLAIN = quoteText('[ -~]*');

/** What `normalise` makes of a plain text. */
function plainSql(column: string, level: 1 | 2): string {
  return `trim(${level === 1 ? column : `lower(${column})`}, ' ')`;
}

function normalised(texts: (Leaked | null)[][], level: 1 | 2): [string, string][] {
  return texts.flatMap(([text]): [string, string][] =>
    text ? [[Leaked.unseal(text), normalise(Leaked.unseal(text), level)]] : [],
  );
}
