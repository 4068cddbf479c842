import type { Review } from '../../contract/review';
import type { Truth } from '../../contract/truth';

/** What a review says of the people or things found for one measure. */
export interface Reviewed {
  by: 'person' | 'truth';
  /** People who looked; 0 in a world. */
  reviewers: number;
  confirmed: number;
  rejected: number;
  planted: number;
  /** Records of which reviewers said different things. */
  disagreed: number;
}

/** Who answers reviews: a world's truth, or people. */
export interface ReviewSources {
  truth: Truth | null;
  review: Review | null;
}

/**
 * The review of what was found for a measure. In a world its truth answers, planted documents left out; else people do,
 * one record for each person found. A record that one reviewer confirms and nobody rejects is confirmed.
 *
 * @param found people or things counted in the input
 * @returns null where nobody looked
 */
export function reviewOf(measure: string, found: number, { truth, review }: ReviewSources): Reviewed | null {
  return truth ? byTruth(measure, found, truth) : byPeople(measure, review);
}

function byTruth(measure: string, found: number, { measures, known }: Truth): Reviewed | null {
  const seeming = measures[measure]?.file;
  if (seeming === undefined) return null;
  const right = known?.genuine[measure]?.file ?? seeming;
  const confirmed = Math.min(found, right);
  const planted = Math.min(found - confirmed, Math.max(0, seeming - right));
  return {
    by: 'truth',
    reviewers: 0,
    confirmed,
    planted,
    rejected: found - confirmed - planted,
    disagreed: 0,
  };
}

function byPeople(measure: string, review: Review | null): Reviewed | null {
  const own = review?.answers.filter((each) => each.measure === measure) ?? [];
  if (own.length === 0) return null;
  const records = new Map<string, Set<string>>();
  for (const { part, line, answer } of own) {
    const place = `${part} ${line}`;
    records.set(place, (records.get(place) ?? new Set()).add(answer));
  }
  const all = [...records.values()];
  const only = (answer: string) => all.filter((said) => said.size === 1 && said.has(answer)).length;
  return {
    by: 'person',
    reviewers: new Set(own.map(({ by }) => by)).size,
    confirmed: only('yes'),
    rejected: only('no'),
    planted: only('planted'),
    disagreed: all.filter((said) => said.size > 1).length,
  };
}
