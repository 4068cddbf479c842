import { HASH_BYTES } from '../wasm/shared/limits';
import { rmSync } from 'node:fs';
import type { MergedPath } from './merge-paths';
import type { HashedPaths } from '../workers/hash-parcel';
import type { WorkerReport } from '../workers/worker-report';
import type { WorkerPool } from '../workers/worker-pool';

/** Hashes that are counted at a time, in bytes, all workers together. */
const BATCH_BYTES = 64 << 20;
/** A path with more texts is shared by all workers, each of which counts some of the groups of hashes. */
const SHARED_ABOVE = 16_384;

/** Fills in `distinct`: exact but for the chance that the 128-bit keyed hashes of two texts of 16 bytes or more collide. */
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
  await inLanes(pool.size, large, (path, lane) => countOnDisk(path, lane, pool));
  for (const batch of batchesOf(counted.filter((path) => !onDisk(path)))) await countBatch(batch, pool);
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

/** Paths that are counted together, the largest first. */
function batchesOf(paths: MergedPath[]): MergedPath[][] {
  const batches: MergedPath[][] = [];
  let bytes = Infinity;
  for (const path of [...paths].sort((a, b) => b.texts - a.texts)) {
    if (bytes + path.texts * HASH_BYTES > BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(path);
    bytes += path.texts * HASH_BYTES;
  }
  return batches;
}

async function countBatch(batch: MergedPath[], pool: WorkerPool): Promise<void> {
  const workers = Array.from({ length: pool.size }, (_, worker) => worker);
  const given = await Promise.all(
    workers.map((worker) =>
      pool.ask<'give'>(worker, { do: 'give', paths: hashedPaths(batch, worker, pool.size) }),
    ),
  );
  const shares = await Promise.all(
    workers.map((worker) => {
      const parcels = given.flatMap((own, from) => (from === worker ? [] : (own[worker] ?? [])));
      const moved = parcels.flatMap(({ counts, hashes }) => [counts.buffer, hashes]);
      return pool.ask<'count'>(worker, { do: 'count', parcels }, moved);
    }),
  );
  batch.forEach((path, i) => (path.distinct = shares.reduce((all, share) => all + (share[i] ?? 0), 0)));
}

function hashedPaths(batch: MergedPath[], worker: number, workers: number): HashedPaths {
  return {
    workers,
    counters: Int32Array.from(batch, ({ texts }, i) => (texts > SHARED_ABOVE ? -1 : i % workers)),
    lengths: Uint32Array.from(batch.flatMap(({ nodes }) => nodes.map((own) => own.length))),
    nodes: Uint32Array.from(batch.flatMap(({ nodes }) => nodes[worker] ?? [])),
  };
}

async function countOnDisk(path: MergedPath, lane: number, pool: WorkerPool): Promise<void> {
  const holders = path.nodes.flatMap((nodes, worker) => (nodes.length > 0 ? [{ worker, nodes }] : []));
  const files = await Promise.all(
    holders.map(({ worker, nodes }) => pool.ask<'spill'>(worker, { do: 'spill', nodes })),
  );
  path.distinct = await pool.ask<'countSpilled'>(lane, { do: 'countSpilled', files: files.flat() });
  for (const file of files.flat()) rmSync(file.path);
}
