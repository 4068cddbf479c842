import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Parts by hash, so that what is counted at once is small. */
const PARTS = 256;
/** Words held in memory by default before they go to disk: 64 MB. */
const LIMIT = 1 << 24;

interface Run {
  byte: number;
  words: number;
}

/** Memory of a part without keys. */
const NONE = new Int32Array(0);

class Part {
  held = NONE;
  length = 0;
  readonly runs: Run[] = [];
}

/**
 * Counts the different keys of named sets exactly, in memory that does not grow with them: beyond a limit they go to a
 * file, in parts by hash that are counted one after another.
 */
export class KeySets {
  readonly #sets = new Map<string, Part[]>();
  readonly #file: string;
  readonly #limit: number;
  #held = 0;
  #handle: number | null = null;
  #end = 0;
  /** Counts since something was added. */
  readonly #counted = new Map<string, number>();

  /** @param file where what outgrows memory goes; it must not exist @param limit words held in memory */
  constructor(file: string, limit = LIMIT) {
    this.#file = file;
    this.#limit = limit;
  }

  /** Adds keys of two words each, as a {@link NumberKeys} gives them. */
  add(set: string, keys: Int32Array): void {
    if (keys.length === 0) return;
    this.#counted.clear();
    const parts = this.#partsOf(set);
    for (let at = 0; at < keys.length; at += 2) {
      const low = keys[at] ?? 0;
      const high = keys[at + 1] ?? 0;
      const part = parts[hash(low, high) >>> 24];
      if (!part) continue;
      if (part.length === part.held.length) grow(part);
      part.held[part.length++] = low;
      part.held[part.length++] = high;
    }
    this.#held += keys.length;
    if (this.#held > this.#limit) this.#spill();
  }

  /** How many different keys the sets hold together; 0 for sets that nothing was added to. */
  count(...sets: string[]): number {
    const asked = sets.join('\n');
    const count = this.#counted.get(asked) ?? this.#count(sets.flatMap((set) => this.#sets.get(set) ?? []));
    this.#counted.set(asked, count);
    return count;
  }

  #count(given: Part[]): number {
    let count = 0;
    for (let part = 0; part < PARTS && given.length > 0; part++) {
      count += different(given.filter((_, i) => i % PARTS === part).map((each) => this.#read(each)));
    }
    return count;
  }

  /** Removes the file. */
  close(): void {
    if (this.#handle === null) return;
    closeSync(this.#handle);
    rmSync(this.#file);
    this.#handle = null;
  }

  #partsOf(set: string): Part[] {
    const known = this.#sets.get(set);
    if (known) return known;
    const parts = Array.from({ length: PARTS }, () => new Part());
    this.#sets.set(set, parts);
    return parts;
  }

  #spill(): void {
    const handle = (this.#handle ??= openSync(this.#file, 'wx+', 0o600));
    for (const part of [...this.#sets.values()].flat()) {
      if (part.length === 0) continue;
      part.runs.push({ byte: this.#end, words: part.length });
      const bytes = new Uint8Array(part.held.buffer, 0, part.length * 4);
      for (let from = 0; from < bytes.length;)
        from += writeSync(handle, bytes, from, bytes.length - from, this.#end + from);
      this.#end += bytes.length;
      part.length = 0;
    }
    this.#held = 0;
  }

  #read(part: Part): Int32Array[] {
    const handle = this.#handle;
    if (handle === null) return [part.held.subarray(0, part.length)];
    const spilled = part.runs.map(({ byte, words }) => {
      const run = new Int32Array(words);
      readSync(handle, new Uint8Array(run.buffer), 0, words * 4, byte);
      return run;
    });
    return [...spilled, part.held.subarray(0, part.length)];
  }
}

function grow(part: Part): void {
  const more = new Int32Array(Math.max(64, part.held.length * 2));
  more.set(part.held);
  part.held = more;
}

/** Different keys among lists, by open addressing. */
function different(parts: Int32Array[][]): number {
  const lists = parts.flat();
  const keys = lists.reduce((sum, list) => sum + list.length, 0) / 2;
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, keys * 2)));
  const slots = new Int32Array(size * 2);
  let count = 0;
  let zero = 0;
  for (const list of lists) {
    for (let at = 0; at < list.length; at += 2) {
      const low = list[at] ?? 0;
      const high = list[at + 1] ?? 0;
      if (low === 0 && high === 0) zero = 1;
      else if (insert(slots, low, high)) count++;
    }
  }
  return count + zero;
}

function insert(slots: Int32Array, low: number, high: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let slot = hash(low, high) & mask; ; slot = (slot + 1) & mask) {
    const at = slot * 2;
    if (slots[at] === low && slots[at + 1] === high) return false;
    if (slots[at] === 0 && slots[at + 1] === 0) {
      slots[at] = low;
      slots[at + 1] = high;
      return true;
    }
  }
}

function hash(low: number, high: number): number {
  let h = low ^ Math.imul(high ^ (high >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
