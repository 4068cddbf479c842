import { ERRORS } from '../contract/errors';
import type { Count, ResultMeasure } from '../contract/results';
import { formatCount, formatNumber, formatShare } from '../figures/format-number';

/** What is in the file, in words: "1 person", "24 %". */
export function inFileWords(measure: ResultMeasure): string {
  return count(measure, measure.inFile);
}

/**
 * What follows for everybody, with its limits: "100 (at 95 %: 3 to 557)"; or why nothing follows.
 *
 * @returns one clause without a full stop
 */
export function estimateWords(measure: ResultMeasure): string {
  const { value, low, high, level, refused } = measure;
  if (value === null && (low !== null || high !== null))
    return `${boundsWords(measure)}, and no more can be said`;
  if (value === null) return refused === null ? 'nothing follows for everybody' : refusalWords(refused);
  if (typeof value === 'string') return formatCount(value);
  const same = low === value && high === value;
  return same
    ? `exactly ${count(measure, value)}`
    : `${count(measure, value)} (at ${formatNumber(level * 100)} %: ${limits(measure)})`;
}

/** Why nothing follows for everybody, from the registry of codes. */
export function refusalWords(code: string): string {
  const entry = (ERRORS as Record<string, { sentence: string } | undefined>)[code];
  const sentence = entry?.sentence.replace(/\.$/, '') ?? 'no more can be said';
  return `nothing follows for everybody: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
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
