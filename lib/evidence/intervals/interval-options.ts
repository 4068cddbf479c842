import { AnalysisError } from '../../contract/errors';
import type { IntervalOptions } from '../../contract/evidence';

/** What an interval function works with once its arguments have passed the door. */
export interface CheckedOptions {
  level: number;
  side: 'both' | 'lower' | 'upper';
  /** Chance of a miss below the true value; 0 where the lower limit is not asked for. */
  lowerAlpha: number;
  /** Chance of a miss above it. */
  upperAlpha: number;
}

/**
 * Options with their defaults, and the chance of a miss spent on each side: half of 1 − level on both, or all of it on one.
 *
 * @throws NOT_A_LEVEL where the level is not strictly between 0 and 1
 */
export function checkOptions(name: string, options: IntervalOptions): CheckedOptions {
  const { level = 0.95, side = 'both' } = options;
  if (!(level > 0 && level < 1)) throw new AnalysisError('NOT_A_LEVEL', { function: name });
  const alpha = side === 'both' ? (1 - level) / 2 : 1 - level;
  return { level, side, lowerAlpha: side === 'upper' ? 0 : alpha, upperAlpha: side === 'lower' ? 0 : alpha };
}

/**
 * Checks that an argument is a whole number within its range.
 *
 * @throws NOT_A_COUNT
 */
export function checkCount(name: string, argument: string, value: number, range: [number, number]): void {
  const [low, high] = range;
  if (Number.isSafeInteger(value) && value >= low && value <= high) return;
  throw new AnalysisError('NOT_A_COUNT', { function: name, argument, low, high });
}

/**
 * The options of a function for shares, whose formulas know no population.
 *
 * @throws NOT_A_COUNT, NOT_A_LEVEL; POPULATION_UNUSED where a population is given, because the result would not use it
 */
export function checkShare(
  name: string,
  successes: number,
  examined: number,
  options: IntervalOptions,
): CheckedOptions {
  if (options.population !== undefined) throw new AnalysisError('POPULATION_UNUSED', { function: name });
  checkCount(name, 'examined', examined, [1, Number.MAX_SAFE_INTEGER]);
  checkCount(name, 'successes', successes, [0, examined]);
  return checkOptions(name, options);
}
