import type { DrawFacts } from '../contract/draw/draw-facts';
import { Leaked } from '../contract/leaked';
import { ranker } from '../contract/rank';
import type { Store } from '../contract/store';
import type { Proof } from '../contract/truth';
import { entriesAt, keyTexts } from './key-texts';
import { rankTally } from './rank-tally';

/** Keys fetched at once, so that a large input does not lie in memory whole. */
const SLICE = 250_000;

/**
 * What the input says of a draw by lowest rank, for `checkDraw`: how many distinct keys there are at the proof's path in
 * documents of any kind, the largest rank among them, and how they lie up to the threshold.
 *
 * @returns nulls where the input has no such path or the proof names no seed
 */
export async function rankFacts(
  store: Store,
  proof: Proof,
): Promise<Pick<DrawFacts, 'unitCount' | 'largestRank' | 'rankParts'>> {
  const texts = keyTexts(store, proof.key);
  if (texts === null) return { unitCount: null, largestRank: null };
  const draw = proof.draw?.rule === 'lowest-rank' ? proof.draw : null;
  const rank = draw && ranker(draw.seed);
  const ranks = rankTally(draw?.threshold ?? 0);
  const slices = Math.max(
    1,
    Math.ceil(Math.max(...entriesAt(store, proof.key).map((entry) => entry.distinct)) / SLICE),
  );
  let unitCount = 0;
  for (let slice = 0; slice < slices; slice++) {
    const part = slices === 1 ? '' : `where hash(text) % ${slices} = ${slice}`;
    const rows = await store.engine.texts(`select distinct text from (${texts}) ${part}`);
    unitCount += rows.length;
    if (rank) for (const [key] of rows) if (key) ranks.add(rank(Leaked.unseal(key)));
  }
  const { largest, parts } = ranks.tallied;
  return rank ? { unitCount, largestRank: largest, rankParts: parts } : { unitCount, largestRank: null };
}
