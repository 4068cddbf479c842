import { listWords } from '../text/list-words';

/** What people are counted by, as a heading: "People by month of create_ts and by device model". */
export function groupsTitle(things: readonly { name: string; period: string | null }[]): string {
  const by = things.map(({ name, period }) => `by ${period === null ? '' : `${period} of `}${name}`);
  return `People ${listWords(by)}`;
}

/** The row of everybody who is in no other row. */
export const OTHERS = 'all others';
/** The row of those who have no value. */
export const WITHOUT = 'no value';
/** The same of two things. */
export const WITHOUT_PAIR = 'not both';

/** What the row of all others stands for. */
export const OTHERS_NOTE =
  'All others: people with a value that fewer than 10 people share or that is never shown, people whose row would give a small group away, and, where they have no row, people without a value. A value that looks like an address, a number or a code of somebody is never shown, however many share it.';

/** How people are told apart. */
export function countedAs(unit: string, definition: string): string {
  return `${definition}, counted as ${unit}. The same person can be in several rows.`;
}

/** How two values were brought together. */
export const TOGETHER = {
  document: 'Two values belong together where they stand in the same document.',
  person:
    'The two stand in different kinds of document: they belong together where they are of the same person.',
};

/** Why no value of a category is told. */
export function neverShown(category: string): string {
  return `Values of this kind (${category}) stand for one person, device or account, or open one: they are never shown.`;
}

/** Under times that were counted one by one. */
export const TIMES_NOTE = 'Times are grouped by day, week, month or year: `{ by: "month" }`.';

/** In which zone days begin, and what became of texts that are no times. */
export function zoneNote(zone: string): string {
  return `Days begin in the zone ${zone}; a text that is no time counts as no value.`;
}

/** How many groups are told of those that could be. */
export function mostNote(most: number): string {
  return `Only the ${most} largest groups have a row of their own.`;
}

/** A path whose meaning is disputed counts under each meaning. */
export const DISPUTED_NOTE = 'A path whose meaning is disputed counts under each of its meanings.';

/** Kinds of document that hold the thing and name no person. */
export const KINDS_LEFT_OUT = 'Documents of kinds that name no person are left out.';

/** Why a question cannot be answered, to follow a colon. */
export function unknownPeriod(by: string): string {
  return `${by} is no stretch of time; there are day, week, month and year`;
}
export function noTimeIn(things: readonly string[]): string {
  return `no times are recognised in ${listWords(things)}, so there is nothing to group by time`;
}
export const SAME_TWICE = 'it names the same thing twice';
export const NOTHING_NAMED = 'it names no path and no category';
export const MADE_ALREADY = 'a finished run keeps the case and the draw that it was made with';
