import { Leaked } from '../contract/leaked';
import { ranker } from '../contract/rank';
import type { Capture } from '../contract/truth';
import type { CaptureFacts } from '../contract/draw/draw-facts';
import type { DrawContext } from './draw-context';
import { labelledKeys } from './labelled-keys';
import { rankTally } from './rank-tally';

/** Different keys in each of two captures and in both, told apart by the files that they came in. */
export async function captureFacts({ store, proof }: DrawContext): Promise<CaptureFacts> {
  const none: CaptureFacts = { partsHold: false, first: 0, second: 0, both: 0, ranks: [null, null] };
  const list = proof.captures?.list;
  const keys = labelledKeys(store, proof.key, { by: 'part' });
  if (!list || keys === null) return none;
  const { parts } = store.manifest;
  const of = (capture: Capture) =>
    parts.filter(({ sha256 }) => capture.parts.includes(sha256)).map(({ id }) => id);
  const [first, second] = [of(list[0]), of(list[1])];
  const partsHold =
    first.length === list[0].parts.length &&
    second.length === list[1].parts.length &&
    new Set([...first, ...second]).size === parts.length &&
    first.length + second.length === parts.length;
  if (!partsHold || first.length === 0 || second.length === 0) return none;
  const among = (ids: number[]) => `max(case when label in (${ids.join(', ')}) then 1 else 0 end)`;
  const people = `select key, ${among(first)} as a, ${among(second)} as b from (${keys}) group by key`;
  const [sums] = await store.engine.numbers(
    `select sum(a), sum(b), sum(case when a = 1 and b = 1 then 1 else 0 end) from (${people})`,
  );
  const ranksOf = async ({ draw }: Capture, own: 'a' | 'b') => {
    if (draw === null) return null;
    const rank = ranker(draw.seed);
    const tally = rankTally(draw.threshold);
    let missing = 0;
    for (const [key, isIn] of await store.engine.texts(
      `select key, cast(${own} as varchar) from (${people})`,
    )) {
      if (!key || !isIn) continue;
      const place = rank(Leaked.unseal(key));
      if (Leaked.unseal(isIn) === '1') tally.add(place);
      else if (place <= draw.threshold) missing++;
    }
    const { largest, parts } = tally.tallied;
    return { largest, parts, missing };
  };
  return {
    partsHold,
    first: sums?.[0] ?? 0,
    second: sums?.[1] ?? 0,
    both: sums?.[2] ?? 0,
    ranks: [await ranksOf(list[0], 'a'), await ranksOf(list[1], 'b')],
  };
}
