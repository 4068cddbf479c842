import type { Region } from '../../contract/case';
import type { Counted, Evidence } from '../../contract/evidence';
import type { Reading, TestVerdict } from '../../contract/results';
import { isDocuments, measureEntry } from '../../contract/measure-id';
import { countsTheDrawn, unitRefusal } from '../../evidence/draw/admissible';
import { limitsOf } from '../../evidence/limits/limits-of-draw';
import { unknownUnits } from '../../evidence/limits/unknown-units';
import { holm } from '../../evidence/verdict/holm';
import { type RegionTest, testRegion } from '../../evidence/verdict/test-region';
import type { AskedTest } from '../wording/ask-tests';
import { combineReadings } from './combine-verdicts';
import { type LookedAt, needsLook } from './needs-look';
import { peopleOf, rejectedIn, reviewOf, type ReviewSources } from './review-of';

/** Chance that any claim of a ledger is decided wrongly. */
export const LEDGER_ALPHA = 0.05;

/** Why a test ended as it did: evidence's reasons, and those that no region was needed for. */
export type Reason = RegionTest['reason'] | 'IS_INPUT' | 'NOT_EXTRAPOLATED' | 'NOT_COUNTED' | 'NO_REGION';

/** A test that was made. */
export interface RanTest extends AskedTest {
  counted: Counted | null;
  readings: Record<Reading, TestVerdict>;
  reasons: Record<Reading, Reason>;
  verdict: TestVerdict;
  /** The readings do not agree and one of them is decided. */
  dependent: boolean;
  /** What evidence made of each reading's region; null where there was nothing to test. */
  tests: Record<Reading, RegionTest | null>;
  /** It is decided only because documents that could not be read were left out: so few, with no name of the thing in them. */
  leavesOut: boolean;
}

/** What the tests are made with. */
export interface TestContext extends ReviewSources, LookedAt {
  counted: readonly Counted[];
  evidence: Evidence;
}

/**
 * Makes every test of a ledger, reading by reading. The tests that chance could decide share one error of 5 % (Holm), each
 * different one counted once: retellings of one claim are one test.
 */
export function runTests(asked: readonly AskedTest[], context: TestContext): RanTest[] {
  const strictly = runReading(asked, 'strict', context, false);
  const leavesSome = context.counted.some(
    ({ unknowns }) => unknowns?.unread.few && unknowns.unread.documents !== 0,
  );
  const leavingOut = leavesSome ? runReading(asked, 'strict', context, true) : strictly;
  const usually = runReading(asked, 'conventional', context, true);
  const loosely = runReading(asked, 'lenient', context, true);
  return asked.map((test) => {
    const [strict, conventional, lenient] = [strictly(test), usually(test), loosely(test)];
    const combined = (outcomes: Outcome[]) =>
      combineReadings(
        outcomes.filter(({ reason }) => reason !== 'NO_REGION').map((outcome) => outcome.verdict),
      );
    const all = combined([strict, conventional, lenient]);
    const { verdict, dependent } = combined([leavingOut(test), conventional, lenient]);
    return {
      ...test,
      counted: context.counted.find(({ id }) => id === test.measure) ?? null,
      readings: { strict: strict.verdict, conventional: conventional.verdict, lenient: lenient.verdict },
      reasons: { strict: strict.reason, conventional: conventional.reason, lenient: lenient.reason },
      verdict,
      dependent,
      tests: {
        strict: strict.test ?? null,
        conventional: conventional.test ?? null,
        lenient: lenient.test ?? null,
      },
      leavesOut: verdict !== all.verdict,
    };
  });
}

interface Outcome {
  verdict: TestVerdict;
  reason: Reason;
  test?: RegionTest;
}

/**
 * Makes all tests under one reading; what it gives says what became of each.
 *
 * @param leaveOut documents that could not be read are left out where they are few (`Unknowns`)
 */
function runReading(
  asked: readonly AskedTest[],
  reading: Reading,
  context: TestContext,
  leaveOut: boolean,
): (test: AskedTest) => Outcome {
  const keyOf = ({ measure, regions }: AskedTest) => JSON.stringify([measure, regions[reading]]);
  const run = ({ measure, regions }: AskedTest) => runOne(measure, regions[reading], context, leaveOut);
  const tests = new Map(asked.map((test) => [keyOf(test), test]));
  const different = new Map([...tests].map(([key, test]) => [key, run(test)]));
  const family = [...different.values()].flatMap((outcome) =>
    outcome.test && mayBeDecidedByChance(outcome.test)
      ? [{ outcome, chance: chanceOfError(outcome.test) }]
      : [],
  );
  const adjusted = holm(family.map(({ chance }) => chance));
  family.forEach(({ outcome }, i) => {
    if (outcome.reason !== 'SAMPLE' || (adjusted[i] ?? 1) <= LEDGER_ALPHA) return;
    Object.assign(outcome, { verdict: 'undecided', reason: 'NOT_DECIDED' } satisfies Outcome);
  });
  return (test) => different.get(keyOf(test)) ?? run(test);
}

function mayBeDecidedByChance({ pSupport, decidable }: RegionTest): boolean {
  return pSupport !== null && (decidable.support || decidable.refute);
}

function chanceOfError({ reason, pSupport, pRefute }: RegionTest): number {
  return reason === 'FOUND' || reason === 'CENSUS' ? 0 : Math.min(pSupport ?? 1, pRefute ?? 1);
}

function runOne(measure: string, region: Region | null, context: TestContext, leaveOut: boolean): Outcome {
  const { counted, evidence } = context;
  const quantity = counted.find(({ id }) => id === measure);
  if (!region) return { verdict: 'not-testable', reason: 'NO_REGION' };
  if (!quantity || quantity.count === null) return { verdict: 'not-testable', reason: 'NOT_COUNTED' };
  const refusal = unitRefusal(quantity, evidence);
  if (refusal === 'IS_INPUT' || refusal === 'NOT_EXTRAPOLATED')
    return { verdict: 'not-testable', reason: refusal };
  // Only everything shows that two like documents are two: a page may have been captured twice.
  const areApart = evidence.kind === 'census' || isDocuments(evidence.unit);
  const count = quantity.count - (areApart ? 0 : (quantity.repeated ?? 0));
  const unknown = unknownUnits(quantity, evidence);
  const reviewed = needsReview(measure) ? reviewOf(measure, context) : null;
  const test = testRegion({
    count,
    outOf: quantity.unit === 'share' ? (quantity.outOf ?? 0) : null,
    region,
    evidence,
    fits: countsTheDrawn(quantity, evidence),
    confirmed: needsReview(measure) ? (reviewed?.confirmed ?? null) : count,
    rejected: rejectedIn(reviewed),
    needsLook: needsReview(measure) && needsLook(measure, context),
    alpha: LEDGER_ALPHA,
    limits: (parts) => limitsOf(quantity, evidence, parts),
    refusal,
    unknown: unknown.filter(({ part }) => part !== 'UNREAD' || !(leaveOut && quantity.unknowns?.unread.few)),
  });
  return { verdict: test.verdict, reason: test.reason, test };
}

/** Whether the measure, or the people whom it is a share of, rests on what a path was taken to hold, so that a few finds may be errors. */
export function needsReview(measure: string): boolean {
  return measureEntry(peopleOf(measure))?.needsReview === true;
}
