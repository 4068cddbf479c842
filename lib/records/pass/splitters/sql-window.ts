import { blankMark } from '../../text/blank-mark';
import { countNuls } from '../../text/count-nuls';
import type { SplitterSource } from './record-splitter';
import { MAX_LINE_BYTES } from './line-splitter';
import { RefusedLook } from '../refused/refused-look';
import type { BlockRows } from '../workers/block-message';
import { LineError } from '../wasm/shared/line-error';
import { type PassModule, startPass } from '../wasm/load-pass';
import type { PassExports } from '../wasm/pass-exports';
import type { SqlTable } from './sql-tables';

/** Text that may lie between the first and the last row of a block. */
const MOST_SPAN = 64 << 20;

/** Text in which a statement is told, and its head is looked for at first. */
export const STATEMENT_BYTES = 1 << 12;

/** One reader a pass: parts are split one after the other. */
const readers = new WeakMap<PassModule, { pass: PassExports; text: number }>();

function readerOf({ module, blockBytes }: SplitterSource): { pass: PassExports; text: number } {
  let reader = readers.get(module);
  if (!reader) {
    const pass = startPass(module);
    const text = pass.initSqlText(MAX_LINE_BYTES + 2 * blockBytes, MAX_LINE_BYTES, blockBytes) >>> 0;
    readers.set(module, (reader = { pass, text }));
  }
  return reader;
}

/** A piece of the text of a dump that moves on with the reading, the place reached in it, and the rows found so far. */
export class SqlWindow {
  /** The instance of the pass in whose memory the text lies. */
  readonly pass: PassExports;
  readonly #text: number;
  /** Bytes in the window. */
  have = 0;
  /** Byte of the part at which the window begins. */
  base = 0;
  #lastByte = 10;
  /** The first byte that is not dealt with. */
  next = 0;
  /** Whether the window reaches to the end of the part. */
  ended = false;
  /** Whether the part begins with a byte order mark. */
  hasByteOrderMark = false;
  /** NUL bytes so far. */
  nuls = 0;
  /** What was found in bytes that were refused. */
  readonly refused = new RefusedLook();
  readonly #tables = new Map<number, SqlTable>();

  constructor(private readonly from: SplitterSource) {
    ({ pass: this.pass, text: this.#text } = readerOf(from));
    this.pass.beginSql();
  }

  /** All bytes of the window; a view that holds until more is read. */
  bytes(): Buffer {
    return Buffer.from(this.pass.memory.buffer, this.#text, this.have);
  }

  /** The next bytes, one a character. */
  peek(length: number): string {
    return this.bytes().toString('latin1', this.next, this.next + length);
  }

  /** Lines of the part so far; all of them at its end. */
  lines(): number {
    return this.pass.linesTo(this.have) + (this.#lastByte === 10 ? 0 : 1);
  }

  /** Reads about a block more; what lies before `next` goes. False at the end of the part. */
  async more(): Promise<boolean> {
    if (this.next > 0) {
      this.bytes().copyWithin(0, this.next);
      this.pass.forgetText(this.next);
      this.have -= this.next;
      this.base += this.next;
      this.next = 0;
    }
    const before = this.have;
    const most = before + this.from.blockBytes;
    while (!this.ended && this.have < most) await this.#read(most);
    if (this.base === 0 && before === 0) this.hasByteOrderMark = blankMark(this.bytes());
    return this.have > before;
  }

  /** Reads until so many bytes follow `next` in the window, if there are so many. */
  async ensure(length: number): Promise<void> {
    while (!this.ended && !this.isTooLong && this.have - this.next < length) await this.more();
  }

  /** Whether the row or statement that begins at `next` is longer than a row may be, as far as it was read. */
  get isTooLong(): boolean {
    return this.have - this.next > MAX_LINE_BYTES;
  }

  /** Notes that rows of this table are read. */
  note(table: SqlTable): void {
    this.#tables.set(table.id, table);
  }

  /** Refuses what lies between two bytes of the window. */
  async refuse(from: number, to: number, error: LineError): Promise<void> {
    this.#lookAt(this.bytes().subarray(from, to), error);
    await this.makeRoom();
    this.pass.noteBadRow(from, to, error);
  }

  /** Hands over the rows that were found, if there are many or they lie far from here. */
  async makeRoom(isFull = false): Promise<void> {
    const { pass } = this;
    const span = pass.rowTotal() > 0 ? this.base + this.have - pass.firstRowByte() : 0;
    if (isFull || span > MOST_SPAN || pass.rowCellsLength() >= this.from.blockBytes) await this.hand();
  }

  /** Hands over the rows that were found. */
  async hand(): Promise<void> {
    const { pass, from } = this;
    const count = pass.rowTotal();
    if (count === 0) return;
    const buffer = await from.pool.buffer();
    const length = pass.rowCellsLength();
    new Uint8Array(buffer).set(new Uint8Array(pass.memory.buffer, pass.rowCells() >>> 0, length));
    const list = new Uint32Array(pass.memory.buffer, pass.rowList() >>> 0, pass.rowListLength());
    const rows: BlockRows = {
      count,
      list: list.slice(),
      line: pass.firstRowLine() + 1,
      tables: [...this.#tables.values()].flatMap(({ id, name, columns }) =>
        columns ? [{ id, name, columns }] : [],
      ),
    };
    const byte = pass.firstRowByte();
    pass.clearRows();
    this.#tables.clear();
    await from.pool.block({ buffer, length, part: from.part, byte, records: null, rows });
  }

  /** A bad row is a row or several; what holds rows in another form holds nobody knows how many. */
  #lookAt(bytes: Buffer, error: LineError): void {
    if (error !== LineError.BAD_ROW) return this.refused.lost('ROWS_UNREAD');
    const columns = [...this.#tables.values()].flatMap((table) => table.columns ?? []);
    this.refused.sqlRow(
      bytes,
      columns.map(({ name }) => name),
    );
  }

  async #read(most: number): Promise<void> {
    const view = new Uint8Array(this.pass.memory.buffer, this.#text + this.have, most - this.have);
    const count = await this.from.read(view);
    this.#lastByte = view[count - 1] ?? this.#lastByte;
    this.nuls += countNuls(view.subarray(0, count));
    this.have += count;
    this.ended = count === 0;
  }
}
