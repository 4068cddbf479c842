import type { Case, Claim } from '../../contract/case';
import { type JudgedClaim, headOf } from '../judge/judge-claim';
import { judgeStatement } from './judge-statement';

/** A claim that no record was laid beside: settled by the public record, or not at all. */
export function judgeWithoutRecords(claim: Claim, caseFolder: Case): JudgedClaim {
  const head = { ...headOf(claim, caseFolder), flags: claim.original === undefined ? [] : ['retelling'] };
  const rest = { tests: [], reviewed: null, basis: claim.testability };
  if (claim.testability === 'public') {
    return { claim, tests: [], result: { ...head, ...rest, ...judgeStatement(claim, caseFolder) } };
  }
  const outside = claim.testability === 'outside';
  const because = outside
    ? (caseFolder.file.subjects?.[claim.subject]?.outside ?? 'Records of the server do not show this.')
    : 'No records were given, so nothing was tested.';
  const wouldSettle =
    claim.wouldSettle ?? (outside ? null : 'Records of the exposure, and how they were drawn');
  return { claim, tests: [], result: { ...head, ...rest, verdict: 'not-testable', because, wouldSettle } };
}
