/** Follows a row in brackets to its end, over as many pieces of text as it takes. */
export class RowEnd {
  #quote = 0;
  #depth = 0;
  #isEscaped = false;

  /** @param hasEscapes whether a backslash escapes inside a text */
  constructor(private readonly hasEscapes: boolean) {}

  /** Reads on; the byte behind the row, or -1 where it goes on. */
  read(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const c = bytes[at] ?? 0;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#quote !== 0) {
        if (c === this.#quote) this.#quote = 0;
        else if (c === 92 && this.hasEscapes) this.#isEscaped = true;
      } else if (c === 39 || c === 34) this.#quote = c;
      else if (c === 40) this.#depth++;
      else if (c === 41 && --this.#depth <= 0) return at + 1;
    }
    return -1;
  }
}
