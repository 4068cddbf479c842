import { type Count, hideSmall, isSmall, type PrivateResults, type ResultJoin } from '../../contract/results';
import { exactCount, measureCells } from './measure-cells';
import type { SuppressionTable } from './suppression-table';
import { fieldCell } from './suppression-table-of';

/**
 * The joins with the counts that may be said of them: small ones are hidden, those of a column as its different values are, and
 * what would give a hidden number of people back, or say that so few values are missing, is withheld.
 */
export function joinsShown(document: PrivateResults, cells: SuppressionTable): ResultJoin[] {
  const hidden = new Set<unknown>([
    ...document.people.flatMap(({ id, count }) => (cells.isHidden(id) ? [count] : [])),
    ...document.measures.flatMap((measure) => {
      const { count } = measureCells(measure);
      return count !== null && cells.isHidden(count) ? [exactCount(measure)] : [];
    }),
  ]);
  const shown = (count: Count): Count =>
    hidden.has(count) && hideSmall(count) === count && count !== 0 ? 'withheld' : hideSmall(count);
  return document.joins.map((join) => {
    const { from, values, matched, ambiguous } = join;
    const field = document.fields.find(({ kind, path }) => from === `${labelOf(document, kind)}: ${path}`);
    const isShut = field !== undefined && cells.isHidden(fieldCell(field, 'distinct'));
    const isNear = (count: Count) =>
      typeof count === 'number' && typeof values === 'number' && isSmall(values - count);
    // Of all but a few the number of all is said; where another number of people would be given back, neither is.
    const isOpen = !isShut && (isNear(matched) || shown(matched) !== 'withheld');
    return {
      ...join,
      values: !isOpen && hideSmall(values) === values ? 'withheld' : shown(values),
      matched: (!isOpen || isNear(matched)) && hideSmall(matched) === matched ? 'withheld' : shown(matched),
      ambiguous: shown(ambiguous),
    };
  });
}

function labelOf({ kinds }: PrivateResults, id: string): string {
  return kinds.find((kind) => kind.id === id)?.label ?? id;
}
