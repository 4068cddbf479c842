import type { Case, Claim } from '../../contract/case';
import type { Reading, ResultClaim, ResultTest, Verdict } from '../../contract/results';
import { isShare } from '../../contract/measure-id';
import { becauseOfClaim, becauseOfTests, type JudgedDefinition } from './because';
import { combineDefinitions, joinTests } from './combine-verdicts';
import type { FollowContext } from './follow-clause';
import { reasonOf } from './follow-clause';
import { regionWords } from '../wording/region-words';
import { reviewOf } from './review-of';
import { needsReview, type RanTest } from './run-tests';
import { settlingEvidence } from './settling-evidence';

/** A claim with the tests that were made for it. */
export interface JudgedClaim {
  claim: Claim;
  result: ResultClaim;
  tests: RanTest[];
}

/** What claims are judged with. */
export interface ClaimContext extends FollowContext {
  case: Case;
}

/** Judges one claim that is tested on records. */
export function judgeClaim(claim: Claim, tests: RanTest[], context: ClaimContext): JudgedClaim {
  const definitions = definitionsOf(tests);
  const verdict = combineDefinitions(definitions.map((definition) => definition.verdict));
  const result: ResultClaim = {
    ...headOf(claim, context.case),
    basis: 'records',
    verdict,
    because: becauseOfClaim(definitions, verdict, context),
    wouldSettle: settlingEvidence(claim, verdict, definitions, context),
    flags: flagsOf(claim, tests),
    tests: tests.map((test) => ({
      measure: test.measure,
      definition: test.definition,
      readings: test.readings,
      taken: takenAs(test),
      verdict: test.verdict,
      because: becauseOfTests([test], context),
      reviewed: reviewOfTest(test, context),
    })),
    reviewed: tests.map((test) => reviewOfTest(test, context)).find((review) => review !== null) ?? null,
  };
  return { claim, result, tests };
}

/** What each reading takes the wording to mean, in words. */
function takenAs({ regions, measure }: RanTest): ResultTest['taken'] {
  const words = (reading: Reading) => {
    const region = regions[reading];
    return region ? regionWords(region, isShare(measure)) : null;
  };
  return { strict: words('strict'), conventional: words('conventional'), lenient: words('lenient') };
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

/** What a claim says and who said it, as pages print it. */
export function headOf(
  claim: Claim,
  { file, sources }: Case,
): Pick<ResultClaim, 'id' | 'party' | 'date' | 'said' | 'subject' | 'sources'> {
  return {
    id: claim.id,
    party: file.parties[claim.party]?.name ?? claim.party,
    date: claim.date,
    said: claim.said,
    subject: claim.subject,
    sources: claim.sources.map((id) => {
      const source = sources.find((row) => row.id === id);
      return source ? `${source.publisher}, ${source.date}, ${source.url}` : id;
    }),
  };
}

/** The verdict of some of a claim's tests, for a subject that the others do not touch. */
export function verdictOf(tests: readonly RanTest[]): Verdict {
  return combineDefinitions(definitionsOf(tests).map((definition) => definition.verdict));
}

function flagsOf(claim: Claim, tests: readonly RanTest[]): string[] {
  const flags: [string, boolean][] = [
    ['reading-dependent', tests.some((test) => test.dependent)],
    ['vague', claim.wording?.hedge === 'small-number'],
    ['weak', claim.wording?.hedge === 'up-to'],
    ['needs-review', tests.some((test) => reasonOf(test) === 'NEEDS_REVIEW')],
    ['retelling', claim.original !== undefined],
  ];
  return flags.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

/** The review of the records that a test rests on, where somebody would have to look at them. */
function reviewOfTest({ measure, counted }: RanTest, context: ClaimContext): ResultTest['reviewed'] {
  const count = counted?.count ?? 0;
  return needsReview(measure) && count > 0 ? reviewOf(measure, count, context) : null;
}
