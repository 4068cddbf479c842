import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

const SIZE = 1 << 20;
/** Room kept for one line: no line of a world is longer. */
const LINE = 1 << 14;
const HEX = Buffer.from('0123456789abcdef', 'latin1');
const DIGITS = Buffer.alloc(24);

/** One output file, written through one large buffer; knows its line, its byte and its hash. */
export class Sink {
  readonly bytes = Buffer.allocUnsafeSlow(SIZE);
  /** Where the next byte goes in {@link bytes}. */
  at = 0;
  /** Lines ended so far. */
  lines = 0;
  #flushed = 0;
  readonly #file: number;
  readonly #hash = createHash('sha256');

  /** Creates the file; it must not exist. */
  constructor(path: string) {
    this.#file = openSync(path, 'wx', 0o600);
  }

  /** Byte of the file at which the next byte goes, from 0. */
  get offset(): number {
    return this.#flushed + this.at;
  }

  byte(value: number): void {
    this.bytes[this.at++] = value;
  }

  /** Text of code units below 128. */
  ascii(text: string): void {
    const bytes = this.bytes;
    let at = this.at;
    for (let i = 0; i < text.length; i++) bytes[at++] = text.charCodeAt(i);
    this.at = at;
  }

  copy(from: Uint8Array): void {
    const bytes = this.bytes;
    let at = this.at;
    for (let i = 0; i < from.length; i++) bytes[at++] = from[i] as number;
    this.at = at;
  }

  /** The lowest `digits` hex digits of a 32-bit word, lower case. */
  hex(word: number, digits = 8): void {
    for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4)
      this.bytes[this.at++] = HEX[(word >>> shift) & 15] as number;
  }

  /** As {@link hex}, upper case. */
  hexUpper(word: number, digits: number): void {
    for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      const digit = (word >>> shift) & 15;
      this.bytes[this.at++] = digit < 10 ? 48 + digit : 55 + digit;
    }
  }

  /** A whole number ≥ 0 below 2^53, with a decimal point before its last `decimals` digits. */
  number(value: number, decimals = 0): void {
    let count = 0;
    let rest = value;
    do {
      const next = Math.floor(rest / 10);
      DIGITS[count++] = 48 + (rest - next * 10);
      if (count === decimals) DIGITS[count++] = 46;
      rest = next;
    } while (rest > 0 || count < decimals + 2 * Number(decimals > 0));
    while (count > 0) this.bytes[this.at++] = DIGITS[--count] as number;
  }

  endLine(): void {
    this.bytes[this.at++] = 10;
    this.lines++;
    if (this.at > SIZE - LINE) this.#flush();
  }

  /** Writes what is left and gives the hex SHA-256 of the whole file. */
  finish(): string {
    this.#flush();
    this.close();
    return this.#hash.digest('hex');
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    for (let from = 0; from < this.at;) from += writeSync(this.#file, this.bytes, from, this.at - from);
    this.#hash.update(this.bytes.subarray(0, this.at));
    this.#flushed += this.at;
    this.at = 0;
  }
}
