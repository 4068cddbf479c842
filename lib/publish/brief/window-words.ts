import type { ResultWindow } from '../../contract/results';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date or instant as a date: "4 December 2019". */
export function dayWords(at: string): string {
  return DAY.format(new Date(`${at.slice(0, 10)}T00:00:00Z`));
}

/** An exposure window in one sentence, with its length counted both ways. */
export function windowWords({ start, end, elapsedDays, inclusiveDays }: ResultWindow): string {
  const opened = start[0] === null ? `no later than ${dayWords(start[1])}` : between(start[0], start[1]);
  const closed = end[1] === null ? `not before ${dayWords(end[0])}` : between(end[0], end[1]);
  const days = `${range(elapsedDays)} days from the first to the last, ${range(inclusiveDays)} calendar days counted with both ends`;
  return `Opened ${opened}, closed ${closed}: ${days}.`;
}

function between(from: string, to: string): string {
  const [first, last] = [dayWords(from), dayWords(to)];
  return first === last ? `on ${first}` : `between ${first} and ${last}`;
}

function range([low, high]: [number, number | null]): string {
  if (high === null) return `at least ${low}`;
  return low === high ? `${low}` : `${low} to ${high}`;
}
