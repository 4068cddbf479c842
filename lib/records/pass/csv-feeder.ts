import type { CsvTable } from '../csv/csv-dialect';
import { oneColumn, sniffCsv } from '../csv/sniff-csv';
import { setDialect } from './csv-table';
import type { FedPart, Feeder, FeederSource } from './feeder';
import { MAX_LINE_BYTES } from './line-feeder';
import { loadPass, startPass, type PassExports } from './pass-exports';

/** Text from which the table is told. */
const OPENING_BYTES = 1 << 20;

/** Feeds delimiter-separated text: blocks of whole records. Lines over the limit are skipped. */
export class CsvFeeder implements Feeder {
  #bytes = new Uint8Array(0);
  #have = 0;
  #ended = false;
  #at = 0;
  #hasMark = false;
  #opening: Buffer = Buffer.alloc(0);
  #table: CsvTable | null = null;
  #lineEnd = 10;
  #quote = -1;
  #cutter: { pass: PassExports; input: number } | null = null;

  constructor(private readonly from: FeederSource) {}

  /** Feeds the whole part. */
  async feed(): Promise<FedPart> {
    const table = await this.#open();
    this.#table = table;
    this.#lineEnd = table.dialect.lineEnd.charCodeAt(0);
    this.#quote = table.dialect.quote?.charCodeAt(0) ?? -1;
    this.#bytes = new Uint8Array(await this.from.pool.buffer());
    let missesNewline = false;
    while (!this.#ended || this.#have > 0) {
      await this.#fill(this.from.blockBytes);
      let cut = this.#cut();
      while (cut === 0 && !this.#ended && this.#have <= MAX_LINE_BYTES) {
        await this.#fill(Math.min(Math.max(this.#have * 2, this.from.blockBytes), MAX_LINE_BYTES + 1));
        cut = this.#cut();
      }
      if (this.#ended) missesNewline = await this.#handRest();
      else if (cut > 0) await this.#hand(cut);
      else await this.#skipLongLine();
    }
    this.from.pool.giveBack(this.#bytes.buffer);
    return { ...this.#seen(table), textBytes: this.#at, missesNewline };
  }

  /** Reads the opening, tells the table, and goes to its first record. */
  async #open(): Promise<CsvTable> {
    const opening = Buffer.alloc(OPENING_BYTES);
    let have = 0;
    for (let count = 1; count > 0 && have < opening.length; have += count)
      count = await this.from.text.read(opening.subarray(have));
    this.#opening = opening.subarray(0, have);
    const ended = have < opening.length;
    const table = sniffCsv(this.#opening, ended) ?? oneColumn(this.#opening, ended);
    this.#hasMark = this.#opening.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    this.#opening = this.#opening.subarray(table.bodyAt);
    this.#at = table.bodyAt;
    this.from.pool.passLines(table.linesBefore);
    return table;
  }

  #seen(table: CsvTable): Pick<FedPart, 'hasByteOrderMark' | 'lines' | 'skipped' | 'warnings'> {
    const { header, headerMismatch, linesSkipped } = table;
    return {
      hasByteOrderMark: this.#hasMark,
      lines: table.linesBefore,
      skipped: linesSkipped,
      warnings: {
        ...(headerMismatch ? { HEADER_MISMATCH: 1 } : header ? {} : { HEADER_MISSING: 1 }),
        LINES_SKIPPED: linesSkipped,
      },
    };
  }

  async #fill(most: number): Promise<void> {
    while (this.#have < most && !this.#ended) {
      const view = this.#bytes.subarray(this.#have, most);
      let count = Math.min(view.length, this.#opening.length);
      if (count > 0) {
        view.set(this.#opening.subarray(0, count));
        this.#opening = this.#opening.subarray(count);
      } else count = await this.from.text.read(view);
      this.#have += count;
      this.#ended = count === 0;
    }
  }

  /** Up to where the buffer holds whole records. Where no quote stands, lines are records. */
  #cut(): number {
    const bytes = this.#bytes.subarray(0, this.#have);
    if (this.#quote < 0 || !bytes.includes(this.#quote)) return bytes.lastIndexOf(this.#lineEnd) + 1;
    const { pass, input } = (this.#cutter ??= this.#startCutter());
    new Uint8Array(pass.memory.buffer, input, bytes.length).set(bytes);
    return pass.cutRecords(bytes.length, MAX_LINE_BYTES);
  }

  #startCutter(): { pass: PassExports; input: number } {
    const pass = startPass(loadPass());
    const input = pass.init(this.#bytes.length, 0n, 0n, 1, 1) >>> 0;
    if (this.#table) setDialect(pass, this.#table);
    return { pass, input };
  }

  /** Hands over all that is left; the last line gets an end. Returns whether it had none. */
  async #handRest(): Promise<boolean> {
    if (this.#have === 0) return false;
    const misses = this.#bytes[this.#have - 1] !== this.#lineEnd;
    if (misses) this.#bytes[this.#have++] = this.#lineEnd;
    await this.#hand(this.#have);
    if (misses) this.#at--;
    return misses;
  }

  async #hand(cut: number): Promise<void> {
    const { pool, part } = this.from;
    const next = new Uint8Array(await pool.buffer());
    next.set(this.#bytes.subarray(cut, this.#have));
    const { buffer } = this.#bytes;
    await pool.block({ buffer, length: cut, part, byte: this.#at, records: null, table: this.#table });
    this.#at += cut;
    this.#have -= cut;
    this.#bytes = next;
  }

  /** The line in the buffer is too long: goes to its end. */
  async #skipLongLine(): Promise<void> {
    let end = -1;
    let length = 0;
    for (;;) {
      end = this.#bytes.subarray(0, this.#have).indexOf(this.#lineEnd);
      length += end < 0 ? this.#have : end;
      if (end >= 0 || this.#ended) break;
      this.#have = 0;
      await this.#fill(this.from.blockBytes);
    }
    this.from.pool.skipLine({ part: this.from.part, byte: this.#at, length });
    this.#at += length + (end < 0 ? 0 : 1);
    this.#bytes.copyWithin(0, end < 0 ? this.#have : end + 1, this.#have);
    this.#have = end < 0 ? 0 : this.#have - end - 1;
  }
}
