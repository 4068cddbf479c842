import type { Category } from '../../contract/categories';
import { categoryPlural } from '../names/category-names';
import { formatNumber } from '../numbers/format-number';

/** What several people can have in common, though it says something of one. */
const SHARED: readonly Category[] = ['person-name', 'date-of-birth', 'postal-address', 'postal-code'];

/**
 * What is said where no key tells people apart: what is there instead, and how many people there may be.
 *
 * @param categories what the fields hold
 * @param documents read, of all inputs
 * @example nobodyApart(['person-name'], 20) // 'No recognised field tells people apart: names are there, which people can share. If each document is about one person, they cover 1 to 20.'
 */
export function nobodyApart(categories: readonly string[], documents: number): string {
  const there = SHARED.filter((category) => categories.includes(category)).map(categoryPlural);
  const but = there.length === 0 ? '' : `: ${there.join(', ')} are there, which people can share`;
  const cover =
    documents < 2 ? '' : ` If each document is about one person, they cover 1 to ${formatNumber(documents)}.`;
  return `No recognised field tells people apart${but}.${cover}`;
}
