/** One drawn cluster, or several alike. Numbers need not be whole: weighted records are clusters of their weight. */
export interface Cluster {
  /** Units in it. */
  size: number;
  /** Those of them that hold the thing. */
  positives: number;
  /** Clusters just like it, itself among them; defaults to 1. */
  times?: number;
}

/** A share over clusters, and how precisely they tell it. */
export interface ClusterRatio {
  share: number;
  /** Of the share: between clusters, by linearisation. */
  standardError: number;
  /** Variance over that of as many units drawn one by one; Infinity where they are all there are. */
  designEffect: number;
  clusters: number;
  units: number;
}

/**
 * Share of holders over randomly drawn clusters (ratio estimate) with the variance between them: records of one page or one
 * person are alike, and count for less than as many records drawn one by one (Kish 1965).
 *
 * @param clusters all drawn ones, at least two, with at least one unit
 * @param frame clusters in all, where known: drawing many of few leaves less to chance
 * @param population units in all, where known
 */
export function clusterRatio(
  clusters: readonly Cluster[],
  { frame, population }: { frame?: number; population?: number } = {},
): ClusterRatio {
  const sum = (of: (cluster: Cluster) => number) =>
    clusters.reduce((total, cluster) => total + (cluster.times ?? 1) * of(cluster), 0);
  const count = sum(() => 1);
  const units = sum(({ size }) => size);
  const share = sum(({ positives }) => positives) / units;
  const squares = sum(({ size, positives }) => (positives - share * size) ** 2);
  const left = frame === undefined ? 1 : 1 - count / frame;
  const variance = ((count / (count - 1)) * squares * left) / units ** 2;
  const drawn = ((share * (1 - share)) / units) * (population === undefined ? 1 : 1 - units / population);
  return {
    share,
    standardError: Math.sqrt(variance),
    designEffect: variance === 0 && drawn === 0 ? NaN : variance / drawn,
    clusters: count,
    units,
  };
}
