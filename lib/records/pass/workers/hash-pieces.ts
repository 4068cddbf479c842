import { HASH_BYTES, HASH_GROUPS } from '../wasm/shared/limits';
import type { PassExports } from '../wasm/pass-exports';
import type { HashParcel } from './hash-parcel';

/** Hashes in a worker's memory: where, and how many in each group. */
export interface HashPiece {
  start: number;
  counts: Uint32Array;
}

/** Puts pieces that another worker counts into one parcel. @param memory in which the pieces lie */
export function packParcel(pieces: readonly HashPiece[], memory: ArrayBuffer): HashParcel {
  const hashes = new Uint8Array(pieces.reduce((total, { counts }) => total + sum(counts), 0) * HASH_BYTES);
  const counts = new Uint32Array(pieces.reduce((total, piece) => total + piece.counts.length, 0));
  let [to, place] = [0, 0];
  for (const { start, counts: own } of pieces) {
    const length = sum(own) * HASH_BYTES;
    hashes.set(new Uint8Array(memory, start, length), to);
    counts.set(own, place);
    to += length;
    place += own.length;
  }
  return { counts, hashes: hashes.buffer };
}

/** What another worker sent, read piece by piece. */
export class ParcelReader {
  #at = 0;
  #place = 0;

  constructor(private readonly parcel: HashParcel) {}

  /** The next piece, as the hashes of each of its groups. */
  next(groups: number): Uint8Array[] {
    return Array.from({ length: groups }, () => {
      const length = (this.parcel.counts[this.#place++] ?? 0) * HASH_BYTES;
      this.#at += length;
      return new Uint8Array(this.parcel.hashes, this.#at - length, length);
    });
  }
}

/** The first of the groups that a worker counts. */
export function firstGroup(worker: number, workers: number): number {
  return Math.floor((HASH_GROUPS * worker) / workers);
}

/** The sum of counts. */
export function sum(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i] ?? 0;
  return total;
}

/** Hashes that were taken out of a path's log: sorted into groups, and how many each group has. */
export interface TakenHashes {
  /** Where they lie in the pass's memory; whoever takes them releases it. */
  start: number;
  total: number;
  counts: Uint32Array;
}

/** Takes the hashes of one path out of its log. */
export function takeHashes(pass: PassExports, node: number): TakenHashes {
  const start = pass.takeHashesOf(node) >>> 0;
  const counts = new Uint32Array(pass.memory.buffer, pass.takenGroups() >>> 0, HASH_GROUPS).slice();
  return { start, total: pass.takenTotal(), counts };
}
