import type { Counted, ClusterTotals } from '../../contract/evidence';
import { measureClass } from '../draw/admissible';
import { type Cluster, clusterRatio } from '../intervals/cluster-ratio';
import type { DesignLimits } from './design-limits';
import { hypergeometricInterval } from '../intervals/hypergeometric-interval';
import { kornGraubardInterval } from '../intervals/korn-graubard-interval';
import { bySides } from './one-by-one-limits';
import type { DrawnInClusters, DrawnOneByOne } from '../draw/proven-draw';
import { type Frame, unlikeClusters } from '../intervals/unlike-clusters';

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
  const groups = groupsOf(counted, draw);
  const kind = measureClass(counted, draw);
  const frame =
    draw.kind === 'cluster' ? { clusters: draw.clusters.frame, units: draw.population ?? 0, groups } : null;
  const heaviest = counted.totals?.by === 'clusters' ? counted.totals.largestWeight : 1;
  const population = draw.population ?? 0;
  const of = (clusters: Cluster[], scale: number, part = 1) => ratioLimits(clusters, { frame, scale, part });
  if (counted.unit === 'share') {
    const byWeight = kind === 'people-share';
    return of(shares(groups, byWeight), 1, partOf(groups, byWeight ? heaviest : null));
  }
  if (kind === 'count') return whole(of(groups.map(plain), population), { population, counted, frame });
  const people = of(groups.map(weighted(heaviest)), population * heaviest);
  const least = { population, counted, frame };
  if (kind === 'people-size') return whole({ ...people, method: 'weighted-records' }, least);
  const records = draw.kind === 'cluster' ? of(groups.map(plain), population) : recordLimits(groups, draw);
  const rounded = whole({ ...people, method: 'weighted-records' }, least);
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

/** What was drawn; clusters without a document leave no trace in the input and were drawn all the same. */
function groupsOf({ totals }: Counted, draw: DrawnInClusters | DrawnOneByOne): ClusterTotals[] {
  const groups = totals?.by === 'clusters' ? totals.groups : [];
  if (draw.kind !== 'cluster') return groups;
  const empty = draw.clusters.drawn - groups.reduce((sum, { times }) => sum + times, 0);
  const nothing = { units: 0, of: 0, holders: 0, weightOf: 0, weightHolders: 0 };
  return empty > 0 ? [...groups, { times: empty, ...nothing }] : groups;
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

/** Part of the drawn units that a share is taken of; by weight, where the heaviest document stands for one person. */
function partOf(groups: ClusterTotals[], heaviest: number | null): number {
  const sum = (of: (group: ClusterTotals) => number) =>
    groups.reduce((all, group) => all + group.times * of(group), 0);
  const part = sum((group) => (heaviest === null ? group.of : group.weightOf / heaviest));
  return Math.min(1, part / sum(({ units }) => units));
}

/** All clusters, and the drawn ones among them. */
type Drawn = Frame & { groups: ClusterTotals[] };

/**
 * Korn and Graubard's limits, with pages of unequal size counted as so many equal ones as tell as much (Kish 1965), and
 * moved by the units that the drawn clusters tell nothing of.
 *
 * @param part of the units that the share is taken of
 */
function ratioLimits(
  clusters: Cluster[],
  { frame, scale, part }: { frame: Drawn | null; scale: number; part: number },
): DesignLimits {
  const known = frame === null ? {} : { frame: frame.clusters, alike: alikeClusters(clusters) };
  const at = bySides((options) => kornGraubardInterval(clusters, { ...options, ...known }), 1);
  const { share } = clusterRatio(clusters, {});
  /** How far a limit at this distance from the share is moved towards none, or all. */
  const moved = (distance: number, left: number, alpha: number) => {
    if (frame === null || alpha <= 0) return distance;
    const { excess, noise, most } = unlikeClusters(frame.groups, frame, alpha);
    const own = (units: number) => (units === 0 ? 0 : units / (units + part * (1 - units)));
    const by = left * own(excess);
    const further = left * Math.max(0, own(most) - own(excess));
    return by + Math.max(Math.hypot(distance, left * own(noise)), further);
  };
  return {
    value: share * scale,
    method: 'korn-graubard',
    at: (lowerAlpha, upperAlpha) => {
      const { low, high } = at(lowerAlpha, upperAlpha);
      const least = Math.max(0, share - moved(share - low, share, lowerAlpha));
      const most = Math.min(1, share + moved(high - share, 1 - share, upperAlpha));
      return { low: least * scale, high: most * scale };
    },
  };
}

/** Clusters of one size that would tell as much as these do (Kish 1965): fewer, where few of them hold most units. */
function alikeClusters(clusters: readonly Cluster[]): number {
  const sum = (power: number) =>
    clusters.reduce((all, { size, times = 1 }) => all + times * size ** power, 0);
  return sum(1) ** 2 / sum(2);
}

/** Documents with the thing, of all documents: nobody has it without one. */
function recordLimits(
  groups: ClusterTotals[],
  { population, examined }: DrawnOneByOne,
): Pick<DesignLimits, 'at'> {
  // What is not known may be spread over documents in parts; documents are whole.
  const sum = groups.reduce((all, group) => all + group.times * group.holders, 0);
  const holders = Math.min(examined, Math.ceil(sum - 1e-6));
  return {
    at: bySides(
      (options) => hypergeometricInterval(holders, examined, { ...options, population }),
      population,
    ),
  };
}

/**
 * Whole people: the lower limit down, the upper up, within what there are. Whoever was not found stands in a document that
 * was not drawn, and each of those holds one more at most.
 */
function whole(
  limits: DesignLimits,
  { population, counted, frame }: { population: number; counted: { count: number }; frame: Drawn | null },
): DesignLimits {
  const drawn = frame?.groups.reduce((sum, { times, units }) => sum + times * units, 0) ?? 0;
  const most = frame ? Math.min(population, counted.count + Math.max(0, population - drawn)) : population;
  return {
    ...limits,
    value: limits.value === null ? null : Math.round(limits.value),
    at: (lowerAlpha, upperAlpha) => {
      const { low, high } = limits.at(lowerAlpha, upperAlpha);
      return { low: Math.floor(low), high: Math.min(most, Math.ceil(high)) };
    },
  };
}
