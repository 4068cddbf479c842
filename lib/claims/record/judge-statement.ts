import type { Case, Claim } from '../../contract/case';
import type { ClaimJudgement, DatesFit } from '../../contract/judgement';
import type { Verdict } from '../../contract/results';
import { durationSaid } from './durations';
import { onRecord } from './on-record';

type StatementJudgement = Pick<ClaimJudgement, 'verdict' | 'onRecord' | 'reason' | 'settles'>;

/**
 * Judges a claim by the public record alone: a duration by the dates that it speaks of; anything else gets no verdict, only
 * whether it is on record that it was said.
 */
export function judgeStatement(claim: Claim, caseFolder: Case): StatementJudgement {
  const duration = durationSaid(claim, caseFolder);
  if (!duration) return recorded(claim, caseFolder);
  const { said, own, others } = duration;
  const verdict = verdictOf([own, ...others]);
  return {
    verdict,
    onRecord: null,
    reason: { code: 'DATES', said, own, others },
    settles: verdict === 'disputed-definition' ? { code: 'INSTANTS' } : null,
  };
}

/** A duration that fits all dates named, however they are counted, is backed; one that fits none is contradicted. */
function verdictOf(fits: readonly DatesFit[]): Verdict {
  if (fits.every((each) => each.fits === 'both')) return 'supported';
  return fits.every((each) => each.fits === 'neither') ? 'refuted' : 'disputed-definition';
}

/** What would settle whether it was said is the statement itself, where its party's own words are not known. */
function recorded(claim: Claim, caseFolder: Case): StatementJudgement {
  const { record, by, instead } = onRecord(claim, caseFolder);
  const known = record.code === 'own-words' || record.code === 'other-words';
  const reason = { code: 'ON_RECORD', retold: claim.restates.length > 0, by, record, instead } as const;
  return { verdict: null, onRecord: record, reason, settles: known ? null : { code: 'STATEMENT' } };
}
