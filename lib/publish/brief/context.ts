import type { ResultClaim, Results } from '../../contract/results';
import { dayWords } from '../../words/dates/day-words';

/** Everything a section of the brief is made from. */
export interface BriefContext {
  results: Results;
  synthetic: boolean;
}

/** Who said it and when: "The Verge, 30 December 2019". */
export function saidBy({ party, date }: ResultClaim): string {
  return `${party}, ${/^\d{4}-\d{2}-\d{2}/.test(date) ? dayWords(date) : date}`;
}
