/* eslint-disable @typescript-eslint/no-require-imports -- loading these takes 60 ms, and most runs of `inspect` ask for no interval */
import type beta from '@stdlib/stats-base-dists-beta-quantile';

/**
 * Quantile of the beta distribution (stdlib), loaded at its first use.
 *
 * @param p probability
 * @param a first shape parameter
 * @param b second shape parameter
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return (require('@stdlib/stats-base-dists-beta-quantile') as typeof beta)(p, a, b);
}

/**
 * Upper quantile of Student's t distribution, by way of the beta distribution.
 *
 * @param alpha chance above it, 0 to ½
 * @param freedom degrees of freedom, above 0
 */
export function studentUpper(alpha: number, freedom: number): number {
  const x = betaQuantile(2 * alpha, freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - x)) / x);
}
