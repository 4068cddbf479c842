import { PairPlace, RecordPlace } from '../wasm/shared/records';
import { ComboBlocks, type ComboRows } from './blocks/combo-blocks';
import type { CsvBlocks } from './blocks/csv-blocks';
import type { LineBases } from './line-bases';
import type { BlockMessage } from './block-message';
import type { PassExports } from '../wasm/pass-exports';

/** A block in memory: its number, its lines or records, and its rows where it is one of a list of logins. */
export interface LaidBlock {
  block: number;
  lines: number;
  combo: ComboRows | null;
}

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
  readonly #combos = new ComboBlocks();
  #laid: LaidBlock | null = null;

  constructor(
    private readonly pass: PassExports,
    private readonly csv: CsvBlocks,
    private readonly lineBases: LineBases,
  ) {}

  /** Lays the next block beside the one at work, unless it begins another table. */
  layNext(message: BlockMessage): void {
    if (!message.table || this.csv.isIn(message, message.table)) this.#lay(message);
  }

  /** Makes a block the one at work; returns what is known of it. */
  begin(message: BlockMessage): LaidBlock {
    if (message.table) this.csv.enter(message, message.table);
    const laid = this.#laid?.block === message.block ? this.#laid : this.#lay(message);
    this.#laid = null;
    this.pass.swapInputs();
    return laid;
  }

  #lay(message: BlockMessage): LaidBlock {
    const { block, buffer, length, table, isCombo } = message;
    const at = this.pass.spareStart() >>> 0;
    const bytes = new Uint8Array(buffer, 0, length);
    const spare = new Uint8Array(this.pass.memory.buffer, at, length);
    spare.set(bytes);
    const lines =
      recordCount(message) ??
      (table ? this.pass.countLineEnds(at, length) : this.pass.countLines(at, length));
    this.lineBases.publish(block, lines);
    const combo = isCombo ? this.#combos.part(bytes, spare) : null;
    return (this.#laid = { block, lines, combo });
  }
}
