import type { PassExports } from '../wasm/pass-exports';
import type { HashedPaths, HashParcel } from './hash-parcel';
import { HASH_BYTES } from '../wasm/shared/limits';
import { firstGroup, type HashPiece, packParcel, ParcelReader, sum, takeHashes } from './hash-pieces';

/**
 * The 128-bit hashes of one worker that are in its memory when distinct values are counted: workers give each other what
 * each of them is to count, then count their shares.
 */
export class SharedHashes {
  /** The paths just given, what this worker counts of them, and the memory to be released then. */
  #paths: HashedPaths = {
    workers: 0,
    counters: new Int32Array(),
    lengths: new Uint32Array(),
    nodes: new Uint32Array(),
  };
  #kept: HashPiece[] = [];
  readonly #taken: number[] = [];

  constructor(
    private readonly pass: PassExports,
    private readonly worker: number,
  ) {}

  /**
   * Takes the hashes of paths out of the logs. What this worker counts stays in memory; the parcels are for the others,
   * by number, and empty for this one.
   */
  give(paths: HashedPaths): HashParcel[] {
    const { workers, counters, nodes } = paths;
    const pieces: HashPiece[][] = Array.from({ length: workers }, () => []);
    this.#paths = paths;
    let place = 0;
    counters.forEach((counter, path) => {
      for (let left = this.#nodesOf(path, this.worker); left > 0; left--) {
        const { start, total, counts } = takeHashes(this.pass, nodes[place++] ?? 0);
        if (counter < 0) share(start, counts, pieces);
        else pieces[counter]?.push({ start, counts: Uint32Array.of(total) });
        this.#taken.push(start);
      }
    });
    this.#kept = pieces[this.worker] ?? [];
    pieces[this.worker] = [];
    return pieces.map((outgoing) => packParcel(outgoing, this.pass.memory.buffer));
  }

  /** Counts this worker's share of the paths that were just given. */
  count(parcels: HashParcel[]): Uint32Array {
    const { workers, counters } = this.#paths;
    const groups = firstGroup(this.worker + 1, workers) - firstGroup(this.worker, workers);
    const others = Array.from({ length: workers }, (_, worker) => worker).filter((w) => w !== this.worker);
    const incoming = parcels.map((parcel) => new ParcelReader(parcel));
    let place = 0;
    const counted = Uint32Array.from(counters, (counter, path) => {
      if (counter >= 0 && counter !== this.worker) return 0;
      const size = counter < 0 ? groups : 1;
      const own = this.#kept.slice(place, (place += this.#nodesOf(path, this.worker)));
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

  #nodesOf(path: number, worker: number): number {
    return this.#paths.lengths[path * this.#paths.workers + worker] ?? 0;
  }

  /** Different hashes of one group: pieces that lie in memory, whose beginnings move on, and bytes that came. */
  #unique(own: HashPiece[], received: Uint8Array[], group: number): number {
    const bytes =
      sum(own.map(({ counts }) => (counts[group] ?? 0) * HASH_BYTES)) +
      sum(received.map((piece) => piece.length));
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
}

/** Gives each worker its groups of hashes that lie one group behind the other. */
function share(start: number, counts: Uint32Array, pieces: HashPiece[][]): void {
  let at = start;
  pieces.forEach((own, worker) => {
    const groups = counts.slice(firstGroup(worker, pieces.length), firstGroup(worker + 1, pieces.length));
    own.push({ start: at, counts: groups });
    at += sum(groups) * HASH_BYTES;
  });
}
