/** Bytes one after the other, with the means to look ahead. A piece that was handed out belongs to whoever took it. */
export class ByteReader {
  readonly #held: Uint8Array[] = [];

  /** @param pull the next bytes, null at the end */
  constructor(private readonly pull: () => Uint8Array | null | Promise<Uint8Array | null>) {}

  /** The next bytes, at least one and at most `most`; null at the end. */
  async next(most = Infinity): Promise<Uint8Array | null> {
    let piece = this.#held.pop() ?? (await this.pull());
    while (piece?.length === 0) piece = await this.pull();
    if (!piece || piece.length <= most) return piece;
    this.#held.push(piece.subarray(most));
    return piece.subarray(0, most);
  }

  /** Gives bytes back; they come next. */
  unread(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#held.push(bytes);
  }

  /** The next `count` bytes, fewer where the end comes first. */
  async take(count: number): Promise<Buffer> {
    const first = await this.next(count);
    if (!first) return Buffer.alloc(0);
    if (first.length === count) return asBuffer(first);
    const pieces = [first];
    for (let have = first.length; have < count;) {
      const piece = await this.next(count - have);
      if (!piece) break;
      pieces.push(piece);
      have += piece.length;
    }
    return Buffer.concat(pieces);
  }

  /** The same bytes that `take` would give, left where they are. */
  async peek(count: number): Promise<Buffer> {
    const bytes = await this.take(count);
    this.unread(bytes);
    return bytes;
  }

  /** Passes over `count` bytes; false where the end comes first. */
  async skip(count: number): Promise<boolean> {
    for (let left = count; left > 0;) {
      const piece = await this.next(left);
      if (!piece) return false;
      left -= piece.length;
    }
    return true;
  }
}

/** A reader over what a generator gives. */
export function readerOf(pieces: AsyncGenerator<Uint8Array, void, void>): ByteReader {
  return new ByteReader(async () => {
    const next = await pieces.next();
    return next.done ? null : next.value;
  });
}

/** A reader over the next `count` bytes of another. */
export function within(reader: ByteReader, count: number): ByteReader {
  let left = count;
  return new ByteReader(async () => {
    const piece = left > 0 ? await reader.next(left) : null;
    left -= piece?.length ?? 0;
    return piece;
  });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
