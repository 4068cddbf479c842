import { rmSync } from 'node:fs';
import type { MergedPath } from './merge-paths';
import type { WorkerReport } from './messages';
import type { WorkerPool } from './worker-pool';

const HASH_BYTES = 16;
/** Hashes that travel between workers at a time, in bytes. */
const PARCEL_BYTES = 32 << 20;

/** Paths that are counted together: the workers that give, the one that keeps. */
interface Batch {
  keeper: number;
  givers: number[];
  paths: MergedPath[];
  bytes: number;
}

/** Fills in `distinct`: exact but for the chance that two 128-bit keyed hashes collide. */
export async function countDistinct(
  paths: MergedPath[],
  reports: WorkerReport[],
  pool: WorkerPool,
): Promise<void> {
  const spilled = reports.map((report) => new Set(report.spilled));
  const onDisk = (path: MergedPath): boolean =>
    path.nodes.some((nodes, w) => nodes.some((node) => spilled[w]?.has(node)));
  const counted = paths.filter((path) => path.texts > 0);
  const large = counted.filter(onDisk);
  const batches = batchesOf(
    counted.filter((path) => !onDisk(path)),
    reports,
  );
  await inLanes(pool.size, large, (path, lane) => countOnDisk(path, lane, pool));
  await inLanes(pool.size, batches, (batch) => countBatch(batch, pool));
}

/** Works a list off, as many at a time as there are lanes. */
async function inLanes<T>(
  lanes: number,
  list: T[],
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> {
  const rest = [...list].reverse();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item, lane);
    }),
  );
}

/** The worker with most values of a path keeps its hashes; among near equals they take turns. */
function batchesOf(paths: MergedPath[], reports: WorkerReport[]): Batch[] {
  const batches: Batch[] = [];
  const open = new Map<string, Batch>();
  let turn = 0;
  for (const path of [...paths].sort((a, b) => b.texts - a.texts)) {
    const sizes = path.nodes.map((nodes, w) =>
      nodes.reduce((sum, node) => sum + textsOf(reports[w], node), 0),
    );
    const holders = sizes.flatMap((_, w) => (path.nodes[w]?.length ? [w] : []));
    const most = Math.max(...sizes);
    const candidates = holders.filter((w) => (sizes[w] ?? 0) * 1.5 >= most);
    const keeper = candidates[turn++ % candidates.length] ?? 0;
    const givers = holders.filter((w) => w !== keeper);
    const bytes = givers.reduce((sum, w) => sum + (sizes[w] ?? 0) * HASH_BYTES, 32);
    const name = `${keeper}<${givers.join()}`;
    let batch = open.get(name);
    if (!batch || batch.bytes + bytes > PARCEL_BYTES) {
      batch = { keeper, givers, paths: [], bytes: 0 };
      batches.push(batch);
      open.set(name, batch);
    }
    batch.paths.push(path);
    batch.bytes += bytes;
  }
  return batches;
}

const TEXTS = 4;

function textsOf(report: WorkerReport | undefined, node: number): number {
  return report?.nodes[node]?.counters[TEXTS] ?? 0;
}

async function countBatch({ keeper, givers, paths }: Batch, pool: WorkerPool): Promise<void> {
  const nodes = (worker: number): number[] => paths.map((path) => path.nodes[worker]?.[0] ?? 0);
  const gather = (worker: number): Promise<number[]> =>
    pool.ask<'gather'>(worker, { do: 'gather', paths: paths.map((path) => path.nodes[worker] ?? []) });
  let counts = (await Promise.all([keeper, ...givers].map(gather)))[0] ?? [];
  for (const giver of givers) {
    const parcel = await pool.ask<'take'>(giver, { do: 'take', nodes: nodes(giver) });
    counts = await pool.ask<'add'>(keeper, { do: 'add', nodes: nodes(keeper), parcel }, [parcel.hashes]);
  }
  await pool.ask<'drop'>(keeper, { do: 'drop', nodes: nodes(keeper) });
  paths.forEach((path, i) => (path.distinct = counts[i] ?? 0));
}

async function countOnDisk(path: MergedPath, lane: number, pool: WorkerPool): Promise<void> {
  const holders = path.nodes.flatMap((nodes, worker) => (nodes.length > 0 ? [{ worker, nodes }] : []));
  const files = await Promise.all(
    holders.map(({ worker, nodes }) => pool.ask<'spill'>(worker, { do: 'spill', nodes })),
  );
  path.distinct = await pool.ask<'countSpilled'>(lane, { do: 'countSpilled', files: files.flat() });
  for (const file of files.flat()) rmSync(file.path);
}
