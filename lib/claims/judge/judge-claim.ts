import type { Case, Claim } from '../../contract/case';
import type { ClaimJudgement } from '../../contract/judgement';
import type { ResultReview, Verdict } from '../../contract/results';
import { combineDefinitions, joinTests } from './combine-verdicts';
import { reasonOf } from './reading-of';
import { partyName } from '../wording/party-name';
import type { ReasonContext } from './reason-context';
import { turnsOf } from './turns-of';
import { deciding, type JudgedDefinition, reasonOfClaim, reasonOfTests } from './reason-of-claim';
import { reviewOf } from './review-of';
import { needsReview, type RanTest } from './run-tests';
import { settlingEvidence } from './settling-evidence';

/** A claim with the tests that were made for it. */
export interface JudgedClaim {
  claim: Claim;
  judgement: ClaimJudgement;
  tests: RanTest[];
}

/** What claims are judged with. */
export interface ClaimContext extends ReasonContext {
  case: Case;
}

/** Judges one claim that is tested on records. */
export function judgeClaim(claim: Claim, tests: RanTest[], context: ClaimContext): JudgedClaim {
  const definitions = definitionsOf(tests);
  const verdict = combineDefinitions(definitions.map((definition) => definition.verdict));
  const judged = tests.map((test) => ({
    measure: test.measure,
    definition: test.definition,
    readings: test.readings,
    wording: claim.wording,
    taken: test.regions,
    verdict: test.verdict,
    reason: reasonOfTests([test], context),
    reviewed: reviewOfTest(test, context),
  }));
  const judgement: ClaimJudgement = {
    ...headOf(claim, context.case),
    basis: 'records',
    verdict,
    onRecord: null,
    reason: reasonOfClaim(definitions, verdict, context),
    settles: settlingEvidence(claim, verdict, definitions, context),
    turns:
      verdict === 'supported' || verdict === 'refuted'
        ? turnsOf(definitions.flatMap(deciding), context)
        : null,
    flags: flagsOf(claim, tests),
    tests: judged,
    reviewed: judged.find(({ reviewed }) => reviewed !== null)?.reviewed ?? null,
  };
  return { claim, judgement, tests };
}

/** The tests under each definition, joined; a test that belongs to no definition belongs to all. */
export function definitionsOf(tests: readonly RanTest[]): JudgedDefinition[] {
  const groups = [...new Set(tests.flatMap((test) => test.group ?? []))];
  const sets =
    groups.length === 0
      ? [tests]
      : groups.map((group) => tests.filter((test) => (test.group ?? group) === group));
  return sets.map((set) => ({ tests: [...set], verdict: joinTests(set.map((test) => test.verdict)) }));
}

/** What a claim says, who said it and where it stands. */
export function headOf(
  claim: Claim,
  { file, sources }: Case,
): Pick<ClaimJudgement, 'id' | 'party' | 'date' | 'said' | 'subject' | 'sources'> {
  return {
    id: claim.id,
    party: partyName(claim.party, file),
    date: claim.date,
    said: claim.said,
    subject: claim.subject,
    sources: claim.sources.flatMap((id) => sources.find((source) => source.id === id) ?? []),
  };
}

/** The verdict of some of a claim's tests, for a subject that the others do not touch. */
export function verdictOf(tests: readonly RanTest[]): Verdict {
  return combineDefinitions(definitionsOf(tests).map((definition) => definition.verdict));
}

function flagsOf(claim: Claim, tests: readonly RanTest[]): string[] {
  const flags: [string, boolean][] = [
    ['reading-dependent', tests.some((test) => test.dependent)],
    ['but-unread', tests.some((test) => test.leavesOut)],
    ['vague', claim.wording?.hedge === 'small-number'],
    ['weak', claim.wording?.hedge === 'up-to'],
    ['needs-review', tests.some((test) => reasonOf(test) === 'NEEDS_REVIEW')],
    ['retelling', claim.original !== undefined],
  ];
  return flags.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

/** The review of the records that a test rests on, where somebody would have to look at them. */
function reviewOfTest({ measure, counted }: RanTest, context: ClaimContext): ResultReview | null {
  const count = counted?.count ?? 0;
  return needsReview(measure) && count > 0 ? reviewOf(measure, context) : null;
}
