import type { Evidence } from '../../contract/evidence';

/** Limits that hold however the input was drawn: nobody is estimated, only those not examined are unknown (Manski 1989). */
export interface HardBounds {
  low: number;
  /** null where the size of the population is not known. */
  high: number | null;
}

/**
 * Hard bounds of a count: at least those found, at most those found and everybody not examined.
 *
 * @param low people certain to hold the thing
 * @param high people found to hold it, `low` or more
 */
export function hardBounds(
  low: number,
  high: number,
  evidence: Pick<Evidence, 'population' | 'examined'>,
): HardBounds {
  const { population, examined } = evidence;
  const known = population !== null && examined !== null;
  return { low, high: known ? Math.max(low, population - (examined - high)) : null };
}

/**
 * Hard bounds of a share of `outOf` people: everybody not examined may belong to them, with the thing or without.
 *
 * @returns shares in [0, 1]
 */
export function hardShareBounds(
  found: { low: number; high: number; outOf: number },
  evidence: Pick<Evidence, 'population' | 'examined'>,
): HardBounds {
  const { population, examined } = evidence;
  if (population === null || examined === null) return { low: 0, high: null };
  const rest = Math.max(0, population - examined);
  return { low: found.low / (found.outOf + rest), high: (found.high + rest) / (found.outOf + rest) };
}
