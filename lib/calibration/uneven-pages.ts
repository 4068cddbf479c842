import type { ClusterTotals, Counted } from '../contract/evidence';
import { estimate } from '../evidence/limits/estimate';
import { madeEvidence } from '../testing/made-evidence';
import { randomsOf } from '../testing/randoms-of';

/** How often limits from pages of unequal size miss. */
export interface UnevenRow {
  sizes: string;
  holders: string;
  frame: number;
  drawn: number;
  runs: number;
  /** Share of draws whose limits lie above, and below, the truth. */
  above: number;
  below: number;
  /** Mean width of the limits, as a share of all documents. */
  width: number;
}

type Random = () => number;

const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const giant = (part: number) => (_: Random, i: number, frame: number) =>
  i === 3 ? Math.round(25 * frame * part) : 25;

/** Documents of page i. */
const SIZES: Record<string, (random: Random, i: number, frame: number) => number> = {
  'of one size': () => 25,
  'filled by a hash': (random) => Math.max(0, Math.round(50 + 7 * normal(random))),
  'lognormal, 0.5': (random) => Math.max(1, Math.round(20 * Math.exp(0.5 * normal(random)))),
  'lognormal, 1.5': (random) => Math.max(1, Math.round(20 * Math.exp(1.5 * normal(random)))),
  'Pareto, 1.2': (random) => Math.round(10 * (1 - random()) ** (-1 / 1.2)),
  'one with 40 %': giant(0.4),
  'one with 5 %': giant(0.05),
  'half of them empty': (random) => (random() < 0.5 ? 0 : 50),
};

const largest = (sizes: number[], part: number) =>
  [...sizes].sort((a, b) => b - a)[Math.floor(sizes.length * part)] ?? 0;

/** Documents with the thing on each page. */
const HOLDERS: Record<string, (sizes: number[], random: Random) => number[]> = {
  'one in four': (sizes, random) =>
    sizes.map((size) => {
      let found = 0;
      for (let i = 0; i < Math.min(size, 400); i++) found += random() < 0.25 ? 1 : 0;
      return size > 400 ? Math.round(size / 4) : found;
    }),
  'the large pages': (sizes) => sizes.map((size) => (size > largest(sizes, 0.1) ? size : 0)),
  'all but the large pages': (sizes) => sizes.map((size) => (size > largest(sizes, 0.1) ? 0 : size)),
  'the largest page': (sizes) => sizes.map((size) => (size === largest(sizes, 0) ? size : 0)),
  'whole pages, three in ten': (sizes, random) => sizes.map((size) => (random() < 0.3 ? size : 0)),
  'few pages': (sizes, random) => sizes.map((size) => (random() < 0.03 ? size : 0)),
};

/** Frames and draws: many pages, a large part of few, and hardly enough. */
export const UNEVEN_DRAWS: readonly { frame: number; drawn: number }[] = [
  { frame: 800, drawn: 100 },
  { frame: 120, drawn: 30 },
  { frame: 300, drawn: 12 },
];

/**
 * Draws pages again and again from servers on which they differ in size and in what they hold, and counts how often the
 * limits miss.
 *
 * @param runs draws of each, spread over five servers
 */
export function unevenRows({ frame, drawn }: { frame: number; drawn: number }, runs: number): UnevenRow[] {
  return Object.keys(SIZES).flatMap((sizes) =>
    Object.keys(HOLDERS).map((holders) => unevenRow({ sizes, holders, frame, drawn }, runs)),
  );
}

function unevenRow(at: Pick<UnevenRow, 'sizes' | 'holders' | 'frame' | 'drawn'>, runs: number): UnevenRow {
  const random = randomsOf(40 + at.frame);
  let [above, below, width, made] = [0, 0, 0, 0];
  for (let server = 0; server < 5; server++) {
    const sizes = Array.from({ length: at.frame }, (_, i) => SIZES[at.sizes]?.(random, i, at.frame) ?? 0);
    const held = HOLDERS[at.holders]?.(sizes, random) ?? [];
    const [population, truth] = [sumOf(sizes), sumOf(held)];
    for (let run = 0; run < runs / 5; run++) {
      const pages = someOf(at.frame, at.drawn, random).map((id) => pageOf(sizes[id] ?? 0, held[id] ?? 0));
      const { low, high } = limitsOf(pages, { population, frame: at.frame });
      if (low > truth) above++;
      if (high < truth) below++;
      width += (high - low) / population;
      made++;
    }
  }
  return { ...at, runs: made, above: above / made, below: below / made, width: width / made };
}

function limitsOf(groups: ClusterTotals[], { population, frame }: { population: number; frame: number }) {
  const count = sumOf(groups.map(({ holders }) => holders));
  const counted: Counted = {
    id: 'documents.kind:kept',
    title: 'Documents',
    unit: 'documents',
    of: 'documents',
    under: null,
    count,
    outOf: null,
    drawnAs: 'documents',
    totals: { by: 'clusters', largestWeight: 1, groups },
  };
  const evidence = madeEvidence({
    kind: 'cluster',
    unit: 'documents',
    population,
    examined: sumOf(groups.map(({ units }) => units)),
    clusters: { drawn: groups.length, frame },
  });
  const { low, high } = estimate(counted, evidence);
  return { low: Number(low ?? 0), high: high === null ? Infinity : Number(high) };
}

function pageOf(units: number, holders: number): ClusterTotals {
  return { times: 1, units, of: units, holders, weightOf: units, weightHolders: holders };
}

function someOf(all: number, size: number, random: Random): number[] {
  const list = Array.from({ length: all }, (_, i) => i);
  for (let i = 0; i < size; i++) {
    const other = i + Math.floor(random() * (all - i));
    [list[i], list[other]] = [list[other] ?? 0, list[i] ?? 0];
  }
  return list.slice(0, size);
}

const sumOf = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0);
