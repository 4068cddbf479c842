import type { CsvTable } from '../../csv/csv-dialect';
import { setDialect } from '../wasm/csv-table';
import { MAX_LINE_BYTES } from './line-splitter';
import { startPass, type PassModule } from '../wasm/load-pass';
import type { PassExports } from '../wasm/pass-exports';

const CARRIAGE_RETURN = 13;

/** Tells where in a piece of delimiter-separated text records end. */
export class CsvCutter {
  /** The byte that ends a record. */
  readonly lineEnd: number;
  readonly #quote: number;
  #pass: { pass: PassExports; input: number } | null = null;

  constructor(
    private readonly table: CsvTable,
    private readonly capacity: number,
    private readonly module: PassModule,
  ) {
    this.lineEnd = table.dialect.lineEnd.charCodeAt(0);
    this.#quote = table.dialect.quote?.charCodeAt(0) ?? -1;
  }

  /** Up to where `bytes`, which begin with a record, are whole records; never just behind a blank line, if it can be helped. */
  cut(bytes: Uint8Array): number {
    const end = this.#recordsEnd(bytes);
    let cut = end;
    for (
      let before = this.#beforeBlankLine(bytes, cut);
      before >= 0;
      before = this.#beforeBlankLine(bytes, cut)
    )
      cut = before;
    return cut === 0 ? end : cut;
  }

  /** Where no quote stands, lines are records. */
  #recordsEnd(bytes: Uint8Array): number {
    if (this.#quote < 0 || !bytes.includes(this.#quote)) return bytes.lastIndexOf(this.lineEnd) + 1;
    const { pass, input } = (this.#pass ??= this.#start());
    new Uint8Array(pass.memory.buffer, input, bytes.length).set(bytes);
    return pass.cutRecords(bytes.length, MAX_LINE_BYTES);
  }

  #start(): { pass: PassExports; input: number } {
    const pass = startPass(this.module);
    const input = pass.init(this.capacity, 0n, 0n, 1, 1) >>> 0;
    setDialect(pass, this.table);
    return { pass, input };
  }

  /** Where the blank line begins that ends at `at`; -1 where there is none. */
  #beforeBlankLine(bytes: Uint8Array, at: number): number {
    const line = bytes[at - 2] === CARRIAGE_RETURN && this.lineEnd !== CARRIAGE_RETURN ? at - 2 : at - 1;
    return line > 0 && bytes[line - 1] === this.lineEnd ? line : -1;
  }
}
