import { isUtf8 } from 'node:buffer';
import type { CsvTable } from '../csv/csv-dialect';
import { enterTable } from './csv-table';
import type { BlockMessage } from './messages';
import type { PassExports } from './pass-exports';

/** Reads blocks of delimiter-separated text in a worker, table after table. */
export class CsvBlocks {
  #table = '';

  constructor(private readonly pass: PassExports) {}

  /** Makes the block's table the one that is read; returns the lines of the block, which lies in the pass. */
  begin(message: BlockMessage, table: CsvTable): number {
    const name = `${message.part}/${table.bodyAt}`;
    if (name !== this.#table) enterTable(this.pass, table);
    this.#table = name;
    return this.pass.countLineEnds(message.length);
  }

  /** Reads the block; returns how many records were accepted. */
  read(bytes: Uint8Array): number {
    return this.pass.parseCsv(bytes.length, isUtf8(bytes));
  }

  /** What was met in the block that is no record, and what was noticed. */
  noticed(bytes: Uint8Array): { skipped: number; warnings: Record<string, number> } {
    const comments = this.pass.commentCount();
    const headers = this.pass.repeatedHeaderCount();
    return {
      skipped: comments + headers,
      warnings: {
        STRAY_QUOTE: this.pass.strayQuoteCount(),
        HEADER_REPEATED: headers,
        LINES_SKIPPED: comments,
        NUL_BYTES: countNuls(bytes),
      },
    };
  }
}

function countNuls(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count++;
  return count;
}
