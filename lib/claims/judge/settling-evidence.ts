import type { Case, Claim, Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { Settles } from '../../contract/judgement';
import { parseMeasureId } from '../../contract/measure-id';
import type { Verdict } from '../../contract/results';
import { sampleSizeToDecide } from '../../evidence/verdict/sample-size-to-decide';
import { isNoDenial } from '../wording/hedges';
import { isNone, isSome } from '../wording/regions-of-wording';
import { peopleOf } from './draw-of';
import { reasonOf, regionOf, testOf } from './reading-of';
import { deciding, isOpenInSeveralWays, type JudgedDefinition } from './reason-of-claim';
import type { RanTest } from './run-tests';

/** What a draw lacks that says nothing of a measure. */
const MISSING = ['SIZE_BIASED', 'FEW_CLUSTERS', 'NO_FRAME', 'NOT_TOLD', 'DEPENDENT_CAPTURES'] as const;

interface SettleContext {
  evidence: Evidence;
  case: Pick<Case, 'name'>;
}

/** What evidence would settle an open claim; null where it is decided. */
export function settlingEvidence(
  claim: Claim,
  verdict: Verdict,
  definitions: readonly JudgedDefinition[],
  context: SettleContext,
): Settles | null {
  const tests = definitions.flatMap((definition) => definition.tests);
  if (verdict === 'supported' || verdict === 'refuted') return null;
  if (claim.wouldSettle !== undefined) return { code: 'STATED', text: claim.wouldSettle };
  if (tests.length > 0 && tests.every(({ hedge }) => isNoDenial(hedge))) return null;
  if (verdict === 'disputed-definition') {
    const share = tests.some(({ measure }) => parseMeasureId(measure)?.family === 'share.of-all');
    return { code: share ? 'WHOSE_SHARE' : 'FIELD_DESCRIPTION' };
  }
  if (!isOpenInSeveralWays(definitions)) return whatSettles(claim, firstOpen(tests, verdict), context);
  return {
    code: 'BY_DEFINITION',
    definitions: definitions.map((definition) => {
      const open = firstOpen(deciding(definition), definition.verdict);
      const [named] = definition.tests.flatMap((test) => test.definition ?? []);
      return { name: open?.definition ?? named ?? null, settles: whatSettles(claim, open, context) };
    }),
  };
}

function firstOpen(tests: readonly RanTest[], verdict: Verdict): RanTest | undefined {
  return tests.find((test) => test.verdict === verdict) ?? tests[0];
}

/** What would settle a claim that one test leaves open. */
function whatSettles(claim: Claim, open: RanTest | undefined, context: SettleContext): Settles {
  const region = open && regionOf(open);
  if (!open || !region) return { code: 'EVERYTHING' };
  const reason = reasonOf(open);
  if (reason === 'NEEDS_REVIEW') return { code: 'REVIEW', case: context.case.name, claim: claim.id };
  if (reason === 'UNKNOWN') return unknownThatSettles(open, region, context);
  if (reason === 'CONVENIENCE') return { code: 'RANDOM_DRAW' };
  const missing = MISSING.find((code) => code === reason);
  if (missing) return { code: missing };
  return reason === 'NOT_DECIDED'
    ? drawThatSettles(claim, { test: open, region }, context.evidence)
    : { code: 'EVERYTHING' };
}

/** What would tell the first part of the account that leaves a claim open. */
function unknownThatSettles(open: RanTest, region: Region, context: SettleContext): Settles {
  const part = testOf(open)?.blocked[0];
  const unknowns = open.counted?.unknowns;
  switch (part) {
    case 'NOT_LOOKED':
      return { code: 'LOOK', case: context.case.name, paths: unknowns?.opaque.paths ?? 0 };
    case 'NOBODYS':
      return { code: 'OWNERS' };
    case 'NOT_WHOLE':
      return { code: 'BOUND_PROOF' };
    case 'NOT_TOLD':
      return { code: 'NOT_TOLD' };
    case 'UNREAD':
    case undefined:
      return unreadThatSettles(
        unknowns?.unread.documents ?? null,
        (open.counted?.count ?? 0) > 0 && !isNone(region),
      );
  }
}

function unreadThatSettles(documents: number | null, andFound: boolean): Settles {
  return documents === null ? { code: 'WHOLE_INPUT' } : { code: 'UNREAD', documents, andFound };
}

/** The random draw that would decide a number, where one can. */
function drawThatSettles(
  { wording }: Claim,
  { test, region }: { test: RanTest; region: Region },
  evidence: Evidence,
): Settles {
  if (isNone(region)) return { code: 'NONE' };
  if (isSome(region)) return { code: 'SOME' };
  const { population } = peopleOf(evidence);
  if (wording?.value === undefined || population === null) return { code: 'EVERYTHING' };
  const scale = test.counted?.unit === 'share' ? population : 1;
  const scaled = (limit: number | null) => (limit === null ? null : Math.round(limit * scale));
  const { people } = sampleSizeToDecide({
    region: { low: scaled(region.low), high: scaled(region.high) },
    claimed: Math.round(wording.value * scale),
    population,
  });
  return people === null ? { code: 'EVERYTHING' } : { code: 'DRAW', people, population };
}
