import { blankMark } from '../../text/blank-mark';
import type { SplitReport, RecordSplitter, SplitterSource } from './record-splitter';

/** Longest line that is read, in bytes. */
export const MAX_LINE_BYTES = 16 << 20;
const NEWLINE = 10;

/** Splits NDJSON, or another text of lines: blocks of whole lines. Lines over the limit are skipped. */
export class LineSplitter implements RecordSplitter {
  #bytes = new Uint8Array(0);
  #have = 0;
  #ended = false;
  #at = 0;

  /** @param isCombo whether the lines are those of a list of logins */
  constructor(
    private readonly from: SplitterSource,
    private readonly isCombo = false,
  ) {}

  /** Splits the whole part. */
  async split(): Promise<SplitReport> {
    const report: SplitReport = { textBytes: 0, hasByteOrderMark: false, missesNewline: false };
    this.#bytes = new Uint8Array(await this.from.pool.buffer());
    while (!this.#ended) {
      while (this.#have < this.from.blockBytes && !this.#ended)
        await this.#read(this.from.blockBytes - this.#have);
      if (this.#at === 0) report.hasByteOrderMark ||= blankMark(this.#bytes.subarray(0, this.#have));
      if (!this.#ended && this.#newline() < 0 && !(await this.#readLongLine())) continue;
      if (this.#ended && this.#have > 0 && this.#bytes[this.#have - 1] !== NEWLINE)
        report.missesNewline = true;
      await this.#hand(report.missesNewline);
    }
    this.from.pool.giveBack(this.#bytes.buffer);
    report.textBytes = this.#at;
    return report;
  }

  async #read(most: number): Promise<void> {
    const count = await this.from.read(this.#bytes.subarray(this.#have, this.#have + most));
    this.#have += count;
    this.#ended = count === 0;
  }

  #newline(from = 0): number {
    return this.#bytes.subarray(0, this.#have).indexOf(NEWLINE, from);
  }

  /** Reads on until the one line in the buffer ends; false if it was too long and is gone. */
  async #readLongLine(): Promise<boolean> {
    let end = -1;
    while (end < 0 && !this.#ended && this.#have <= MAX_LINE_BYTES) {
      const from = this.#have;
      await this.#read(this.from.blockBytes);
      end = this.#newline(from);
    }
    if ((end < 0 ? this.#have : end) <= MAX_LINE_BYTES) return true;
    let length = end < 0 ? this.#have : end;
    while (end < 0 && !this.#ended) {
      this.#have = 0;
      await this.#read(this.from.blockBytes);
      end = this.#newline();
      length += end < 0 ? this.#have : end;
    }
    this.from.pool.skipLine({ part: this.from.part, byte: this.#at, length, code: 'LINE_TOO_LONG' });
    this.#at += length + (end < 0 ? 0 : 1);
    this.#bytes.copyWithin(0, end < 0 ? this.#have : end + 1, this.#have);
    this.#have = end < 0 ? 0 : this.#have - end - 1;
    return false;
  }

  /** Hands over the whole lines of the buffer; at the end of the part everything. */
  async #hand(addNewline: boolean): Promise<void> {
    if (addNewline) this.#bytes[this.#have++] = NEWLINE;
    const cut = this.#bytes.subarray(0, this.#have).lastIndexOf(NEWLINE) + 1;
    if (cut === 0) return;
    const next = new Uint8Array(await this.from.pool.buffer());
    next.set(this.#bytes.subarray(cut, this.#have));
    await this.from.pool.block({
      buffer: this.#bytes.buffer,
      length: cut,
      part: this.from.part,
      byte: this.#at,
      records: null,
      isCombo: this.isCombo,
      wrapping: this.from.envelope === 'elasticdump' ? 'hits' : 'none',
    });
    this.#at += cut - (addNewline ? 1 : 0);
    this.#have -= cut;
    this.#bytes = next;
  }
}
