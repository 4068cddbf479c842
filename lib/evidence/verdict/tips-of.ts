import { firstWhole } from '../distributions/bisect';

/** The least that would turn a verdict over. */
export interface Tips {
  /** So many of those found are none, such as planted or misread records; null: no number of them would. */
  fewer: number | null;
  /** So many more hold the thing than anybody saw, such as in documents that could not be read; null: no number would. */
  more: number | null;
}

/**
 * Looks for the smallest changes that a verdict does not survive.
 *
 * @param holds whether it stands with so many certain, and so many more that nobody saw
 * @param found `low`: those certain now; `reach`: the most that can be missed
 */
export function tipsOf(
  holds: (low: number, missed: number) => boolean,
  { low, reach }: { low: number; reach: number },
): Tips {
  const fewer = firstWhole((k) => !holds(low - k, 0), [1, low]);
  const more = firstWhole((k) => !holds(low, k), [1, Math.max(1, reach)]);
  return { fewer: fewer <= low ? fewer : null, more: more <= Math.max(1, reach) ? more : null };
}
