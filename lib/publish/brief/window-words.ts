import { listWords } from '../../words/number-words';
import type { ResultWindow } from '../../contract/results';

/**
 * A date or instant as a date: "4 December 2019".
 *
 * @param zone in which an instant is meant; a date without a time is that date everywhere
 */
export function dayWords(at: string, zone = 'UTC'): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(at);
  const timeZone = dateOnly ? 'UTC' : zone;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(new Date(at));
}

/** An exposure window in one sentence, with the parties whose word it rests on and its length counted both ways. */
export function windowWords(window: ResultWindow): string {
  const { id, by, start, end, zone, elapsedDays, inclusiveDays } = window;
  const day = (at: string) => dayWords(at, zone);
  const opened = start[0] === null ? `on or before ${day(start[1])}` : between(day(start[0]), day(start[1]));
  const closed = end[1] === null ? `on or after ${day(end[0])}` : between(day(end[0]), day(end[1]));
  return `On the word of ${listWords(by)} alone, the server “${id}” was opened ${opened} and closed ${closed}: ${range(elapsedDays)} days passed, ${range(inclusiveDays)} days with the first and the last both counted (${zone} time).`;
}

function between(from: string, to: string): string {
  return from === to ? `on ${from}` : `between ${from} and ${to}`;
}

function range([low, high]: [number, number | null]): string {
  if (high === null) return `at least ${low}`;
  return low === high ? `${low}` : `${low} to ${high}`;
}
