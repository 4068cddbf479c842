/** Room kept for what one document adds at most; no document of a world is longer. */
const ROOM = 1 << 14;
/** Bytes of the first buffer. */
const FIRST = 1 << 16;
const HEX = Buffer.from('0123456789abcdef', 'latin1');
const POINT = 46;
/** 0000 0001 … 9999. */
const FOURS = Buffer.from(
  Array.from({ length: 10_000 }, (_, i) => String(i).padStart(4, '0')).join(''),
  'latin1',
);

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

  /** Makes small letters between two places capital ones. */
  upper(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at] ?? 0;
      if (byte >= 97 && byte <= 122) this.bytes[at] = byte - 32;
    }
  }

  /** A whole number ≥ 0 below 2^53, with a decimal point before its last `decimals` digits. */
  number(value: number, decimals = 0): void {
    if (decimals === 0) return this.#whole(value);
    const unit = 10 ** decimals;
    const whole = Math.floor(value / unit);
    this.#whole(whole);
    this.byte(POINT);
    let rest = value - whole * unit;
    for (let place = unit / 10; place >= 1; place /= 10) {
      const digit = Math.floor(rest / place);
      this.byte(48 + digit);
      rest -= digit * place;
    }
  }

  /** Four digits at a time. */
  #whole(value: number): void {
    if (value >= 10_000) {
      const high = Math.floor(value / 10_000);
      this.#whole(high);
      this.#digits(value - high * 10_000, 0);
    } else this.#digits(value, value >= 1000 ? 0 : value >= 100 ? 1 : value >= 10 ? 2 : 3);
  }

  /** @param value below 10,000 @param skipped noughts in front that are left out */
  #digits(value: number, skipped: number): void {
    for (let i = skipped; i < 4; i++) this.bytes[this.at++] = FOURS[4 * value + i] ?? 0;
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
