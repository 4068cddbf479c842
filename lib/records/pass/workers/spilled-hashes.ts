import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PassExports } from '../wasm/pass-exports';
import type { SpillFile } from './hash-parcel';
import { HASH_BYTES, HASH_GROUPS, LOG_CHUNK_BYTES } from '../wasm/shared/limits';
import { sum, takeHashes } from './hash-pieces';

const PIECE_BYTES = 64 << 20;

/** The 128-bit hashes of one worker that went to disk because its memory has a budget. */
export class SpilledHashes {
  readonly #files = new Map<number, SpillFile>();

  constructor(
    private readonly pass: PassExports,
    private readonly own: { dir: string; id: number },
    /** Called after each group of a count on disk. */
    private readonly onStep: () => void,
  ) {}

  /** Nodes whose hashes, or some of them, are on disk. */
  get nodes(): number[] {
    return [...this.#files.keys()];
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
    const { start, total, counts } = takeHashes(this.pass, node);
    const bytes = new Uint8Array(this.pass.memory.buffer, start, total * HASH_BYTES);
    const path = join(this.own.dir, `hash-w${this.own.id}-${node}`);
    const file = this.#files.get(node) ?? { path, pieces: [], bytes: 0 };
    this.#files.set(node, file);
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
  count(files: SpillFile[]): number {
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
}
