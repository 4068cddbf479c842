import type { Interval } from '../../contract/evidence';
import { hypergeometricInterval } from './hypergeometric-interval';
import { checkCount, checkOptions } from './interval-options';

/** Options of {@link zeroCountUpper}. */
export interface ZeroCountOptions {
  /** Coverage, 0 to 1; defaults to 0.95. */
  level?: number;
  /** People in the population; without it the result is a share. */
  population?: number;
  /** `upper` (the default) spends all of 1 − level on the limit, `both` half of it. */
  side?: 'upper' | 'both';
}

/**
 * How many can have what nobody among those examined has (Hanley and Lippman-Hand 1983): about 3 of n one-sided at 95 %,
 * 3.689 of n two-sided. A sample never shows that nobody has it; this is what it shows instead.
 *
 * @param examined people drawn at random, whole number from 1
 * @returns people where a population is given, else a share in [0, 1]; low is 0
 * @throws NOT_A_COUNT, NOT_A_LEVEL
 * @example
 * zeroCountUpper(100_000, { population: 2_400_000 }).high // 70
 */
export function zeroCountUpper(examined: number, options: ZeroCountOptions = {}): Interval {
  const name = 'zeroCountUpper';
  const { side = 'upper', level = 0.95, population } = options;
  const { upperAlpha } = checkOptions(name, { side, level });
  checkCount(name, 'examined', examined, [1, population ?? Number.MAX_SAFE_INTEGER]);
  if (population !== undefined) {
    return {
      ...hypergeometricInterval(0, examined, { level, side, population }),
      method: 'zero-count-hypergeometric',
    };
  }
  return { low: 0, high: -Math.expm1(Math.log(upperAlpha) / examined), level, side, method: 'zero-count' };
}
