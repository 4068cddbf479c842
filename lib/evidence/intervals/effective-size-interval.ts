import type { Interval, IntervalOptions } from '../../contract/evidence';
import { AnalysisError } from '../../contract/errors';
import { checkOptions } from './interval-options';
import { betaQuantile } from '../distributions/quantiles';

/**
 * Clopper and Pearson's interval for a share that was estimated with the precision of `size` people drawn one by one; the
 * size need not be whole. Use it where documents come in clusters or with weights.
 *
 * @param share estimate, in [0, 1]
 * @param size effective number examined, above 0
 * @returns shares in [0, 1]
 * @throws NOT_A_SHARE, NOT_ABOVE_ZERO, NOT_A_LEVEL, POPULATION_UNUSED
 * @example
 * effectiveSizeInterval(0.24, 1000 / 3) // { low: 0.1951…, high: 0.2895…, level: 0.95, … }
 */
export function effectiveSizeInterval(share: number, size: number, options: IntervalOptions = {}): Interval {
  const name = 'effectiveSizeInterval';
  if (options.population !== undefined) throw new AnalysisError('POPULATION_UNUSED', { function: name });
  if (!(share >= 0 && share <= 1))
    throw new AnalysisError('NOT_A_SHARE', { function: name, argument: 'share' });
  if (!(size > 0 && size < Infinity))
    throw new AnalysisError('NOT_ABOVE_ZERO', { function: name, argument: 'size' });
  const { level, side, lowerAlpha, upperAlpha } = checkOptions(name, options);
  const [held, rest] = [share * size, (1 - share) * size];
  const lower = () => (rest === 0 ? lowerAlpha ** (1 / size) : betaQuantile(lowerAlpha, held, rest + 1));
  const upper = () =>
    held === 0 ? -Math.expm1(Math.log(upperAlpha) / size) : betaQuantile(1 - upperAlpha, held + 1, rest);
  return {
    low: lowerAlpha === 0 || held === 0 ? 0 : lower(),
    high: upperAlpha === 0 || rest === 0 ? 1 : upper(),
    level,
    side,
    method: 'effective-size',
  };
}
