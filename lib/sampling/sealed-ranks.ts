import { ranksDigest, type Seal } from '../contract/draw/seal';
import { Leaked } from '../contract/leaked';
import { ranker } from '../contract/rank';
import type { Store } from '../contract/store';
import type { Proof } from '../contract/truth';
import { keyTexts } from './key-texts';

/** The ranks of the different keys in the input, as a seal names them; null where the draw has no keys by rank. */
export async function sealedRanks(store: Store, { key, draw }: Proof): Promise<Seal['ranks']> {
  if (draw?.rule !== 'lowest-rank') return null;
  const texts = keyTexts(store, key);
  if (texts === null) return null;
  const rank = ranker(draw.seed);
  const rows = await store.engine.texts(`select distinct text from (${texts})`);
  return ranksDigest(rows.flatMap(([text]) => (text ? [rank(Leaked.unseal(text))] : [])));
}
