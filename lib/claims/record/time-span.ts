import type { Span, SpanLength } from '../../contract/judgement';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** How long a span is; given by the day, the days from the first to the last. */
export function lengthOf({ from, to }: Span): SpanLength {
  const elapsed = Date.parse(to) - Date.parse(from);
  return from.length === 10 && to.length === 10
    ? { value: Math.round(elapsed / DAY), unit: 'days' }
    : { value: elapsed / MINUTE, unit: 'minutes' };
}

/** The lengths that a span may be said to have, in days: elapsed, and with both days counted. Instants have one. */
export function lengthsInDays(span: Span): number[] {
  const { value, unit } = lengthOf(span);
  return unit === 'days' ? [value, value + 1] : [value / 1440];
}
