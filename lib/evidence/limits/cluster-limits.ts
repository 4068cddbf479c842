import type { Counted, ClusterTotals } from '../../contract/evidence';
import { measureClass } from '../draw/admissible';
import { type Cluster, clusterRatio } from '../intervals/cluster-ratio';
import type { DesignLimits } from './design-limits';
import { hypergeometricInterval } from '../intervals/hypergeometric-interval';
import { kornGraubardInterval } from '../intervals/korn-graubard-interval';
import { bySides } from './one-by-one-limits';
import type { DrawnInClusters, DrawnOneByOne } from '../draw/proven-draw';
import { zeroCountUpper } from '../intervals/zero-count-upper';

/**
 * Limits from drawn clusters (Korn and Graubard 1998), and of people from drawn documents: each document stands for 1/m of
 * its person, who has m documents in all (Hájek 1971), and is a cluster of that weight.
 *
 * Where a document may not show everything of its person, the weighted documents tell too few people and the unweighted
 * ones too many: the one gives the lower limit, the other the upper.
 */
export function clusterLimits(
  counted: Counted & { count: number },
  draw: DrawnInClusters | DrawnOneByOne,
): DesignLimits {
  const groups = counted.totals?.by === 'clusters' ? counted.totals.groups : [];
  const kind = measureClass(counted, draw);
  const frame = draw.kind === 'cluster' ? draw.clusters.frame : undefined;
  const heaviest = counted.totals?.by === 'clusters' ? counted.totals.largestWeight : 1;
  const population = draw.population ?? 0;
  const of = (clusters: Cluster[], scale: number) => ratioLimits(clusters, { frame, scale });
  if (counted.unit === 'share') return of(shares(groups, kind === 'people-share'), 1);
  if (kind === 'count') return whole(of(groups.map(plain), population), population);
  const people = of(groups.map(weighted(heaviest)), population * heaviest);
  if (kind === 'people-size') return whole({ ...people, method: 'weighted-records' }, population);
  const records = draw.kind === 'cluster' ? of(groups.map(plain), population) : recordLimits(groups, draw);
  const rounded = whole({ ...people, method: 'weighted-records' }, population);
  const every = counted.count > 0 && draw.counts?.whole === true;
  return {
    ...rounded,
    value: every || counted.count === 0 ? rounded.value : null,
    at: (lowerAlpha, upperAlpha) => ({
      low: rounded.at(lowerAlpha, 0).low,
      high: Math.floor((every ? rounded : records).at(0, upperAlpha).high),
    }),
  };
}

const plain = ({ times, units, holders }: ClusterTotals): Cluster => ({
  times,
  size: units,
  positives: holders,
});

/** Documents by their weight, in units of the heaviest, so that none counts for more than one. */
const weighted =
  (heaviest: number) =>
  ({ times, units, weightHolders }: ClusterTotals): Cluster => ({
    times,
    size: units,
    positives: weightHolders / heaviest,
  });

/** Holders over those that the share is taken of; weights in units of their mean, so that they add up to documents. */
function shares(groups: ClusterTotals[], byWeight: boolean): Cluster[] {
  const sum = (of: (group: ClusterTotals) => number) =>
    groups.reduce((all, group) => all + group.times * of(group), 0);
  const mean = byWeight ? sum(({ weightOf }) => weightOf) / sum((group) => group.of) : 1;
  return groups.map((group) => ({
    times: group.times,
    size: byWeight ? group.weightOf / mean : group.of,
    positives: byWeight ? group.weightHolders / mean : group.holders,
  }));
}

function ratioLimits(
  clusters: Cluster[],
  { frame, scale }: { frame: number | undefined; scale: number },
): DesignLimits {
  const known = frame === undefined ? {} : { frame };
  const at = bySides((options) => kornGraubardInterval(clusters, { ...options, ...known }), 1);
  const { share, clusters: drawn } = clusterRatio(clusters, known);
  const missed = (alpha: number) => (frame === undefined ? 0 : missedClusters(drawn, frame, alpha));
  return {
    value: share * scale,
    method: 'korn-graubard',
    at: (lowerAlpha, upperAlpha) => {
      const { low, high } = at(lowerAlpha, upperAlpha);
      const least = Math.min(low, share * (1 - missed(lowerAlpha)));
      const most = Math.max(high, share + (1 - share) * missed(upperAlpha));
      return { low: least * scale, high: most * scale };
    },
  };
}

/**
 * Share of the frame that clusters unlike all drawn ones can make up: how much drawn clusters differ tells nothing of a sort
 * of page, such as one that holds documents of another kind, of which none was drawn.
 */
function missedClusters(drawn: number, frame: number, alpha: number): number {
  return alpha <= 0 || drawn >= frame
    ? 0
    : zeroCountUpper(drawn, { level: 1 - alpha, population: frame }).high / frame;
}

/** Documents with the thing, of all documents: nobody has it without one. */
function recordLimits(
  groups: ClusterTotals[],
  { population, examined }: DrawnOneByOne,
): Pick<DesignLimits, 'at'> {
  const holders = groups.reduce((sum, group) => sum + group.times * group.holders, 0);
  return {
    at: bySides(
      (options) => hypergeometricInterval(holders, examined, { ...options, population }),
      population,
    ),
  };
}

/** Whole people: the lower limit down, the upper up, within what there are. */
function whole(limits: DesignLimits, population: number): DesignLimits {
  return {
    ...limits,
    value: limits.value === null ? null : Math.round(limits.value),
    at: (lowerAlpha, upperAlpha) => {
      const { low, high } = limits.at(lowerAlpha, upperAlpha);
      return { low: Math.floor(low), high: Math.min(population, Math.ceil(high)) };
    },
  };
}
