import { formatMeasureId, parseMeasureId } from '../../contract/measure-id';
import type { Review } from '../../contract/review';

/** What a review says of the people or things found for one measure. */
export interface Reviewed {
  /** `truth`: a world's truth file was asked to answer. */
  by: 'person' | 'truth';
  /** People who looked; 0 where a world's truth file answered. */
  reviewers: number;
  confirmed: number;
  rejected: number;
  planted: number;
  /** Records of which reviewers said different things. */
  disagreed: number;
}

/** What the looks at the records said. */
export interface ReviewSources {
  review: Review | null;
}

/**
 * The review of what was found for a measure (of a share, for its people): one record for each person found. A record that one
 * reviewer confirms and nobody rejects is confirmed. A world is looked at as a real dump is.
 *
 * @returns null where nobody looked
 */
export function reviewOf(measure: string, { review }: ReviewSources): Reviewed | null {
  const counted = peopleOf(measure);
  const own = review?.answers.filter((each) => each.measure === counted) ?? [];
  if (own.length === 0) return null;
  const records = new Map<string, Set<string>>();
  for (const { part, line, answer } of own) {
    const place = `${part} ${line}`;
    records.set(place, (records.get(place) ?? new Set()).add(answer));
  }
  const all = [...records.values()];
  const only = (answer: string) => all.filter((said) => said.size === 1 && said.has(answer)).length;
  return {
    by: review?.from === 'truth' ? 'truth' : 'person',
    reviewers: review?.from === 'truth' ? 0 : new Set(own.map(({ by }) => by)).size,
    confirmed: only('yes'),
    rejected: only('no'),
    planted: only('planted'),
    disagreed: all.filter((said) => said.size > 1).length,
  };
}

/** Records that a review rejected or called planted: they are no finds. */
export function rejectedIn(found: Reviewed | null): number {
  return found === null ? 0 : found.rejected + found.planted;
}

/** The same of what was found for a measure; of a share, of its people. */
export function rejectedOf(measure: string, review: Review | null): number {
  return rejectedIn(reviewOf(measure, { review }));
}

/** The measure that counts the people whom a share is of; any other measure itself. A look at those is one at the share. */
export function peopleOf(measure: string): string {
  const id = parseMeasureId(measure);
  if (id?.family === 'share.with') return formatMeasureId({ ...id, family: 'people.with' });
  return id?.family === 'share.with-any' ? formatMeasureId({ ...id, family: 'people.with-any' }) : measure;
}
