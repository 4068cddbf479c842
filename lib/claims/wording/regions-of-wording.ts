import type { Region, Wording } from '../../contract/case';
import type { Reading } from '../../contract/results';
import { HEDGES } from './hedges';
import { type NumberKind, saidNumber } from './said-number';

/** The three readings, from the strictest to the loosest. */
export const READINGS: readonly Reading[] = ['strict', 'conventional', 'lenient'];

/** A region for each reading, in the wording's own unit; null where the words allow none. */
export type Regions = Record<Reading, Region | null>;

/** Whom a wording speaks of. */
export interface WordingContext {
  /** Defaults to how many. */
  kind?: NumberKind;
  /** People in all, for words that mean a part of them; null where that is not known. */
  population?: number | null;
  /** Nobody can say more of what is counted: of a part of the people, their number as it was checked. */
  everybody?: number | null;
}

const WITHOUT_NUMBER = ['none', 'some', 'small-number'];

/**
 * Turns a wording into the numbers that it allows. None lies below zero, and no upper end above everybody.
 *
 * @param wording of the claim; its value is a count, a share in [0, 1] or a length of time
 * @example
 * regionsOfWording({ hedge: 'bare', value: 24_000 }).strict // { low: 23_950, high: 24_050 }
 */
export function regionsOfWording(wording: Wording, context: WordingContext = {}): Regions {
  const { kind = 'count', population = null, everybody = null } = context;
  const { hedge, value = 0, digits } = wording;
  const numberless = wording.value === undefined && !WITHOUT_NUMBER.includes(hedge);
  const said = saidNumber(value, { kind, population, ...(digits !== undefined && { digits }) });
  const most = kind === 'share' ? 1 : kind === 'count' ? everybody : null;
  const region = (reading: Reading) =>
    numberless ? null : within(HEDGES[hedge][reading](said), { most, whole: kind === 'count' });
  return { strict: region('strict'), conventional: region('conventional'), lenient: region('lenient') };
}

/** The region of "some": no more is needed than that somebody has it. */
export function isSome({ low, high }: Region): boolean {
  return low === 1 && high === null;
}

/** The region of "none". */
export function isNone({ low, high }: Region): boolean {
  return low === 0 && high === 1;
}

/** What of a region can be: from zero, with no upper end where it reaches everybody. */
function within(
  region: Region | null,
  { most, whole }: { most: number | null; whole: boolean },
): Region | null {
  if (!region) return null;
  const low = region.low === null ? null : Math.max(0, region.low);
  // A number of people below one is nobody.
  const high = region.high !== null && whole && region.high < 1 ? 1 : region.high;
  if (most === null) return { low, high };
  if ((low ?? 0) > most) return whole ? { low, high } : null;
  return { low, high: high !== null && high > most ? null : high };
}
