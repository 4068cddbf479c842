import { binomialTails } from '../lib/dist/evidence/distributions/binomial-tails';

/** The middle value; of an even number of values the upper of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/**
 * Exact interval of the median without any assumption on the distribution: the values that the sign test does not reject.
 *
 * @param confidence at least this, 0 to 1; defaults to 0.95
 * @returns low and high; unbounded where there are too few values for one (under six at 0.95)
 */
export function medianInterval(values: readonly number[], confidence = 0.95): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  let left = 0;
  while (binomialTails(left, sorted.length, 0.5).atMost <= (1 - confidence) / 2) left++;
  return left === 0
    ? [-Infinity, Infinity]
    : [sorted[left - 1] ?? -Infinity, sorted[sorted.length - left] ?? Infinity];
}
