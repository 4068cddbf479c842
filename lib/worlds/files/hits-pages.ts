/** Hits on one page of a scroll. */
const PAGE = 10_000;
const COMMA = Buffer.from(',');
const FOOT = Buffer.from(']}}\n');
const NEWLINE = 10;

/**
 * Puts hits, one a line, on pages as a scroll gives them: each page is one line, says the total and holds 10,000 hits,
 * the last one what is left. A search that finds nothing has one page.
 */
export class HitsPages {
  readonly #head: Buffer;
  #hits = 0;
  #open = false;

  /** @param total hits in all, as each page says */
  constructor(total: number) {
    this.#head = Buffer.from(
      '{"took":18,"timed_out":false,"_shards":{"total":5,"successful":5,"skipped":0,"failed":0},' +
        `"hits":{"total":{"value":${total},"relation":"eq"},"max_score":null,"hits":[`,
    );
  }

  /** The next lines, as pieces of pages; changes the bytes it is given. */
  add(lines: Uint8Array): Uint8Array[] {
    const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
    const pieces: Uint8Array[] = [];
    let from = 0;
    if (this.#open && bytes.length > 0) pieces.push(COMMA);
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, end + 1)) {
      if (!this.#open) pieces.push(this.#head);
      this.#open = ++this.#hits % PAGE > 0;
      if (this.#open && end < bytes.length - 1) {
        bytes[end] = 44;
        continue;
      }
      pieces.push(bytes.subarray(from, end));
      if (!this.#open) pieces.push(FOOT);
      from = end + 1;
    }
    return pieces;
  }

  /** What ends the last page. */
  finish(): Uint8Array[] {
    if (this.#hits === 0) return [this.#head, FOOT];
    return this.#open ? [FOOT] : [];
  }
}

/** Where a document stands once it is a hit on a page: the page is its line. */
export function pageOf({ document }: { document: number }): { line: number; document: number } {
  return { line: Math.ceil(document / PAGE), document };
}
