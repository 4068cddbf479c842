/** Room kept for what one document adds at most; no document of a world is longer. */
const ROOM = 1 << 14;
/** Bytes of the first buffer. */
const FIRST = 1 << 16;
const HEX = Buffer.from('0123456789abcdef', 'latin1');
const DIGITS = Buffer.alloc(24);
const POINT = 46;
/** Numbers are written in two halves, the lower of so many digits. */
const HALF_DIGITS = 9;
const HALF = 10 ** HALF_DIGITS;

/** Text of one kind of document in the making, in one buffer that grows; knows its lines and whose documents they are. */
export class DocumentBuffer {
  bytes: Buffer<ArrayBuffer> = Buffer.from(new ArrayBuffer(FIRST));
  /** Where the next byte goes in {@link bytes}. */
  at = 0;
  /** Lines ended since text was taken. */
  lines = 0;
  /** Documents ended since text was taken. */
  ended = 0;
  /** Cells written of the present row, where documents are rows. */
  cells = 0;
  /** Columns of a row. */
  columns = 0;
  /** Number of the person whose documents are written. */
  person = 0;
  /** How many of that person's documents are written. */
  documents = 0;

  /** What follows are documents of this person. */
  startPerson(person: number): void {
    this.person = person;
    this.documents = 0;
  }

  /** A document is written, its line ended. */
  endDocument(): void {
    this.documents++;
    this.ended++;
    if (this.at > this.bytes.length - ROOM) this.#grow();
  }

  /** One byte. */
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

  /** Bytes as they are. */
  copy(from: Uint8Array): void {
    const bytes = this.bytes;
    let at = this.at;
    for (let i = 0; i < from.length; i++) bytes[at++] = from[i] ?? 0;
    this.at = at;
  }

  /** The lowest `digits` hex digits of a 32-bit word, lower case. */
  hex(word: number, digits = 8): void {
    for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4)
      this.bytes[this.at++] = HEX[(word >>> shift) & 15] ?? 0;
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
    const bytes = this.bytes;
    const high = Math.floor(value / HALF);
    const least = decimals > 0 ? decimals + 2 : 1;
    const whole = HALF_DIGITS + Number(decimals > 0);
    let count = 0;
    // Digits of 32-bit halves: dividing doubles costs several times as much.
    for (let rest = (value - high * HALF) | 0; rest > 0 || count < least || (high > 0 && count < whole);) {
      const next = (rest / 10) | 0;
      DIGITS[count++] = 48 + rest - next * 10;
      if (count === decimals) DIGITS[count++] = POINT;
      rest = next;
    }
    for (let rest = high; rest > 0;) {
      const next = Math.floor(rest / 10);
      DIGITS[count++] = 48 + rest - next * 10;
      rest = next;
    }
    let at = this.at;
    while (count > 0) bytes[at++] = DIGITS[--count] ?? 0;
    this.at = at;
  }

  /** Ends a line. */
  endLine(): void {
    this.bytes[this.at++] = 10;
    this.lines++;
  }

  /** What was written since the last call; it goes on in another buffer, in `used` if that is one of some size. */
  take(used?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    const { buffer } = this.bytes;
    const taken = new Uint8Array(buffer, 0, this.at);
    const next = used && used.byteLength >= FIRST ? used : new ArrayBuffer(buffer.byteLength);
    this.bytes = Buffer.from(next);
    this.at = 0;
    this.lines = 0;
    this.ended = 0;
    return taken;
  }

  #grow(): void {
    const larger = Buffer.from(new ArrayBuffer(this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}
