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
  /** Values that are texts, numbers with decimals, true or false. */
  texts: number;
  fractions: number;
  flags: number;
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
  readonly keys = new KeyList();
  readonly #texts = new TextKeys(this.keys);
  readonly #key: Buffer;
  readonly #sink: Sink;
  readonly #distinct: Distinct;
  readonly #index: number;
  readonly #rows: boolean;
  #start = 0;

  /** @param name key in the document (the last one of the path) */
  constructor(sink: Sink, name: string, distinct: Distinct = 'texts') {
    this.#sink = sink;
    this.#distinct = distinct;
    this.#key = Buffer.from(`${JSON.stringify(name)}:`, 'utf8');
    this.#rows = sink.form.rows;
    this.#index = sink.columns++;
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
    this.#sink.copy(this.#rows ? unescaped(bytes) : bytes);
    this.close(fresh);
  }

  /** Begins a text that the caller writes piece by piece into the sink. */
  open(): void {
    this.#begin();
    if (!this.#rows) this.#sink.byte(34);
    this.#start = this.#sink.at;
  }

  /** Ends the text that {@link open} began. @param fresh false where another document holds the same text as well */
  close(fresh = true): void {
    this.texts++;
    this.#count(fresh);
    if (this.#rows) quoteCell(this.#sink, this.#start);
    else this.#sink.byte(34);
  }

  /** See {@link Sink.number}. */
  number(value: number, decimals = 0): void {
    this.#begin();
    this.#start = this.#sink.at;
    this.#sink.number(value, decimals);
    if (decimals > 0) this.fractions++;
    if (this.#distinct !== 'numbers') return this.#count(true);
    this.filled++;
    this.keys.addNumber(value);
  }

  flag(value: boolean): void {
    this.#begin();
    this.#start = this.#sink.at;
    this.#sink.copy(value ? TRUE : FALSE);
    this.flags++;
    this.#count(true);
  }

  null(): void {
    this.#begin();
    if (!this.#rows) this.#sink.copy(NULL);
  }

  #begin(): void {
    const sink = this.#sink;
    this.present++;
    this.values++;
    if (this.#rows) {
      for (; sink.cells < this.#index; sink.cells++) sink.byte(44);
      return;
    }
    if (sink.bytes[sink.at - 1] !== 123) sink.byte(44);
    sink.copy(this.#key);
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

/** Puts a cell in quotes that needs them: an empty text, told from no text, and what holds quotes, commas or line ends. */
function quoteCell(sink: Sink, start: number): void {
  const { bytes, at } = sink;
  let quoted = at === start;
  for (let i = start; i < at && !quoted; i++) {
    const byte = bytes[i];
    quoted = byte === 34 || byte === 44 || byte === 10 || byte === 13;
  }
  if (!quoted) return;
  const cell = bytes.toString('utf8', start, at);
  sink.at = start;
  sink.copy(Buffer.from(`"${cell.replaceAll('"', '""')}"`, 'utf8'));
}

const plain = new WeakMap<Uint8Array, Uint8Array>();

/** What a text's JSON form says. */
function unescaped(json: Uint8Array): Uint8Array {
  if (!json.includes(92)) return json;
  let text = plain.get(json);
  if (!text) {
    text = Buffer.from(JSON.parse(`"${Buffer.from(json).toString('utf8')}"`) as string, 'utf8');
    plain.set(json, text);
  }
  return text;
}
