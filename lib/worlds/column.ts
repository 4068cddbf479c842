import { DistinctTexts } from './distinct-texts';
import type { Sink } from './sink';

const NULL = Buffer.from('null');
const TRUE = Buffer.from('true');
const FALSE = Buffer.from('false');

/** One path of one kind of document: writes its key and value and counts what it wrote, as the inventory counts. */
export class Column {
  present = 0;
  filled = 0;
  values = 0;
  readonly #distinct = new DistinctTexts();
  readonly #key: Buffer;
  readonly #sink: Sink;
  #start = 0;

  /** @param name key in the document (the last one of the path) */
  constructor(sink: Sink, name: string) {
    this.#sink = sink;
    this.#key = Buffer.from(`${JSON.stringify(name)}:`, 'utf8');
  }

  /** Different filled texts so far. */
  get distinct(): number {
    return this.#distinct.count;
  }

  /** A text that needs no escape. */
  text(text: string): void {
    this.open();
    this.#sink.ascii(text);
    this.close();
  }

  /** A text in its JSON form, without the quotes. */
  escaped(bytes: Uint8Array): void {
    this.open();
    this.#sink.copy(bytes);
    this.close();
  }

  /** Begins a text that the caller writes piece by piece into the sink. */
  open(): void {
    this.#begin();
    this.#sink.byte(34);
    this.#start = this.#sink.at;
  }

  /** Ends the text that {@link open} began. */
  close(): void {
    this.#count();
    this.#sink.byte(34);
  }

  /** See {@link Sink.number}. */
  number(value: number, decimals = 0): void {
    this.#begin();
    this.#start = this.#sink.at;
    this.#sink.number(value, decimals);
    this.#count();
  }

  flag(value: boolean): void {
    this.#begin();
    this.#start = this.#sink.at;
    this.#sink.copy(value ? TRUE : FALSE);
    this.#count();
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

  #count(): void {
    const { bytes, at } = this.#sink;
    let solid = this.#start;
    while (solid < at && bytes[solid] === 32) solid++;
    if (solid === at) return;
    this.filled++;
    this.#distinct.add(bytes, this.#start, at);
  }
}
