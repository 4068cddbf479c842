import type { Case, Claim } from '../../contract/case';
import type { ResultClaim } from '../../contract/results';
import { durationOf } from './durations';
import { listWords } from '../../words/number-words';
import { durationWords, lengthWords, spanWords } from './time-span';

type Judgement = Pick<ResultClaim, 'verdict' | 'because' | 'wouldSettle'>;

/**
 * Judges a claim by the public record alone: a duration by the dates that it speaks of, a report of a statement by whether
 * another source records the statement too.
 */
export function judgeStatement(claim: Claim, caseFolder: Case): Judgement {
  const duration = durationOf(claim, caseFolder);
  if (duration) {
    const { span, dated, agrees, wording } = duration;
    const whose =
      dated === claim ? '' : ` named by ${caseFolder.file.parties[dated.party]?.name ?? dated.party}`;
    const said = durationWords(wording.value, wording.unit);
    return {
      verdict: agrees ? 'supported' : 'refuted',
      because:
        `The dates${whose}, ${spanWords(span)}, make ${lengthWords(span)}: "${said}" ${agrees ? 'agrees' : 'does not agree'} ` +
        'with them; whether the dates are right is another question.',
      wouldSettle: null,
    };
  }
  return judgeReport(claim, caseFolder);
}

/** A report is borne out by a source of its own that is not the report's. */
function judgeReport(claim: Claim, { claims, sources }: Case): Judgement {
  const told = claim.restates.length > 0 ? claims.filter(({ id }) => claim.restates.includes(id)) : [claim];
  const all = [...new Set(told.flatMap((other) => other.sources))];
  const others = claim.restates.length > 0 ? all.filter((id) => !claim.sources.includes(id)) : all;
  const enough = others.length >= (claim.restates.length > 0 ? 1 : 2);
  const names = others.map((id) => sources.find((source) => source.id === id)?.publisher ?? id);
  if (!enough) {
    return {
      verdict: 'not-testable',
      because: 'Only one source used here reports this statement.',
      wouldSettle: claim.wouldSettle ?? 'The statement itself',
    };
  }
  const because = `That this was said is on record in ${claim.restates.length > 0 ? 'another source' : 'more than one source'}: ${listWords(names)}.`;
  return { verdict: 'supported', because, wouldSettle: null };
}
