import type { ResultClaim } from '../../contract/results';

/**
 * The sentence about a claim that a newspaper can print, null where there is none: the reason of a decided claim, if it
 * rests on the public record or on records that are real.
 */
export function printableSentence(claim: ResultClaim, synthetic: boolean): string | null {
  const decided = ['supported', 'refuted', 'disputed-definition'].includes(claim.verdict);
  return decided && (claim.basis === 'public' || (claim.basis === 'records' && !synthetic))
    ? claim.because
    : null;
}
