import { normalQuantile } from '../distributions/quantiles';
import { shareInterval } from './share-interval';

/**
 * Wilson's score interval for a share (Wilson 1927), without continuity correction. For description only: near np = 0.17
 * it misses on one side in 16 % of samples, so no verdict rests on it. Limits are 0 at 0 of n and 1 at n of n.
 *
 * @param successes whole number, 0 to examined
 * @param examined whole number from 1
 * @returns shares in [0, 1]
 * @throws NOT_A_COUNT, NOT_A_LEVEL, POPULATION_UNUSED
 * @example
 * wilsonInterval(24, 100) // { low: 0.1669…, high: 0.3323…, level: 0.95, side: 'both', method: 'wilson' }
 */
export const wilsonInterval = shareInterval('wilsonInterval', 'wilson', {
  // The smaller root of Wilson's quadratic, as product of the roots over the larger one: no digits cancel.
  lower: (k, n, alpha) => (k === 0 ? 0 : (k * k) / n / largerRoot(k, n, alpha)),
  upper: (k, n, alpha) => largerRoot(k, n, alpha) / (n + zSquared(alpha)),
});

function zSquared(alpha: number): number {
  return normalQuantile(alpha) ** 2;
}

function largerRoot(k: number, n: number, alpha: number): number {
  const square = zSquared(alpha);
  return k + square / 2 + Math.sqrt(square) * Math.sqrt((k * (n - k)) / n + square / 4);
}
