import type { ClusterTotals } from '../../contract/evidence';
import { studentUpper } from '../distributions/quantiles';
import { zeroCountUpper } from './zero-count-upper';

/** All clusters, drawn or not. */
export interface Frame {
  clusters: number;
  /** Units in all of them. */
  units: number;
}

/** Units, as shares of all, that stand on clusters of which the drawn ones tell nothing. */
export interface UnlikeClusters {
  /** More are on the others than there would be if they were as large as the drawn ones. */
  excess: number;
  /** By how much chance can be wrong about that. */
  noise: number;
  /** At most, with the clusters counted in that may hold what no drawn one holds whatever their size; never below `excess`. */
  most: number;
}

type Sized = Pick<ClusterTotals, 'times' | 'units'>;

/**
 * How many units can stand on clusters unlike all drawn ones, such as one page with half of all documents that was not
 * drawn. That much is known without any model: all units less those drawn stand on the others, and what clusters of the
 * drawn sizes do not account for stands on larger ones. How many clusters may differ in what is in them is the zero-count
 * limit over the frame. Where all clusters are of one size, the first is nothing.
 *
 * @param groups all drawn clusters, two or more
 * @param alpha chance that it is more, above 0 and below a half
 */
export function unlikeClusters(groups: readonly Sized[], frame: Frame, alpha: number): UnlikeClusters {
  const { drawn, units } = totalsOf(groups);
  const [others, rest] = [frame.clusters - drawn, frame.units - units];
  const share = (part: number) => Math.min(1, Math.max(0, part / frame.units));
  if (others <= 0 || rest <= 0) return { excess: share(rest), noise: 0, most: share(rest) };
  const { mean, error, unlike } = sizeOfOthers(groups, frame.clusters, alpha);
  const excess = share(rest - others * mean);
  const most = share(Math.min(rest, rest - (others - unlike) * Math.max(0, mean - error)));
  return { excess, noise: share(others * error), most: Math.max(excess, most) };
}

/**
 * The fewest units that a frame can hold of which such clusters were drawn at random. A population below it contradicts
 * the sizes.
 *
 * @param clusters in all
 * @param alpha chance that it is fewer
 */
export function fewestUnits(groups: readonly Sized[], clusters: number, alpha: number): number {
  const { drawn, units } = totalsOf(groups);
  const others = clusters - drawn;
  if (others <= 0 || drawn < 2) return units;
  const { mean, error, unlike } = sizeOfOthers(groups, clusters, alpha);
  return units + Math.max(0, others - unlike) * Math.max(0, mean - error);
}

/**
 * Mean size that the clusters which were not drawn have at least, with sizes capped: a few large ones among those drawn say
 * nothing of how small the others are, and would hide it. The cap is the one that tells most.
 */
function sizeOfOthers(groups: readonly Sized[], clusters: number, alpha: number) {
  const { drawn } = totalsOf(groups);
  const others = clusters - drawn;
  const error = studentUpper(alpha, drawn - 1) * Math.sqrt(1 / drawn + 1 / others);
  const capped = capsOf(groups, drawn).map((cap) => {
    const { mean, deviation } = spreadOf(groups, drawn, cap);
    return { mean, error: error * deviation };
  });
  const best = capped.reduce((one, other) => (other.mean - other.error > one.mean - one.error ? other : one));
  const unlike = zeroCountUpper(drawn, { level: 1 - alpha, population: clusters }).high;
  return { ...best, unlike };
}

/** The largest size, and those with 1, 2, 4, 8 … larger ones before them, down to the middle one. */
function capsOf(groups: readonly Sized[], drawn: number): number[] {
  const caps: number[] = [];
  let [next, larger] = [0, 0];
  for (const { times, units } of [...groups].sort((a, b) => b.units - a.units)) {
    if (next > drawn / 2) break;
    larger += times;
    if (larger <= next) continue;
    caps.push(units);
    while (next < larger) next = Math.max(1, 2 * next);
  }
  return caps;
}

function spreadOf(groups: readonly Sized[], drawn: number, cap: number) {
  const sum = (of: (units: number) => number) =>
    groups.reduce((total, { times, units }) => total + times * of(Math.min(cap, units)), 0);
  const mean = sum((size) => size) / drawn;
  return { mean, deviation: Math.sqrt(sum((size) => (size - mean) ** 2) / (drawn - 1)) };
}

function totalsOf(groups: readonly Sized[]): { drawn: number; units: number } {
  const sum = (of: (group: Sized) => number) => groups.reduce((total, group) => total + of(group), 0);
  return { drawn: sum(({ times }) => times), units: sum(({ times, units }) => times * units) };
}
