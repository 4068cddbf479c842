import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, categoriesIn } from '../contract/categories';
import type { NameRule, Taxonomy } from '../contract/taxonomy';
import { lettersOf } from './letters-of';
import { taxonomyFolder } from './taxonomy-folder';

/** Names by which a path is counted while an input is still being read. */
export interface WatchedNames {
  /** Of the whole name, its letters alone. */
  whole: ReadonlyMap<string, WatchedName>;
  /** Of a name's end: other words may stand before. */
  end: ReadonlyMap<string, WatchedName>;
  /** First words of a yes-or-no name. */
  flags: readonly string[];
  /** Names, letters alone, that say that what stands beside them is merchandise. */
  goods: readonly string[];
}

/** A name that is evidence of a category. */
export interface WatchedName {
  category: Category;
  /** Whether it says so only where something else shows a person. */
  needsPerson: boolean;
}

/**
 * The phrases for e-mail addresses and for health that the rules on names hold. Only what a name says by itself or
 * beside a person is in it: the phrases are the same, the weighing of values is left to the end of the reading.
 */
export function loadWatchedNames(): WatchedNames {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(taxonomyFolder(), name), 'utf8'));
  const watched = new Set<Category>(['email', ...categoriesIn('health')]);
  const [whole, end] = [new Map<string, WatchedName>(), new Map<string, WatchedName>()];
  for (const { category, phrases, near } of read('names.json') as NameRule[]) {
    if (!watched.has(category)) continue;
    for (const phrase of phrases) {
      const name = { category, needsPerson: near !== undefined };
      const letters = lettersOf(phrase);
      for (const map of phrase.startsWith('*') ? [whole, end] : [whole])
        if (!map.has(letters) || !name.needsPerson) map.set(letters, name);
    }
  }
  const words = read('words.json') as Taxonomy['words'];
  return { whole, end, flags: words.flags, goods: (words.neighbours.goods ?? []).map(lettersOf) };
}
