import type { Hedge, Wording } from '../../contract/case';
import { numberWords, percentWords } from './number-words';

const HEDGE_WORDS: Record<Hedge, string> = {
  bare: '',
  about: 'about',
  around: 'around',
  almost: 'almost',
  over: 'over',
  'at-least': 'at least',
  'up-to': 'up to',
  none: 'none',
  some: 'some',
  'small-number': 'a small number',
  exactly: 'exactly',
  'no-evidence': 'no evidence',
  'not-aware': 'not aware',
  'never-collected': 'never collected',
  'no-plans': 'no plans',
};

/**
 * A claim in two or three words, for a figure: the party's own phrase where the case has one, else its hedge and number.
 *
 * @param share the value is a share in [0, 1]
 * @example wordingWords({ hedge: 'about', value: 140, unit: 'people' }, false) // 'about 140'
 */
export function wordingWords({ hedge, value, words }: Wording, share: boolean): string {
  if (words !== undefined) return words;
  const number = value === undefined ? '' : share ? percentWords(value) : numberWords(value);
  return [HEDGE_WORDS[hedge], number].filter((word) => word !== '').join(' ');
}
