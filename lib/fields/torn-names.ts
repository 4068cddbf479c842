import type { Category } from '../contract/categories';
import type { NameIndex } from './name-index';

/**
 * Categories of which a name may have begun or ended so, where the rest of it is lost: rather one too many than one too few.
 *
 * @param part what is left of the name
 */
export function categoriesOfTorn(part: string, side: 'begins' | 'ends', index: NameIndex): Category[] {
  const words = index.words(part);
  if (words.length === 0) return [];
  const fits = (phrase: string, left: string): boolean =>
    side === 'begins' ? phrase.startsWith(left) : phrase.endsWith(left);
  const found = new Set<Category>();
  const note = (rules: { category: Category }[]): void => {
    for (const { category } of rules) found.add(category);
  };
  const whole = words.join('');
  for (const [phrase, rules] of index.exact) if (fits(phrase, whole)) note(rules);
  // Other words may stand before these phrases.
  const tails = side === 'begins' ? words.map((_, i) => words.slice(i).join('')) : [whole];
  for (const [phrase, rules] of index.suffix) {
    const joined = phrase.replaceAll(' ', '');
    if (tails.some((tail) => fits(joined, tail))) note(rules);
  }
  return [...found];
}
