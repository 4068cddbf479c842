import type { Conclusion, Confirmation } from '../../contract/reasons';
import { shownCount } from '../../evidence/verdict/presence-rule';
import { isNoDenial } from '../wording/hedges';
import { isNone, isSome } from '../wording/regions-of-wording';
import { drawnThings, gapOf, isRandom, peopleOf } from './draw-of';
import { numberConclusion } from './number-conclusion';
import { reasonOf, regionOf } from './reading-of';
import type { ReasonContext } from './reason-context';
import { needsLook } from './needs-look';
import { reviewOf } from './review-of';
import { unknownFacts } from './unknown-facts';
import { needsReview, type RanTest } from './run-tests';
import { sayable } from './small-counts';

/**
 * What follows from the facts of a test.
 *
 * @param together it stands for several that ended alike
 */
export function conclusionOf(test: RanTest, together: boolean, context: ReasonContext): Conclusion {
  const refusal = refusalOf(test, context);
  if (refusal) return refusal;
  const region = regionOf(test);
  if (!region) return noRegion(test);
  if (isNone(region)) return absence(test, together, context);
  if (isSome(region)) return presence(test, together, context);
  return numberConclusion(test, region, context);
}

/** Words that allow no number: some of them are about what somebody knows, does or plans. */
function noRegion({ hedge }: RanTest): Conclusion {
  if (isNoDenial(hedge)) return { code: 'NO_DENIAL', hedge };
  return { code: hedge === 'small-number' ? 'SMALL_OF_UNKNOWN' : 'NO_REGION' };
}

/** Where the verdict has a reason that no number of the test says more of. */
function refusalOf(test: RanTest, context: ReasonContext): Conclusion | null {
  const { evidence } = context;
  const code = reasonOf(test);
  switch (code) {
    case 'NO_REGION':
      return noRegion(test);
    case 'NOT_COUNTED':
    case 'NOT_EXTRAPOLATED':
    case 'EMPTY_DENOMINATOR':
    case 'SIZE_BIASED':
    case 'FEW_CLUSTERS':
    case 'NO_FRAME':
    case 'DEPENDENT_CAPTURES':
    case 'NEEDS_REVIEW':
      return { code };
    case 'IS_INPUT':
      return { code, population: evidence.population ?? 0 };
    case 'OTHER_UNIT':
      return { code, measure: test.measure, drawn: isRandom(evidence) ? drawnThings(evidence) : null };
    case 'CONVENIENCE':
      return { code, gap: gapOf(evidence) };
    case 'UNKNOWN':
      return { code, parts: unknownFacts(test, context), taken: takenOf(test) };
    case 'CENSUS':
    case 'FOUND':
    case 'SAMPLE':
    case 'NOT_TOLD':
    case 'NOT_DECIDED':
    case 'TOO_FEW_EXAMINED':
      return null;
  }
}

function absence(test: RanTest, together: boolean, context: ReasonContext): Conclusion {
  if (test.verdict === 'supported') return everythingExamined(test);
  if (test.verdict === 'refuted')
    return { code: 'ONE_CONTRADICTS', confirmed: confirmationOf(test, context) };
  return atMost(test, together, context) ?? { code: 'ABSENCE_OPEN', gap: gapOf(context.evidence) };
}

function presence(test: RanTest, together: boolean, context: ReasonContext): Conclusion {
  if (test.verdict === 'supported')
    return { code: 'WAS_THERE', confirmed: confirmationOf(test, context), together };
  if (test.verdict === 'refuted') return everythingExamined(test);
  return atMost(test, together, context) ?? { code: 'PRESENCE_OPEN', gap: gapOf(context.evidence) };
}

function everythingExamined({ leavesOut, counted }: RanTest): Conclusion {
  return {
    code: 'EVERYTHING_EXAMINED',
    but: (leavesOut && counted?.unknowns?.unread.documents) || null,
  };
}

function takenOf(test: RanTest): Extract<Conclusion, { code: 'UNKNOWN' }>['taken'] {
  const region = regionOf(test);
  return region && !isNone(region) && !isSome(region)
    ? { region, share: test.counted?.unit === 'share' }
    : null;
}

/** So few count only because a review confirmed them; null where they count by themselves. */
function confirmationOf({ counted, measure }: RanTest, context: ReasonContext): Confirmation | null {
  const count = counted?.count ?? 0;
  const looks = { needsLook: needsLook(measure, context) };
  if (!needsReview(measure) || shownCount(count, context.evidence.examined, null, looks) === count)
    return null;
  const review = reviewOf(measure, context);
  if (!review || review.confirmed === 0) return null;
  return {
    by: review.by === 'truth' ? 'truth' : 'people',
    reviewers: review.reviewers,
    confirmed: review.confirmed < count ? sayable(review.confirmed, context) : null,
  };
}

/** How many can have it where a random draw found nobody; null where nothing bounds them. */
function atMost(test: RanTest, together: boolean, context: ReasonContext): Conclusion | null {
  const { measure } = test;
  const most = context.measures.find(({ id }) => id === measure)?.high;
  if (!isRandom(context.evidence) || typeof most !== 'number') return null;
  const { population } = peopleOf(context.evidence);
  return { code: 'AT_MOST', measure, most, population, together };
}
