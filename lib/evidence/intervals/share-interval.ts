import type { Interval, IntervalOptions } from '../../contract/evidence';
import { checkShare } from './interval-options';

/** A lower limit of a share: successes, examined and the chance of a miss in, a share out. */
export type LowerLimit = (successes: number, examined: number, alpha: number) => number;

/**
 * Makes an interval function from a lower limit. The upper limit of k of n is taken as 1 minus the lower limit of n − k
 * of n where k is more than half, and from `upper` below that, so that limits near 0 keep their digits.
 *
 * @param name of the public function, for its errors
 * @param method as it stands in `method` of the result
 * @param limits the lower limit for any k, and the upper one for k up to half of n
 */
export function shareInterval(
  name: string,
  method: string,
  limits: { lower: LowerLimit; upper: LowerLimit },
): (successes: number, examined: number, options?: IntervalOptions) => Interval {
  return (successes, examined, options = {}) => {
    const { level, side, lowerAlpha, upperAlpha } = checkShare(name, successes, examined, options);
    const high = (k: number) =>
      k > examined / 2
        ? 1 - limits.lower(examined - k, examined, upperAlpha)
        : limits.upper(k, examined, upperAlpha);
    return {
      low: lowerAlpha === 0 ? 0 : limits.lower(successes, examined, lowerAlpha),
      high: upperAlpha === 0 ? 1 : high(successes),
      level,
      side,
      method,
    };
  };
}
