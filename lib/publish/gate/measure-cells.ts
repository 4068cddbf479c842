import type { ResultMeasure } from '../../contract/results';

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
  const { id, unit, of } = measure;
  if (id.startsWith('share.with')) return { count: id.replace(/^share\./, 'people.'), outOf: of };
  if (id.startsWith('share.of'))
    return { count: `${id.replace(/^share\.of-all:/, 'share.of:')}/numerator`, outOf: of };
  return ['days', 'instant', 'share'].includes(unit) || id === 'documents'
    ? { count: null, outOf: null }
    : { count: id, outOf: of };
}

/** The exact count behind a measure of the private document: of a share, the numerator; null where there is none. */
export function exactCount(measure: ResultMeasure): number | null {
  const count = measure.id.startsWith('share.') ? measure.numerator : measure.inFile;
  return typeof count === 'number' ? count : null;
}
