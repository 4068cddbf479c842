import { stamped } from '../names/synthetic-stamp';
import { formatNumber } from '../numbers/format-number';

/** What the axis counts. */
export const GROUPS_AXIS = 'People in these records';

/** The chart of groups for those who cannot see it. */
export function groupsAlt(
  title: string,
  rows: readonly { label: string; people: number }[],
  synthetic: boolean,
): string {
  const said = rows.map(({ label, people }) => `${label} ${formatNumber(people)}`);
  return stamped(`${title}: ${said.join(', ')}.`, synthetic);
}
