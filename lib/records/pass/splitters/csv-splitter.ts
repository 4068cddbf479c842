import type { CsvColumn, CsvTable } from '../../csv/csv-dialect';
import { namedColumns } from '../../csv/named-columns';
import { nextTable } from '../../csv/next-table';
import { oneColumn, sniffCsv } from '../../detect/sniff-csv';
import { CsvCutter } from './csv-cutter';
import type { SplitReport, RecordSplitter, SplitterSource } from './record-splitter';
import { MAX_LINE_BYTES } from './line-splitter';

/** Text from which the first table is told, and the next ones. */
const HEAD_BYTES = 1 << 20;
const NEXT_BYTES = 1 << 16;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Splits delimiter-separated text: blocks of whole records of one table. Lines over the limit are skipped. */
export class CsvSplitter implements RecordSplitter {
  readonly #report = { hasByteOrderMark: false, missesNewline: false, lines: 0, skipped: 0 };
  readonly #warnings: Record<string, number> = {};
  readonly #columns: CsvColumn[][] = [];
  readonly #starts: number[];
  #head: Buffer = Buffer.alloc(0);
  #bytes = new Uint8Array(0);
  #have = 0;
  #ended = false;
  #at = 0;
  #table: CsvTable | null = null;
  #cutter: CsvCutter | null = null;

  constructor(private readonly from: SplitterSource) {
    this.#starts = [...(from.starts ?? [])];
  }

  /** Splits the whole part. */
  async split(): Promise<SplitReport> {
    this.#bytes = new Uint8Array(await this.from.pool.buffer());
    await this.#readHead();
    while (!this.#ended || this.#have > 0) {
      const start = this.#nextStart();
      await this.#fill(Math.min(this.from.blockBytes, start - this.#at));
      const before = start - this.#at;
      if (this.#have > before || (this.#have === before && !this.#ended)) await this.#turn(before);
      else await this.#splitBlock(start);
    }
    this.from.pool.giveBack(this.#bytes.buffer);
    return { ...this.#report, textBytes: this.#at, columns: this.#columns, warnings: this.#warnings };
  }

  /** Tells the first table from the head and goes to its first record. */
  async #readHead(): Promise<void> {
    const head = Buffer.alloc(HEAD_BYTES);
    let have = 0;
    for (let count = 1; count > 0 && have < head.length; have += count)
      count = await this.from.read(head.subarray(have));
    const text = head.subarray(0, have);
    const ended = have < head.length;
    const table = sniffCsv(text, ended) ?? oneColumn(text, ended);
    this.#report.hasByteOrderMark = text.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
    this.#head = text.subarray(table.bodyAt);
    this.#at = table.bodyAt;
    this.from.pool.passLines(table.linesBefore);
    this.#enter(table);
  }

  #enter(found: CsvTable): void {
    const table = this.#named(found);
    this.#table = table;
    this.#cutter = new CsvCutter(table, this.#bytes.length, this.from.module);
    this.#columns.push(table.columns);
    this.#report.lines += table.linesBefore;
    this.#report.skipped += table.linesSkipped;
    this.#warn('LINES_SKIPPED', table.linesSkipped);
    if (table.headerMismatch) this.#warn('HEADER_MISMATCH', 1);
    else if (!table.header && table.columns === found.columns) this.#warn('HEADER_MISSING', 1);
  }

  /** A table without a header: named by the file beside it, or one of those that look alike. */
  #named(table: CsvTable): CsvTable {
    const { profile } = table;
    if (!profile) return this.#ofFile(table);
    const columns = this.from.columnsBeside() ?? [];
    if (columns.length === table.columns.length)
      return this.#ofFile({ ...table, columns: namedColumns(columns), profile: null });
    return { ...table, profile: null, group: this.from.headerless.groupOf(profile) };
  }

  /** A table whose columns have names: a part of the one that its file is called after. */
  #ofFile(table: CsvTable): CsvTable {
    const names = table.columns.map(({ name }) => name);
    return { ...table, table: this.from.named.tableOf(this.from.table, names) };
  }

  #warn(code: string, count: number): void {
    this.#warnings[code] = (this.#warnings[code] ?? 0) + count;
  }

  /** The next place at which a table may begin; infinitely far if there is none. */
  #nextStart(): number {
    while ((this.#starts[0] ?? Infinity) < this.#at) this.#starts.shift();
    return this.#starts[0] ?? Infinity;
  }

  /** At a place where a table may begin: hands over what lies before, and enters the table if there is one. */
  async #turn(before: number): Promise<void> {
    this.#starts.shift();
    if (before > 0) await this.#hand(before);
    await this.#fill(Math.max(NEXT_BYTES, this.from.blockBytes));
    const { lineEnd = 10 } = this.#cutter ?? {};
    const text = Buffer.from(this.#bytes.subarray(0, this.#have)).toString('latin1');
    const end = String.fromCharCode(lineEnd);
    const whole = this.#ended && !text.endsWith(end) ? text + end : text.slice(0, text.lastIndexOf(end) + 1);
    const table = this.#table && whole !== '' ? nextTable(whole, this.#table, true) : null;
    if (!table) return;
    const { pool, part } = this.from;
    const header = table.header?.length ?? -1;
    pool.passLines(table.linesBefore - (table.header ? 1 : 0));
    const byte = this.#at + whole.lastIndexOf(end, table.bodyAt - 2) + 1;
    if (table.header) pool.skipLine({ part, byte, length: header, code: 'SECOND_TABLE' });
    this.#warn('SECOND_TABLE', 1);
    const taken = Math.min(table.bodyAt, this.#have);
    this.#bytes.copyWithin(0, taken, this.#have);
    this.#have -= taken;
    this.#at += taken;
    this.#enter({ ...table, bodyAt: this.#at, linesBefore: table.linesBefore - (table.header ? 1 : 0) });
  }

  async #splitBlock(start: number): Promise<void> {
    let cut = this.#cut();
    while (cut === 0 && !this.#ended && this.#have <= MAX_LINE_BYTES) {
      const most = Math.min(Math.max(this.#have * 2, this.from.blockBytes), MAX_LINE_BYTES + 1);
      await this.#fill(Math.min(most, start - this.#at));
      cut = this.#at + this.#have === start ? this.#have : this.#cut();
    }
    if (this.#ended) await this.#handRest();
    else if (cut > 0) await this.#hand(cut);
    else await this.#skipLongLine();
  }

  #cut(): number {
    return this.#cutter?.cut(this.#bytes.subarray(0, this.#have)) ?? 0;
  }

  /** Reads until the buffer holds `most` bytes or the text ends. */
  async #fill(most: number): Promise<void> {
    while (this.#have < most && !this.#ended) {
      const view = this.#bytes.subarray(this.#have, most);
      let count = Math.min(view.length, this.#head.length);
      if (count > 0) {
        view.set(this.#head.subarray(0, count));
        this.#head = this.#head.subarray(count);
      } else count = await this.from.read(view);
      this.#have += count;
      this.#ended = count === 0;
    }
  }

  /** Hands over all that is left; the last line gets an end if it has none. */
  async #handRest(): Promise<void> {
    if (this.#have === 0) return;
    const { lineEnd = 10 } = this.#cutter ?? {};
    const misses = this.#bytes[this.#have - 1] !== lineEnd;
    if (misses) this.#bytes[this.#have++] = lineEnd;
    await this.#hand(this.#have);
    if (misses) this.#at--;
    this.#report.missesNewline = misses;
  }

  async #hand(cut: number): Promise<void> {
    const { pool, part } = this.from;
    const next = new Uint8Array(await pool.buffer());
    next.set(this.#bytes.subarray(cut, this.#have));
    const { buffer } = this.#bytes;
    const ends = this.#ended && cut === this.#have;
    await pool.block({ buffer, length: cut, part, byte: this.#at, records: null, table: this.#table, ends });
    this.#at += cut;
    this.#have -= cut;
    this.#bytes = next;
  }

  /** The line in the buffer is too long: goes to its end. */
  async #skipLongLine(): Promise<void> {
    const { lineEnd = 10 } = this.#cutter ?? {};
    let end = -1;
    let length = 0;
    for (;;) {
      end = this.#bytes.subarray(0, this.#have).indexOf(lineEnd);
      length += end < 0 ? this.#have : end;
      if (end >= 0 || this.#ended) break;
      this.#have = 0;
      await this.#fill(this.from.blockBytes);
    }
    this.from.pool.skipLine({ part: this.from.part, byte: this.#at, length, code: 'LINE_TOO_LONG' });
    this.#at += length + (end < 0 ? 0 : 1);
    this.#bytes.copyWithin(0, end < 0 ? this.#have : end + 1, this.#have);
    this.#have = end < 0 ? 0 : this.#have - end - 1;
  }
}
