import type { Region } from '../../contract/case';
import type { Reading, Verdict } from '../../contract/results';
import { drawnWords, isRandom, peopleOf, unreadWords } from './drawn-words';
import { isHidden } from './fact-clause';
import { type FollowContext, reasonOf } from './follow-clause';
import { listWords, numberWords, percentWords } from '../../words/number-words';
import { regionWords } from '../wording/region-words';
import { READINGS } from '../wording/regions-of-wording';
import type { RanTest } from './run-tests';

const READING_WORDS: Record<Reading, string> = {
  strict: 'strictly',
  conventional: 'in the usual way',
  lenient: 'loosely',
};

const VERDICT_WORDS: Record<Verdict, string> = {
  supported: 'backed',
  refuted: 'contradicted',
  undecided: 'not decided',
  'not-testable': 'out of reach',
  'disputed-definition': 'a matter of definition',
};

/** What follows for a claim that names a number: the 95 % limits, what the claim is taken to mean, and how they meet. */
export function numberClause(test: RanTest, region: Region, context: FollowContext): string {
  const share = test.counted?.unit === 'share';
  const limits = limitsWords(test, share, context);
  const claimed = regionWords(region, share);
  const link = context.evidence.kind === 'census' ? 'and this' : 'which';
  if (test.dependent) return `${limits}; the claim is ${readingsWords(test, share)}`;
  const ends: Record<Verdict, string> = {
    supported: `, ${link} fits the claim, taken as ${claimed}`,
    refuted: `, ${link} rules out the claim, taken as ${claimed}`,
    undecided: `; the claim is taken as ${claimed}${undecidedWords(test, region, context)}`,
    'not-testable': `; the claim is taken as ${claimed}${isUntold(test) ? UNTOLD : ''}, and this file could never have decided it`,
    'disputed-definition': '',
  };
  return `${limits}${ends[test.verdict]}`;
}

const UNTOLD = ', and the people of whom the records do not tell could make it right or wrong';

function isUntold(test: RanTest): boolean {
  return reasonOf(test) === 'NOT_TOLD';
}

function undecidedWords(test: RanTest, region: Region, context: FollowContext): string {
  if (isUntold(test)) return UNTOLD;
  if (!isRandom(context.evidence)) return `, and ${drawnWords(context.evidence)}, so it is not decided`;
  return misses(test, region, context)
    ? ', which lies outside, but among as many claims as are tested here one such miss can be chance'
    : ', and too few people were examined to decide it';
}

/** What each reading comes to; readings that mean and end the same are told in one. */
function readingsWords(test: RanTest, share: boolean): string {
  const ends = new Map<string, { reading: string[]; verdict: Verdict; region: string }>();
  for (const reading of READINGS) {
    const own = test.regions[reading];
    if (!own) continue;
    const [verdict, region] = [test.readings[reading], regionWords(own, share)];
    const end = ends.get(`${verdict} ${region}`) ?? { reading: [], verdict, region };
    end.reading.push(READING_WORDS[reading]);
    ends.set(`${verdict} ${region}`, end);
  }
  const words = [...ends.values()].map(
    ({ reading, verdict, region }) =>
      `${VERDICT_WORDS[verdict]} when taken ${listWords(reading, 'or')} (${region})`,
  );
  return listWords(words);
}

/** The claim's region lies outside the 95 % limits although the test, which allows for all claims, does not refute it. */
function misses(test: RanTest, region: Region, { measures }: FollowContext): boolean {
  const { low = null, high = null } = measures.find(({ id }) => id === test.measure) ?? {};
  if (typeof low !== 'number' || typeof high !== 'number') return false;
  return (region.high !== null && low >= region.high) || (region.low !== null && high < region.low);
}

/** The 95 % limits, where there are any and they do not give a small count away. */
function limitsWords(test: RanTest, share: boolean, context: FollowContext): string {
  const measure = context.measures.find(({ id }) => id === test.measure);
  const { low = null, high = null } = measure ?? {};
  const { kind, unread } = context.evidence;
  const { population, examined } = peopleOf(context.evidence);
  if (kind === 'census')
    return unread === undefined
      ? '; everything was examined'
      : `; everything was examined but ${unreadWords(unread)}`;
  const count = test.counted?.count ?? 0;
  const hidden =
    isHidden(count, context) || (!share && examined !== null && isHidden(examined - count, context));
  if (!isRandom(context.evidence) || typeof low !== 'number' || typeof high !== 'number' || hidden) return '';
  const range = share
    ? `${percentWords(low)} to ${percentWords(high)}`
    : `${numberWords(low)} to ${numberWords(high)}`;
  const whole = share
    ? 'all of them'
    : population === null
      ? 'all there are'
      : `all ${numberWords(population)}`;
  return `, which at 95 % confidence means ${range} of ${whole}`;
}
