import { HASH_BYTES, HASH_GROUPS, LOG_CHUNK_BYTES } from '../wasm/shared/limits';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { HashedPaths, HashParcel, SpillFile } from './hash-parcel';
import type { PassExports } from '../wasm/pass-exports';

const PIECE_BYTES = 64 << 20;

/** The 128-bit hashes of one worker: kept in its memory up to a budget, then on disk in 64 groups by their top bits. */
export class WorkerHashes {
  readonly #spills = new Map<number, SpillFile>();
  /** Of the paths just given: what this worker counts, and the memory to be released then. */
  #kept: HashPiece[] = [];
  #given: HashedPaths | null = null;
  readonly #taken: number[] = [];

  constructor(
    private readonly pass: PassExports,
    private readonly own: { dir: string; id: number },
    /** Told after each group of a count on disk. */
    private readonly onStep: () => void,
  ) {}

  /** Nodes whose hashes, or some of them, are on disk. */
  get spilled(): number[] {
    return [...this.#spills.keys()];
  }

  /** Moves the largest logs to disk until the rest fits `budget` bytes. */
  keepWithin(budget: number): void {
    while (this.pass.hashChunkCount() * LOG_CHUNK_BYTES > budget) {
      let largest = -1;
      let most = 1;
      for (let node = 0; node < this.pass.nodeTotal(); node++) {
        const count = this.pass.loggedOf(node) >>> 0;
        if (count > most) [largest, most] = [node, count];
      }
      if (largest < 0) return;
      this.spill(largest);
    }
  }

  /** Writes all hashes of a node to its file. */
  spill(node: number): SpillFile {
    const { start, total } = this.#take(node);
    const counts = this.#groups();
    const bytes = new Uint8Array(this.pass.memory.buffer, start, total * HASH_BYTES);
    const file = this.#spills.get(node) ?? {
      path: join(this.own.dir, `hash-w${this.own.id}-${node}`),
      pieces: [],
      bytes: 0,
    };
    this.#spills.set(node, file);
    const fd = openSync(file.path, 'a', 0o600);
    try {
      for (let p = 0; p < bytes.length;) p += writeSync(fd, bytes.subarray(p, p + PIECE_BYTES));
    } finally {
      closeSync(fd);
    }
    file.pieces.push({ at: file.bytes, counts: [...counts] });
    file.bytes += bytes.length;
    this.pass.release(start);
    return file;
  }

  /** Distinct hashes over several files, group by group. */
  countSpilled(files: SpillFile[]): number {
    const open = files.map((file) => ({ file, fd: openSync(file.path, 'r') }));
    try {
      let total = 0;
      for (let group = 0; group < HASH_GROUPS; group++) {
        total += this.#countGroup(open, group);
        this.onStep();
      }
      return total;
    } finally {
      for (const { fd } of open) closeSync(fd);
    }
  }

  #countGroup(open: { file: SpillFile; fd: number }[], group: number): number {
    const needed = sum(open.map(({ file }) => sum(file.pieces.map((piece) => piece.counts[group] ?? 0))));
    if (needed === 0) return 0;
    const start = this.pass.allocate(needed * HASH_BYTES + 16) >>> 0;
    let to = start;
    for (const { file, fd } of open) {
      for (const piece of file.pieces) {
        const length = (piece.counts[group] ?? 0) * HASH_BYTES;
        const from = piece.at + sum(piece.counts.slice(0, group)) * HASH_BYTES;
        readSync(fd, new Uint8Array(this.pass.memory.buffer, to, length), 0, length, from);
        to += length;
      }
    }
    const count = this.pass.uniqueHashes(start, needed) >>> 0;
    this.pass.release(start);
    return count;
  }

  /**
   * Takes the hashes of paths out of the logs. What this worker counts stays in memory; the parcels are for the others,
   * by number, and empty for this one.
   */
  give(paths: HashedPaths): HashParcel[] {
    this.#given = paths;
    this.#kept = [];
    const { workers, counters, nodes } = paths;
    const outgoing = Array.from({ length: workers }, () => new OutgoingHashes());
    const to = (worker: number) => (worker === this.own.id ? this.#kept : (outgoing[worker]?.pieces ?? []));
    let place = 0;
    counters.forEach((counter, path) => {
      for (let left = this.#nodesOf(path, this.own.id); left > 0; left--) {
        const { start, total } = this.#take(nodes[place++] ?? 0);
        if (counter < 0) this.#share(start, workers, to);
        else to(counter).push({ start, counts: Uint32Array.of(total) });
        this.#taken.push(start);
      }
    });
    return outgoing.map((each) => each.parcel(this.pass.memory.buffer));
  }

  /** Gives each worker its groups of what was taken last. */
  #share(start: number, workers: number, to: (worker: number) => HashPiece[]): void {
    const counts = this.#groups();
    for (let worker = 0, at = start; worker < workers; worker++) {
      const own = counts.slice(firstGroup(worker, workers), firstGroup(worker + 1, workers));
      to(worker).push({ start: at, counts: own });
      at += sum(own) * HASH_BYTES;
    }
  }

  #nodesOf(path: number, worker: number): number {
    const { workers = 0, lengths = null } = this.#given ?? {};
    return lengths?.[path * workers + worker] ?? 0;
  }

  /** Counts this worker's share of the paths that were just given. */
  count(parcels: HashParcel[]): Uint32Array {
    const { workers, counters } = this.#given as HashedPaths;
    const groups = firstGroup(this.own.id + 1, workers) - firstGroup(this.own.id, workers);
    const others = Array.from({ length: workers }, (_, worker) => worker).filter((w) => w !== this.own.id);
    const incoming = parcels.map((parcel) => new IncomingHashes(parcel));
    let place = 0;
    const counted = Uint32Array.from(counters, (counter, path) => {
      if (counter >= 0 && counter !== this.own.id) return 0;
      const size = counter < 0 ? groups : 1;
      const own = this.#kept.slice(place, (place += this.#nodesOf(path, this.own.id)));
      const received: Uint8Array[][] = [];
      others.forEach((other, i) => {
        for (let left = this.#nodesOf(path, other); left > 0; left--)
          received.push(incoming[i]?.next(size) ?? []);
      });
      let distinct = 0;
      for (let group = 0; group < size; group++)
        distinct += this.#unique(
          own,
          received.flatMap((piece) => piece[group] ?? []),
          group,
        );
      return distinct;
    });
    for (const start of this.#taken.splice(0)) this.pass.release(start);
    return counted;
  }

  /** Different hashes of one group: pieces that lie in memory, whose beginnings move on, and bytes that came. */
  #unique(own: HashPiece[], received: Uint8Array[], group: number): number {
    const bytes =
      own.reduce((all, { counts }) => all + (counts[group] ?? 0) * HASH_BYTES, 0) +
      received.reduce((all, piece) => all + piece.length, 0);
    if (bytes === 0) return 0;
    const start = this.pass.allocate(bytes + 16) >>> 0;
    const memory = new Uint8Array(this.pass.memory.buffer);
    let to = start;
    for (const piece of own) {
      const length = (piece.counts[group] ?? 0) * HASH_BYTES;
      memory.copyWithin(to, piece.start, piece.start + length);
      piece.start += length;
      to += length;
    }
    for (const piece of received) {
      memory.set(piece, to);
      to += piece.length;
    }
    const count = this.pass.uniqueHashes(start, bytes / HASH_BYTES) >>> 0;
    this.pass.release(start);
    return count;
  }

  #take(node: number): { start: number; total: number } {
    return { start: this.pass.takeHashesOf(node) >>> 0, total: this.pass.takenTotal() };
  }

  /** How many hashes each group has of what was taken last. */
  #groups(): Uint32Array {
    return new Uint32Array(this.pass.memory.buffer, this.pass.takenGroups() >>> 0, HASH_GROUPS).slice();
  }
}

/** Hashes in this worker's memory: where, and how many in each group. */
interface HashPiece {
  start: number;
  counts: Uint32Array;
}

/** What another worker counts, still in this one's memory. */
class OutgoingHashes {
  readonly pieces: HashPiece[] = [];

  parcel(memory: ArrayBuffer): HashParcel {
    const hashes = new Uint8Array(this.pieces.reduce((all, { counts }) => all + sum(counts), 0) * HASH_BYTES);
    const counts = new Uint32Array(this.pieces.reduce((all, piece) => all + piece.counts.length, 0));
    let [to, place] = [0, 0];
    for (const { start, counts: own } of this.pieces) {
      const length = sum(own) * HASH_BYTES;
      hashes.set(new Uint8Array(memory, start, length), to);
      counts.set(own, place);
      to += length;
      place += own.length;
    }
    return { counts, hashes: hashes.buffer };
  }
}

/** What another worker sent, read piece by piece. */
class IncomingHashes {
  #at = 0;
  #place = 0;

  constructor(private readonly parcel: HashParcel) {}

  /** The next piece, as its groups' hashes. */
  next(groups: number): Uint8Array[] {
    return Array.from({ length: groups }, () => {
      const length = (this.parcel.counts[this.#place++] ?? 0) * HASH_BYTES;
      this.#at += length;
      return new Uint8Array(this.parcel.hashes, this.#at - length, length);
    });
  }
}

/** The first of the groups that a worker counts. */
function firstGroup(worker: number, workers: number): number {
  return Math.floor((HASH_GROUPS * worker) / workers);
}

function sum(counts: ArrayLike<number>): number {
  let all = 0;
  for (let i = 0; i < counts.length; i++) all += counts[i] ?? 0;
  return all;
}
