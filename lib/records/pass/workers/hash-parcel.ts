/**
 * Hashes for one worker, one path after the other and one node after the other. `counts`: for each node how many, in
 * each group where the path is shared, else in all.
 */
export interface HashParcel {
  counts: Uint32Array<ArrayBuffer>;
  hashes: ArrayBuffer;
}

/** Paths whose distinct values are counted together, as one worker needs to know them. */
export interface HashedPaths {
  workers: number;
  /** The worker that counts each path; -1: each a share of the groups. */
  counters: Int32Array;
  /** Path by path, how many nodes each worker has. */
  lengths: Uint32Array;
  /** The worker's own nodes, path by path. */
  nodes: Uint32Array;
}

/** Hashes on disk: for each piece, its offset and how many hashes each of the 64 groups has. */
export interface SpillFile {
  path: string;
  pieces: { at: number; counts: number[] }[];
  bytes: number;
}
