import { firstWhole } from '../distributions/bisect';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';

/**
 * People to draw at random so that at least one holder is among them.
 *
 * @param holders people who hold the thing, 1 to population
 * @param population people in the population
 * @param confidence wanted chance to see one, 0 to 1
 * @returns people; more than half of the population means in effect everybody
 * @example
 * sampleSizeToSee(140, 2_400_000, 0.95) // 50809
 */
export function sampleSizeToSee(holders: number, population: number, confidence: number): number {
  const missed = (1 - confidence) * (1 + 1e-9);
  return firstWhole((n) => hypergeometricTails(0, n, holders, population).atMost <= missed, [1, population]);
}

/**
 * People to draw at random so that at least one holder is among them, where the population's size is not known.
 *
 * @param share of holders, 0 to 1, both excluded; where a detector finds only some of them: times its sensitivity
 * @example
 * sampleSizeToSeeShare(140 / 2_400_000, 0.95) // 51354
 */
export function sampleSizeToSeeShare(share: number, confidence: number): number {
  return Math.ceil(Math.log1p(-confidence) / Math.log1p(-share) - 1e-9);
}

/**
 * {@link sampleSizeToSee} by Cannon and Roe's formula (1982): right to a few people, for a check by hand.
 *
 * @example
 * sampleSizeToSeeByHand(140, 2_400_000, 0.95) // 50809
 */
export function sampleSizeToSeeByHand(holders: number, population: number, confidence: number): number {
  return Math.ceil(-Math.expm1(Math.log1p(-confidence) / holders) * (population - (holders - 1) / 2));
}
