import type { Region } from '../contract/case';
import type { ResultMeasure, Reading, Verdict } from '../contract/results';
import { type FactContext, isHidden, nounOf, thingsOf } from './fact-clause';
import { listWords, numberWords, percentWords } from './number-words';
import { regionWords } from './region-words';
import { READINGS } from './regions-of-wording';
import type { RanTest, Reason } from './run-tests';

/** What a following clause needs beside the facts. */
export interface FollowContext extends FactContext {
  measures: readonly ResultMeasure[];
}

/** How a reading is called on a page. */
const READING_WORDS: Record<Reading, string> = {
  strict: 'taken strictly',
  conventional: 'taken as numbers are usually meant',
  lenient: 'taken loosely',
};

const VERDICT_WORDS: Record<Verdict, string> = {
  supported: 'that is backed',
  refuted: 'that is contradicted',
  undecided: 'that is not decided',
  'not-testable': 'that cannot be told',
  'disputed-definition': 'that depends on what is meant',
};

/** What follows from the facts of one or more like tests, beginning with the mark that joins it to them. */
export function followClause(tests: readonly RanTest[], context: FollowContext): string {
  const [test] = tests;
  if (!test) return '';
  const reason = reasonOf(test);
  const plain = withoutNumbers(reason, test, context);
  if (plain !== null) return plain;
  const region = regionOf(test) as Region;
  if (isNone(region)) return noneClause(test, tests.length, context);
  if (isSome(region)) return someClause(test, tests.length, context);
  return numberClause(test, region, context);
}

/** The reason that stands for a test: that of the usual reading, else of the first that has a region. */
export function reasonOf(test: RanTest): Reason {
  return test.reasons[readingOf(test)];
}

/** The region that stands for a test. */
export function regionOf(test: RanTest): Region | null {
  return test.regions[readingOf(test)];
}

/** No region needs more than that somebody has it, or that nobody has. */
export function isSome({ low, high }: Region): boolean {
  return low === 1 && high === null;
}

/** The region of "none". */
export function isNone({ low, high }: Region): boolean {
  return low === 0 && high === 1;
}

function readingOf(test: RanTest): Reading {
  return test.regions.conventional
    ? 'conventional'
    : (READINGS.find((reading) => test.regions[reading]) ?? 'conventional');
}

function withoutNumbers(reason: Reason, test: RanTest, context: FollowContext): string | null {
  const { evidence } = context;
  const population = numberWords(evidence.population ?? 0);
  switch (reason) {
    case 'NO_REGION':
      return ', and the wording names nothing that could be counted';
    case 'NOT_COUNTED':
      return ', so this cannot be told from it';
    case 'EMPTY_DENOMINATOR':
      return ', because nobody in this file has that field filled';
    case 'IS_INPUT':
      return `, drawn from ${population}; that number went into the draw and so cannot be checked by it`;
    case 'OTHER_UNIT':
      return evidence.kind === 'srs-people'
        ? `, but people were drawn at random and not ${unitWords(test.measure)}, so how many there are in all does not follow`
        : ', and how many there are in all does not follow';
    case 'CONVENIENCE':
      return `, but ${drawnWords(context)}, so nothing follows for the whole server`;
    case 'NEEDS_REVIEW':
      return '; so few may be errors or planted, so somebody must look at these records first';
    default:
      return null;
  }
}

/** Tests of presence and absence say how many can still have it where nobody was found. */
function noneClause(test: RanTest, together: number, context: FollowContext): string {
  if (test.verdict === 'supported') return ', and everything was examined';
  if (test.verdict === 'refuted') return ', and a single one contradicts that there was none';
  return (
    bound(test, together, context) ??
    `, but ${drawnWords(context)}, and only everything could show that there was none`
  );
}

function someClause(test: RanTest, together: number, context: FollowContext): string {
  if (test.verdict === 'supported')
    return together > 1 ? ', so all of this was in the data' : ', so this was in the data';
  if (test.verdict === 'refuted') return ', and everything was examined';
  return bound(test, together, context) ?? `, but ${drawnWords(context)}, so others may`;
}

function bound(test: RanTest, together: number, { measures, evidence }: FollowContext): string | null {
  const high = measures.find(({ id }) => id === test.measure)?.high;
  if (evidence.kind !== 'srs-people' || typeof high !== 'number' || evidence.population === null) return null;
  const what =
    nounOf(test.measure) === null ? 'be there' : together > 1 ? 'have any one of these' : 'have one';
  const most = `at most ${numberWords(high)} of the ${numberWords(evidence.population)} can ${what}`;
  return `; at 95 % confidence ${most}, but a sample can never show that nobody has`;
}

function numberClause(test: RanTest, region: Region, context: FollowContext): string {
  const share = test.counted?.unit === 'share';
  const limits = limitsWords(test, share, context);
  const claimed = regionWords(region, share);
  if (test.dependent) {
    const readings = READINGS.flatMap((reading) => {
      const own = test.regions[reading];
      return own
        ? [`${READING_WORDS[reading]} (${regionWords(own, share)}) ${VERDICT_WORDS[test.readings[reading]]}`]
        : [];
    });
    return `${limits}; the claim ${listWords(readings)}`;
  }
  switch (test.verdict) {
    case 'supported':
      return `${limits}, which fits the claim, taken as ${claimed}`;
    case 'refuted':
      return `${limits}, which rules out the claim, taken as ${claimed}`;
    case 'undecided':
      return `${limits}; the claim is taken as ${claimed}, and too few people were examined to decide it`;
    default:
      return `${limits}; the claim is taken as ${claimed}, and this file could never have decided it`;
  }
}

/** The 95 % limits, where there are any and they do not give a small count away. */
function limitsWords(test: RanTest, share: boolean, context: FollowContext): string {
  const measure = context.measures.find(({ id }) => id === test.measure);
  const { low = null, high = null } = measure ?? {};
  const { kind, population, examined } = context.evidence;
  if (kind === 'census') return ', and everything was examined';
  const count = test.counted?.count ?? 0;
  const hidden =
    isHidden(count, context) || (!share && examined !== null && isHidden(examined - count, context));
  if (kind !== 'srs-people' || typeof low !== 'number' || typeof high !== 'number' || hidden) return '';
  const range = share
    ? `${percentWords(low)} to ${percentWords(high)}`
    : `${numberWords(low)} to ${numberWords(high)}`;
  const whole = population === null ? 'all' : `all ${numberWords(population)}`;
  return `, which at 95 % confidence means ${range} of ${whole}`;
}

function drawnWords({ evidence }: FactContext): string {
  return evidence.kind === 'unknown'
    ? 'how this file was drawn is not known'
    : 'this file is not a random draw';
}

function unitWords(measure: string): string {
  return thingsOf(measure)
    .replace(/^different /, '')
    .replace(/ that belong only.*$/, '')
    .replace(/, each .*$/, '');
}
