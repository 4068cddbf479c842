import { Leaked } from '../contract/leaked';
import { ranker } from '../contract/rank';
import type { Store } from '../contract/store';
import type { Proof } from '../contract/truth';
import { textsSql } from './distinct-texts';

/** Keys fetched at once, so that a large input does not lie in memory whole. */
const SLICE = 250_000;

/**
 * What the input says of a draw by lowest rank, for `checkDraw`: how many distinct keys there are at the proof's path in
 * documents of any kind, and the largest rank among them.
 *
 * @returns nulls where the input has no such path or the proof names no seed
 */
export async function rankFacts(
  store: Store,
  proof: Proof,
): Promise<{ unitCount: number | null; largestRank: number | null }> {
  const entries = store.manifest.paths.filter((entry) => entry.path === proof.key && entry.column !== null);
  const texts = textsSql(
    store,
    entries.map((entry) => ({ entry, folds: null })),
  );
  if (texts === null) return { unitCount: null, largestRank: null };
  const rank = proof.draw?.rule === 'lowest-rank' ? ranker(proof.draw.seed) : null;
  const slices = Math.max(1, Math.ceil(Math.max(...entries.map((entry) => entry.distinct)) / SLICE));
  let [unitCount, largestRank] = [0, 0];
  for (let slice = 0; slice < slices; slice++) {
    const part = slices === 1 ? '' : `where hash(text) % ${slices} = ${slice}`;
    const rows = await store.engine.texts(`select distinct text from (${texts}) ${part}`);
    unitCount += rows.length;
    if (rank)
      for (const [key] of rows) if (key) largestRank = Math.max(largestRank, rank(Leaked.unseal(key)));
  }
  return { unitCount, largestRank: rank && largestRank };
}
