import { betaQuantile } from '../distributions/quantiles';
import { shareInterval } from './share-interval';

/**
 * Exact interval for a share by inverting two binomial tests (Clopper and Pearson 1934): the truth is missed in at most
 * half of 1 − level on each side, whatever it is. Use it for verdicts where the population's size is not known;
 * {@link hypergeometricInterval} is shorter where it is.
 *
 * @param successes whole number, 0 to examined
 * @param examined whole number from 1
 * @returns shares in [0, 1]
 * @throws NOT_A_COUNT, NOT_A_LEVEL, POPULATION_UNUSED
 * @example
 * clopperPearsonInterval(24, 100) // { low: 0.1602…, high: 0.3357…, level: 0.95, side: 'both', method: 'clopper-pearson' }
 */
export const clopperPearsonInterval = shareInterval('clopperPearsonInterval', 'clopper-pearson', {
  lower: (k, n, alpha) => {
    if (k === 0) return 0;
    return k === n ? alpha ** (1 / n) : betaQuantile(alpha, k, n - k + 1);
  },
  upper: (k, n, alpha) =>
    k === 0 ? -Math.expm1(Math.log(alpha) / n) : betaQuantile(1 - alpha, k + 1, n - k),
});
