import type { ResultMeasure } from '../../contract/results';
import { formatMeasureId, isShare, parseMeasureId } from '../../contract/measure-id';

/** Ids of the counts behind a measure in the suppression table. */
export interface MeasureCells {
  /** What is counted; of a share, its numerator. null: nothing that is counted one by one (days, instants). */
  count: string | null;
  /** What it is taken of. */
  outOf: string | null;
}

/**
 * Which counts a measure shows. Shares of one set show one numerator. A share of people shows the count that has its name with `people.` for `share.`, so that
 * both are hidden together.
 */
export function measureCells(measure: ResultMeasure): MeasureCells {
  const { unit, of } = measure;
  const id = parseMeasureId(measure.id);
  if (id?.family === 'share.with')
    return { count: formatMeasureId({ ...id, family: 'people.with' }), outOf: of };
  if (id?.family === 'share.with-any')
    return { count: formatMeasureId({ ...id, family: 'people.with-any' }), outOf: of };
  if (id?.family === 'share.of' || id?.family === 'share.of-all')
    return { count: `${formatMeasureId({ ...id, family: 'share.of' })}/numerator`, outOf: of };
  return ['days', 'instant', 'share'].includes(unit) || id?.family === 'documents'
    ? { count: null, outOf: null }
    : { count: measure.id, outOf: of };
}

/** The exact count behind a measure of the private document: of a share, the numerator; null where there is none. */
export function exactCount(measure: ResultMeasure): number | null {
  const count = isShare(measure.id) ? measure.numerator : measure.inFile;
  return typeof count === 'number' ? count : null;
}
