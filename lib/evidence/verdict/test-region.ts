import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { Acceptance } from './acceptance';
import type { DesignLimits } from '../limits/design-limits';
import type { HardBounds } from '../limits/hard-bounds';
import { acceptanceOf } from './acceptance-of';
import { limitsAcceptance } from './limits-acceptance';
import { type Looks, shownCount } from './presence-rule';
import type { UnknownPart } from '../../contract/unknowns';
import { sumOf, type UnknownUnits } from '../limits/unknown-units';
import { provenDraw } from '../draw/proven-draw';
import { type Tips, tipsOf } from './tips-of';
import { decidable, type Decidable } from './decidable';
import type { RegionPValues } from './region-p-values';

/** Why a test ended as it did. */
export type TestReason =
  /** Everything was examined. */
  | 'CENSUS'
  /** What was found decides, however the input was drawn. */
  | 'FOUND'
  /** Chance decides, at `alpha`. */
  | 'SAMPLE'
  /** Of so many the records do not tell whether they hold the thing that nothing follows. */
  | 'NOT_TOLD'
  /** What is not known of the count (`blocked`) leaves it open. */
  | 'UNKNOWN'
  /** Too few were found to decide before a person has looked at the records. */
  | 'NEEDS_REVIEW'
  /** The evidence could have decided and did not. */
  | 'NOT_DECIDED'
  /** The draw could never have decided. */
  | 'TOO_FEW_EXAMINED'
  | 'CONVENIENCE'
  | 'OTHER_UNIT'
  | 'EMPTY_DENOMINATOR'
  /** Why a draw says nothing of this measure. */
  | 'SIZE_BIASED'
  | 'FEW_CLUSTERS'
  | 'NO_FRAME'
  | 'DEPENDENT_CAPTURES';

/** What {@link testRegion} is asked. */
export interface RegionQuestion extends Looks {
  /** People (or things) found in the input; for a share the numerator. */
  count: number;
  /** For a share: the denominator's count in the input. */
  outOf?: number | null;
  /** Low ≤ x < high; shares in [0, 1]. */
  region: Region;
  evidence: Evidence;
  /** The measure is counted in the drawn unit (`countsTheDrawn`); defaults to true. A census fits every unit. */
  fits?: boolean;
  /**
   * Records that a person, or a world's truth, confirmed; null where nobody looked. Where nothing was classified (documents,
   * accounts) there is nothing to review: pass the count.
   */
  confirmed?: number | null;
  /** What may hold the thing beside what was found (`unknownUnits`); defaults to nothing. */
  unknown?: readonly UnknownUnits[];
  /** Chance of a wrong verdict on each side; defaults to 0.05. */
  alpha?: number;
  /** What the draw says of this measure where so much is unknown, if it was not of such units one by one ({@link limitsOf}). */
  limits?: (unknown: readonly UnknownUnits[]) => DesignLimits | null;
  /** Why it says nothing, where it does not (`unitRefusal`). */
  refusal?: string | null;
}

/** Refusals that are reasons of a verdict too. */
const REFUSALS: readonly TestReason[] = ['SIZE_BIASED', 'FEW_CLUSTERS', 'NO_FRAME', 'DEPENDENT_CAPTURES'];

/** One region against one body of evidence. */
export interface RegionTest {
  verdict: 'supported' | 'refuted' | 'undecided' | 'not-testable';
  /** null where chance says nothing: everything examined, or no random draw. */
  pSupport: number | null;
  pRefute: number | null;
  decidable: Decidable;
  /** Limits that hold however the input was drawn; shares in [0, 1]. */
  hard: HardBounds;
  reason: TestReason;
  /** The parts of the account that keep it open: without them it would be decided. */
  blocked: UnknownPart[];
  /** What would turn a verdict over; null where there is none. Costs some time. */
  tips: () => Tips | null;
}

/**
 * Tests a claim's region: hard bounds first, then chance where the evidence is a random draw, then whether it could have
 * decided at all. Presence is shown by what was found, absence only by everything; a number needs both sides of its region
 * tested (lying inside an interval is not enough).
 */
export function testRegion(question: RegionQuestion): RegionTest {
  const { count, outOf = null, evidence, confirmed = null, alpha = 0.05, unknown = [] } = question;
  const claim = acceptanceWith(question, unknown);
  const low = shownCount(count, outOf ?? evidence.examined, confirmed, question);
  const could = outOf === 0 ? { support: false, refute: false } : decidable(claim, alpha);
  const chances = outOf === 0 ? null : chancesOf(claim, low, count);
  const { pSupport = null, pRefute = null } = chances ?? {};
  const end = (
    verdict: RegionTest['verdict'],
    reason: TestReason,
    more?: Partial<RegionTest>,
  ): RegionTest => ({
    verdict,
    pSupport,
    pRefute,
    decidable: could,
    hard: claim.hard(low, count),
    reason,
    blocked: [],
    tips: () => null,
    ...more,
  });
  if (outOf === 0) return end('not-testable', 'EMPTY_DENOMINATOR');
  const now = decide(claim, { low, count }, alpha);
  if (now) {
    const tips = () =>
      tipsOf(
        (held, missed) => {
          const parts =
            missed === 0 ? unknown : [...unknown, { part: 'UNREAD' as const, units: missed, fresh: missed }];
          return (
            decide(acceptanceWith(question, parts), { low: held, count }, alpha)?.verdict === now.verdict
          );
        },
        { low, reach: (question.fits !== false && evidence.population) || 10 * count + 1_000_000 },
      );
    return end(now.verdict, evidence.kind === 'census' ? 'CENSUS' : now.reason, { tips });
  }
  if (low < count && decide(claim, { low: count, count }, alpha)) return end('undecided', 'NEEDS_REVIEW');
  const open = could.support || could.refute ? 'undecided' : 'not-testable';
  const blocked = blockedBy(question, { low, count });
  if (blocked.length === 1 && blocked[0] === 'NOT_TOLD') return end(open, 'NOT_TOLD', { blocked });
  if (blocked.length > 0) return end('undecided', 'UNKNOWN', { blocked });
  if (open === 'undecided') return end('undecided', 'NOT_DECIDED');
  const refusal = REFUSALS.find((reason) => reason === question.refusal);
  if (refusal) return end('not-testable', refusal);
  if (!provenDraw(evidence)) return end('not-testable', 'CONVENIENCE');
  return end('not-testable', claim.chances ? 'TOO_FEW_EXAMINED' : 'OTHER_UNIT');
}

/** The claim's region over the evidence where so much is unknown. */
function acceptanceWith(question: RegionQuestion, unknown: readonly UnknownUnits[]): Acceptance {
  const { outOf = null, region, evidence, fits = true } = question;
  const own =
    fits || evidence.kind === 'census' ? evidence : { ...evidence, population: null, examined: null };
  const { units, fresh } = sumOf(unknown);
  const limits = question.limits?.(unknown) ?? null;
  const told = limits
    ? limitsAcceptance({ region, outOf, evidence, own, limits, fresh })
    : acceptanceOf({ region, outOf, evidence: own, fresh });
  return units > 0 ? withUnknown(told, units) : told;
}

/**
 * The parts of the account that keep a claim open: the one without which it would be decided, the cheapest to find out of
 * several such; else all of them, where it would be without all.
 */
function blockedBy(question: RegionQuestion, found: { low: number; count: number }): UnknownPart[] {
  const { unknown = [], alpha = 0.05 } = question;
  const { count } = found;
  const decidedWith = (parts: readonly UnknownUnits[], counts: number[]) =>
    counts.some((each) => decide(acceptanceWith(question, parts), { low: each, count: each }, alpha));
  const without = (part: UnknownUnits) => unknown.filter((each) => each !== part);
  // People of whom a field does not tell may all hold the thing or none: either may decide.
  const ends = ({ part, units }: UnknownUnits) => (part === 'NOT_TOLD' ? [count, count + units] : [count]);
  const one = unknown.find((part) => decidedWith(without(part), ends(part)));
  if (one) return [one.part];
  return unknown.length > 1 && decidedWith([], [count]) ? unknown.map(({ part }) => part) : [];
}

/** The same claim where so many more may hold the thing than are known to: neither end may speak for it alone. */
function withUnknown(claim: Acceptance, units: number): Acceptance {
  const { most, chances } = claim;
  return {
    ...claim,
    most: most === null ? null : Math.max(0, most - units),
    hard: (low, count) => claim.hard(low, count + units),
    chances: chances && ((low, count) => chances(low, Math.min(most ?? Infinity, count + units))),
  };
}

function chancesOf(claim: Acceptance, low: number, count: number): RegionPValues | null {
  return (claim.observed ?? claim.chances)?.(low, count) ?? null;
}

function decide(
  claim: Acceptance,
  found: { low: number; count: number },
  alpha: number,
): { verdict: 'supported' | 'refuted'; reason: TestReason } | null {
  const bounds = claim.hard(found.low, found.count);
  if (claim.inside(bounds)) return { verdict: 'supported', reason: 'FOUND' };
  if (claim.outside(bounds)) return { verdict: 'refuted', reason: 'FOUND' };
  const chances = chancesOf(claim, found.low, found.count);
  if (!chances) return null;
  if (chances.pSupport <= alpha) return { verdict: 'supported', reason: 'SAMPLE' };
  if (chances.pRefute <= alpha) return { verdict: 'refuted', reason: 'SAMPLE' };
  return null;
}
