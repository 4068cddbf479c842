import type { Count } from '../../contract/results';
import { stamped } from '../names/synthetic-stamp';
import { formatCount } from '../numbers/format-number';

/** Title of the people curve. */
export const PEOPLE_TITLE = 'How many people are in this file, by who counts as one';

/** What its axis counts. */
export const PEOPLE_AXIS = 'In this file<br>(dark: people,<br>pale: for comparison)';

/** The curve for those who cannot see it. */
export function peopleAlt(
  rows: readonly { label: string; count: Count; range: [Count, Count] | null }[],
  synthetic: boolean,
): string {
  const said = rows.map(({ label, count, range }) => {
    const limits = range ? ` (${formatCount(range[0])} to ${formatCount(range[1])})` : '';
    return `${label}: ${formatCount(count)}${limits}`;
  });
  const start = 'People in this file under each definition, beside what else can be counted';
  return stamped(`${start}. ${said.join('; ') || 'Nothing tells people apart'}.`, synthetic);
}
