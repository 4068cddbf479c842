import type { Interval } from '../../contract/evidence';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { checkCount, checkOptions } from './interval-options';

/** Two captures of one population. */
export interface TwoCaptures {
  first: number;
  second: number;
  /** In both. */
  both: number;
}

/** How many there are in all, by two captures that are independent of each other. */
export interface CaptureEstimate {
  /** Chapman's. */
  estimate: number;
  /** Seber's, of the estimate. */
  variance: number;
}

/**
 * Least number there can be in all: everybody in one capture or the other. Holds however they were taken.
 *
 * @throws NOT_A_COUNT
 * @example
 * unionLowerBound({ first: 100, second: 80, both: 20 }) // 160
 */
export function unionLowerBound(captures: TwoCaptures): number {
  const { first, second, both } = checked('unionLowerBound', captures);
  return first + second - both;
}

/**
 * Chapman's estimate (1951) of how many there are in all, with Seber's variance (1970). Only for captures that are
 * independent: two first parts of one order estimate their own length, ten times too few.
 *
 * @throws NOT_A_COUNT
 * @example
 * chapmanEstimate({ first: 100, second: 80, both: 20 }).estimate // 388.57…
 */
export function chapmanEstimate(captures: TwoCaptures): CaptureEstimate {
  const { first, second, both } = checked('chapmanEstimate', captures);
  const estimate = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const variance =
    ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  return { estimate, variance };
}

/**
 * Exact interval for how many there are in all, from two independent captures, by inverting two hypergeometric tests over
 * the size of the population (Lincoln and Petersen's setting).
 *
 * @param options.level defaults to 0.95
 * @param options.side defaults to both
 * @returns whole people; `high` is Infinity where the captures share nobody
 * @throws NOT_A_COUNT, NOT_A_LEVEL
 * @example
 * captureInterval({ first: 100, second: 80, both: 20 }) // { low: 291, high: 604, … }
 */
export function captureInterval(
  captures: TwoCaptures,
  options: { level?: number; side?: Interval['side'] } = {},
): Interval {
  const name = 'captureInterval';
  const { first, second, both } = checked(name, captures);
  const { level, side, lowerAlpha, upperAlpha } = checkOptions(name, options);
  const union = first + second - both;
  const tails = (population: number) => hypergeometricTails(both, second, first, population);
  const low = () => firstFrom(union, (population) => tails(population).atMost > lowerAlpha);
  const high = () => firstFrom(union, (population) => tails(population).atLeast <= upperAlpha) - 1;
  return {
    low: side === 'upper' ? union : low(),
    high: side === 'lower' || both === 0 ? Infinity : Math.max(union, high()),
    level,
    side,
    method: 'two-captures',
  };
}

/** The smallest whole number from `start` that passes a test which no larger one fails; the reach doubles until one does. */
function firstFrom(start: number, passes: (x: number) => boolean): number {
  let [below, above] = [start - 1, start];
  while (!passes(above)) [below, above] = [above, 2 * above + 1];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (passes(middle)) above = middle;
    else below = middle;
  }
  return above;
}

function checked(name: string, captures: TwoCaptures): TwoCaptures {
  const { first, second, both } = captures;
  checkCount(name, 'first', first, [0, 2 ** 32]);
  checkCount(name, 'second', second, [0, 2 ** 32]);
  checkCount(name, 'both', both, [0, Math.min(first, second)]);
  return captures;
}
