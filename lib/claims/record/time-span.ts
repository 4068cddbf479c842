import { numberWords } from '../../words/number-words';

const DAY = 86_400_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A first and a last day, or two instants, as a claim names them: ISO 8601. */
export interface Span {
  from: string;
  to: string;
}

/** Whether a span is given by the day. */
export function isDaily({ from, to }: Span): boolean {
  return from.length === 10 && to.length === 10;
}

/** Days from the first to the last; with both counted it is one more. */
export function elapsedDays({ from, to }: Span): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY);
}

/** The two lengths that a span may be said to have, in days: elapsed, and with both days counted. Instants have one. */
export function lengthsInDays(span: Span): number[] {
  if (!isDaily(span)) return [(Date.parse(span.to) - Date.parse(span.from)) / DAY];
  return [elapsedDays(span), elapsedDays(span) + 1];
}

/** "4 December 2019". */
export function dayWords(date: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** "4 to 26 December 2019", "4 December 2019 to 2 January 2020", "9:21 to 9:35 on 26 December 2019". */
export function spanWords({ from, to }: Span): string {
  if (from.length > 10 && from.slice(0, 10) === to.slice(0, 10)) {
    return `${clock(from)} to ${clock(to)} on ${dayWords(from)}`;
  }
  const [first, last] = [dayWords(from).split(' '), dayWords(to).split(' ')];
  const kept = first[2] !== last[2] ? 3 : first[1] !== last[1] ? 2 : 1;
  return `${first.slice(0, kept).join(' ')} to ${last.join(' ')}`;
}

/** "22 days", or "22 days, or 23 with the first and the last day both counted". */
export function lengthWords(span: Span): string {
  if (!isDaily(span))
    return durationWords(((Date.parse(span.to) - Date.parse(span.from)) / DAY) * 1440, 'minutes');
  const days = elapsedDays(span);
  return `${durationWords(days, 'days')}, or ${days + 1} with the first and the last day both counted`;
}

/** A duration as pages print it: "three weeks", "22 days". */
export function durationWords(value: number, unit: string): string {
  const count = unit === 'weeks' ? (SMALL[value] ?? numberWords(value)) : numberWords(Math.round(value));
  return `${count} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

function clock(instant: string): string {
  return instant.slice(11, 16).replace(/^0/, '');
}
