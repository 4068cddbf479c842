import type { NameRule, Taxonomy } from '../contract/taxonomy';
import { words } from './words';

/** Phrases of the name rules, ready to be looked up. */
export interface NameIndex {
  taxonomy: Taxonomy;
  /** Whole names without their blanks → rules. */
  exact: Map<string, NameRule[]>;
  /** Phrases before which other words may stand → rules. */
  suffix: Map<string, NameRule[]>;
}

const indexes = new WeakMap<Taxonomy, NameIndex>();

/** The phrases of a taxonomy, indexed once. */
export function nameIndex(taxonomy: Taxonomy): NameIndex {
  const known = indexes.get(taxonomy);
  if (known) return known;
  const index: NameIndex = { taxonomy, exact: new Map(), suffix: new Map() };
  for (const rule of taxonomy.names) {
    for (const phrase of rule.phrases) {
      const parts = words(phrase, taxonomy.words.abbreviations);
      add(index.exact, parts.join(''), rule);
      if (phrase.startsWith('*')) add(index.suffix, parts.join(' '), rule);
    }
  }
  indexes.set(taxonomy, index);
  return index;
}

function add(map: Map<string, NameRule[]>, key: string, rule: NameRule): void {
  const rules = map.get(key);
  if (rules) rules.push(rule);
  else map.set(key, [rule]);
}
