import { errorEntry } from '../../contract/errors';
import { isDocuments } from '../../contract/measure-id';
import type { Count, ResultMeasure, Results } from '../../contract/results';
import { formatCount, formatNumber, formatShare } from '../numbers/format-number';
import { listWords } from '../text/list-words';
import { capital, lowered, stopped, unstopped } from '../text/sentence';

/** What is in the file, in words: "1 person", "24 %". */
export function inFileWords(measure: ResultMeasure): string {
  return count(measure, measure.inFile);
}

/**
 * What follows for everybody, with its limits, in a sentence: "That makes about 300 of all 2,400,000 people; with 95 %
 * certainty between 63 and 873."; or why nothing follows.
 */
export function estimateWords(measure: ResultMeasure, { drawn }: Pick<Results, 'drawn'>): string {
  const { value, low, high, level, refused } = measure;
  const [draw] = drawn;
  const ofPeople = !isDocuments(draw?.unit ?? null);
  const population = ofPeople ? (draw?.population ?? null) : null;
  const everybody = population === null ? 'all people' : `all ${formatNumber(population)} people`;
  if ([value, low, high].includes('withheld'))
    return `What that makes of ${everybody} is not said: the small count could be worked out from it.`;
  if (value === null && (low !== null || high !== null))
    return `Of ${everybody} it is ${level < 1 ? `with ${formatNumber(level * 100)} % certainty ` : ''}${boundsWords(measure)}; no more can be said.`;
  if (value === null)
    return capital(stopped(refused === null ? 'nothing follows for everybody' : refusalWords(refused)));
  if (typeof value === 'string') return `That makes ${formatCount(value)} of ${everybody}.`;
  if (low === value && high === value) return `That makes exactly ${count(measure, value)} of ${everybody}.`;
  // Nothing was sampled: what is beyond the count was rejected by a look, or lies where nothing could be told.
  if (level === 1 && low === value)
    return `That is ${count(measure, value)} of ${everybody}${beyond(measure)}.`;
  return `That makes about ${count(measure, value)} of ${everybody}; with ${formatNumber(level * 100)} % certainty between ${count(measure, low)} and ${count(measure, high)}.`;
}

/** Why a count of everything has an upper limit above it. */
function beyond(measure: ResultMeasure): string {
  const { value, high, inFile, unknowns } = measure;
  const places = [
    ...(unknowns?.unread === 0 ? [] : ['documents that could not be read']),
    ...((unknowns?.nobodys ?? 0) === 0 ? [] : ['documents of people unknown']),
    ...((unknowns?.opaque ?? 0) === 0 ? [] : ['fields that nobody has looked at']),
  ];
  const rejected = inFile !== value ? ' without the records that were looked at and rejected' : '';
  if (places.length === 0 && rejected) return `${rejected}, and ${count(measure, high)} with them`;
  return `${rejected}, or up to ${count(measure, high)} with what ${places.length > 0 ? listWords(places) : 'could not be told'} may hold`;
}

/** Why nothing follows for everybody, from the registry of codes. */
export function refusalWords(code: string): string {
  const sentence = unstopped(errorEntry(code)?.sentence ?? 'no more can be said');
  return `nothing follows for everybody: ${lowered(sentence)}`;
}

function boundsWords(measure: ResultMeasure): string {
  return measure.high === null ? `at least ${count(measure, measure.low)}` : limits(measure);
}

function limits(measure: ResultMeasure): string {
  return `${count(measure, measure.low)} to ${count(measure, measure.high)}`;
}

function count(measure: ResultMeasure, value: Count | null): string {
  return measure.unit === 'share' ? formatShare(value) : formatCount(value);
}
