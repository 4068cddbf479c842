import type { Category } from '../../contract/categories';
import { categoryNoun, categoryTitle } from '../names/category-names';
import { numberWords } from '../numbers/number-words';
import { listWords } from '../text/list-words';
import { capital } from '../text/sentence';

/** What is compared beside names, the firmest first. */
const BESIDE: readonly Category[] = [
  'date-of-birth',
  'national-id',
  'postal-address',
  'postal-code',
  'phone',
];

/** What narrows a range most, and is often there. */
const NARROWING: readonly Category[] = ['date-of-birth', 'postal-code', 'national-id'];

/** From here on a range has three digits that count. */
const ROUNDED = 1000;

/**
 * Between how many and how many people there are where only names and what stands beside them tell people apart: the range,
 * rounded outwards, what it rests on, how errors are thought of, and what would narrow it.
 *
 * @param range the fewest and the most people
 * @param compared categories of what was compared
 */
export function namedWords([fewest, most]: [number, number], compared: readonly string[]): string {
  const step = most < ROUNDED ? 1 : 10 ** (Math.floor(Math.log10(most)) - 2);
  const [low, high] = [Math.max(1, Math.floor(fewest / step) * step), Math.ceil(most / step) * step];
  const there = BESIDE.filter((category) => compared.includes(category));
  const wanted = NARROWING.filter((category) => !there.includes(category));
  const narrowing = capital(listWords(wanted.map(categoryNoun), 'or'));
  return [
    `${fewest === most ? `About ${numberWords(most)}` : `Between ${numberWords(low)} and ${numberWords(high)}`} people, by ${listWords(['name', ...there.map(categoryTitle)])}.`,
    'No key tells them apart: the lower number takes what a typing error in each field could explain for one person, the higher one only what agrees, or differs by one error where something else is equal.',
    'Errors in different fields count as independent.',
    ...(wanted.length === 0 ? [] : [`${narrowing} beside each name would narrow this.`]),
  ].join(' ');
}
