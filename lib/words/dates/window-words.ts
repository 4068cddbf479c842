import type { ResultWindow } from '../../contract/results';
import { listWords } from '../text/list-words';
import { dayWords } from './day-words';

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
