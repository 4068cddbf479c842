import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { Acceptance } from './acceptance';
import type { DesignLimits } from '../limits/design-limits';
import type { HardBounds } from '../limits/hard-bounds';
import { acceptanceOf } from './acceptance-of';
import { limitsAcceptance } from './limits-acceptance';
import { shownCount } from './presence-rule';
import { provenDraw } from '../draw/proven-draw';
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
export interface RegionQuestion {
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
  /** How many more may hold the thing: of them the records do not tell. Defaults to 0. */
  untold?: number;
  /** Chance of a wrong verdict on each side; defaults to 0.05. */
  alpha?: number;
  /** What the draw says of this measure, where it was not of such units one by one ({@link limitsOf}). */
  limits?: DesignLimits | null;
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
}

/**
 * Tests a claim's region: hard bounds first, then chance where the evidence is a random draw, then whether it could have
 * decided at all. Presence is shown by what was found, absence only by everything; a number needs both sides of its region
 * tested (lying inside an interval is not enough).
 */
export function testRegion(question: RegionQuestion): RegionTest {
  const { count, outOf = null, region, evidence, fits = true, confirmed = null, alpha = 0.05 } = question;
  const census = evidence.kind === 'census';
  const own = fits || census ? evidence : { ...evidence, population: null, examined: null };
  const limits = question.limits ?? null;
  const told = limits
    ? limitsAcceptance({ region, outOf, evidence, own, limits })
    : acceptanceOf({ region, outOf, evidence: own });
  const untold = question.untold ?? 0;
  const claim = untold > 0 ? withUntold(told, untold) : told;
  const low = shownCount(count, outOf ?? evidence.examined, confirmed);
  const could = outOf === 0 ? { support: false, refute: false } : decidable(claim, alpha);
  const chances = outOf === 0 ? null : chancesOf(claim, low, count);
  const { pSupport = null, pRefute = null } = chances ?? {};
  const end = (verdict: RegionTest['verdict'], reason: TestReason): RegionTest => ({
    verdict,
    pSupport,
    pRefute,
    decidable: could,
    hard: claim.hard(low, count),
    reason,
  });
  if (outOf === 0) return end('not-testable', 'EMPTY_DENOMINATOR');
  const now = decide(claim, { low, count }, alpha);
  if (now) return end(now.verdict, census ? 'CENSUS' : now.reason);
  if (low < count && decide(claim, { low: count, count }, alpha)) return end('undecided', 'NEEDS_REVIEW');
  if (untold > 0 && [count, count + untold].some((each) => decide(told, { low: each, count: each }, alpha)))
    return end(could.support || could.refute ? 'undecided' : 'not-testable', 'NOT_TOLD');
  if (could.support || could.refute) return end('undecided', 'NOT_DECIDED');
  const refusal = REFUSALS.find((reason) => reason === question.refusal);
  if (refusal) return end('not-testable', refusal);
  if (!provenDraw(evidence)) return end('not-testable', 'CONVENIENCE');
  return end('not-testable', claim.chances ? 'TOO_FEW_EXAMINED' : 'OTHER_UNIT');
}

/** The same claim where so many more may hold the thing than are known to: neither end may speak for it alone. */
function withUntold(claim: Acceptance, untold: number): Acceptance {
  const { most, chances } = claim;
  return {
    ...claim,
    most: most === null ? null : Math.max(0, most - untold),
    hard: (low, count) => claim.hard(low, count + untold),
    chances: chances && ((low, count) => chances(low, count + untold)),
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
