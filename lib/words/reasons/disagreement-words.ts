import type { ClaimReason, DisagreementReason } from '../../contract/judgement';
import { asClause } from '../text/sentence';
import { claimReasonWords } from './claim-reason-words';

/**
 * Why a disagreement ends as it does, in a sentence or two.
 *
 * @param note what the case says beside it; null for nothing
 */
export function disagreementWords(reason: DisagreementReason, note: string | null): string {
  const words = outcomeSentence(reason);
  return note === null ? words : `${words} ${note}`;
}

function outcomeSentence(reason: DisagreementReason): string {
  switch (reason.code) {
    case 'BORNE_OUT':
      return `The records bear ${reason.right} out and contradict ${reason.wrong}: ${clause(reason.reason)}.`;
    case 'BOTH_CONTRADICTED':
      return `The records contradict both: ${clause(reason.reason)}.`;
    case 'BOTH_BY_DEFINITION':
      return `Both can be right. ${claimReasonWords(reason.reason)}`;
    case 'BOTH_BORNE_OUT':
      return `The records bear both out, which do not exclude each other: ${clause(reason.reason)}.`;
    case 'ONE_SIDE': {
      const { party, backed, other } = reason;
      return (
        `The records ${backed ? 'back' : 'contradict'} ${party}: ${clause(reason.reason)}. ` +
        `Of what ${other} said, they cannot tell: ${clause(reason.otherReason)}.`
      );
    }
    case 'NOT_DECIDED':
      return `These records do not decide it: ${clause(reason.reason)}.`;
    case 'CANNOT_TELL':
      return `These records cannot tell: ${clause(reason.reason)}.`;
    case 'OUTSIDE':
      return `These records cannot tell: ${asClause(reason.why)}.`;
    case 'NO_RECORDS':
      return 'The public record alone does not tell who is right.';
  }
}

function clause(reason: ClaimReason): string {
  return asClause(claimReasonWords(reason));
}
