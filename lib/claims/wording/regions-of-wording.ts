import type { Region, Wording } from '../../contract/case';
import type { Reading } from '../../contract/results';
import { HEDGES } from './hedges';

/** The three readings, from the strictest to the loosest. */
export const READINGS: readonly Reading[] = ['strict', 'conventional', 'lenient'];

/** A region for each reading, in the wording's own unit; null where the words allow none. */
export type Regions = Record<Reading, Region | null>;

/**
 * Turns a wording into the numbers that it allows.
 *
 * @param wording of the claim; its value is a count, or a share in [0, 1]
 * @param population size of the population, for words that mean a part of it; null where it is not known
 * @example
 * regionsOfWording({ hedge: 'bare', value: 24_000 }, null).strict // { low: 23_950, high: 24_050 }
 */
export function regionsOfWording(wording: Wording, population: number | null): Regions {
  const value = wording.value ?? 0;
  const said = { value, population, ...unitsOf(value, wording.digits) };
  const numberless = wording.value === undefined && !['none', 'some', 'small-number'].includes(wording.hedge);
  const region = (reading: Reading) => (numberless ? null : HEDGES[wording.hedge][reading](said));
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

/** Units of the last digit: given digits leave no doubt; zeros at the end of a whole number may or may not be meant. */
function unitsOf(value: number, digits: number | undefined): { coarse: number; fine: number } {
  if (value === 0) return { coarse: 1, fine: 1 };
  const written = value.toExponential().split('e')[0]?.replace(/\D/g, '').length ?? 1;
  const unit = 10 ** (Math.floor(Math.log10(value)) - (digits ?? written) + 1);
  const rounded = digits === undefined && Number.isInteger(value) && value % 10 === 0;
  return { coarse: unit, fine: rounded ? unit / 10 : unit };
}
