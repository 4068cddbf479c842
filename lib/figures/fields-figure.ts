import type { Results } from '../contract/results';
import { fieldsAlt, fieldsAxis, fieldsTitle } from '../words/charts/fields-chart';
import { categoryTitle } from '../words/names/category-names';
import { formatCount } from '../words/numbers/format-number';
import { categoryCounts } from './category-counts';
import { dotChart } from './dot-chart';
import { drawnAt } from './drawn-at';
import type { Figure } from './figure';
import { isSynthetic } from './is-synthetic';
import { PALETTE } from './palette';

/**
 * What is in the file: one dot per category of data that somebody has, at the number of people who have it (documents
 * where nobody can be told apart), on a thin guide line: on a logarithmic axis a bar has no honest length. A hidden small
 * count is a pale dot at 9, marked "fewer than 10"; categories that nobody has stand in the alternative text only.
 *
 * @example fieldsFigure(leak.results).title // 'How many people have which data in this file'
 */
export function fieldsFigure(results: Results): Figure {
  const { unit, rows } = categoryCounts(results);
  const synthetic = isSynthetic(results);
  return dotChart({
    title: fieldsTitle(unit),
    alt: fieldsAlt(unit, rows, synthetic),
    axis: fieldsAxis(unit),
    name: 'in this file',
    rows: rows
      .filter(({ count }) => count !== 0)
      .map(({ category, count }) => ({
        label: categoryTitle(category),
        value: drawnAt(count),
        low: 0,
        text: formatCount(count),
        color: typeof count === 'number' ? PALETTE.mark : PALETTE.faint,
      })),
    synthetic,
    look: {
      rowHeight: 26,
      labels: 150,
      labelWidth: 22,
      bottom: 64,
      dot: 10,
      gap: 9,
      line: { color: PALETTE.faint, thickness: 1, width: 0 },
    },
  });
}
