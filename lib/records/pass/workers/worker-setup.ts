import type { WatchedNames } from '../../../cases/load-watched-names';
import type { PassModule } from '../wasm/load-pass';

/** What a worker thread is started with. */
export interface WorkerSetup {
  id: number;
  module: PassModule;
  /** Largest block, in bytes. */
  capacity: number;
  /** Random key of this run's hashes. */
  seed: [bigint, bigint];
  /** Shared: lines or records of each block, plus one; 0 = not counted yet. */
  blockLines: SharedArrayBuffer;
  dir: string;
  maxRejects: number;
  hashBytes: number;
  maxDepth: number;
  maxPaths: number;
  /** Names of categories, in lower-case letters only: keys of these names are never folded. */
  names: readonly string[];
  /** Names that are counted while reading goes on. */
  watched: WatchedNames;
  /** Shared: a map of bits in which e-mail addresses are marked, of all workers together. */
  addressMap: SharedArrayBuffer;
  liveCountsMs: number;
  /** Clusters of key sets, where an earlier pass over the same input found them; null: choose while reading. */
  plan: KindPlan | null;
}

/** Hash of the path of the top level. */
export const TOP_LEVEL = 0n;

/** Which cluster each key set belongs to; `oneKind`: all objects are one kind. */
export interface KindPlan {
  oneKind: boolean;
  sets: { hash: bigint; keys: string[]; cluster: number }[];
  /** Hashes of the paths whose objects have values for keys. */
  maps: bigint[];
}
