import type { Evidence } from '../../contract/evidence';

/** Limits that hold however the input was drawn: nobody is estimated, only those not examined are unknown (Manski 1989). */
export interface HardBounds {
  low: number;
  /** null where the size of the population is not known. */
  high: number | null;
}

/** What hard bounds ask of the evidence. `whole`: all documents of those seen were read; defaults to false. */
export type Examined = Pick<Evidence, 'population' | 'examined'> & Partial<Pick<Evidence, 'whole'>>;

/**
 * Hard bounds of a count: at least those found, at most those found and everybody not examined. Who was seen counts as
 * examined only where all of their documents were read: else anybody may hold the thing in a document that is not here.
 *
 * @param low people certain to hold the thing
 * @param high people found to hold it, `low` or more; Infinity where more may
 */
export function hardBounds(
  low: number,
  high: number,
  { population, examined, whole = false }: Examined,
): HardBounds {
  if (population === null) return { low, high: null };
  const seen = whole ? (examined ?? 0) : 0;
  return { low, high: Math.max(low, population - Math.max(0, seen - high)) };
}

/**
 * Hard bounds of a share of `outOf` people: everybody not examined may belong to them, with the thing or without.
 *
 * @returns shares in [0, 1]
 */
export function hardShareBounds(
  found: { low: number; high: number; outOf: number },
  { population, examined, whole = false }: Examined,
): HardBounds {
  if (population === null || examined === null) return { low: 0, high: null };
  if (!whole) return { low: found.low / Math.max(found.outOf, population), high: 1 };
  const rest = Math.max(0, population - examined);
  return {
    low: found.low / (found.outOf + rest),
    high: Math.min(1, (found.high + rest) / (found.outOf + rest)),
  };
}
