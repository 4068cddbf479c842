import type { DrawFacts } from '../contract/draw-facts';
import { Leaked } from '../contract/leaked';
import { RANK_PARTS, ranker } from '../contract/rank';
import type { Store } from '../contract/store';
import type { Proof } from '../contract/truth';
import { textsSql } from '../measures/distinct-texts';

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
  const entries = store.manifest.paths.filter((entry) => entry.path === proof.key && entry.column !== null);
  const texts = textsSql(
    store,
    entries.map((entry) => ({ entry, folds: null })),
  );
  if (texts === null) return { unitCount: null, largestRank: null };
  const draw = proof.draw?.rule === 'lowest-rank' ? proof.draw : null;
  const rank = draw && ranker(draw.seed);
  const width = ((draw?.threshold ?? 0) + 1) / RANK_PARTS;
  const rankParts = Array.from({ length: RANK_PARTS }, () => 0);
  const slices = Math.max(1, Math.ceil(Math.max(...entries.map((entry) => entry.distinct)) / SLICE));
  let [unitCount, largestRank] = [0, 0];
  for (let slice = 0; slice < slices; slice++) {
    const part = slices === 1 ? '' : `where hash(text) % ${slices} = ${slice}`;
    const rows = await store.engine.texts(`select distinct text from (${texts}) ${part}`);
    unitCount += rows.length;
    for (const [key] of rank ? rows : []) {
      const own = rank && key ? rank(Leaked.unseal(key)) : 0;
      const part = Math.min(RANK_PARTS - 1, Math.floor(own / width));
      largestRank = Math.max(largestRank, own);
      rankParts[part] = (rankParts[part] ?? 0) + 1;
    }
  }
  return rank ? { unitCount, largestRank, rankParts } : { unitCount, largestRank: null };
}
