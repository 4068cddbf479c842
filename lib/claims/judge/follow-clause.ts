import type { Region } from '../../contract/case';
import type { Reading, ResultMeasure } from '../../contract/results';
import { shownCount } from '../../evidence/verdict/presence-rule';
import { drawnThings, drawnWords, isRandom, peopleOf } from './drawn-words';
import { countWords, type FactContext, nounOf, thingsOf } from './fact-clause';
import { numberClause } from './number-clause';
import { numberWords } from '../../words/number-words';
import { READINGS } from '../wording/regions-of-wording';
import { reviewOf, type ReviewSources } from './review-of';
import { needsReview, type RanTest, type Reason } from './run-tests';

/** What a following clause needs beside the facts. */
export interface FollowContext extends FactContext, ReviewSources {
  measures: readonly ResultMeasure[];
}

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
  const reasons: Partial<Record<Reason, string>> = {
    NO_REGION: ', and the wording names nothing that could be counted',
    NOT_COUNTED: ', so this cannot be told from it',
    EMPTY_DENOMINATOR: ', because nobody in this file has that field filled',
    IS_INPUT: `, drawn from ${population}; that number went into the draw and so cannot be checked by it`,
    OTHER_UNIT: isRandom(evidence)
      ? `, but ${drawnThings(evidence)} were drawn at random and not ${unitWords(test.measure)}, so how many there are in all does not follow`
      : ', and how many there are in all does not follow',
    CONVENIENCE: `, but ${drawnWords(evidence)}, so nothing follows for the whole server`,
    SIZE_BIASED:
      ', but documents were drawn at random, and how many each person has in all is not known, so how many people there are does not follow',
    FEW_CLUSTERS: ', but so few groups of documents were drawn that how much they differ cannot be told',
    NO_FRAME: ', but how many there are in all is not known',
    DEPENDENT_CAPTURES:
      ', and there are at least as many in all; neither copy is a random draw, so no more follows',
    NEEDS_REVIEW: '; so few may be errors or planted, so somebody must look at these records first',
  };
  return reasons[reason] ?? null;
}

/** Tests of presence and absence say how many can still have it where nobody was found. */
function noneClause(test: RanTest, together: number, context: FollowContext): string {
  if (test.verdict === 'supported') return ', and everything was examined';
  if (test.verdict === 'refuted') {
    return `${confirmedWords(test, context)}, and a single one contradicts that there was none`;
  }
  return (
    bound(test, together, context) ??
    `, but ${drawnWords(context.evidence)}, and only everything could show that there was none`
  );
}

function someClause(test: RanTest, together: number, context: FollowContext): string {
  if (test.verdict === 'supported') {
    return `${confirmedWords(test, context)}, so ${together > 1 ? 'all of this' : 'this'} was in the data`;
  }
  if (test.verdict === 'refuted') return ', and everything was examined';
  return bound(test, together, context) ?? `, but ${drawnWords(context.evidence)}, so others may`;
}

/** So few count only because a review, in a world its truth, confirmed them. */
function confirmedWords({ counted, measure }: RanTest, context: FollowContext): string {
  const count = counted?.count ?? 0;
  if (!needsReview(measure) || shownCount(count, context.evidence.examined, null) === count) return '';
  const reviewed = reviewOf(measure, count, context);
  if (!reviewed || reviewed.confirmed === 0) return '';
  const which =
    reviewed.confirmed < count ? `, of which ${countWords(reviewed.confirmed, context)} ` : ', which ';
  if (reviewed.by === 'truth') return `${which}the world's own truth confirms`;
  return `${which}${reviewed.reviewers === 1 ? 'one person' : `${numberWords(reviewed.reviewers)} people`} confirmed by looking at the records`;
}

function bound(test: RanTest, together: number, { measures, evidence }: FollowContext): string | null {
  const high = measures.find(({ id }) => id === test.measure)?.high;
  if (!isRandom(evidence) || typeof high !== 'number') return null;
  const { population } = peopleOf(evidence);
  const what =
    nounOf(test.measure) === null ? 'be there' : together > 1 ? 'have any one of these' : 'have one';
  const of = population === null ? 'people' : `of the ${numberWords(population)}`;
  const most = `at most ${numberWords(high)} ${of} can ${what}`;
  return `; at 95 % confidence ${most}, but a sample can never show that nobody has`;
}

function unitWords(measure: string): string {
  return thingsOf(measure)
    .replace(/^different /, '')
    .replace(/ that belong only.*$/, '')
    .replace(/, each .*$/, '');
}
