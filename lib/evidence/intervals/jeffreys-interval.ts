import { betaQuantile } from '../distributions/quantiles';
import { shareInterval } from './share-interval';

/**
 * Jeffreys' interval for a share: quantiles of Beta(k + ½, n − k + ½), with 0 at 0 of n and 1 at n of n (Brown, Cai and
 * DasGupta 2001). For description only: it can miss on one side in 10 % of samples.
 *
 * @param successes whole number, 0 to examined
 * @param examined whole number from 1
 * @returns shares in [0, 1]
 * @throws NOT_A_COUNT, NOT_A_LEVEL, POPULATION_UNUSED
 * @example
 * jeffreysInterval(0, 10) // { low: 0, high: 0.2171…, level: 0.95, side: 'both', method: 'jeffreys' }
 */
export const jeffreysInterval = shareInterval('jeffreysInterval', 'jeffreys', {
  lower: (k, n, alpha) => (k === 0 ? 0 : betaQuantile(alpha, k + 0.5, n - k + 0.5)),
  upper: (k, n, alpha) => betaQuantile(1 - alpha, k + 0.5, n - k + 0.5),
});
