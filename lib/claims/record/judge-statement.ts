import type { Case, Claim } from '../../contract/case';
import type { ClaimJudgement } from '../../contract/judgement';
import { partyName } from '../wording/party-name';
import { durationSaid } from './durations';
import { lengthOf } from './time-span';

type StatementJudgement = Pick<ClaimJudgement, 'verdict' | 'reason' | 'settles'>;

/**
 * Judges a claim by the public record alone: a duration by the dates that it speaks of, a report of a statement by whether
 * another source records the statement too.
 */
export function judgeStatement(claim: Claim, caseFolder: Case): StatementJudgement {
  const duration = durationSaid(claim, caseFolder);
  if (!duration) return judgeReport(claim, caseFolder);
  const { span, dated, agrees, said } = duration;
  const namedBy = dated === claim ? null : partyName(dated.party, caseFolder.file);
  return {
    verdict: agrees ? 'supported' : 'refuted',
    reason: { code: 'DATES', span, length: lengthOf(span), namedBy, said, agrees },
    settles: null,
  };
}

/** A report is borne out by a source of its own that is not the report's, a statement by two. */
function judgeReport(claim: Claim, { claims, sources }: Case): StatementJudgement {
  const retold = claim.restates.length > 0;
  const told = retold ? claims.filter(({ id }) => claim.restates.includes(id)) : [claim];
  const all = [...new Set(told.flatMap((other) => other.sources))];
  const others = retold ? all.filter((id) => !claim.sources.includes(id)) : all;
  if (others.length < (retold ? 1 : 2)) {
    const settles =
      claim.wouldSettle === undefined
        ? ({ code: 'STATEMENT' } as const)
        : ({ code: 'STATED', text: claim.wouldSettle } as const);
    return { verdict: 'not-testable', reason: { code: 'ONE_SOURCE' }, settles };
  }
  const publishers = others.map((id) => sources.find((source) => source.id === id)?.publisher ?? id);
  return { verdict: 'supported', reason: { code: 'ON_RECORD', retold, publishers }, settles: null };
}
