import { firstWhole } from './bisect';
import { hypergeometricTails } from './hypergeometric-tails';

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
