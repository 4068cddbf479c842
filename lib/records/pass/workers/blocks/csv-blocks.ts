import { isUtf8 } from 'node:buffer';
import type { CsvTable } from '../../../csv/csv-dialect';
import { nextTable } from '../../../csv/next-table';
import { countNuls } from '../../../text/count-nuls';
import { enterTable } from '../../wasm/csv-table';
import type { BlockMessage } from '../block-message';
import type { PassExports } from '../../wasm/pass-exports';

/** Text that is looked at where another table may begin. */
const SAMPLE_BYTES = 8192;

/** Reads blocks of delimiter-separated text in a worker, table after table. */
export class CsvBlocks {
  #table = '';

  constructor(private readonly pass: PassExports) {}

  /** Whether a block's table is the one that is read. */
  isIn({ part }: BlockMessage, { bodyAt }: CsvTable): boolean {
    return `${part}/${bodyAt}` === this.#table;
  }

  /** Makes a block's table the one that is read. */
  enter(message: BlockMessage, table: CsvTable): void {
    if (!this.isIn(message, table)) enterTable(this.pass, table);
    this.#table = `${message.part}/${table.bodyAt}`;
  }

  /** Reads the block; returns how many records were accepted. */
  read(bytes: Uint8Array): number {
    return this.pass.parseCsv(bytes.length, isUtf8(bytes));
  }

  /** Bytes of the part at which another table begins; or may, where the block ends too early to tell. */
  starts(bytes: Uint8Array, { byte, ends }: BlockMessage, table: CsvTable): number[] {
    const count = this.pass.tableStartCount();
    const places = new Uint32Array(this.pass.memory.buffer, this.pass.tableStarts() >>> 0, count);
    return [...places]
      .filter((at) => {
        const sample = Buffer.from(bytes.subarray(at, at + SAMPLE_BYTES)).toString('latin1');
        const whole = sample.slice(0, sample.lastIndexOf(table.dialect.lineEnd) + 1);
        return (
          whole !== '' && nextTable(whole, table, ends === true || at + SAMPLE_BYTES <= bytes.length) !== null
        );
      })
      .map((at) => byte + at);
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
