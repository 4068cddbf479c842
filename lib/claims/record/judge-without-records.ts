import type { Case, Claim } from '../../contract/case';
import type { ClaimReason, Settles } from '../../contract/judgement';
import { headOf, type JudgedClaim } from '../judge/judge-claim';
import { judgeStatement } from './judge-statement';

/** A claim that no record was laid beside: settled by the public record, or not at all. */
export function judgeWithoutRecords(claim: Claim, caseFolder: Case): JudgedClaim {
  const flags = claim.original === undefined ? [] : ['retelling'];
  const found =
    claim.testability === 'public' ? judgeStatement(claim, caseFolder) : notTestable(claim, caseFolder);
  const head = headOf(claim, caseFolder);
  const basis = claim.testability;
  return {
    claim,
    tests: [],
    judgement: { ...head, basis, flags, tests: [], reviewed: null, turns: null, ...found },
  };
}

const NOTHING = { verdict: 'not-testable', onRecord: null } as const;

function notTestable(
  { testability, subject, wouldSettle }: Claim,
  { file }: Case,
): { verdict: 'not-testable'; onRecord: null; reason: ClaimReason; settles: Settles | null } {
  const outside = testability === 'outside';
  const reason: ClaimReason = outside
    ? { code: 'OUTSIDE', why: file.subjects?.[subject]?.outside ?? null }
    : { code: 'NO_RECORDS' };
  if (wouldSettle !== undefined)
    return { ...NOTHING, reason, settles: { code: 'STATED', text: wouldSettle } };
  return { ...NOTHING, reason, settles: outside ? null : { code: 'RECORDS' } };
}
