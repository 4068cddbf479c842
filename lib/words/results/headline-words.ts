import type { Count } from '../../contract/results';
import { formatNumber } from '../numbers/format-number';
import { capital } from '../text/sentence';
import { manyWords, numberWords } from '../numbers/number-words';

/** By what people are counted, and why by that. */
const WAYS: Record<string, [by: string, why: string]> = {
  'people.accounts': [
    'account number',
    'Account numbers come first: each stands for one account, while an address can be shared.',
  ],
  'people.emails-l2': [
    'e-mail address',
    'No account number tells them apart, so each address counts as one person: somebody can have two, and two can share one.',
  ],
  'people.phones': [
    'phone number',
    'Neither account numbers nor addresses tell them apart, so each phone number counts as one person: a family can share one.',
  ],
  'people.user-names': [
    'user name',
    'Only user names tell them apart, which is the weakest way: one person can have several.',
  ],
  'people.emails-named': [
    'address of sender or recipient',
    'Nothing else tells them apart, so each address counts as one person: a mailing list has one too, and somebody can have several.',
  ],
};

/** From here on the headline has two digits that count. */
const ROUNDED = 10_000;

/**
 * How many people an input holds, in one line: the number by which shares are counted, rounded where it is large, what it rests on,
 * and how far the other ways of counting lie apart.
 *
 * @param main the definition by which shares are counted, and its people
 * @param range the fewest and the most people over all ways of counting; null where none may be said
 * @example headlineWords({ id: 'people.households', count: 1200 }, null) // '1,200 people.'
 */
export function headlineWords(
  main: { id: string; count: Count | null },
  range: [number, number] | null,
): string {
  const { id, count } = main;
  const [by, why] = WAYS[id] ?? [null, null];
  const people = count === 1 ? 'One person' : `${peopleCount(count)} people`;
  const [fewest, most] = range ?? [null, null];
  const apart =
    fewest === null || most === null || typeof count !== 'number'
      ? ''
      : fewest === most
        ? '; as many whichever way they are counted'
        : `; ${formatNumber(fewest)} to ${formatNumber(most)}, whichever way they are counted`;
  return `${people}${by === null ? '' : `, by ${by}`}${apart}.${why === null ? '' : ` ${why}`}`;
}

function peopleCount(count: Count | null): string {
  if (typeof count !== 'number')
    return count === '<10' ? 'Fewer than 10' : capital(manyWords(count ?? 'withheld'));
  if (count < ROUNDED) return formatNumber(count);
  const digits = 10 ** (Math.floor(Math.log10(count)) - 1);
  const rounded = Math.round(count / digits) * digits;
  return rounded === count ? numberWords(count) : `About ${numberWords(rounded)}`;
}
