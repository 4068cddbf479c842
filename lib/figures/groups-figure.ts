import { GROUPS_AXIS, groupsAlt } from '../words/charts/groups-chart';
import { formatNumber } from '../words/numbers/format-number';
import { dotChart } from './dot-chart';
import type { Figure } from './figure';
import { PALETTE } from './palette';

/** Rows that a picture of groups has at most: of more nobody reads the labels. */
const MOST_ROWS = 60;
/** Width that a character of a label takes, and of the widest label, px. */
const [CHARACTER, WIDEST] = [7.2, 270];

/** What is drawn: groups that may be told, with their exact numbers. */
export interface GroupsDrawn {
  title: string;
  rows: readonly { label: string; people: number }[];
  synthetic: boolean;
}

/**
 * People by value: a dot for each group that is told, on a thin guide line.
 *
 * @returns null where there are not two rows to compare, or too many to read
 */
export function groupsFigure({ title, rows, synthetic }: GroupsDrawn): Figure | null {
  if (rows.length < 2 || rows.length > MOST_ROWS) return null;
  return dotChart({
    title,
    alt: groupsAlt(title, rows, synthetic),
    axis: GROUPS_AXIS,
    name: 'people',
    rows: rows.map(({ label, people }) => ({ label, value: people, low: 0, text: formatNumber(people) })),
    synthetic,
    look: {
      rowHeight: 26,
      labels: Math.min(WIDEST, 24 + CHARACTER * Math.max(...rows.map(({ label }) => label.length))),
      labelWidth: 34,
      bottom: 64,
      dot: 10,
      gap: 9,
      line: { color: PALETTE.faint, thickness: 1, width: 0 },
    },
  });
}
