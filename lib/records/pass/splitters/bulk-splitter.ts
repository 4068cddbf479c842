import { RefusedLook } from '../refused/refused-look';
import { NOWHERE, PairPlace } from '../wasm/shared/records';
import { blankMark } from '../../text/blank-mark';
import type { SplitReport, RecordSplitter, SplitterSource } from './record-splitter';
import { MAX_LINE_BYTES } from './line-splitter';

const NEWLINE = 10;
const BLANK = 32;
/** How an action begins. */
const ACTION = /^[ \t\r]*\{[ \t\r]*"(index|create|update|delete)"/;
const ACTION_BYTES = 64;

interface Line {
  begin: number;
  end: number;
  line: number;
}

/** Splits a bulk request: an action a line, and behind all but deletions its document. Documents over the limit are skipped. */
export class BulkSplitter implements RecordSplitter {
  #bytes = new Uint8Array(0);
  #have = 0;
  #ended = false;
  #at = 0;
  /** The first line that was not looked at yet, and line breaks before it. */
  #next = 0;
  #line = 0;
  #action: Line | null = null;
  #pairs: number[] = [];
  #blank = 0;
  readonly #refused = new RefusedLook();

  constructor(private readonly from: SplitterSource) {}

  /** Splits the whole part. */
  async split(): Promise<SplitReport> {
    const report: SplitReport = { textBytes: 0, hasByteOrderMark: false, missesNewline: false };
    this.#bytes = new Uint8Array(await this.from.pool.buffer());
    while (!this.#ended) {
      await this.#read();
      if (this.#at === 0 && this.#next === 0)
        report.hasByteOrderMark ||= blankMark(this.#bytes.subarray(0, this.#have));
      if (
        this.#ended &&
        this.#have > 0 &&
        this.#bytes[this.#have - 1] !== NEWLINE &&
        this.#next < this.#have
      ) {
        report.missesNewline = true;
        this.#bytes[this.#have++] = NEWLINE;
      }
      this.#takeLines();
      if (this.#ended && this.#action) this.#pair(this.#action, null);
      await this.#hand();
      if (!this.#ended && this.#have > MAX_LINE_BYTES) await this.#skipLine();
    }
    this.from.pool.giveBack(this.#bytes.buffer);
    report.textBytes = this.#at + this.#have - (report.missesNewline ? 1 : 0);
    report.lines = this.#line;
    report.blank = this.#blank;
    report.refused = this.#refused.report;
    report.warnings = this.#refused.report.open;
    return report;
  }

  async #read(): Promise<void> {
    const most = this.#have + this.from.blockBytes;
    do {
      const count = await this.from.read(this.#bytes.subarray(this.#have, most));
      this.#have += count;
      this.#ended = count === 0;
    } while (!this.#ended && this.#have < most);
  }

  /** Looks at each whole line: an action, its document, or a document without one. */
  #takeLines(): void {
    const bytes = this.#bytes.subarray(0, this.#have);
    for (let end = bytes.indexOf(NEWLINE, this.#next); end >= 0; end = bytes.indexOf(NEWLINE, this.#next)) {
      const begin = this.#next;
      const line = { begin, end, line: this.#line++ };
      this.#next = end + 1;
      if (end - begin > MAX_LINE_BYTES) this.#tooLong(line);
      else if (this.#isBlank(begin, end)) this.#blank++;
      else if (this.#action) this.#pair(this.#action, line);
      else {
        const action = this.#actionAt(begin, end);
        if (action === null) this.#pair({ begin, end: begin, line: line.line }, line);
        else if (action === 'delete') this.#pair(line, null);
        else this.#action = line;
        if (action === 'update') this.#refused.lost('UPDATES_UNAPPLIED');
      }
    }
  }

  #tooLong({ begin, end, line }: Line): void {
    if (this.#action) this.#pair(this.#action, null, true);
    this.from.pool.skipLine({
      part: this.from.part,
      line: line + 1,
      byte: this.#at + begin,
      length: end - begin,
    });
  }

  #isBlank(begin: number, end: number): boolean {
    for (let i = begin; i < end; i++) {
      const byte = this.#bytes[i];
      if (byte !== BLANK && byte !== 9 && byte !== 13) return false;
    }
    return true;
  }

  #actionAt(begin: number, end: number): string | null {
    const opening = Buffer.from(this.#bytes.buffer, begin, Math.min(end - begin, ACTION_BYTES));
    return ACTION.exec(opening.toString('latin1'))?.[1] ?? null;
  }

  #pair(action: Line, document: Line | null, isSkipped = false): void {
    const { begin, end, line } = document ?? { begin: NOWHERE, end: isSkipped ? 1 : 0, line: action.line };
    this.#pairs.push(action.begin, action.end, action.line, begin, end, line);
    this.#action = null;
  }

  /** Hands over the pairs that are whole; what is behind them stays. */
  async #hand(): Promise<void> {
    const { pool, part } = this.from;
    const done = this.#action?.begin ?? this.#next;
    const pairs = Uint32Array.from(this.#pairs);
    this.#pairs = [];
    const next = pairs.length > 0 ? new Uint8Array(await pool.buffer()) : this.#bytes;
    if (pairs.length > 0) next.set(this.#bytes.subarray(done, this.#have));
    else next.copyWithin(0, done, this.#have);
    if (pairs.length > 0) {
      const line = pairs[PairPlace.actionLine] ?? 0;
      for (let at = 0; at < pairs.length; at += PairPlace.FIELDS)
        for (const field of [PairPlace.actionLine, PairPlace.line])
          pairs[at + field] = (pairs[at + field] ?? 0) - line;
      const records = { places: pairs, line: line + 1 };
      const { buffer } = this.#bytes;
      await pool.block({
        buffer,
        length: done,
        part,
        byte: this.#at,
        records,
        table: null,
        wrapping: 'actions',
      });
    }
    this.#bytes = next;
    this.#at += done;
    this.#have -= done;
    this.#next -= done;
    if (this.#action) this.#action = { ...this.#action, begin: 0, end: this.#action.end - done };
  }

  /** The line at work is too long: goes to its end. Its action is read all the same. */
  async #skipLine(): Promise<void> {
    const { pool, part } = this.from;
    const byte = this.#at + this.#next;
    if (this.#action) {
      const rest = this.#bytes.slice(this.#next, this.#have);
      this.#pair(this.#action, null, true);
      this.#have = this.#next;
      await this.#hand();
      this.#bytes.set(rest);
      this.#have = rest.length;
    }
    let end = -1;
    while (end < 0 && !this.#ended) {
      this.#at += this.#have;
      this.#have = 0;
      await this.#read();
      end = this.#bytes.subarray(0, this.#have).indexOf(NEWLINE);
    }
    const length = this.#at + (end < 0 ? this.#have : end) - byte;
    pool.skipLine({ part, line: ++this.#line, byte, length });
    const rest = end < 0 ? this.#have : end + 1;
    this.#bytes.copyWithin(0, rest, this.#have);
    this.#at += rest;
    this.#have -= rest;
    this.#next = 0;
  }
}
