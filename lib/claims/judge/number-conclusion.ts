import type { Region } from '../../contract/case';
import type { Conclusion, Limits, Meeting } from '../../contract/reasons';
import { READINGS } from '../wording/regions-of-wording';
import { gapOf, isRandom, peopleOf } from './draw-of';
import { reasonOf } from './reading-of';
import type { ReasonContext } from './reason-context';
import type { RanTest } from './run-tests';
import { isTooSmall } from './small-counts';

/** What follows for a claim that names a number: the 95 % limits, what the claim is taken to mean, and how they meet. */
export function numberConclusion(test: RanTest, region: Region, context: ReasonContext): Conclusion {
  const share = test.counted?.unit === 'share';
  const meeting = meetingOf(test, region, context);
  return { code: 'NUMBER', share, taken: region, limits: limitsOf(test, share, context), meeting };
}

function meetingOf(test: RanTest, region: Region, context: ReasonContext): Meeting {
  if (test.dependent) return { code: 'BY_READING', readings: readingsOf(test) };
  const untold = reasonOf(test) === 'NOT_TOLD';
  switch (test.verdict) {
    case 'supported':
      return { code: 'FITS' };
    case 'refuted':
      return { code: 'RULED_OUT' };
    case 'not-testable':
      return { code: 'OUT_OF_REACH', untold };
    case 'undecided':
      if (untold) return { code: 'UNTOLD' };
      if (!isRandom(context.evidence)) return { code: 'GAP', gap: gapOf(context.evidence) };
      return { code: misses(test, region, context) ? 'CHANCE' : 'TOO_FEW' };
  }
}

function readingsOf({ regions, readings }: RanTest): Extract<Meeting, { code: 'BY_READING' }>['readings'] {
  return READINGS.flatMap((reading) => {
    const taken = regions[reading];
    return taken ? [{ reading, verdict: readings[reading], taken }] : [];
  });
}

/** The claim's region lies outside the 95 % limits although the test, which allows for all claims, does not refute it. */
function misses(test: RanTest, region: Region, { measures }: ReasonContext): boolean {
  const { low = null, high = null } = measures.find(({ id }) => id === test.measure) ?? {};
  if (typeof low !== 'number' || typeof high !== 'number') return false;
  return (region.high !== null && low >= region.high) || (region.low !== null && high < region.low);
}

/** The 95 % limits, where there are any and they do not give a small count away. */
function limitsOf(test: RanTest, share: boolean, context: ReasonContext): Limits | null {
  const { evidence, measures } = context;
  if (evidence.kind === 'census') {
    const unread = test.counted?.unknowns ? test.counted.unknowns.unread.documents : 0;
    // A field that nobody has looked at was not examined.
    if ((test.counted?.unknowns?.opaque.paths ?? 0) > 0) return null;
    return unread === null ? null : { code: 'EXAMINED', unread: unread || null };
  }
  const { low = null, high = null, method } = measures.find(({ id }) => id === test.measure) ?? {};
  const { population, examined } = peopleOf(evidence);
  const { words } = evidence;
  if (method === 'hard-bounds' && high !== null && evidence.population !== null && words.population !== null)
    return { code: 'OF_ALL', population: evidence.population, word: words.population };
  const count = test.counted?.count ?? 0;
  const tooSmall =
    isTooSmall(count, context) || (!share && examined !== null && isTooSmall(examined - count, context));
  if (!isRandom(evidence) || typeof low !== 'number' || typeof high !== 'number' || tooSmall) return null;
  return { code: 'INTERVAL', low, high, population };
}
