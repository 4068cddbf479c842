import type { Region } from '../../contract/case';
import { firstWhole } from '../distributions/bisect';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { sampleSizeToSee } from './sample-size-to-see';

/** What a draw would have to decide. */
export interface SampleSizeQuestion {
  /** In people; low ≤ x < high. */
  region: Region;
  /** People who would hold the thing if the claim is right. */
  claimed: number;
  population: number;
  /** Chance of a wrong verdict; defaults to 0.05. */
  alpha?: number;
  /** Wanted chance that the draw decides if the claim is right; defaults to 0.8. */
  power?: number;
}

/** What would settle a claim. */
export interface SampleSizeToDecide {
  /** People to draw at random; null where only everybody will do. */
  people: number | null;
  /** Everything, with the server's own total, is what it takes: absence, or a draw of more than half. */
  census: boolean;
}

/**
 * The smallest random draw that would decide a claim if what it claims is right: one that shows presence with a chance
 * of 1 − alpha, or supports a number with the wanted power. Absence, and what takes more than half of all people, is
 * settled by everything only.
 *
 * @example
 * sampleSizeToDecide({ region: { low: 1, high: null }, claimed: 140, population: 2_400_000 }) // { people: 50809, census: false }
 */
export function sampleSizeToDecide(question: SampleSizeQuestion): SampleSizeToDecide {
  const { region, claimed, population, alpha = 0.05, power = 0.8 } = question;
  const least = Math.max(0, Math.ceil(region.low ?? 0));
  const most = region.high === null ? population : Math.min(population, Math.ceil(region.high) - 1);
  const everything: SampleSizeToDecide = { people: null, census: true };
  if (most <= 0 || claimed < 1 || claimed < least || claimed > most) return everything;
  const half = Math.floor(population / 2);
  const present = least <= 1 && most >= population;
  const people = present
    ? sampleSizeToSee(claimed, population, 1 - alpha)
    : firstWhole((n) => supportPower(n, { least, most, claimed, population }, alpha) >= power, [1, half]);
  return people > half ? everything : { people, census: false };
}

interface Setting {
  least: number;
  most: number;
  claimed: number;
  population: number;
}

/** Chance that a draw of n supports the region while `claimed` people hold the thing. */
function supportPower(n: number, { least, most, claimed, population }: Setting, alpha: number): number {
  const tails = (count: number, holders: number) => hypergeometricTails(count, n, holders, population);
  const from = least === 0 ? 0 : firstWhole((k) => tails(k, least - 1).atLeast <= alpha, [0, n]);
  const to = most >= population ? n : firstWhole((k) => tails(k, most + 1).atMost > alpha, [0, n]) - 1;
  if (from > to) return 0;
  const below = from === 0 ? 0 : tails(from - 1, claimed).atMost;
  const above = to === n ? 0 : tails(to + 1, claimed).atLeast;
  return 1 - below - above;
}
