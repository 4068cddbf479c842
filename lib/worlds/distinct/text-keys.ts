import type { NumberKeys } from './number-keys';

/** Keys remembered; a text seen again soon after is not listed again. */
const REMEMBERED = 1 << 10;

/**
 * Lists texts by 64-bit digests: two texts of a world of 2.4 million fall together with a chance below 10^-6, and a
 * `Set` of strings would need twenty times the memory.
 */
export class TextKeys {
  readonly #keys: NumberKeys;
  readonly #recent = new Int32Array(2 * REMEMBERED);

  constructor(keys: NumberKeys) {
    this.#keys = keys;
  }

  /** Lists the text that stands in `bytes` from `start` to before `end`, unless it was listed shortly before. */
  add(bytes: Uint8Array, start: number, end: number): void {
    let a = 0x811c9dc5;
    let b = 0x2545f491;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x5bd1e995);
      b ^= b >>> 15;
    }
    a = finish(a);
    b = finish(b ^ Math.imul(end - start, 0x9e3779b1));
    if (a === 0 && b === 0) a = 1;
    const recent = this.#recent;
    const slot = 2 * (a & (REMEMBERED - 1));
    if (recent[slot] === a && recent[slot + 1] === b) return;
    recent[slot] = a;
    recent[slot + 1] = b;
    this.#keys.add(a, b);
  }
}

/** Finaliser of MurmurHash3 (Appleby, public domain). */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
