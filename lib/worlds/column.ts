import { KeyList } from './key-list';
import type { Sink } from './sink';
import { TextKeys } from './text-keys';

const NULL = Buffer.from('null');
const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');

/**
 * How a column's different values are counted. `texts`: by what was written. `numbers`: by value, for columns that hold
 * whole numbers or numbers of one count of decimals only. `each`: every value is a new one by construction, unless
 * {@link Column.close} is told that it stands elsewhere already; costs nothing.
 */
export type Distinct = 'texts' | 'numbers' | 'each';

/** What the inventory counts at one path; `each` is the number of different values where they are known as such. */
export interface ColumnCounts {
  present: number;
  filled: number;
  values: number;
  each: number;
}

/** One path of one kind of document: writes its key and value and counts what it wrote, as the inventory counts. */
export class Column implements ColumnCounts {
  present = 0;
  filled = 0;
  values = 0;
  each = 0;
  /** Keys of the values that {@link each} does not count. */
  readonly keys = new KeyList();
  readonly #texts = new TextKeys(this.keys);
  readonly #key: Buffer;
  readonly #sink: Sink;
  readonly #distinct: Distinct;
  #start = 0;

  /** @param name key in the document (the last one of the path) */
  constructor(sink: Sink, name: string, distinct: Distinct = 'texts') {
    this.#sink = sink;
    this.#distinct = distinct;
    this.#key = Buffer.from(`${JSON.stringify(name)}:`, 'utf8');
  }

  /** A text that needs no escape. */
  text(text: string): void {
    this.open();
    this.#sink.ascii(text);
    this.close();
  }

  /** A text in its JSON form, without the quotes; `fresh` as in {@link close}. */
  bytes(bytes: Uint8Array, fresh = true): void {
    this.open();
    this.#sink.copy(bytes);
    this.close(fresh);
  }

  /** Begins a text that the caller writes piece by piece into the sink. */
  open(): void {
    this.#begin();
    this.#sink.byte(34);
    this.#start = this.#sink.at;
  }

  /** Ends the text that {@link open} began. @param fresh false where another document holds the same text as well */
  close(fresh = true): void {
    this.#count(fresh);
    this.#sink.byte(34);
  }

  /** See {@link Sink.number}. */
  number(value: number, decimals = 0): void {
    this.#begin();
    this.#start = this.#sink.at;
    this.#sink.number(value, decimals);
    if (this.#distinct !== 'numbers') return this.#count(true);
    this.filled++;
    this.keys.addNumber(value);
  }

  flag(value: boolean): void {
    this.#begin();
    this.#start = this.#sink.at;
    this.#sink.copy(value ? TRUE : FALSE);
    this.#count(true);
  }

  null(): void {
    this.#begin();
    this.#sink.copy(NULL);
  }

  #begin(): void {
    const sink = this.#sink;
    if (sink.bytes[sink.at - 1] !== 123) sink.byte(44);
    sink.copy(this.#key);
    this.present++;
    this.values++;
  }

  #count(fresh: boolean): void {
    const { bytes, at } = this.#sink;
    let solid = this.#start;
    while (solid < at && bytes[solid] === 32) solid++;
    if (solid === at) return;
    this.filled++;
    if (!fresh) return;
    if (this.#distinct === 'each') this.each++;
    else this.#texts.add(bytes, this.#start, at);
  }
}
