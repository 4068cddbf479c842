/**
 * When people found to have something count as shown to have it without anybody looking at a record: as many as this, and
 * this share of those examined. Chosen, not derived: a detector that errs in one of 10,000 documents stays far below it.
 */
export const PRESENCE_RULE = { people: 100, share: 1 / 1000 } as const;

/** What is known of what was found beside its number. */
export interface Looks {
  /** Somebody must have looked, however many were found: passwords and the like. Defaults to false. */
  needsLook?: boolean | undefined;
  /** Records that a review found to be something else, or planted; defaults to 0. */
  rejected?: number | undefined;
}

/**
 * People certain to have the thing.
 *
 * @param count people found to have it
 * @param examined people looked at, null where unknown
 * @param confirmed records that a review confirmed; null where nobody looked
 * @returns `count`, less what was rejected, where presence counts as shown; else what was confirmed
 */
export function shownCount(
  count: number,
  examined: number | null,
  confirmed: number | null,
  { needsLook = false, rejected = 0 }: Looks = {},
): number {
  const many = count >= PRESENCE_RULE.people && count >= PRESENCE_RULE.share * (examined ?? 0);
  if (many && examined !== null && !needsLook) return Math.max(0, count - rejected);
  return Math.min(count, confirmed ?? 0);
}
