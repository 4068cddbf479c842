import { LineSplitter } from './line-splitter';
import type { RecordSplitter, SplitReport, SplitterSource } from './record-splitter';

/** Splits a list of logins: blocks of whole lines, which the workers part into fields. */
export class ComboSplitter implements RecordSplitter {
  readonly #lines: LineSplitter;

  constructor(from: SplitterSource) {
    this.#lines = new LineSplitter(from, true);
  }

  /** Splits the whole part. */
  async split(): Promise<SplitReport> {
    return { ...(await this.#lines.split()), warnings: { LIST_OF_LOGINS: 1 } };
  }
}
