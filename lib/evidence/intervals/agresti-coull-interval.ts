import { normalQuantile } from '../distributions/quantiles';
import { shareInterval } from './share-interval';

/**
 * Agresti and Coull's interval for a share (1998): Wald's around the centre of Wilson's, cut off at 0 and 1. For description
 * only: it covers as often as it says, but wastes width on rare things and misses more on one side than on the other.
 *
 * @param successes whole number, 0 to examined
 * @param examined whole number from 1
 * @returns shares in [0, 1]
 * @throws NOT_A_COUNT, NOT_A_LEVEL, POPULATION_UNUSED
 * @example
 * agrestiCoullInterval(24, 100) // { low: 0.1663…, high: 0.3328…, level: 0.95, side: 'both', method: 'agresti-coull' }
 */
export const agrestiCoullInterval = shareInterval('agrestiCoullInterval', 'agresti-coull', {
  lower: (k, n, alpha) => Math.max(0, limit(k, n, normalQuantile(alpha))),
  upper: (k, n, alpha) => Math.min(1, limit(k, n, -normalQuantile(alpha))),
});

function limit(k: number, n: number, z: number): number {
  const size = n + z * z;
  const centre = (k + (z * z) / 2) / size;
  return centre + z * Math.sqrt((centre * (1 - centre)) / size);
}
