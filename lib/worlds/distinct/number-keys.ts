/** Keys of 64 bits in the order in which they came, two words each. */
export class NumberKeys {
  #words = new Int32Array(256);
  #length = 0;

  /** @param low first word @param high second word; both are taken as 32 bits */
  add(low: number, high: number): void {
    if (this.#length === this.#words.length) {
      const more = new Int32Array(this.#words.length * 2);
      more.set(this.#words);
      this.#words = more;
    }
    this.#words[this.#length++] = low;
    this.#words[this.#length++] = high;
  }

  /** A whole number from 0 to 2^53 as a key. */
  addNumber(value: number): void {
    this.add((value % 0x100000000) | 0, value / 0x100000000);
  }

  /** What came since the last call, in memory of its own. */
  take(): Int32Array<ArrayBuffer> {
    const taken = this.#words.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
