import { peopleOf } from '../../claims/judge/review-of';
import { needsReview } from '../../claims/judge/run-tests';
import { askTests } from '../../claims/wording/ask-tests';
import type { Case, Claim } from '../../contract/case';
import type { Field } from '../../contract/field';

/** Measures that claims are tested on and that rest on what paths were taken to hold: somebody may have to look at their records. */
export function measuresToReview(
  { notes, file }: Case,
  claims: readonly Claim[],
  fields: readonly Field[],
): string[] {
  const asking = { fields, notes, population: null, everybody: null, file, counted: new Set<string>() };
  const tests = claims
    .filter(({ testability }) => testability === 'records')
    .flatMap((claim) => askTests(claim, asking));
  return [...new Set(tests.map(({ measure }) => peopleOf(measure)))].filter(needsReview);
}
