/** Line breaks before a block, from what all workers publish in one shared array: absolute numbers without a second pass. */
export class LineBases {
  readonly #lines: Int32Array;
  #block = 0;
  #base = 0;

  constructor(shared: SharedArrayBuffer) {
    this.#lines = new Int32Array(shared);
  }

  /** Publishes how many lines a block has. */
  publish(block: number, lines: number): void {
    Atomics.store(this.#lines, block, lines + 1);
    Atomics.notify(this.#lines, block);
  }

  /** Lines in all blocks before `block`, which must not be smaller than the one asked for last. Waits until they are counted. */
  before(block: number): number {
    for (; this.#block < block; this.#block++) {
      let lines = Atomics.load(this.#lines, this.#block);
      while (lines === 0) {
        Atomics.wait(this.#lines, this.#block, 0);
        lines = Atomics.load(this.#lines, this.#block);
      }
      this.#base += lines - 1;
    }
    return this.#base;
  }
}
