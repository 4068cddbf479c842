import { binomialTails } from '../distributions/binomial-tails';
import { bisectReal } from '../distributions/bisect';
import { shareInterval } from './share-interval';

/**
 * Mid-P interval for a share (Lancaster 1961): as Clopper and Pearson's, with half of the probability of what was seen.
 * For describing rare fields; its coverage is right on average and can fall to 91 %, so no verdict rests on it.
 *
 * @param successes whole number, 0 to examined
 * @param examined whole number from 1
 * @returns shares in [0, 1]
 * @throws NOT_A_COUNT, NOT_A_LEVEL, POPULATION_UNUSED
 * @example
 * midPInterval(24, 100) // { low: 0.1639…, high: 0.3308…, level: 0.95, side: 'both', method: 'mid-p' }
 */
export const midPInterval = shareInterval('midPInterval', 'mid-p', {
  lower: (k, n, alpha) => {
    if (k === 0) return 0;
    if (k === n) return (2 * alpha) ** (1 / n);
    return bisectReal((p) => halved(k, n, p).atLeast, alpha, [0, k / n]);
  },
  upper: (k, n, alpha) => {
    if (k === 0) return -Math.expm1(Math.log(2 * alpha) / n);
    return bisectReal((p) => -halved(k, n, p).atMost, -alpha, [k / n, 1]);
  },
});

function halved(k: number, n: number, p: number): { atMost: number; atLeast: number } {
  const { atMost, atLeast, term } = binomialTails(k, n, p);
  return { atMost: atMost - term / 2, atLeast: atLeast - term / 2 };
}
