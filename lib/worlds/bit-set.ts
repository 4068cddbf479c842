/** A set of numbers 0 … size − 1 (size at most 2^32), one bit each, that counts its members. */
export class BitSet {
  count = 0;
  readonly #words: Int32Array;

  constructor(size: number) {
    this.#words = new Int32Array(Math.ceil(size / 32));
  }

  /** Adds a member; tells whether it is new. */
  add(member: number): boolean {
    const word = member >>> 5;
    const bit = 1 << (member & 31);
    const old = this.#words[word] as number;
    if ((old & bit) !== 0) return false;
    this.#words[word] = old | bit;
    this.count++;
    return true;
  }

  has(member: number): boolean {
    return ((this.#words[member >>> 5] as number) & (1 << (member & 31))) !== 0;
  }
}
