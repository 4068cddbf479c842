import { createHash } from 'node:crypto';

/**
 * Counter-based random numbers without state: Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror and Shaw, "Parallel
 * random numbers: as easy as 1, 2, 3", SC 2011, which found it to pass BigCrush; vectors in the test). Any number is a
 * function of (seed, table, person, field, i) alone, so order, threads and subsets change nothing. The result stands
 * in {@link high} and {@link low}: an array for each number would cost more than the number.
 */
export class Randoms {
  /** Upper half of the last number, signed. */
  high = 0;
  /** Lower half of the last number, signed. */
  low = 0;
  #last0 = NaN;
  #last1 = NaN;
  readonly #key0: number;
  readonly #key1: number;
  readonly #key2: number;

  /** The generator under a key of two 32-bit words; {@link Randoms.of} makes it from a seed. */
  constructor(key0: number, key1: number) {
    this.#key0 = key0 | 0;
    this.#key1 = key1 | 0;
    this.#key2 = 0x1bd11bda ^ this.#key0 ^ this.#key1;
  }

  /** @param seed any text; the first 8 bytes of its SHA-256 are the key */
  static of(seed: string): Randoms {
    const digest = createHash('sha256').update(seed, 'utf8').digest();
    return new Randoms(digest.readInt32LE(0), digest.readInt32LE(4));
  }

  /**
   * @param table 0 to 15
   * @param person number of the person, 0 to 2^32 − 1
   * @param field 0 to 255
   * @param i 0 to 2^20 − 1
   */
  u64(table: number, person: number, field: number, i = 0): this {
    return this.block(person, (table << 28) | (field << 20) | i);
  }

  /** Threefry of one counter of two 32-bit words; the last one is kept, because both halves are asked for in turn. */
  block(counter0: number, counter1: number): this {
    if (counter0 === this.#last0 && counter1 === this.#last1) return this;
    this.#last0 = counter0;
    this.#last1 = counter1;
    const key0 = this.#key0;
    const key1 = this.#key1;
    const key2 = this.#key2;
    let x = (counter0 + key0) | 0;
    let y = (counter1 + key1) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + key1) | 0;
    y = (y + key2 + 1) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + key2) | 0;
    y = (y + key0 + 2) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + key0) | 0;
    y = (y + key1 + 3) | 0;
    x = (x + y) | 0;
    this.high = x;
    this.low = ((y << 17) | (y >>> 15)) ^ x;
    return this;
  }

  /** Uniform in [0, 1) with 52 bits. */
  unit(): number {
    return ((this.high >>> 0) * 0x100000 + (this.low >>> 12)) / 2 ** 52;
  }

  /** Uniform in [0, 1) from the upper half alone, independent of {@link second}. */
  first(): number {
    return (this.high >>> 0) / 0x100000000;
  }

  /** Uniform in [0, 1) from the lower half alone. */
  second(): number {
    return (this.low >>> 0) / 0x100000000;
  }

  /** About normal (mean 0, variance 1, within ±3.5): the sum of four 16-bit uniforms, exact on every machine. */
  bell(): number {
    const sum = (this.high >>> 16) + (this.high & 0xffff) + (this.low >>> 16) + (this.low & 0xffff);
    return (sum / 65535 - 2) * Math.sqrt(3);
  }
}
