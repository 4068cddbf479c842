import { NumberKeys } from '../distinct/number-keys';
import { TextKeys } from '../distinct/text-keys';
import type { Cell } from './cell';
import { quotedCell, unescapedCell } from './cell';
import type { DocumentBuffer } from './document-buffer';

const NULL = Buffer.from('null');

/**
 * How a column's different values are counted. `texts`: by what was written. `numbers`: by value, for columns that hold
 * whole numbers only. `each`: every value is a new one by construction, unless {@link Column.close} is told that it stands
 * elsewhere already; costs nothing. Cells are counted by their number, whatever this says.
 */
export type Distinct = 'texts' | 'numbers' | 'each';

/** What the inventory counts at one path; `each` is the number of different values where they are known as such. */
export interface ColumnCounts {
  present: number;
  filled: number;
  values: number;
  each: number;
  /** Values that are texts, numbers with decimals, true or false. */
  texts: number;
  fractions: number;
  flags: number;
}

/** What a column is made for. */
interface ColumnOptions {
  /** Documents are rows. */
  rows: boolean;
  distinct: Distinct;
  /** A value of the same object stands before it in every document. */
  follows: boolean;
}

/** One path of one kind of document: writes its key and value and counts what it wrote, as the inventory counts. */
export class Column implements ColumnCounts {
  present = 0;
  filled = 0;
  values = 0;
  each = 0;
  texts = 0;
  fractions = 0;
  flags = 0;
  /** Keys of the values that {@link each} does not count. */
  readonly keys = new NumberKeys();
  readonly #texts = new TextKeys(this.keys);
  readonly #key: Buffer;
  readonly #follows: boolean;
  readonly #buffer: DocumentBuffer;
  readonly #distinct: Distinct;
  readonly #index: number;
  readonly #rows: boolean;
  /** By number of a cell: 1 where it was listed. */
  #listed = new Uint8Array(8);
  #start = 0;

  /** @param name key in the document (the last one of the path) */
  constructor(buffer: DocumentBuffer, name: string, { rows, distinct, follows }: ColumnOptions) {
    this.#buffer = buffer;
    this.#distinct = distinct;
    this.#follows = follows;
    this.#key = Buffer.from(`${follows ? ',' : ''}${JSON.stringify(name)}:`, 'utf8');
    this.#rows = rows;
    this.#index = buffer.columns++;
  }

  /** A text that needs no escape. */
  text(text: string): void {
    this.open();
    this.#buffer.ascii(text);
    this.close();
  }

  /** A text in its JSON form, without the quotes; `fresh` as in {@link close}. */
  bytes(bytes: Uint8Array, fresh = true): void {
    this.open();
    this.#buffer.copy(this.#rows ? unescapedCell(bytes) : bytes);
    this.close(fresh);
  }

  /** Begins a text that the caller writes piece by piece into the buffer. */
  open(): void {
    this.#begin();
    if (!this.#rows) this.#buffer.byte(34);
    this.#start = this.#buffer.at;
  }

  /**
   * Ends the text that {@link open} began.
   *
   * @param fresh false where another document holds the same text as well
   * @param alone no other document can hold it but for that one
   */
  close(fresh = true, alone = this.#distinct === 'each'): void {
    this.texts++;
    this.#count(fresh, alone);
    if (this.#rows) this.#quote();
    else this.#buffer.byte(34);
  }

  /** A whole number ≥ 0 below 2^53, with a decimal point before its last `decimals` digits. */
  number(value: number, decimals = 0): void {
    this.#begin();
    this.#start = this.#buffer.at;
    this.#buffer.number(value, decimals);
    if (decimals > 0) this.fractions++;
    if (this.#distinct !== 'numbers') return this.#count(true, this.#distinct === 'each');
    this.filled++;
    this.keys.addNumber(value);
  }

  /** A value that was written beforehand. */
  cell({ json, row, sort, number }: Cell): void {
    this.#begin();
    this.#buffer.copy(this.#rows ? row : json);
    if (sort === 'texts') this.texts++;
    else if (sort === 'fractions') this.fractions++;
    else if (sort === 'flags') this.flags++;
    this.filled++;
    if (number >= this.#listed.length) {
      const more = new Uint8Array(2 * number);
      more.set(this.#listed);
      this.#listed = more;
    }
    if (this.#listed[number] === 1) return;
    this.#listed[number] = 1;
    this.keys.addNumber(number);
  }

  /** No value. */
  null(): void {
    this.#begin();
    if (!this.#rows) this.#buffer.copy(NULL);
  }

  #begin(): void {
    const buffer = this.#buffer;
    this.present++;
    this.values++;
    if (this.#rows) {
      for (; buffer.cells < this.#index; buffer.cells++) buffer.byte(44);
      return;
    }
    if (!this.#follows && buffer.bytes[buffer.at - 1] !== 123) buffer.byte(44);
    buffer.copy(this.#key);
  }

  #count(fresh: boolean, alone: boolean): void {
    const { bytes, at } = this.#buffer;
    let solid = this.#start;
    while (solid < at && bytes[solid] === 32) solid++;
    if (solid === at) return;
    this.filled++;
    if (!fresh) return;
    if (alone) this.each++;
    else this.#texts.add(bytes, this.#start, at);
  }

  #quote(): void {
    const buffer = this.#buffer;
    const quoted = quotedCell(buffer.bytes, this.#start, buffer.at);
    if (!quoted) return;
    buffer.at = this.#start;
    buffer.copy(quoted);
  }
}
