import type { Acceptance } from './acceptance';
import { firstWhole } from '../distributions/bisect';

/** Which verdicts some finding of this evidence could have given. Neither: the evidence could never have told. */
export interface Decidable {
  support: boolean;
  refute: boolean;
}

/**
 * Looks for findings that would have decided the claim, over every count that this evidence could have shown. The best
 * finding for a claim is the smallest that is not too low for it; the best against it lies at one end.
 */
export function decidable(claim: Acceptance, alpha: number): Decidable {
  const { most, chances } = claim;
  // Nothing is known of what could be found: one find shows presence and refutes absence, and no more is sure.
  if (most === null) return { support: claim.some, refute: claim.none };
  const hard = (count: number) => claim.hard(count, count);
  const first = firstWhole((count) => !claim.tooLow(hard(count).low), [0, most]);
  const support = first <= most && claim.inside(hard(first));
  const refute = claim.outside(hard(0)) || claim.outside(hard(most));
  if (!chances) return { support, refute };
  const against = Math.min(chances(0, 0).pRefute, chances(most, most).pRefute);
  return {
    support: support || smallestSupport(chances, most) <= alpha,
    refute: refute || against <= alpha,
  };
}

/** The chance of a wrong support is smallest where the falling and the rising one-sided chance cross. */
function smallestSupport(chances: NonNullable<Acceptance['chances']>, most: number): number {
  const at = (count: number) => chances(count, count);
  const crossing = firstWhole((count) => at(count).ifBelow <= at(count).ifAbove, [0, most]);
  return Math.min(at(Math.min(crossing, most)).pSupport, at(Math.max(0, crossing - 1)).pSupport);
}
