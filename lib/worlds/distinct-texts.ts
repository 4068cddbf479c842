/**
 * Counts different texts by 64-bit digests in one typed array (open addressing): two texts of a world of 2.4 million
 * fall together with a chance below 10^-6, and a `Set` of strings would need twenty times the memory.
 */
export class DistinctTexts {
  /** Different texts so far. */
  count = 0;
  #slots = new Int32Array(2 * 64);

  /** Counts the text that stands in `bytes` from `start` to before `end`. */
  add(bytes: Uint8Array, start: number, end: number): void {
    let a = 0x811c9dc5;
    let b = 0x2545f491;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x5bd1e995);
      b ^= b >>> 15;
    }
    a = finish(a);
    b = finish(b ^ Math.imul(end - start, 0x9e3779b1));
    if (this.#insert(a === 0 && b === 0 ? 1 : a, b)) {
      this.count++;
      if (this.count * 4 > this.#slots.length) this.#grow();
    }
  }

  #insert(a: number, b: number): boolean {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let slot = (a ^ b) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 2;
      if (slots[at] === a && slots[at + 1] === b) return false;
      if (slots[at] === 0 && slots[at + 1] === 0) {
        slots[at] = a;
        slots[at + 1] = b;
        return true;
      }
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 4);
    for (let at = 0; at < old.length; at += 2) {
      const a = old[at] as number;
      const b = old[at + 1] as number;
      if (a !== 0 || b !== 0) this.#insert(a, b);
    }
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
