import { PairPlace, RecordPlace } from '../wasm/shared/records';
import type { CsvBlocks } from './csv-blocks';
import type { LineBases } from './line-bases';
import type { BlockMessage } from './block-message';
import type { PassExports } from '../wasm/pass-exports';

/** Records of a block whose places the splitter has told; null where its lines are its records. */
export function recordCount({ records, rows, wrapping }: BlockMessage): number | null {
  if (rows) return rows.count;
  const fields = wrapping === 'actions' ? PairPlace.FIELDS : RecordPlace.FIELDS;
  return records && records.places.length / fields;
}

/**
 * The blocks in a worker's memory: the one at work and the next. Lines of the next are published before the columns of the
 * one at work are made, so that no other worker waits for them.
 */
export class WorkerInput {
  #laid: { block: number; lines: number } | null = null;

  constructor(
    private readonly pass: PassExports,
    private readonly csv: CsvBlocks,
    private readonly lineBases: LineBases,
  ) {}

  /** Lays the next block beside the one at work, unless it begins another table. */
  layNext(message: BlockMessage): void {
    if (!message.table || this.csv.isIn(message, message.table)) this.#lay(message);
  }

  /** Makes a block the one at work; returns its lines or records. */
  begin(message: BlockMessage): number {
    if (message.table) this.csv.enter(message, message.table);
    const laid = this.#laid?.block === message.block ? this.#laid : this.#lay(message);
    this.#laid = null;
    this.pass.swapInputs();
    return laid.lines;
  }

  #lay(message: BlockMessage): { block: number; lines: number } {
    const { block, buffer, length, table } = message;
    const at = this.pass.spareStart() >>> 0;
    new Uint8Array(this.pass.memory.buffer, at, length).set(new Uint8Array(buffer, 0, length));
    const lines =
      recordCount(message) ??
      (table ? this.pass.countLineEnds(at, length) : this.pass.countLines(at, length));
    this.lineBases.publish(block, lines);
    return (this.#laid = { block, lines });
  }
}
