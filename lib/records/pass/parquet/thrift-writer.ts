const BYTE_TYPE = { i32: 5, i64: 6, binary: 8, list: 9, struct: 12 } as const;

const ASCII = /^[\0-\x7f]*$/;

/** Writes the parts of thrift's compact protocol that Parquet's metadata needs. */
export class ThriftWriter {
  #bytes = Buffer.alloc(1 << 16);
  #length = 0;
  #lastField = 0;
  readonly #outer: number[] = [];

  /** A whole number of 32 bits. */
  i32(field: number, value: number): void {
    this.#field(field, BYTE_TYPE.i32);
    this.#varint(value * 2);
  }

  /** A whole number of up to 53 bits, as one of 64. */
  i64(field: number, value: number): void {
    this.#field(field, BYTE_TYPE.i64);
    this.#varint(value * 2);
  }

  /** A text, as UTF-8. */
  text(field: number, value: string): void {
    this.#field(field, BYTE_TYPE.binary);
    this.textElement(value);
  }

  /** A list's head; `length` elements follow. */
  list(field: number, type: keyof typeof BYTE_TYPE, length: number): void {
    this.#field(field, BYTE_TYPE.list);
    if (length < 15) this.#byte((length << 4) | BYTE_TYPE[type]);
    else {
      this.#byte(0xf0 | BYTE_TYPE[type]);
      this.#varint(length);
    }
  }

  /** An element of a list of numbers. */
  i32Element(value: number): void {
    this.#varint(value * 2);
  }

  /** An element of a list of texts. */
  textElement(value: string): void {
    // Names of columns are short: one call for each costs more than its bytes.
    const length = ASCII.test(value) ? value.length : Buffer.byteLength(value);
    this.#varint(length);
    this.#reserve(length);
    if (length > value.length) this.#bytes.write(value, this.#length);
    else for (let i = 0; i < length; i++) this.#bytes[this.#length + i] = value.charCodeAt(i);
    this.#length += length;
  }

  /** A struct, as a field or as an element of a list. */
  struct(field: number | null, write: () => void): void {
    if (field !== null) this.#field(field, BYTE_TYPE.struct);
    this.#outer.push(this.#lastField);
    this.#lastField = 0;
    write();
    this.#byte(0);
    this.#lastField = this.#outer.pop() ?? 0;
  }

  /** Ends the outermost struct and gives its bytes. */
  finish(): Buffer {
    this.#byte(0);
    return this.#bytes.subarray(0, this.#length);
  }

  #field(field: number, type: number): void {
    const step = field - this.#lastField;
    if (step > 0 && step < 16) this.#byte((step << 4) | type);
    else {
      this.#byte(type);
      this.#varint(field * 2);
    }
    this.#lastField = field;
  }

  #varint(value: number): void {
    this.#reserve(10);
    while (value >= 128) {
      this.#bytes[this.#length++] = (value & 127) | 128;
      value = Math.floor(value / 128);
    }
    this.#bytes[this.#length++] = value;
  }

  #byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#length + count));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
