import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import type { Review } from '../../contract/review';
import { validate } from '../../contract/validate';
import { cacheFolder } from '../store/cache-folder';

/**
 * What people have said of an input's records: kept in the private cache (0600), in positions and answers, never values.
 *
 * @param commitment of the input
 * @param file of the user's; defaults to the cache's own
 * @returns null where nobody has looked
 * @throws REVIEW_UNREADABLE, REVIEW_MISMATCH
 */
export function readReview(commitment: string, file?: string | null): Review | null {
  const path = file ?? cachedReview(commitment);
  if (!existsSync(path)) return null;
  const review = parsed(path);
  if (review.commitment !== commitment) throw new AnalysisError('REVIEW_MISMATCH', { argument: path });
  return review;
}

/** Keeps a review where {@link readReview} finds it; an older one of the same input is replaced. */
export function keepReview(review: Review, file?: string | null): void {
  const path = file ?? cachedReview(review.commitment);
  if (file === undefined || file === null)
    mkdirSync(join(cacheFolder(), 'reviews-1'), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, `${JSON.stringify(review, null, 1)}\n`, { mode: 0o600 });
  renameSync(beside, path);
}

function cachedReview(commitment: string): string {
  return join(cacheFolder(), 'reviews-1', `${commitment}.json`);
}

function parsed(path: string): Review {
  try {
    const review: unknown = JSON.parse(readFileSync(path, 'utf8'));
    validate('review', review);
    return review as Review;
  } catch (error) {
    const rule = error instanceof AnalysisError ? error.context['rule'] : 'it must be a JSON file';
    throw new AnalysisError('REVIEW_UNREADABLE', { argument: path, rule: String(rule) });
  }
}
