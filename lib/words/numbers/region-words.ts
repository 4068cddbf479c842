import type { Region } from '../../contract/case';
import { numberWords, percentWords } from './number-words';

/** A region in words: "23,500 to 24,499", "at least 40 million", "23.5 % to 24.5 %". Counts are whole; both ends are in. */
export function regionWords({ low, high }: Region, share: boolean): string {
  if (share) return `${percentWords(low ?? 0)} to ${percentWords(high ?? 1)}`;
  const least = Math.max(0, Math.ceil(low ?? 0));
  const most = high === null ? null : Math.ceil(high) - 1;
  if (most === null) return least === 0 ? 'any number' : `at least ${numberWords(least)}`;
  if (least === most) return `exactly ${numberWords(least)}`;
  return least <= 1 ? `at most ${numberWords(most)}` : `${numberWords(least)} to ${numberWords(most)}`;
}
