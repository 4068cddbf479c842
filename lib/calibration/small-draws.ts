import type { Counted, Evidence, ClusterTotals } from '../contract/evidence';
import type { Drawn } from '../contract/drawn';
import type { SmallWorld } from './small-worlds';

/** One draw from a world, as the house sees it. */
export interface SmallDraw {
  counted: Counted;
  evidence: Evidence;
  /** The true number that `counted` speaks of. */
  truth: number;
}

/** Draws of each design, by name. */
export const SMALL_DRAWS: Record<string, (world: SmallWorld, random: () => number) => SmallDraw> = {
  census: (world) => people(world, range(world), 'census'),
  'people at random': (world, random) => people(world, sample(range(world), 1000, random), 'srs-people'),
  'documents at random': (world, random) => documents(world, random),
  'pages at random': (world, random) => pages(world, random),
  'two strata': (world, random) => strata(world, random, [world.holds.length / 2, 300]),
  'one stratum whole': (world, random) => strata(world, random, [world.holds.length / 10, 900]),
  'two captures': (world, random) => captures(world, random),
  'the first part': (world, random) => download(world, random, { kind: 'first-n', part: 0.05 }),
  'half a download': (world, random) => download(world, random, { kind: 'truncated-scroll', part: 0.5 }),
};

const MAIN = 'people.accounts';
const PAGE = 50;

function range({ holds }: SmallWorld): number[] {
  return Array.from(holds, (_, i) => i);
}

/** Some of a list, without replacement; the list is shuffled at its start. */
function sample<T>(list: T[], size: number, random: () => number): T[] {
  for (let i = 0; i < size; i++) {
    const other = i + Math.floor(random() * (list.length - i));
    [list[i], list[other]] = [list[other] as T, list[i] as T];
  }
  return list.slice(0, size);
}

function held(world: SmallWorld, of: Iterable<number>): number {
  let sum = 0;
  for (const person of of) sum += world.holds[person] ?? 0;
  return sum;
}

function drawOf(world: SmallWorld, kind: Drawn, count: number, more: Partial<Evidence>): SmallDraw {
  const population = world.holds.length;
  const evidence: Evidence = {
    kind,
    asked: kind,
    unit: MAIN,
    population,
    examined: population,
    proof: 'checked',
    warnings: [],
    whole: true,
    words: { population: 'proof', total: null, drawn: 'proof' },
    ...more,
  };
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
  return { counted, evidence, truth: held(world, range(world)) };
}

function people(world: SmallWorld, drawn: number[], kind: 'srs-people' | 'census'): SmallDraw {
  return drawOf(world, kind, held(world, drawn), { examined: drawn.length });
}

/**
 * The first documents of a server on which those of a person lie far apart, and the thing stands in one of them: of whoever
 * was seen, more may lie in what was not read.
 */
function download(
  world: SmallWorld,
  random: () => number,
  { kind, part }: { kind: Drawn; part: number },
): SmallDraw {
  const of = owners(world);
  const at = Float64Array.from(of, (person) => person + world.holds.length * random());
  const end = at.toSorted()[Math.floor(part * at.length)] ?? Infinity;
  const seen = new Uint8Array(world.holds.length);
  let holders = 0;
  of.forEach((person, document) => {
    if ((at[document] ?? end) >= end) return;
    seen[person] = 1;
    if (world.holds[person] === 1 && of[document - 1] !== person) holders++;
  });
  return drawOf(world, kind, holders, {
    examined: seen.reduce((sum, one) => sum + one, 0),
    unit: null,
    proof: 'none',
    whole: false,
  });
}

/** The person of each document, in their order. */
function owners({ documents }: SmallWorld): number[] {
  const list: number[] = [];
  documents.forEach((count, person) => {
    for (let i = 0; i < count; i++) list.push(person);
  });
  return list;
}

function groupOf(world: SmallWorld, list: number[]): ClusterTotals {
  const group: ClusterTotals = {
    times: 1,
    units: list.length,
    of: 0,
    holders: 0,
    weightOf: 0,
    weightHolders: 0,
  };
  for (const person of list) {
    const weight = 1 / (world.documents[person] ?? 1);
    const holds = world.holds[person] ?? 0;
    group.of++;
    group.holders += holds;
    group.weightOf += weight;
    group.weightHolders += holds * weight;
  }
  return group;
}

function ofDocuments(world: SmallWorld, groups: number[][], more: Partial<Evidence>): SmallDraw {
  const drawn = groups.flat();
  const draw = drawOf(world, 'srs-records', held(world, new Set(drawn)), {
    unit: 'documents',
    examined: drawn.length,
    counts: { people: MAIN, whole: true },
    population: world.documents.reduce((sum, count) => sum + count, 0),
    ...more,
  });
  const totals = {
    by: 'clusters' as const,
    largestWeight: 1,
    groups: alike(groups.map((g) => groupOf(world, g))),
  };
  return { ...draw, counted: { ...draw.counted, totals } };
}

function alike(groups: ClusterTotals[]): ClusterTotals[] {
  const found = new Map<string, ClusterTotals>();
  for (const group of groups) {
    const key = Object.values(group).join();
    const same = found.get(key);
    if (same) same.times++;
    else found.set(key, { ...group });
  }
  return [...found.values()];
}

function documents(world: SmallWorld, random: () => number): SmallDraw {
  return ofDocuments(
    world,
    sample(owners(world), 3000, random).map((person) => [person]),
    {},
  );
}

function pages(world: SmallWorld, random: () => number): SmallDraw {
  const all = owners(world);
  const frame = Math.ceil(all.length / PAGE);
  const ids = sample(
    Array.from({ length: frame }, (_, i) => i),
    100,
    random,
  );
  return ofDocuments(
    world,
    ids.map((id) => all.slice(id * PAGE, (id + 1) * PAGE)),
    { kind: 'cluster', clusters: { drawn: ids.length, frame } },
  );
}

/** The first part of an order as one stratum, of which at most 800 are drawn; the rest is the other. */
function strata(world: SmallWorld, random: () => number, [size, others]: [number, number]): SmallDraw {
  const everybody = range(world);
  const parts = [
    sample(everybody.slice(0, size), Math.min(size, 800), random),
    sample(everybody.slice(size), others, random),
  ];
  const draw = drawOf(world, 'stratified', held(world, parts.flat()), {
    examined: parts.flat().length,
    strata: parts.map((part, i) => ({
      population: i === 0 ? size : everybody.length - size,
      examined: part.length,
    })),
  });
  const rows = parts.map((part) => ({ count: held(world, part), of: part.length }));
  return { ...draw, counted: { ...draw.counted, totals: { by: 'strata', strata: rows } } };
}

/** The first part of an order, and people at random: how many people there are. */
function captures(world: SmallWorld, random: () => number): SmallDraw {
  const [first, second] = [1500, 2000];
  const both = sample(range(world), second, random).filter((person) => person < first).length;
  const draw = drawOf(world, 'two-captures', first + second - both, {
    population: null,
    examined: first + second - both,
    captures: { first, second, both, independent: true },
  });
  return { ...draw, counted: { ...draw.counted, id: MAIN }, truth: world.holds.length };
}
