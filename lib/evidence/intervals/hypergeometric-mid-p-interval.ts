import type { Interval, IntervalOptions } from '../../contract/evidence';
import { firstWhole } from '../distributions/bisect';
import { checkDrawnCount } from './hypergeometric-interval';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';

/**
 * Mid-P interval for the number of holders in a population of known size: as {@link hypergeometricInterval}, with half of
 * the probability of what was seen. For description only: it covers right on average and not always.
 *
 * @param successes holders seen, 0 to examined
 * @param examined people drawn without replacement, 1 to population
 * @returns whole people; a one-sided interval is open to the other end
 * @throws POPULATION_NEEDED, NOT_A_COUNT, NOT_A_LEVEL
 * @example
 * hypergeometricMidPInterval(3, 10, { population: 50 }) // { low: 5, high: 29, level: 0.95, … }
 */
export function hypergeometricMidPInterval(
  successes: number,
  examined: number,
  options: IntervalOptions = {},
): Interval {
  const checked = checkDrawnCount('hypergeometricMidPInterval', { successes, examined }, options);
  const { population, level, side, lowerAlpha, upperAlpha } = checked;
  const tails = (holders: number) => {
    const { atMost, atLeast, term } = hypergeometricTails(successes, examined, holders, population);
    return { atMost: atMost - term / 2, atLeast: atLeast - term / 2 };
  };
  const possible: [number, number] = [successes, population - (examined - successes)];
  const low = () => firstWhole((holders) => tails(holders).atLeast > lowerAlpha, possible);
  const high = () => firstWhole((holders) => tails(holders).atMost <= upperAlpha, possible) - 1;
  return {
    low: side === 'upper' ? 0 : low(),
    high: side === 'lower' ? population : high(),
    level,
    side,
    method: 'hypergeometric-mid-p',
  };
}
