import type { Interval, IntervalOptions } from '../../contract/evidence';
import { AnalysisError } from '../../contract/errors';
import { type Cluster, clusterRatio } from './cluster-ratio';
import { effectiveSizeInterval } from './effective-size-interval';
import { checkOptions } from './interval-options';
import { studentUpper } from '../distributions/quantiles';

/** Options of {@link kornGraubardInterval}. */
export interface ClusterOptions extends Omit<IntervalOptions, 'population'> {
  /** Clusters in all, where known. */
  frame?: number;
  /** Clusters of one size that would tell as much; defaults to as many as were drawn. Below two they tell nothing. */
  alike?: number;
}

/**
 * Interval for a share from randomly drawn clusters (Korn and Graubard 1998): Clopper and Pearson's with the number of
 * units that would tell as much if they were drawn one by one. Where no cluster, or every unit, holds the thing, the
 * precision cannot be estimated and each cluster counts as one unit.
 *
 * @param clusters all drawn ones, at least two
 * @returns shares in [0, 1]
 * @throws FEW_CLUSTERS, EMPTY_DENOMINATOR, NOT_A_LEVEL
 * @example
 * kornGraubardInterval([{ size: 100, positives: 4 }, { size: 80, positives: 1 }, { size: 90, positives: 9 }]) // { low: 0.0007…, high: 0.2807…, … }
 */
export function kornGraubardInterval(clusters: readonly Cluster[], options: ClusterOptions = {}): Interval {
  const { frame, alike, ...rest } = options;
  const { lowerAlpha, upperAlpha } = checkOptions('kornGraubardInterval', rest);
  const ratio = clusterRatio(clusters, frame === undefined ? {} : { frame });
  if (!(ratio.clusters >= 2)) throw new AnalysisError('FEW_CLUSTERS');
  if (ratio.units === 0) throw new AnalysisError('EMPTY_DENOMINATOR');
  const share = Math.min(1, Math.max(0, ratio.share));
  const told = Math.min(ratio.clusters, alike ?? ratio.clusters);
  const size = effectiveSize(share, { ...ratio, clusters: told }, Math.max(lowerAlpha, upperAlpha));
  if (size === 0)
    return { ...effectiveSizeInterval(share, 1, rest), low: 0, high: 1, method: 'korn-graubard' };
  return { ...effectiveSizeInterval(share, size, rest), method: 'korn-graubard' };
}

function effectiveSize(share: number, ratio: ReturnType<typeof clusterRatio>, alpha: number): number {
  const { standardError, clusters, units } = ratio;
  if (clusters < 2) return 0;
  if (share === 0 || share === 1) return clusters;
  const drawnAlone = Math.max(units, 2);
  const size = Math.min(drawnAlone, (share * (1 - share)) / standardError ** 2);
  return size * (studentUpper(alpha, drawnAlone - 1) / studentUpper(alpha, clusters - 1)) ** 2;
}
