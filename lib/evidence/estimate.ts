import { ERRORS, type ErrorCode } from '../contract/errors';
import type { Counted, Evidence } from '../contract/evidence';
import type { ResultMeasure } from '../contract/results';
import { hardBounds, hardShareBounds } from './hard-bounds';
import { drawnInterval, randomDraw } from './random-draw';
import { countsTheDrawn, unitRefusal } from './unit-refusal';

/**
 * What follows for the population from what was counted in the input. Asks the evidence gate first, and is the only way
 * to a published interval.
 *
 * - everything, with an independent total: the count itself, exact
 * - people drawn at random, a measure of those people: the count scaled up, with the exact two-sided 95 % interval
 * - people drawn at random, any other measure: nothing (`OTHER_UNIT`, `IS_INPUT`, `NOT_EXTRAPOLATED`)
 * - any other input: no value, and limits that hold however it was drawn (`CONVENIENCE`)
 *
 * @param counted people, or for a share the numerator's and the denominator's count
 * @returns counts in the measure's unit; shares in [0, 1]; `level` is 1 where the limits are certain
 */
export function estimate(counted: Counted, evidence: Evidence): ResultMeasure {
  const row = inFileOnly(counted, evidence);
  const { count } = counted;
  if (counted.refused) return refuse(row, counted.refused as ErrorCode);
  if (count === null || row.inFile === null) return refuse(row, 'EMPTY_DENOMINATOR');
  if (evidence.kind === 'census') {
    const [low, high] = counted.range ?? [row.inFile, row.inFile];
    return { ...row, value: row.inFile, low, high, level: 1, method: 'census' };
  }
  const refusal = unitRefusal(counted, evidence);
  if (refusal === 'CONVENIENCE') return refuse({ ...row, ...certain(counted, count, evidence) }, refusal);
  const draw = randomDraw(evidence);
  if (refusal || !draw) return refuse(row, refusal ?? 'CONVENIENCE');
  const { low, high, level, side, method } = drawnInterval({ ...counted, count }, draw);
  const scaled = Math.round((count * draw.population) / draw.examined);
  return { ...row, value: counted.unit === 'share' ? row.inFile : scaled, low, high, level, side, method };
}

function inFileOnly(counted: Counted, evidence: Evidence): ResultMeasure {
  const { id, title, unit, of, under, count, outOf } = counted;
  const share = unit === 'share';
  const examined = share ? outOf : countsTheDrawn(counted, evidence) ? evidence.examined : null;
  const inFile = share ? (count === null || !outOf ? null : count / outOf) : count;
  return {
    ...{ id, title, unit, of, under, inFile },
    ...{ value: null, low: null, high: null, level: 0.95, side: 'both', numerator: count, examined },
    ...{ method: 'none', refused: null, wouldSettle: null },
  };
}

function refuse(row: ResultMeasure, code: ErrorCode): ResultMeasure {
  return { ...row, refused: code, wouldSettle: ERRORS[code].todo };
}

/** Limits of a convenience sample. A share without a known population has none; a count is at least what was found. */
function certain(counted: Counted, count: number, evidence: Evidence): Partial<ResultMeasure> {
  const own = countsTheDrawn(counted, evidence) ? evidence : { population: null, examined: null };
  const [low, high] = counted.range ?? [count, count];
  if (counted.unit !== 'share') return { ...hardBounds(low, high, own), level: 1, method: 'hard-bounds' };
  const bounds = hardShareBounds({ low: count, high: count, outOf: counted.outOf ?? 0 }, own);
  return bounds.high === null ? {} : { ...bounds, level: 1, method: 'hard-bounds' };
}
