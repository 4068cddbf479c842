import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createHash } from 'node:crypto';

const PIECE_BYTES = 1 << 20;

/** The stored bytes of one file, read at any offset; each byte is hashed once, in order. */
export class RawPart {
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  #hashed = 0;
  #open = true;
  /** Size when it was opened, in bytes. */
  readonly bytes: number;

  constructor(path: string) {
    this.#fd = openSync(path, 'r');
    this.bytes = fstatSync(this.#fd).size;
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#hashed;
  }

  /** Reads into `view` from offset `at`; returns how many bytes, 0 at the end. */
  readAt(at: number, view: Uint8Array): number {
    const count = readSync(this.#fd, view, 0, view.length, at);
    const fresh = at + count - this.#hashed;
    // What was read ahead of the rest is read again by `finish`.
    if (fresh > 0 && fresh <= count) {
      this.#hash.update(view.subarray(count - fresh, count));
      this.#hashed += fresh;
    }
    return count;
  }

  /** Reads what is left, closes the file and returns the hex SHA-256 of all of it. */
  finish(): string {
    const rest = new Uint8Array(PIECE_BYTES);
    while (this.readAt(this.#hashed, rest) > 0);
    this.close();
    return this.#hash.digest('hex');
  }

  /** Closes the file; a second call does nothing. */
  close(): void {
    if (this.#open) closeSync(this.#fd);
    this.#open = false;
  }
}
