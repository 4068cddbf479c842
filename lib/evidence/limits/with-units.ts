import type { ClusterTotals, Counted, DrawTotals, Evidence } from '../../contract/evidence';

/**
 * A count as it would be if so many more units held the thing, where that makes the upper limit largest.
 *
 * @param units Infinity: everybody
 * @returns several where it is not plain which way of lying over what was drawn makes it largest
 */
export function withMore(counted: Counted & { count: number }, units: number, evidence: Evidence): Counted[] {
  const { count, outOf, totals, range } = counted;
  if (units === 0) return [counted];
  const most = outOf ?? (evidence.kind === 'census' ? Infinity : (evidence.examined ?? Infinity));
  const more: Counted = {
    ...counted,
    count: Math.max(count, Math.min(most, count + units)),
    ...(range && { range: [range[0], range[1] + units] }),
  };
  if (totals?.by === 'strata')
    return [{ ...more, totals: addInStrata(totals, { held: units, fresh: 0 }, evidence) }];
  if (totals?.by === 'clusters')
    return [
      { ...more, totals: moreInClusters(totals, units, 'together') },
      { ...more, totals: moreInClusters(totals, units, 'apart') },
    ];
  return [more];
}

/** A share as it would be if so many more units belonged to those it is taken of, without the thing. */
export function withFresh(counted: Counted & { count: number }, fresh: number, evidence: Evidence): Counted {
  const { outOf, totals } = counted;
  if (fresh === 0 || outOf === null) return counted;
  const wider = { ...counted, outOf: outOf + fresh };
  if (totals?.by === 'strata') return { ...wider, totals: addInStrata(totals, { fresh, held: 0 }, evidence) };
  if (totals?.by === 'clusters')
    return { ...wider, totals: { ...totals, groups: widened(totals.groups, fresh / outOf) } };
  return wider;
}

type Clusters = Extract<DrawTotals, { by: 'clusters' }>;
type Strata = Extract<DrawTotals, { by: 'strata' }>;

/** Further units, that hold the thing or not: in the strata of which the fewest were drawn each stands for the most. */
function addInStrata(
  totals: Strata,
  add: { held: number; fresh: number },
  { strata = [] }: Evidence,
): Strata {
  const order = strata
    .map(({ population, examined }, i) => ({ i, weight: population / Math.max(1, examined), examined }))
    .sort((a, b) => b.weight - a.weight);
  const rows = totals.strata.map((row) => ({ ...row }));
  let { held, fresh } = add;
  for (const { i, examined } of order) {
    const row = rows[i];
    if (!row) continue;
    const room = Math.max(0, examined - row.count);
    const now = Math.min(room, held);
    row.count += now;
    row.of = Math.max(row.of, row.count);
    held -= now;
    const wider = Math.min(Math.max(0, examined - row.of), fresh);
    row.of += wider;
    fresh -= wider;
  }
  return { ...totals, strata: rows };
}

/**
 * Clusters in which so many more units hold the thing: in the ones with the most room, where it tells of clusters that differ
 * most, or spread over all.
 */
function moreInClusters(totals: Clusters, units: number, way: 'together' | 'apart'): Clusters {
  const room = totals.groups.reduce((sum, { times, of, holders }) => sum + times * (of - holders), 0);
  if (way === 'apart' || units >= room) {
    const part = room === 0 ? 0 : Math.min(1, units / room);
    return { ...totals, groups: totals.groups.map((group) => filled(group, part)) };
  }
  let left = units;
  const groups = [...totals.groups]
    .sort((a, b) => b.of - b.holders - (a.of - a.holders))
    .flatMap((group) => {
      const each = group.of - group.holders;
      const full = each > 0 ? Math.min(group.times, Math.floor(left / each)) : 0;
      left -= full * each;
      const whole = { ...filled(group, 1), times: full };
      const rest = { ...group, times: group.times - full };
      if (left === 0 || rest.times === 0 || each === 0) return [whole, rest];
      const partly = { ...filled(group, left / each), times: 1 };
      left = 0;
      return [whole, partly, { ...rest, times: rest.times - 1 }];
    })
    .filter(({ times }) => times > 0);
  return { ...totals, groups };
}

/** The same clusters with a part of the units that did not hold the thing holding it. */
function filled(group: ClusterTotals, part: number): ClusterTotals {
  return {
    ...group,
    holders: group.holders + part * (group.of - group.holders),
    weightHolders: group.weightHolders + part * (group.weightOf - group.weightHolders),
  };
}

function widened(groups: Clusters['groups'], part: number): Clusters['groups'] {
  return groups.map((group) => ({
    ...group,
    of: group.of * (1 + part),
    weightOf: group.weightOf * (1 + part),
  }));
}
