import type { Results } from '../contract/results';
import { PEOPLE_AXIS, PEOPLE_TITLE, peopleAlt } from '../words/charts/people-chart';
import { formatCount } from '../words/numbers/format-number';
import { dotChart } from './dot-chart';
import { drawnAt } from './drawn-at';
import type { Figure } from './figure';
import { isSynthetic } from './is-synthetic';
import { PALETTE } from './palette';
import { peopleCurve } from './people-curve';

/**
 * The people curve: a dot for each way of counting, dark where it counts people, pale for what is counted for comparison; a
 * line where the definition itself leaves a range open.
 *
 * @example peopleFigure(leak.results).title // 'How many people are in this file, by who counts as one'
 */
export function peopleFigure(results: Results): Figure {
  const rows = peopleCurve(results);
  const synthetic = isSynthetic(results);
  return dotChart({
    title: PEOPLE_TITLE,
    alt: peopleAlt(rows, synthetic),
    axis: PEOPLE_AXIS,
    name: 'in this file',
    rows: rows.map(({ label, count, range, person }) => ({
      label,
      value: drawnAt(count),
      ...(typeof range?.[0] === 'number' && { low: range[0] }),
      ...(typeof range?.[1] === 'number' && { high: range[1] }),
      text: formatCount(count),
      color: person ? PALETTE.mark : PALETTE.faint,
    })),
    shown: rows.flatMap(({ count, range }) => [count, ...(range ?? [])].map(drawnAt)),
    synthetic,
    look: {
      rowHeight: 30,
      labels: 150,
      labelWidth: 22,
      bottom: 96,
      dot: 10,
      gap: 10,
      line: { color: PALETTE.mark, thickness: 2, width: 5 },
    },
  });
}
