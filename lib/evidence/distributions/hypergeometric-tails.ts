import { loaderLogPmf } from './loader-pmf';
import { tailSum, type Tails } from './tail-sum';

/**
 * Both tails of the hypergeometric distribution at k: the chance to see at most, and at least, k holders among n people
 * drawn at random without replacement from N of whom K hold the thing.
 *
 * The single term is three binomial saddle points (Loader 2000); the tail away from the mode is summed outward.
 *
 * @param k holders seen; values outside the support give 0 and 1
 * @param n people drawn, 0 to N
 * @param K holders in the population, 0 to N
 * @param N people in the population
 */
export function hypergeometricTails(k: number, n: number, K: number, N: number): Tails {
  const least = Math.max(0, n - (N - K));
  const most = Math.min(n, K);
  if (k < least) return { atMost: 0, atLeast: 1, term: 0 };
  if (k > most) return { atMost: 1, atLeast: 0, term: 0 };
  if (least === most) return { atMost: 1, atLeast: 1, term: 1 };
  const mode = Math.floor(((n + 1) * (K + 1)) / (N + 2));
  return tailSum({ k, probability: Math.exp(logTerm(k, n, K, N)), mode }, (i, step) =>
    step > 0
      ? ((K - i) / (i + 1)) * ((n - i) / (N - K - n + i + 1))
      : (i / (K - i + 1)) * ((N - K - n + i) / (n - i + 1)),
  );
}

function logTerm(k: number, n: number, K: number, N: number): number {
  const p = n / N;
  const q = (N - n) / N;
  return loaderLogPmf(k, K, p, q) + loaderLogPmf(n - k, N - K, p, q) - loaderLogPmf(n, N, p, q);
}
