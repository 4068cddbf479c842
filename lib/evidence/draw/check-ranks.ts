import type { DrawFacts } from '../../contract/draw-facts';
import { RANK_PARTS, RANK_SPACE } from '../../contract/rank';
import type { Proof } from '../../contract/truth';
import { binomialTails } from '../distributions/binomial-tails';

/** Each limit of the check of the number drawn misses one honest draw in 2,000: 99.9 % in all. */
const DRAW_MISS = 0.0005;

/** An honest draw fails the check of its ranks once in 10,000, each side of each part having its share of that. */
const UNEVEN_MISS = 1e-4 / (2 * RANK_PARTS);

/** The rule of a draw by lowest rank that the input breaks; null where it keeps them all. */
export function rankRule(
  { draw, drawn, population: { value: population } }: Proof,
  facts: Pick<DrawFacts, 'unitCount' | 'largestRank' | 'rankParts'>,
): string | null {
  if (draw?.rule !== 'lowest-rank') return 'this version checks draws by lowest rank only';
  if (population === null) return 'the size of the population is missing';
  if (facts.unitCount === null || facts.largestRank === null)
    return 'the input has no keys at the path of the proof';
  if (drawn !== facts.unitCount) return 'the number drawn differs from the number of keys in the input';
  if (facts.largestRank > draw.threshold) return 'a key of the input ranks above the threshold';
  return (
    numberRule({ drawn, population, threshold: draw.threshold }) ?? evenRule(facts.rankParts ?? [], drawn)
  );
}

/**
 * Whether the keys' ranks lie as evenly under the threshold as those of everybody below it do: not where the draw was cut
 * off, joined from draws of parts of the population, or filled up.
 */
function evenRule(parts: readonly number[], drawn: number): string | null {
  const uneven = parts.some((count) => {
    const tails = binomialTails(count, drawn, 1 / parts.length);
    return Math.min(tails.atMost, tails.atLeast) < UNEVEN_MISS;
  });
  return uneven
    ? 'the ranks of its keys lie less evenly below the threshold than in one honest draw of 10,000'
    : null;
}

/** Whether as many were drawn as a threshold lets through, within the limits of 99.9 %. */
export function numberRule(draw: { drawn: number; population: number; threshold: number }): string | null {
  const { drawn, population, threshold } = draw;
  if (drawn > population) return 'more were drawn than the population holds';
  const tails = binomialTails(drawn, population, Math.min(1, (threshold + 1) / RANK_SPACE));
  return tails.atMost < DRAW_MISS || tails.atLeast < DRAW_MISS
    ? 'the number drawn lies outside the limits of the population and the threshold'
    : null;
}
