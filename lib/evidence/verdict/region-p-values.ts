import { hypergeometricTails } from '../distributions/hypergeometric-tails';

/** A simple random sample of people: how many hold the thing, of how many drawn, from how many. */
export interface DrawnCount {
  count: number;
  examined: number;
  population: number;
}

/** Whole numbers of holders that a claim allows, both ends included. */
export interface WholeRegion {
  least: number;
  most: number;
}

/** Chances behind a verdict. */
export interface RegionPValues {
  /** Chance of at least this count if the truth lay just below the region; 0 where it has no lower end. */
  ifBelow: number;
  /** Chance of at most this count if the truth lay just above the region; 0 where it has no upper end. */
  ifAbove: number;
  /** Largest chance of a count that speaks this much for the claim although it is false. */
  pSupport: number;
  /** Largest chance of a count that speaks this much against the claim although it is true. */
  pRefute: number;
}

/**
 * Exact equivalence test of a region (two one-sided tests as an intersection-union test: Schuirmann 1987, Berger 1982) and
 * its mirror. Supporting a claim takes more than that it lies inside the interval: both sides of the region are tested.
 *
 * @param drawn the sample; `countLow` where fewer than `count` are certain, for the tests that too many would pass
 * @param region within 0 … population; an end there is no limit, and the one-sided refutation is not doubled
 */
export function regionPValues(drawn: DrawnCount & { countLow?: number }, region: WholeRegion): RegionPValues {
  const { count, countLow = count, examined, population } = drawn;
  const atMost = (holders: number) => hypergeometricTails(count, examined, holders, population).atMost;
  const atLeast = (holders: number) => hypergeometricTails(countLow, examined, holders, population).atLeast;
  const below = region.least > 0;
  const above = region.most < population;
  const against = Math.min(below ? atMost(region.least) : 1, above ? atLeast(region.most) : 1);
  return decided({
    ifBelow: below ? atLeast(region.least - 1) : 0,
    ifAbove: above ? atMost(region.most + 1) : 0,
    against: below && above ? 2 * against : against,
  });
}

/** Joins one-sided chances: both sides must speak for a claim, the better one may speak against it. */
export function decided(chances: { ifBelow: number; ifAbove: number; against: number }): RegionPValues {
  const { ifBelow, ifAbove, against } = chances;
  return { ifBelow, ifAbove, pSupport: Math.max(ifBelow, ifAbove), pRefute: Math.min(1, against) };
}
