import { loaderLogPmf } from './loader-pmf';
import { tailSum, type Tails } from './tail-sum';

/**
 * Both tails of the binomial distribution at k. Use {@link hypergeometricTails} where the population's size is known:
 * these tails are for a population without end.
 *
 * @param k successes seen, 0 to n
 * @param n people examined
 * @param p share of the population, 0 to 1
 */
export function binomialTails(k: number, n: number, p: number): Tails {
  if (p <= 0 || p >= 1 || n === 0) {
    const certain = p >= 1 ? n : 0;
    return { atMost: k >= certain ? 1 : 0, atLeast: k <= certain ? 1 : 0, term: k === certain ? 1 : 0 };
  }
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  const probability = Math.exp(loaderLogPmf(k, n, p, 1 - p));
  return tailSum({ k, probability, mode }, (i, step) =>
    step > 0 ? ((n - i) / (i + 1)) * odds : i / (n - i + 1) / odds,
  );
}
