import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { HashParcel, SpillFile } from './messages';
import type { PassExports } from './pass-exports';

const GROUPS = 64;
const HASH_BYTES = 16;
/** Bytes of one chunk of a log. */
const CHUNK_BYTES = 4096;
const PIECE_BYTES = 64 << 20;

/** The 128-bit hashes of one worker: kept in its memory up to a budget, then on disk in 64 groups by their top bits. */
export class WorkerHashes {
  readonly #spills = new Map<number, SpillFile>();

  constructor(
    private readonly pass: PassExports,
    private readonly dir: string,
    private readonly worker: number,
  ) {}

  /** Nodes whose hashes, or some of them, are on disk. */
  get spilled(): number[] {
    return [...this.#spills.keys()];
  }

  /** Moves the largest logs to disk until the rest fits `budget` bytes. */
  keepWithin(budget: number): void {
    while (this.pass.hashChunkCount() * CHUNK_BYTES > budget) {
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
    const count = this.pass.distinctOf(node) >>> 0;
    const start = this.pass.takeHashesOf(node) >>> 0;
    const bytes = new Uint8Array(this.pass.memory.buffer, start, count * HASH_BYTES);
    const counts = new Array<number>(GROUPS).fill(0);
    for (let i = 7; i < bytes.length; i += HASH_BYTES) {
      const group = (bytes[i] ?? 0) >> 2;
      counts[group] = (counts[group] ?? 0) + 1;
    }
    const file = this.#spills.get(node) ?? {
      path: join(this.dir, `hash-w${this.worker}-${node}`),
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
    file.pieces.push({ at: file.bytes, counts });
    file.bytes += bytes.length;
    this.pass.release(start);
    return file;
  }

  /** Distinct hashes over several files, group by group. */
  countSpilled(files: SpillFile[]): number {
    const open = files.map((file) => ({ file, fd: openSync(file.path, 'r') }));
    try {
      let total = 0;
      for (let group = 0; group < GROUPS; group++) total += this.#countGroup(open, group);
      return total;
    } finally {
      for (const { fd } of open) closeSync(fd);
    }
  }

  #countGroup(open: { file: SpillFile; fd: number }[], group: number): number {
    const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0);
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

  /** Puts the hashes of all nodes of a path into the first one. */
  gather(nodes: number[]): number {
    const [first, ...rest] = nodes;
    if (first === undefined) return 0;
    for (const node of rest) {
      const count = this.pass.distinctOf(node) >>> 0;
      const start = this.pass.takeHashesOf(node) >>> 0;
      this.pass.addHashesTo(first, start, count);
      this.pass.release(start);
    }
    return this.pass.distinctOf(first) >>> 0;
  }

  /** Hands over the hashes of nodes. */
  take(nodes: number[]): HashParcel {
    const counts = nodes.map((node) => this.pass.distinctOf(node) >>> 0);
    const hashes = new Uint8Array(counts.reduce((a, b) => a + b, 0) * HASH_BYTES);
    let to = 0;
    nodes.forEach((node, i) => {
      const length = (counts[i] ?? 0) * HASH_BYTES;
      const start = this.pass.takeHashesOf(node) >>> 0;
      hashes.set(new Uint8Array(this.pass.memory.buffer, start, length), to);
      this.pass.release(start);
      to += length;
    });
    return { counts, hashes: hashes.buffer };
  }

  /** Adds another worker's hashes and counts anew. */
  add(nodes: number[], parcel: HashParcel): number[] {
    let from = 0;
    return nodes.map((node, i) => {
      const count = parcel.counts[i] ?? 0;
      const start = this.pass.allocate(count * HASH_BYTES + 16) >>> 0;
      new Uint8Array(this.pass.memory.buffer, start, count * HASH_BYTES).set(
        new Uint8Array(parcel.hashes, from, count * HASH_BYTES),
      );
      from += count * HASH_BYTES;
      this.pass.addHashesTo(node, start, count);
      this.pass.release(start);
      return this.pass.distinctOf(node) >>> 0;
    });
  }
}
