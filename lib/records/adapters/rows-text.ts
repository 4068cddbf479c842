import { blankMark } from '../text/blank-mark';
import type { PartText } from '../text/part-text';
import { holdsMore, type RowsHead, rowsHead } from '../detect/rows-head';
import { readRow } from '../detect/read-row';

const [NEWLINE, RETURN, SPACE, OPEN, COMMA] = [10, 13, 32, 91, 44];
const HEAD_BYTES = 65_536;
const CHUNK_BYTES = 1 << 20;
/** A row that is longer is handed on as it is: whoever reads lines refuses it. */
const MOST_ROW_BYTES = 16 << 20;

/**
 * Rows as arrays with their names apart, as one JSON object a line: a row of another width stays an array. Lines keep their
 * numbers where each is a row; else a line is a row.
 */
export class RowsText {
  /** Text that was read and not looked at. */
  #bytes = Buffer.alloc(0);
  #ended = false;
  #out: Uint8Array = new Uint8Array(0);
  #head: RowsHead | null = null;
  #keys: Buffer[] = [];
  /** Behind the rows. */
  #isPast = false;

  constructor(private readonly text: PartText) {}

  /** Fills `view` with the next bytes; resolves to how many, 0 at the end. */
  async read(view: Uint8Array): Promise<number> {
    while (this.#out.length === 0) {
      if (this.#ended && this.#bytes.length === 0) return 0;
      this.#out = await this.#more();
    }
    const count = Math.min(view.length, this.#out.length);
    view.set(this.#out.subarray(0, count));
    this.#out = this.#out.subarray(count);
    return count;
  }

  async #more(): Promise<Buffer> {
    if (!this.#head) return this.#begin();
    await this.#fill(Math.max(CHUNK_BYTES, this.#bytes.length * 2));
    if (this.#isPast) return this.#rest();
    return this.#head.form === 'lines' ? this.#lines() : this.#elements();
  }

  /** Looks for the names, and goes to the first row; line breaks before it stay where lines are rows. */
  async #begin(): Promise<Buffer> {
    await this.#fill(HEAD_BYTES);
    blankMark(this.#bytes);
    let start = 0;
    while ([9, NEWLINE, RETURN, SPACE].includes(this.#bytes[start] ?? 0)) start++;
    const found = rowsHead(this.#bytes.subarray(start, start + HEAD_BYTES), this.#ended);
    this.#head = found ?? { names: [], at: 0, form: 'lines' };
    this.#keys = this.#head.names.map((name, i) =>
      Buffer.from(`${i === 0 ? '{' : ','}${JSON.stringify(name)}:`),
    );
    const before = this.#take(start + this.#head.at);
    const lines = before.toString('latin1').split('\n').length - 1;
    return Buffer.from(this.#head.form === 'lines' ? '\n'.repeat(lines) : '');
  }

  async #fill(most: number): Promise<void> {
    const pieces = [this.#bytes];
    let have = this.#bytes.length;
    while (have < most && !this.#ended) {
      const piece = Buffer.alloc(Math.min(CHUNK_BYTES, most - have));
      const count = await this.text.read(piece);
      this.#ended = count === 0;
      have += count;
      pieces.push(piece.subarray(0, count));
    }
    this.#bytes = Buffer.concat(pieces);
  }

  #take(count: number): Buffer {
    const taken = this.#bytes.subarray(0, count);
    this.#bytes = this.#bytes.subarray(count);
    return taken;
  }

  /** Whole lines; what is no row is handed on as it is. */
  #lines(): Buffer {
    const end = this.#ended ? this.#bytes.length : this.#bytes.lastIndexOf(NEWLINE) + 1;
    if (end === 0)
      return this.#bytes.length > MOST_ROW_BYTES ? this.#take(this.#bytes.length) : Buffer.alloc(0);
    const bytes = this.#take(end);
    const out: Buffer[] = [];
    for (let from = 0; from < bytes.length;) {
      const found = bytes.indexOf(NEWLINE, from);
      const to = found < 0 ? bytes.length : found;
      const row = readRow(bytes, from, to);
      const isRow = row !== null && bytes.toString('latin1', row.end, to).trim() === '';
      if (isRow) this.#put(out, bytes, from, row);
      else out.push(bytes.subarray(from, to));
      out.push(bytes.subarray(to, to + 1));
      from = to + 1;
    }
    return Buffer.concat(out);
  }

  /** Whole elements of the array of rows. */
  #elements(): Buffer {
    const bytes = this.#bytes;
    const out: Buffer[] = [];
    let from = 0;
    for (;;) {
      while (from < bytes.length && ((bytes[from] ?? 0) <= SPACE || bytes[from] === COMMA)) from++;
      if (from === bytes.length) break;
      const row = bytes[from] === OPEN ? readRow(bytes, from, bytes.length) : null;
      if (!row) {
        // The end of the rows; or a row that goes on, or does not end.
        this.#isPast = bytes[from] !== OPEN || this.#ended || bytes.length - from > MOST_ROW_BYTES;
        break;
      }
      this.#put(out, bytes, from, row);
      out.push(Buffer.from('\n'));
      from = row.end;
    }
    this.#take(from);
    return Buffer.concat(out);
  }

  /** Behind the rows: what may hold data is handed on as a document, or as it is where it is broken. */
  async #rest(): Promise<Buffer> {
    while (!this.#ended && this.#bytes.length < CHUNK_BYTES) await this.#fill(CHUNK_BYTES);
    const rest = this.#take(this.#bytes.length);
    const text = rest.toString('latin1').trim();
    const members = text.replace(/^\]/, '');
    if (!this.#ended || !text.startsWith(']')) return rest;
    if (!/^\s*[,}]/.test(members)) return Buffer.from(members, 'latin1');
    return Buffer.from(holdsMore(members) ? `{${members.replace(/^\s*,/, '')}\n` : '', 'latin1');
  }

  #put(out: Buffer[], bytes: Buffer, from: number, { cells, end }: { cells: number[]; end: number }): void {
    const keys = this.#keys;
    if (cells.length !== keys.length * 2 || keys.length === 0) {
      out.push(onOneLine(bytes.subarray(from, end)));
      return;
    }
    keys.forEach((key, i) => {
      out.push(key, onOneLine(bytes.subarray(cells[i * 2], cells[i * 2 + 1])));
    });
    out.push(Buffer.from('}'));
  }
}

function onOneLine(bytes: Buffer): Buffer {
  if (!bytes.includes(NEWLINE)) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/\n/g, ' '), 'latin1');
}
