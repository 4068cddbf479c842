import type { ResultDisagreement, Verdict } from '../../contract/results';
import { formatMeasureId, parseMeasureId } from '../../contract/measure-id';
import { becauseOfClaim } from './because';
import { type ClaimContext, definitionsOf, type JudgedClaim, verdictOf } from './judge-claim';
import { asClause } from '../../words/number-words';
import type { RanTest } from './run-tests';

/** One claim of a side, and what it comes to on the subject of the disagreement. */
interface Stand {
  verdict: Verdict;
  because: string;
}

/** What the records say of each of the case's disagreements. */
export function disagreements(judged: readonly JudgedClaim[], context: ClaimContext): ResultDisagreement[] {
  const find = (id: string) => judged.find(({ claim }) => claim.id === id) as JudgedClaim;
  return (context.file.disagreements ?? []).map(({ subject, a, b, note }) => {
    const [left, right] = [a.claims.map(find), b.claims.map(find)];
    const parties = [a, b].map(({ party }) => context.file.parties[party]?.name ?? party) as [string, string];
    const stands = [stand(left, right, context), stand(right, left, context)] as [Stand[], Stand[]];
    const outcome = outcomeOf(stands.map(sideVerdict) as [Verdict, Verdict]);
    const outside = context.file.subjects?.[subject]?.outside;
    const because = becauseOf(outcome, stands, { parties, outside });
    return {
      subject,
      parties,
      claims: [...a.claims, ...b.claims],
      outcome,
      because: note === undefined ? because : `${because} ${note}`,
    };
  });
}

/** Each claim of a side, on the measures that both sides speak of where there are any. */
function stand(side: readonly JudgedClaim[], other: readonly JudgedClaim[], context: ClaimContext): Stand[] {
  const theirs = new Set(other.flatMap(({ tests }) => tests.map(measured)));
  return side.map(({ result, tests }) => {
    const shared = tests.filter((test) => theirs.has(measured(test)));
    if (shared.length === 0 || shared.length === tests.length) return result;
    const verdict = verdictOf(shared);
    return { verdict, because: becauseOfClaim(definitionsOf(shared), verdict, context) };
  });
}

function measured(test: RanTest): string {
  const id = parseMeasureId(test.measure);
  return id?.family === 'people.with-certain'
    ? formatMeasureId({ family: 'people.with', parameter: id.parameter })
    : test.measure;
}

/** A side is borne out by all of its claims and contradicted by one. */
function sideVerdict(stands: readonly Stand[]): Verdict {
  const verdicts = stands.map(({ verdict }) => verdict);
  const first = (['refuted', 'disputed-definition', 'undecided', 'not-testable'] as const).find((verdict) =>
    verdicts.includes(verdict),
  );
  return first ?? 'supported';
}

function outcomeOf([a, b]: [Verdict, Verdict]): ResultDisagreement['outcome'] {
  if (a === 'disputed-definition' || b === 'disputed-definition') return 'both-by-definition';
  if (a === 'supported' && b === 'supported') return 'both-by-definition';
  if (a === 'refuted' && b === 'refuted') return 'neither';
  if (a === 'supported' && b === 'refuted') return 'a-right';
  if (a === 'refuted' && b === 'supported') return 'b-right';
  return 'cannot-tell';
}

function becauseOf(
  outcome: ResultDisagreement['outcome'],
  [a, b]: [Stand[], Stand[]],
  { parties: [first, second], outside }: { parties: [string, string]; outside: string | undefined },
): string {
  const all = [...a, ...b];
  const reason = (verdict: Verdict) => asClause(all.find((row) => row.verdict === verdict)?.because ?? '');
  switch (outcome) {
    case 'a-right':
      return `The records bear ${first} out and contradict ${second}: ${reason('refuted')}.`;
    case 'b-right':
      return `The records bear ${second} out and contradict ${first}: ${reason('refuted')}.`;
    case 'neither':
      return `The records contradict both: ${reason('refuted')}.`;
    case 'both-by-definition': {
      const disputed = all.find((row) => row.verdict === 'disputed-definition');
      if (disputed) return `Both can be right. ${disputed.because}`;
      return `The records bear both out, which do not exclude each other: ${reason('supported')}.`;
    }
    case 'cannot-tell': {
      const open = all.some((row) => row.verdict === 'undecided');
      return open
        ? `These records do not decide it: ${reason('undecided')}.`
        : `These records cannot tell: ${outside === undefined ? reason('not-testable') : asClause(outside)}.`;
    }
  }
}
