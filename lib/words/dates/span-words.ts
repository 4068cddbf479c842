import type { SaidDuration, Span, SpanLength } from '../../contract/judgement';
import { numberWords } from '../numbers/number-words';
import { dayWords } from './day-words';

const SMALL = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A span in words: "4 to 26 December 2019", "4 December 2019 to 2 January 2020", "9:21 to 9:35 on 26 December 2019". */
export function spanWords({ from, to }: Span): string {
  if (from.length > 10 && from.slice(0, 10) === to.slice(0, 10)) {
    return `${clock(from)} to ${clock(to)} on ${dayWords(from)}`;
  }
  const [first, last] = [dayWords(from).split(' '), dayWords(to).split(' ')];
  const kept = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1;
  return `${first.slice(0, kept).join(' ')} to ${last.join(' ')}`;
}

/** How long a span is: "14 minutes", "22 days, or 23 with the first and the last day both counted". */
export function lengthWords(length: SpanLength): string {
  const elapsed = durationWords(length);
  return length.unit === 'minutes'
    ? elapsed
    : `${elapsed}, or ${length.value + 1} with the first and the last day both counted`;
}

/** A duration in words: "three weeks", "22 days". */
export function durationWords({ value, unit }: SaidDuration): string {
  const count = unit === 'weeks' ? (SMALL[value] ?? numberWords(value)) : numberWords(Math.round(value));
  return `${count} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

function clock(instant: string): string {
  return instant.slice(11, 16).replace(/^0/, '');
}
