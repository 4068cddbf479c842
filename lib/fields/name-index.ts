import type { NameRule, Neighbour, Taxonomy } from '../contract/taxonomy';
import { words } from '../cases/words';

/** Phrases of the name rules, ready to be looked up. */
export interface NameIndex {
  taxonomy: Taxonomy;
  /** Whole names without their blanks → rules. */
  exact: Map<string, NameRule[]>;
  /** Phrases before which other words may stand → rules. */
  suffix: Map<string, NameRule[]>;
  /** What a parent or a sibling of this name shows. */
  neighbours: Map<string, Neighbour[]>;
  /** The words of a name. */
  words: (name: string) => string[];
}

const indexes = new WeakMap<Taxonomy, NameIndex>();

/** The phrases of a taxonomy, indexed once. */
export function nameIndex(taxonomy: Taxonomy): NameIndex {
  const known = indexes.get(taxonomy);
  if (known) return known;
  const index: NameIndex = {
    taxonomy,
    exact: new Map(),
    suffix: new Map(),
    neighbours: new Map(),
    words: (name) => words(name, taxonomy.words.abbreviations),
  };
  for (const rule of taxonomy.names) {
    for (const phrase of rule.phrases) {
      const parts = index.words(phrase);
      add(index.exact, parts.join(''), rule);
      if (phrase.startsWith('*')) add(index.suffix, parts.join(' '), rule);
    }
  }
  for (const [shown, phrases] of Object.entries(taxonomy.words.neighbours) as [Neighbour, string[]][]) {
    for (const phrase of phrases) add(index.neighbours, phrase, shown);
  }
  indexes.set(taxonomy, index);
  return index;
}

/** The same index for one look at many paths: it keeps the words of each name. */
export function remembering(index: NameIndex): NameIndex {
  const known = new Map<string, string[]>();
  return {
    ...index,
    words: (name) => {
      const own = known.get(name) ?? index.words(name);
      known.set(name, own);
      return own;
    },
  };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
