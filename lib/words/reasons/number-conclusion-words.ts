import type { Conclusion, Limits, Meeting } from '../../contract/reasons';
import type { Reading, TestVerdict } from '../../contract/results';
import type { Word } from '../../contract/unknowns';
import { ON_WORD } from '../names/on-word';
import { numberWords, percentWords } from '../numbers/number-words';
import { regionWords } from '../numbers/region-words';
import { listWords } from '../text/list-words';
import { gapWords, ON_TOTAL, unreadWords } from './gap-words';

const READING_WORDS: Record<Reading, string> = {
  strict: 'strictly',
  conventional: 'in the usual way',
  lenient: 'loosely',
};

const VERDICT_WORDS: Record<TestVerdict, string> = {
  supported: 'backed',
  refuted: 'contradicted',
  undecided: 'not decided',
  'not-testable': 'out of reach',
};

/** On whose word it rests how many people there are. */
const SAID_BY: Record<Word, string> = {
  ...ON_WORD,
  counted: 'as counted in this file',
  proof: 'by the proof, which cannot check it,',
};

const UNTOLD = ', and the people of whom the records do not tell could make it right or wrong';

/** What follows for a claim that names a number: the 95 % limits, what the claim is taken to mean, and how they meet. */
export function numberConclusionWords({
  share,
  taken,
  limits,
  meeting,
}: Extract<Conclusion, { code: 'NUMBER' }>): string {
  const claimed = regionWords(taken, share);
  const link = limits?.code === 'EXAMINED' ? 'and this' : 'which';
  return `${limits ? limitsWords(limits, share) : ''}${meetingWords(meeting, { claimed, link, share })}`;
}

/** @param link what the limits are called where a verdict follows from them */
function meetingWords(
  meeting: Meeting,
  { claimed, link, share }: { claimed: string; link: string; share: boolean },
): string {
  const taken = `; the claim is taken as ${claimed}`;
  switch (meeting.code) {
    case 'FITS':
      return `, ${link} fits the claim, taken as ${claimed}`;
    case 'RULED_OUT':
      return `, ${link} rules out the claim, taken as ${claimed}`;
    case 'BY_READING':
      return `; the claim is ${readingsWords(meeting, share)}`;
    case 'UNTOLD':
      return `${taken}${UNTOLD}`;
    case 'GAP':
      return `${taken}, and ${gapWords(meeting.gap)}, so it is not decided`;
    case 'CHANCE':
      return `${taken}, which lies outside, but among as many claims as are tested here one such miss can be chance`;
    case 'TOO_FEW':
      return `${taken}, and too few people were examined to decide it`;
    case 'OUT_OF_REACH':
      return `${taken}${meeting.untold ? UNTOLD : ''}, and this file could never have decided it`;
  }
}

/** What each reading comes to; readings that mean and end the same are told in one. */
function readingsWords({ readings }: Extract<Meeting, { code: 'BY_READING' }>, share: boolean): string {
  const ends = new Map<string, { names: string[]; verdict: TestVerdict; region: string }>();
  for (const { reading, verdict, taken } of readings) {
    const region = regionWords(taken, share);
    const end = ends.get(`${verdict} ${region}`) ?? { names: [], verdict, region };
    end.names.push(READING_WORDS[reading]);
    ends.set(`${verdict} ${region}`, end);
  }
  return listWords(
    [...ends.values()].map(
      ({ names, verdict, region }) =>
        `${VERDICT_WORDS[verdict]} when taken ${listWords(names, 'or')} (${region})`,
    ),
  );
}

function limitsWords(limits: Limits, share: boolean): string {
  if (limits.code === 'EXAMINED')
    return limits.unread === null
      ? `; everything was examined, ${ON_TOTAL}`
      : `; everything was examined but ${unreadWords(limits.unread)}, ${ON_TOTAL}`;
  if (limits.code === 'OF_ALL')
    return `; ${SAID_BY[limits.word]} there are ${numberWords(limits.population)} in all`;
  const { low, high, population } = limits;
  const words = share ? percentWords : numberWords;
  const all = population === null ? 'all there are' : `all ${numberWords(population)}`;
  return `, which at 95 % confidence means ${words(low)} to ${words(high)} of ${share ? 'all of them' : all}`;
}
