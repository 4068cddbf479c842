import { createInflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader';

const TEXT_BYTES = 1 << 20;
/** Compressed bytes given to zlib at a time; the text of one piece is at most 1,032 times as long. */
const PIECE_BYTES = 1 << 16;
const HOLD_BYTES = 1 << 28;

/**
 * Decodes one DEFLATE stream (RFC 1951) and leaves what follows it in the reader. Where the input ends first, so does
 * the text: whoever knows the sum or the length of the text notices.
 *
 * @throws what zlib says of bad data; see {@link isZlibError}
 */
export async function* inflateRaw(reader: ByteReader): AsyncGenerator<Buffer, void, void> {
  const inflater = createInflateRaw({ chunkSize: TEXT_BYTES, readableHighWaterMark: HOLD_BYTES } as object);
  try {
    for (;;) {
      const piece = await reader.next(PIECE_BYTES);
      if (!piece) return;
      const before = inflater.bytesWritten;
      await new Promise<void>((resolve, reject) => {
        inflater.once('error', reject);
        inflater.write(piece, () => {
          inflater.off('error', reject);
          resolve();
        });
      });
      const used = inflater.bytesWritten - before;
      reader.unread(piece.subarray(used));
      const text = inflater.read() as Buffer | null;
      if (text) yield text;
      if (used < piece.length) return;
    }
  } finally {
    inflater.on('error', () => undefined).destroy();
  }
}

/** Whether zlib refused the data. */
export function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
