import type { ResultClaim } from '../../contract/results';

/**
 * The sentence about a claim that a newspaper can print, null where there is none: the reason of a decided claim, if it
 * rests on the public record or on records that are real; of a statement, that it is on record.
 */
export function printableSentence(claim: ResultClaim, synthetic: boolean): string | null {
  const { verdict, onRecord } = claim;
  const decided =
    verdict === null
      ? onRecord !== null && onRecord.code !== 'one-source'
      : ['supported', 'refuted', 'disputed-definition'].includes(verdict);
  return decided && (claim.basis === 'public' || (claim.basis === 'records' && !synthetic))
    ? claim.because
    : null;
}
