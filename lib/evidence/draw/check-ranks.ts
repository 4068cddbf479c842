import type { DrawFacts } from '../../contract/draw/draw-facts';
import { RANK_PARTS, RANK_SPACE } from '../../contract/rank';
import type { Proof } from '../../contract/truth';
import { binomialTails } from '../distributions/binomial-tails';

/** Each limit of the check of the number drawn misses one honest draw in 2,000: 99.9 % in all. */
const DRAW_MISS = 0.0005;

/** An honest draw fails the check of its ranks once in 10,000, each side of each of its tests having its share of that. */
export const UNEVEN_MISS = 1e-4;

/** Keys that were picked in whatever other way all rank as low as this draw's with no more than this chance. */
const BY_CHANCE = 1e-4;

/** The rule of a draw by lowest rank that the input breaks; null where it keeps them all. */
export function rankRule(
  { draw, drawn, population: { value: population } }: Proof,
  facts: Pick<DrawFacts, 'unitCount' | 'largestRank' | 'rankParts' | 'unread'>,
): string | null {
  if (draw?.rule !== 'lowest-rank') return 'this version checks draws by lowest rank only';
  if (population === null) return 'the size of the population is missing';
  const { unitCount, largestRank, rankParts = [], unread } = facts;
  if (unitCount === null || largestRank === null) return 'the input has no keys at the path of the proof';
  if (!areThere(drawn, unitCount, unread))
    return 'the number drawn differs from the number of keys in the input';
  if (largestRank > draw.threshold) return 'a key of the input ranks above the threshold';
  return (
    numberRule({ drawn, population, threshold: draw.threshold }) ??
    chanceRule([{ drawn, threshold: draw.threshold }]) ??
    evenRule([rankParts])
  );
}

/** Whether as many keys are there as were drawn, but for those in documents that could not be read. */
export function areThere(drawn: number, found: number, unread = 0): boolean {
  return found <= drawn && drawn - found <= unread;
}

/**
 * Whether the keys' ranks lie as evenly under the threshold as those of everybody below it do: not where the draw was cut
 * off, joined from draws of parts of the population, or filled up. Each part is tested, and all up to it together.
 *
 * @param draws of each draw of the proof its keys by rank, in parts of equal width
 */
export function evenRule(draws: readonly (readonly number[])[]): string | null {
  const miss = UNEVEN_MISS / (4 * RANK_PARTS * draws.length);
  const uneven = draws.some((parts) => {
    const keys = parts.reduce((sum, count) => sum + count, 0);
    const isOdd = (count: number, width: number) => {
      const tails = binomialTails(count, keys, width / parts.length);
      return Math.min(tails.atMost, tails.atLeast) < miss;
    };
    let below = 0;
    return parts.some((count, i) => isOdd(count, 1) || isOdd((below += count), i + 1));
  });
  return uneven
    ? 'the ranks of its keys lie less evenly below the threshold than in one honest draw of 10,000'
    : null;
}

/** Whether as many were drawn as a threshold lets through, within the limits of 99.9 %. */
export function numberRule(draw: { drawn: number; population: number; threshold: number }): string | null {
  const { drawn, population, threshold } = draw;
  if (drawn > population) return 'more were drawn than the population holds';
  const tails = binomialTails(drawn, population, chanceOf(threshold));
  return tails.atMost < DRAW_MISS || tails.atLeast < DRAW_MISS
    ? 'the number drawn lies outside the limits of the population and the threshold'
    : null;
}

/**
 * Whether low ranks show anything: a threshold that lets all or nearly all in is kept by whatever keys somebody has, and
 * then the size of the population is their number by another name. Everything that is there needs a total, as a census does.
 */
export function chanceRule(draws: readonly { drawn: number; threshold: number }[]): string | null {
  const surprise = draws.reduce(
    (sum, { drawn, threshold }) => sum - drawn * Math.log(chanceOf(threshold)),
    0,
  );
  return surprise < -Math.log(BY_CHANCE)
    ? 'its threshold lets so many in that keys picked in any other way would keep it as well'
    : null;
}

/** The chance that a threshold lets a key in. */
export function chanceOf(threshold: number): number {
  return Math.min(1, (threshold + 1) / RANK_SPACE);
}
