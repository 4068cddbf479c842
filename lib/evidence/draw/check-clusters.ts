import type { DrawFacts } from '../../contract/draw/draw-facts';
import { isDocuments } from '../../contract/measure-id';
import { ranker } from '../../contract/rank';
import type { Proof } from '../../contract/truth';
import { checkCounts } from './check-counts';
import type { Checked } from './checked';
import { areThere, chanceRule, evenRule, numberRule } from './check-ranks';
import { fewestUnits } from '../intervals/unlike-clusters';

/** Honest clusters seem to contradict the population by their sizes once in 2,000. */
const SIZES_MISS = 0.0005;

/** Clusters drawn by lowest rank. Numbered ones are drawn again over the whole frame: the same must come out. */
export function checkClusters(proof: Proof, facts: DrawFacts): Checked {
  const { clusters, draw, drawn } = proof;
  const found = facts.clusters;
  if (!clusters || !found) return 'its clusters cannot be found in the input';
  if (draw?.rule !== 'lowest-rank') return 'this version checks draws by lowest rank only';
  if (found.outside > 0) return 'a document of the input belongs to none of its clusters';
  if (found.spanning > 0) return 'somebody is in two of its clusters';
  const frame = clusters.frame.value;
  if (drawn === frame) return 'all of its clusters were drawn: everything needs a total, as a census does';
  if (clusters.by === 'path') {
    if (!areThere(drawn, found.found, facts.unread))
      return 'the number drawn differs from the number of clusters in the input';
    if ((found.largestRank ?? Infinity) > draw.threshold)
      return 'a cluster of the input ranks above the threshold';
    const broken =
      numberRule({ drawn, population: frame, threshold: draw.threshold }) ??
      chanceRule([{ drawn, threshold: draw.threshold }]) ??
      evenRule([found.rankParts ?? []]);
    if (broken !== null) return broken;
  } else {
    const ids = clusters.list.map(({ id }) => id);
    if (ids.length !== drawn || !sameDraw(ids, { ...draw, frame }))
      return 'drawing the clusters again gives others';
  }
  const { value: population } = proof.population;
  if (population !== null && found.units > population) return 'the clusters hold more than the population';
  const sizes = [...found.sizes, { units: 0, times: Math.max(0, drawn - found.found) }];
  if (population !== null && fewestUnits(sizes, frame, SIZES_MISS) > population)
    return 'so many clusters of such sizes would hold more than the population';
  const counts = isDocuments(proof.unit) ? checkCounts(proof, facts) : {};
  if (typeof counts === 'string') return counts;
  return { ...counts, population, examined: found.units, clusters: { drawn, frame } };
}

function sameDraw(ids: number[], draw: { seed: string; threshold: number; frame: number }): boolean {
  const rank = ranker(draw.seed);
  const wanted = new Set(ids);
  if (wanted.size !== ids.length) return false;
  let again = 0;
  for (let id = 0; id < draw.frame; id++) {
    if (rank(String(id)) > draw.threshold) continue;
    if (!wanted.has(id)) return false;
    again++;
  }
  return again === ids.length;
}
