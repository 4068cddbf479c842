import type { DrawTotals, ClusterTotals } from '../contract/evidence';

/** Units of one label. */
export type Row = Omit<ClusterTotals, 'times'> & { label: number };

/**
 * Adds up rows by cluster; clusters with the same sums are one group.
 *
 * @param largestWeight of a document; 1 where people are not counted by documents
 */
export function sumByCluster(rows: Row[], largestWeight = 1): DrawTotals {
  const byLabel = new Map<number, Row>();
  for (const row of rows) {
    const sum = byLabel.get(row.label);
    if (!sum) byLabel.set(row.label, { ...row });
    else
      for (const key of ['units', 'of', 'holders', 'weightOf', 'weightHolders'] as const)
        sum[key] += row[key];
  }
  const alike = new Map<string, ClusterTotals>();
  for (const { units, of, holders, weightOf, weightHolders } of byLabel.values()) {
    const sums = { units, of, holders, weightOf, weightHolders };
    const key = Object.values(sums).join();
    const group = alike.get(key);
    if (group) group.times++;
    else alike.set(key, { times: 1, ...sums });
  }
  return { by: 'clusters', largestWeight, groups: [...alike.values()] };
}

/**
 * Makes each drawn document a cluster of its own; those without a person hold nothing.
 *
 * @param drawn documents drawn
 */
export function sumByDocument(rows: Row[], largestWeight: number, drawn: number): DrawTotals {
  const groups = rows.map(({ units, of, holders, weightOf, weightHolders }): ClusterTotals => {
    const each = (sum: number) => sum / units;
    return {
      times: units,
      units: 1,
      of: each(of),
      holders: each(holders),
      weightOf: each(weightOf),
      weightHolders: each(weightHolders),
    };
  });
  const rest = drawn - rows.reduce((sum, { units }) => sum + units, 0);
  const none = { units: 1, of: 0, holders: 0, weightOf: 0, weightHolders: 0 };
  return { by: 'clusters', largestWeight, groups: rest > 0 ? [...groups, { times: rest, ...none }] : groups };
}

/** Adds up rows by stratum, in the order of the proof. */
export function sumByStratum(
  rows: readonly Pick<Row, 'label' | 'holders' | 'of'>[],
  strata: number,
): DrawTotals {
  const sums = Array.from({ length: strata }, () => ({ count: 0, of: 0 }));
  for (const { label, holders, of } of rows) {
    const sum = sums[label];
    if (sum) [sum.count, sum.of] = [sum.count + holders, sum.of + of];
  }
  return { by: 'strata', strata: sums };
}
