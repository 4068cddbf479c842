import type { Counted, Evidence } from '../contract/evidence';
import { clopperPearsonInterval } from '../evidence/intervals/clopper-pearson-interval';
import { midPInterval } from '../evidence/intervals/mid-p-interval';
import type { Strategy } from './strategy';
import { type Limits, type Misses, peopleMisses, shareMisses } from './tail-misses';

/** Worst of a method over a grid of truths, by enumeration. */
export interface ExactRow {
  method: string;
  examined: number;
  population: number | null;
  points: number;
  /** Largest chance that the interval lies above, and below, the truth. */
  above: number;
  below: number;
  /** Smallest coverage, and its mean where ten or more holders and others are expected. */
  least: number;
  mean: number;
}

const MAIN = 'people.accounts';

/** The strategy's limits for people drawn at random from a population. */
export function drawnLimits(strategy: Strategy, population: number): Limits {
  return (count, examined) => {
    const counted: Counted = {
      id: 'people.with:weight',
      title: 'People',
      unit: 'people',
      of: MAIN,
      under: MAIN,
      count,
      outOf: null,
      drawnAs: MAIN,
    };
    const evidence: Evidence = {
      kind: 'srs-people',
      asked: 'srs-people',
      unit: MAIN,
      population,
      examined,
      proof: 'checked',
      warnings: [],
      whole: true,
      words: { population: 'proof', total: null, drawn: 'proof' },
    };
    return strategy.limits(counted, strategy.gate(evidence));
  };
}

/**
 * Enumerates the exact methods: shares from one in a million to a half at samples of 100 to a million, people at three
 * sizes of population.
 *
 * @param points grid points of each row
 */
export function exactRows(strategy: Strategy, points: number): ExactRow[] {
  const shares = grid(1e-6, 0.5, points);
  const sizes = [100, 1000, 10_000, 100_000, 1_000_000];
  const ofShares = (method: string, limits: Limits, examined: number) =>
    rowOf({ method, examined, population: null }, shares, (p) => [p, shareMisses(limits, examined, p)]);
  const ofPeople = (population: number, part: number) => {
    const examined = Math.round(population * part);
    const limits = drawnLimits(strategy, population);
    const truths = shares.map((p) => Math.round(p * population));
    return rowOf({ method: 'people at random', examined, population }, truths, (holders) => [
      holders / population,
      peopleMisses(limits, { examined, holders, population }),
    ]);
  };
  return [
    ...sizes.map((n) => ofShares('clopper-pearson', (k, m) => clopperPearsonInterval(k, m), n)),
    ...sizes.slice(0, 3).map((n) => ofShares('mid-p', (k, m) => midPInterval(k, m), n)),
    ...[1000, 60_000, 2_400_000].flatMap((N) => [0.01, 0.1, 0.4].map((part) => ofPeople(N, part))),
  ];
}

function rowOf<Truth>(
  head: Pick<ExactRow, 'method' | 'examined' | 'population'>,
  truths: Truth[],
  at: (truth: Truth) => [number, Misses],
): ExactRow {
  const all = truths.map(at);
  const coverage = ({ above, below }: Misses) => 1 - above - below;
  const many = all.filter(([p]) => head.examined * p * (1 - p) >= 10).map(([, misses]) => coverage(misses));
  return {
    ...head,
    points: all.length,
    above: Math.max(...all.map(([, { above }]) => above)),
    below: Math.max(...all.map(([, { below }]) => below)),
    least: Math.min(...all.map(([, misses]) => coverage(misses))),
    mean: many.length === 0 ? NaN : many.reduce((sum, x) => sum + x, 0) / many.length,
  };
}

/** Points evenly spaced by their logarithm. */
function grid(from: number, to: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => from * (to / from) ** (i / (points - 1)));
}
