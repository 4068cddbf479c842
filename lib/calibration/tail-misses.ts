import type { Interval } from '../contract/evidence';
import { binomialTails } from '../evidence/distributions/binomial-tails';
import { firstWhole } from '../evidence/distributions/bisect';
import { hypergeometricTails } from '../evidence/distributions/hypergeometric-tails';

/** An interval method under enumeration: limits of a count of `examined`, as shares or as people. */
export type Limits = (count: number, examined: number) => Pick<Interval, 'low' | 'high'>;

/** Chances that the whole interval lies above, or below, the truth. */
export interface Misses {
  above: number;
  below: number;
}

/** Misses of a method for shares when the true share is p, without a random number: the limits rise with the count. */
export function shareMisses(limits: Limits, examined: number, p: number): Misses {
  return missesOf(limits, { examined, truth: p, tails: (count) => binomialTails(count, examined, p) });
}

/** Misses of a method for people when `holders` of `population` hold the thing. */
export function peopleMisses(
  limits: Limits,
  { examined, holders, population }: { examined: number; holders: number; population: number },
): Misses {
  return missesOf(limits, {
    examined,
    truth: holders,
    tails: (count) => hypergeometricTails(count, examined, holders, population),
  });
}

function missesOf(
  limits: Limits,
  at: { examined: number; truth: number; tails: (count: number) => { atMost: number; atLeast: number } },
): Misses {
  const { examined, truth, tails } = at;
  const firstAbove = firstWhole((count) => limits(count, examined).low > truth, [0, examined]);
  const lastBelow = firstWhole((count) => limits(count, examined).high >= truth, [0, examined]) - 1;
  return {
    above: firstAbove > examined ? 0 : tails(firstAbove).atLeast,
    below: lastBelow < 0 ? 0 : tails(lastBelow).atMost,
  };
}
