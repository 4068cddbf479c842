import { ERRORS, type ErrorCode } from '../../contract/errors';
import type { Counted, Evidence } from '../../contract/evidence';
import type { ResultMeasure } from '../../contract/results';
import { countsTheDrawn, unitRefusal } from '../draw/admissible';
import { designLimits } from './limits-of-draw';
import { hardBounds, hardShareBounds } from './hard-bounds';
import { provenDraw } from '../draw/proven-draw';
import { sumOf, unknownUnits } from './unknown-units';
import { withFresh, withMore } from './with-units';

/**
 * What follows for the population from what was counted in the input. Asks the evidence gate first, and is the only way
 * to a published interval.
 *
 * - everything, with an independent total: the count itself, exact
 * - a proven random draw, of a measure that it speaks of (`ADMISSIBLE`): the best estimate with a two-sided 95 % interval
 * - a proven random draw, of any other measure: nothing, and the code says why
 * - any other input: no value, and limits that hold however it was drawn (`CONVENIENCE`)
 *
 * What the count does not know (`unknownUnits`) widens the limits in every design: each document that could not be read, or
 * whose person could not be told, may hold one more. Where the records do not tell of some people (`upper`), there is no best
 * number either: the lower limit is that of those who hold the thing, the upper one that of those who may.
 *
 * @param counted people, or for a share the numerator's and the denominator's count
 * @returns counts in the measure's unit; shares in [0, 1]; `level` is 1 where the limits are certain
 */
export function estimate(counted: Counted, evidence: Evidence): ResultMeasure {
  const row = estimateKnown(counted, evidence);
  const { count, upper } = counted;
  if (count === null || (row.low === null && row.high === null)) return row;
  const { units, fresh } = sumOf(unknownUnits(counted, evidence));
  if (units === 0) return row;
  const known = { ...counted, count };
  const highs = withMore(known, units, evidence).map((most) => estimateKnown(most, evidence).high);
  const wider = withFresh(known, fresh, evidence);
  const low = wider === known ? row.low : fresh === Infinity ? 0 : estimateKnown(wider, evidence).low;
  return {
    ...row,
    ...(upper && { inFile: null, value: null }),
    low,
    high: highs.every((high) => typeof high === 'number' && high < Infinity)
      ? Math.max(...highs.map(Number))
      : null,
  };
}

/** The same as if nothing more were unknown of it than who was not drawn. */
function estimateKnown(counted: Counted, evidence: Evidence): ResultMeasure {
  const row = inFileOnly(counted, evidence);
  const { count } = counted;
  if (count === null && counted.unknowns && counted.unknowns.nobodys.documents > 0)
    return refuse(row, 'NO_PERSON_KEY');
  if (count === null || row.inFile === null) return refuse(row, 'EMPTY_DENOMINATOR');
  if (evidence.kind === 'census') return everything(row, counted);
  const refusal = unitRefusal(counted, evidence);
  if (refusal === 'DEPENDENT_CAPTURES')
    return refuse({ ...row, low: count - (counted.repeated ?? 0), level: 1, method: 'union-bound' }, refusal);
  if (refusal === 'CONVENIENCE' || refusal === 'SIZE_BIASED')
    return refuse({ ...row, ...certain(counted, count, evidence) }, refusal);
  const draw = provenDraw(evidence);
  if (refusal || !draw) return refuse(row, refusal ?? 'CONVENIENCE');
  const limits = designLimits({ ...counted, count }, draw);
  const { low, high } = limits.at(0.025, 0.025);
  const bounded = high === Infinity ? null : high;
  // Whoever was seen is there, whatever the draw.
  const least = counted.unit === 'share' ? low : Math.max(low, count);
  return { ...row, value: limits.value, low: least, high: bounded, method: limits.method };
}

/** The count itself. */
function everything(row: ResultMeasure, { range }: Counted): ResultMeasure {
  const [low, high] = range ?? [row.inFile, row.inFile];
  return { ...row, value: row.inFile, low, high, level: 1, method: 'census' };
}

function inFileOnly(counted: Counted, evidence: Evidence): ResultMeasure {
  const { id, title, unit, of, under, count, outOf, unknowns } = counted;
  const share = unit === 'share';
  const examined = share ? outOf : countsTheDrawn(counted, evidence) ? evidence.examined : null;
  const inFile = share ? (count === null || !outOf ? null : count / outOf) : count;
  return {
    id,
    title,
    unit,
    of,
    under,
    inFile,
    value: null,
    low: null,
    high: null,
    level: 0.95,
    side: 'both',
    numerator: count,
    examined,
    method: 'none',
    refused: null,
    wouldSettle: null,
    unknowns: unknowns
      ? {
          unread: unknowns.unread.documents,
          nobodys: unknowns.nobodys.documents,
          opaque: unknowns.opaque.paths,
          inOpaque: unknowns.opaque.units,
        }
      : null,
  };
}

function refuse(row: ResultMeasure, code: ErrorCode): ResultMeasure {
  return { ...row, refused: code, wouldSettle: ERRORS[code].todo };
}

/** Limits of a convenience sample. A share without a known population has none; a count is at least what was found once. */
function certain(counted: Counted, count: number, evidence: Evidence): Partial<ResultMeasure> {
  const own = countsTheDrawn(counted, evidence) ? evidence : { population: null, examined: null };
  const [low, high] = counted.range ?? [count - (counted.repeated ?? 0), count];
  if (counted.unit !== 'share') return { ...hardBounds(low, high, own), level: 1, method: 'hard-bounds' };
  const bounds = hardShareBounds({ low: count, high: count, outOf: counted.outOf ?? 0 }, own);
  return bounds.high === null ? {} : { ...bounds, level: 1, method: 'hard-bounds' };
}
