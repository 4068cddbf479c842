import { Leaked } from '../contract/leaked';
import { ranker } from '../contract/rank';
import type { StratumFacts } from '../contract/draw/draw-facts';
import type { DrawContext } from './draw-context';
import type { Labelling } from './label-sql';
import { labelledKeys } from './labelled-keys';
import { rankTally } from './rank-tally';

const TABLE = 'strata_of_the_draw';

/** The strata that the input's keys belong to, with the largest rank in each. */
export async function stratumFacts({
  store,
  proof,
}: DrawContext): Promise<{ facts: StratumFacts; labelling: Labelling }> {
  const { path = '', by, list = [] } = proof.strata ?? {};
  const place = (stratum: string) => list.findIndex(({ value }) => value === stratum);
  const labelling: Labelling =
    by === 'presence'
      ? { by, key: proof.key ?? '', path, present: place('present'), absent: place('absent') }
      : { by: 'path', table: TABLE, path };
  if (by === undefined)
    await store.engine.fill(
      TABLE,
      ['name', 'label'],
      list.map(({ value }, i) => [value, String(i)]),
    );
  const tallies = list.map(({ threshold }) => rankTally(threshold));
  let outside = new Set(list.map(({ value }) => value)).size === list.length ? 0 : 1;
  const facts = (): StratumFacts => ({
    found: tallies.map(({ tallied }) => tallied.count),
    largestRanks: tallies.map(({ tallied }) => tallied.largest),
    rankParts: tallies.map(({ tallied }) => tallied.parts),
    outside,
  });
  const keys = labelledKeys(store, proof.key, labelling);
  if (keys === null || proof.draw?.rule !== 'lowest-rank')
    return { facts: { ...facts(), outside: 1 }, labelling };
  const rank = ranker(proof.draw.seed);
  const found = await store.engine.texts(
    `select key, cast(min(label) as varchar), cast(max(label) as varchar) from (${keys}) group by key`,
  );
  for (const [key, low, high] of found) {
    const stratum =
      low && high && Leaked.unseal(low) === Leaked.unseal(high) ? Number(Leaked.unseal(low)) : -1;
    const tally = tallies[stratum];
    if (!tally || !key) outside++;
    else tally.add(rank(Leaked.unseal(key)));
  }
  return { facts: facts(), labelling };
}
