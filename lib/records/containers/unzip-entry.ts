import { crc32 } from 'node:zlib';
import { ByteReader } from './byte-reader';
import { inflateRaw, isZlibError } from './inflate-raw';
import { unzstd } from './unzstd';
import type { StoredBytes } from './stored-bytes';
import type { ZipEntry } from './zip-directory';

const PIECE_BYTES = 1 << 20;
const STORED = 0;
const DEFLATE = 8;
const ZSTD = 93;

/** Whether the entry is packed in a way that is read. */
export function isKnownMethod({ method }: ZipEntry): boolean {
  return method === STORED || method === DEFLATE || method === ZSTD;
}

/**
 * Decodes one entry of a zip archive and checks its length and CRC-32 against the directory; nothing beyond the stated
 * length is given. `onDamage` is called at most once.
 */
export async function* unzipEntry(
  stored: StoredBytes,
  entry: ZipEntry,
  onDamage: () => void,
): AsyncGenerator<Uint8Array, void, void> {
  let crc = 0;
  let left = entry.textBytes;
  let damaged = false;
  const packed = storedRange(stored, entry.at, entry.packedBytes);
  try {
    for await (const chunk of decoded(packed, entry, () => (damaged = true))) {
      const piece = chunk.subarray(0, left);
      crc = crc32(piece, crc);
      left -= piece.length;
      if (piece.length > 0) yield piece;
      if (piece.length < chunk.length) return onDamage();
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    return onDamage();
  }
  if (damaged || left > 0 || crc !== entry.crc || (await packed.next())) onDamage();
}

/** A reader over `count` bytes from offset `at` on. */
export function storedRange(stored: StoredBytes, at = 0, count = Infinity): ByteReader {
  let from = at;
  const end = at + count;
  return new ByteReader(() => {
    const view = new Uint8Array(
      Math.min(PIECE_BYTES, Math.max(0, end - from), Math.max(0, stored.bytes - from)),
    );
    const read = view.length > 0 ? stored.readAt(from, view) : 0;
    from += read;
    return read > 0 ? view.subarray(0, read) : null;
  });
}

function decoded(
  packed: ByteReader,
  { method }: ZipEntry,
  onDamage: () => void,
): AsyncGenerator<Uint8Array, void, void> {
  if (method === DEFLATE) return inflateRaw(packed);
  return method === ZSTD ? unzstd(packed, onDamage) : asStored(packed);
}

async function* asStored(packed: ByteReader): AsyncGenerator<Uint8Array, void, void> {
  for (let piece = await packed.next(); piece; piece = await packed.next()) yield piece;
}
