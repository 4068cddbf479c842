import { loadVocabulary } from '../../cases/vocabulary';
import { looksLikeValue } from './looks-like-value';
import { valueLikeKeys } from './value-like-keys';
import { splitPath } from './split-path';

/** Every name that an input gives to something. */
export interface NamesOfInput {
  /** Kinds as they are called with nothing withheld. */
  kinds: readonly { id: string; label: string }[];
  /** Every path of every kind, in the order of the inventory, and the documents that have it. */
  fields: readonly { kind: string; path: string; present: number }[];
  /** The fields are columns of a table without a schema, which its first line names. */
  hasHeader: boolean;
  /** Names that the case knows: of its notes, its kinds. */
  known: readonly string[];
}

/** Shows names of an input as they may be shared. */
export interface NameGate {
  /** A path with each key that is no name by its number: `users.{key 1}`, `{e-mail-shaped key 3}`. */
  path: (path: string) => string;
  /** What a kind is called: by its name, else `table 7`. */
  kind: (label: string) => string;
  /** A place of a key, `kind: path`. */
  key: (place: string) => string;
  /** A sentence of ours in which a name may stand. */
  text: (text: string) => string;
}

/** Documents that share a name before it is a name of the schema, whatever it is. */
const FEWEST = 10;
/** A name shorter than this is not looked for in sentences: our own words would be taken for it. */
const SHORTEST_IN_TEXT = 4;

/**
 * The gate of names: the one place that decides which name of an input may be shared (docs/contract.md). A name is shown if
 * the case knows it, if it is vocabulary, or if at least ten documents share it and it is no value by its look or by what
 * stands beside it. Every other is shown by its number, in the order of the inventory.
 */
export function nameGate(names: NamesOfInput): NameGate {
  const paths = new Map<string, string>();
  const keys = maskedKeys(names);
  for (const { path } of names.fields) if (!paths.has(path)) paths.set(path, shownPath(path, keys));
  const kinds = shownKinds(names);
  const said = new Map<string, string>();
  const hidden = [...paths, ...keys, ...kinds]
    .filter(([raw, shown]) => raw !== shown && raw.length >= SHORTEST_IN_TEXT)
    .sort((a, b) => b[0].length - a[0].length);
  return {
    path: (path) => paths.get(path) ?? shownPath(path, keys),
    kind: (label) => kinds.get(label) ?? label,
    key: (place) => {
      const kind = names.kinds.find(({ label }) => place.startsWith(`${label}: `))?.label ?? '';
      const path = place.slice(kind.length + 2);
      return `${kinds.get(kind) ?? kind}: ${paths.get(path) ?? shownPath(path, keys)}`;
    },
    text: (text) => {
      const known =
        said.get(text) ?? hidden.reduce((all, [raw, shown]) => replaceWhole(all, raw, shown), text);
      said.set(text, known);
      return known;
    },
  };
}

/** Keys that may not be shown, with what stands for each. */
function maskedKeys(names: NamesOfInput): Map<string, string> {
  const vocabulary = loadVocabulary();
  const known = new Set(names.known);
  const shapes = new Map<string, string | null>();
  const shapeOf = (key: string): string | null => {
    const found = shapes.get(key);
    if (found !== undefined) return found;
    const shape = known.has(key) ? null : (looksLikeValue(key) ?? (vocabulary.knows(key) ? null : ''));
    shapes.set(key, shape);
    return shape;
  };
  const levels = levelsOf(names.fields);
  const shared = new Set<string>();
  for (const level of levels.values()) {
    const doubtful = [...level.keys()].filter((key) => shapeOf(key) !== null);
    const isValues = valueLikeKeys(level, doubtful, {
      vocabulary,
      isHeader: names.hasHeader && level.isTop,
    });
    for (const key of doubtful)
      if (!isValues && shapeOf(key) === '' && (level.get(key) ?? 0) >= FEWEST && !vocabulary.isPersonal(key))
        shared.add(key);
  }
  const counts = new Map<string, number>();
  const masks = new Map<string, string>();
  for (const [key, shape] of shapes) {
    if (shape === null || shared.has(key)) continue;
    const number = (counts.get(shape) ?? 0) + 1;
    counts.set(shape, number);
    masks.set(key, shape === '' ? `{key ${number}}` : `{${shape}-shaped key ${number}}`);
  }
  return masks;
}

/** The keys of one object, and in how many documents each stands. */
class Level extends Map<string, number> {
  constructor(readonly isTop: boolean) {
    super();
  }
}

/** Keys by the object that holds them, all in the order of the inventory. */
function levelsOf(fields: NamesOfInput['fields']): Map<string, Level> {
  const levels = new Map<string, Level>();
  for (const { kind, path, present } of fields) {
    let holder = `${kind} `;
    for (const { key, written } of splitPath(path)) {
      if (key !== null) {
        const level = levels.get(holder) ?? new Level(holder === `${kind} `);
        levels.set(holder, level);
        level.set(key, Math.max(level.get(key) ?? 0, present));
      }
      holder += written;
    }
  }
  return levels;
}

function shownPath(path: string, masks: ReadonlyMap<string, string>): string {
  return splitPath(path).reduce((before, { key, written }) => {
    const mask = key === null ? undefined : masks.get(key);
    if (mask === undefined) return before + written;
    const repeat = /#\d+$/.exec(written)?.[0] ?? '';
    return `${before}${before === '' || before.endsWith('.') ? '' : '.'}${mask}${repeat}`;
  }, '');
}

/** Kinds that an input names itself are shown by what is vocabulary of their names; documents that share a table say nothing. */
function shownKinds({ kinds, known }: NamesOfInput): Map<string, string> {
  const { knows } = loadVocabulary();
  const isName = (label: string) => known.includes(label) || (looksLikeValue(label) === null && knows(label));
  const shown = new Map<string, string>();
  const taken = new Set(kinds.map(({ label }) => label).filter(isName));
  kinds.forEach(({ label }, i) => {
    if (isName(label)) return;
    const last = label.split('.').at(-1) ?? '';
    const free = label.includes('.') && isName(last) && !taken.has(last);
    const name = free ? last : `table ${i + 1}`;
    taken.add(name);
    shown.set(label, name);
  });
  return shown;
}

/** Puts `shown` for each `raw` that is no part of a longer word. */
function replaceWhole(text: string, raw: string, shown: string): string {
  if (!text.includes(raw)) return text;
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}_])${raw.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}_])`,
    'gu',
  );
  return text.replace(whole, () => shown);
}
