import type { Interval } from '../../contract/evidence';
import { firstWhole } from '../distributions/bisect';
import { checkDrawnCount } from './hypergeometric-interval';
import { stirlingError } from '../distributions/loader-pmf';

/** Options of {@link confidenceSequence}. */
export interface SequenceOptions {
  level?: number;
  /** People in the population. */
  population: number;
  /** Beta-binomial prior over the number of holders, fixed before the first look; defaults to even. */
  prior?: { a: number; b: number };
}

/**
 * Limits for the number of holders that stay right however often a growing sample is looked at: those populations that the
 * prior does not favour over the posterior by 1 in 1 − level or more (prior-posterior ratio, Waudby-Smith and Ramdas
 * 2020). Wider than {@link hypergeometricInterval}, whose limits hold for one look fixed beforehand.
 *
 * @param successes holders seen so far
 * @param examined people drawn so far, without replacement
 * @returns whole people
 * @throws NOT_A_COUNT, NOT_A_LEVEL, NOT_ABOVE_ZERO
 * @example
 * confidenceSequence(3, 50_000, { population: 2_400_000, prior: { a: 0.5, b: 500 } }) // { low: 12, high: 581, … }
 */
export function confidenceSequence(successes: number, examined: number, options: SequenceOptions): Interval {
  const { prior: { a, b } = { a: 1, b: 1 }, ...rest } = options;
  const name = 'confidenceSequence';
  const { population, level } = checkDrawnCount(name, { successes, examined }, rest);
  const left = population - examined;
  const limit = -Math.log1p(-level);
  const inside = (holders: number) =>
    logBetaBinomial(holders, population, a, b) -
      logBetaBinomial(holders - successes, left, a + successes, b + examined - successes) <
    limit;
  // The likelihood of the sample rises up to k N / n and falls beyond.
  const possible: [number, number] = [successes, successes + left];
  const best = Math.min(
    possible[1],
    Math.max(successes, Math.floor((successes * (population + 1)) / examined)),
  );
  return {
    low: firstWhole(inside, [successes, best]),
    high: firstWhole((holders) => !inside(holders), [best, possible[1]]) - 1,
    level,
    side: 'both',
    method: 'prior-posterior-ratio',
  };
}

function logBetaBinomial(x: number, n: number, a: number, b: number): number {
  const choose = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  return choose + logBeta(x + a, n - x + b) - logBeta(a, b);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** ln Γ(x) by Stirling's series, moved up to where it is exact. */
function logGamma(x: number): number {
  let [at, product] = [x, 1];
  while (at < 16) product *= at++;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + stirlingError(at) - Math.log(product);
}
