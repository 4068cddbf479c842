import { AnalysisError } from '../../contract/errors';
import type { Interval, IntervalOptions } from '../../contract/evidence';
import { firstWhole } from '../distributions/bisect';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { checkCount, checkOptions } from './interval-options';

/** A tail that equals the limit exactly must not pass for being above it after rounding. */
const TIE = 1 + 1e-12;

/**
 * Exact interval for the number of holders in a population of known size, from a simple random sample of it, by inverting
 * two hypergeometric tests (Konijn 1973). Every verdict from a random draw rests on these tails: the truth is missed in
 * at most half of 1 − level on each side.
 *
 * @param successes holders seen, 0 to examined
 * @param examined people drawn without replacement, 1 to population
 * @returns whole people, between what was seen and what is left; a one-sided interval is open to the other end
 * @throws POPULATION_NEEDED, NOT_A_COUNT, NOT_A_LEVEL
 * @example
 * hypergeometricInterval(3, 50_000, { population: 2_400_000 }) // { low: 31, high: 417, level: 0.95, … }
 */
export function hypergeometricInterval(
  successes: number,
  examined: number,
  options: IntervalOptions = {},
): Interval {
  const name = 'hypergeometricInterval';
  const { population } = options;
  if (population === undefined) throw new AnalysisError('POPULATION_NEEDED', { function: name });
  checkCount(name, 'population', population, [1, 2 ** 32]);
  checkCount(name, 'examined', examined, [1, population]);
  checkCount(name, 'successes', successes, [0, examined]);
  const { level, side, lowerAlpha, upperAlpha } = checkOptions(name, options);
  const tails = (holders: number) => hypergeometricTails(successes, examined, holders, population);
  const possible: [number, number] = [successes, population - (examined - successes)];
  const low = () => firstWhole((holders) => tails(holders).atLeast > lowerAlpha * TIE, possible);
  const high = () => firstWhole((holders) => tails(holders).atMost <= upperAlpha * TIE, possible) - 1;
  return {
    low: side === 'upper' ? 0 : low(),
    high: side === 'lower' ? population : high(),
    level,
    side,
    method: 'hypergeometric-exact',
  };
}
