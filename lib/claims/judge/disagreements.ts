import type { CaseDisagreement } from '../../contract/case';
import type { ClaimReason, DisagreementJudgement, DisagreementReason } from '../../contract/judgement';
import { formatMeasureId, parseMeasureId } from '../../contract/measure-id';
import type { ResultDisagreement, Verdict } from '../../contract/results';
import { partyName } from '../wording/party-name';
import { type ClaimContext, definitionsOf, type JudgedClaim, verdictOf } from './judge-claim';
import { reasonOfClaim } from './reason-of-claim';
import type { RanTest } from './run-tests';

/** One claim of a side, and what it comes to on the subject of the disagreement. */
interface Stand {
  verdict: Verdict | null;
  reason: ClaimReason;
}

/** What the records say of each of the case's disagreements. */
export function disagreements(
  judged: readonly JudgedClaim[],
  context: ClaimContext,
): DisagreementJudgement[] {
  const claimsOf = (side: CaseDisagreement['a']) =>
    side.claims.flatMap((id) => judged.find(({ claim }) => claim.id === id) ?? []);
  return (context.file.disagreements ?? []).map(({ subject, a, b, note = null }) => {
    const [left, right] = [claimsOf(a), claimsOf(b)];
    const parties: [string, string] = [partyName(a.party, context.file), partyName(b.party, context.file)];
    const stands: [Stand[], Stand[]] = [stand(left, right, context), stand(right, left, context)];
    const outcome = outcomeOf(sideVerdict(stands[0]), sideVerdict(stands[1]));
    const outside = context.file.subjects?.[subject]?.outside;
    const reason = reasonOf(outcome, stands, { parties, outside });
    return { subject, parties, claims: [...a.claims, ...b.claims], outcome, reason, note };
  });
}

/** Each claim of a side, on the measures that both sides speak of where there are any. */
function stand(side: readonly JudgedClaim[], other: readonly JudgedClaim[], context: ClaimContext): Stand[] {
  const theirs = new Set(other.flatMap(({ tests }) => tests.map(measured)));
  return side.map(({ judgement, tests }) => {
    const shared = tests.filter((test) => theirs.has(measured(test)));
    if (shared.length === 0 || shared.length === tests.length) return judgement;
    const verdict = verdictOf(shared);
    return { verdict, reason: reasonOfClaim(definitionsOf(shared), verdict, context) };
  });
}

function measured(test: RanTest): string {
  const id = parseMeasureId(test.measure);
  return id?.family === 'people.with-certain'
    ? formatMeasureId({ family: 'people.with', parameter: id.parameter })
    : test.measure;
}

/** A side is borne out by all of its claims and contradicted by one; by what was merely said, nobody is borne out. */
function sideVerdict(stands: readonly Stand[]): Verdict {
  const verdicts = stands.map(({ verdict }) => verdict ?? 'not-testable');
  const first = (['refuted', 'disputed-definition', 'undecided', 'not-testable'] as const).find((verdict) =>
    verdicts.includes(verdict),
  );
  return first ?? 'supported';
}

function outcomeOf(a: Verdict, b: Verdict): ResultDisagreement['outcome'] {
  const sides = [a, b];
  if (sides.includes('disputed-definition'))
    return sides.includes('refuted') ? 'cannot-tell' : 'both-by-definition';
  if (a === 'supported' && b === 'supported') return 'both-by-definition';
  if (a === 'refuted' && b === 'refuted') return 'neither';
  if (a === 'supported' && b === 'refuted') return 'a-right';
  if (a === 'refuted' && b === 'supported') return 'b-right';
  return 'cannot-tell';
}

/** Where one side is decided and of the other records cannot say anything; null elsewhere. */
function oneSide([a, b]: [Stand[], Stand[]], [first, second]: [string, string]): DisagreementReason | null {
  const verdicts = [sideVerdict(a), sideVerdict(b)];
  const at = verdicts.indexOf('not-testable');
  const verdict = verdicts[1 - at];
  if (at < 0 || (verdict !== 'supported' && verdict !== 'refuted')) return null;
  const [decided, open] = at === 1 ? [a, b] : [b, a];
  const [party, other] = at === 1 ? [first, second] : [second, first];
  const reasonOfSide = (stands: Stand[], wanted: Verdict) =>
    stands.find((row) => (row.verdict ?? 'not-testable') === wanted)?.reason ?? { code: 'NOTHING_TESTED' };
  return {
    code: 'ONE_SIDE',
    party,
    backed: verdict === 'supported',
    reason: reasonOfSide(decided, verdict),
    other,
    otherReason: reasonOfSide(open, 'not-testable'),
  };
}

/** Of the outcome, with the claim that decided it. */
function reasonOf(
  outcome: ResultDisagreement['outcome'],
  [a, b]: [Stand[], Stand[]],
  { parties: [first, second], outside }: { parties: [string, string]; outside: string | undefined },
): DisagreementReason {
  const all = [...a, ...b];
  const reason = (verdict: Verdict): ClaimReason =>
    all.find((row) => row.verdict === verdict)?.reason ??
    all.find((row) => row.verdict === null)?.reason ?? { code: 'NOTHING_TESTED' };
  const has = (verdict: Verdict) => all.some((row) => row.verdict === verdict);
  switch (outcome) {
    case 'a-right':
      return { code: 'BORNE_OUT', right: first, wrong: second, reason: reason('refuted') };
    case 'b-right':
      return { code: 'BORNE_OUT', right: second, wrong: first, reason: reason('refuted') };
    case 'neither':
      return { code: 'BOTH_CONTRADICTED', reason: reason('refuted') };
    case 'both-by-definition':
      return has('disputed-definition')
        ? { code: 'BOTH_BY_DEFINITION', reason: reason('disputed-definition') }
        : { code: 'BOTH_BORNE_OUT', reason: reason('supported') };
    case 'cannot-tell': {
      const oneSided = oneSide([a, b], [first, second]);
      if (oneSided) return oneSided;
      if (has('undecided')) return { code: 'NOT_DECIDED', reason: reason('undecided') };
      if (has('disputed-definition')) return { code: 'NOT_DECIDED', reason: reason('disputed-definition') };
      return outside === undefined
        ? { code: 'CANNOT_TELL', reason: reason('not-testable') }
        : { code: 'OUTSIDE', why: outside };
    }
  }
}
