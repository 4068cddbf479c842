import { Readable } from 'node:stream';
import { constants, crc32, createInflateRaw } from 'node:zlib';
import { gzipHeaderLength } from './gzip-header';
import type { RawPart } from './raw-part';

const TEXT_BYTES = 1 << 20;
/** Compressed bytes given to zlib at a time: what a damaged place can cost at most. */
const PIECE_BYTES = 1 << 16;
const TRAILER_BYTES = 8;

/**
 * Decodes a gzip file, member by member (RFC 1952), and checks each member's length and CRC-32. Whatever decodes before
 * damage is given; `onDamage` is called once for a bad header, bad data, a cut end, a wrong sum, or bytes that are neither
 * a member nor zero padding behind the last member.
 */
export async function* gunzipPart(
  raw: RawPart,
  onDamage: () => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; ;) {
    const header = gzipHeaderLength(raw, at);
    if (header === null) {
      if (at === 0 || !isPadding(raw, at)) onDamage();
      return;
    }
    const member = { crc: 0, bytes: 0, end: at + header };
    try {
      yield* inflate(raw, member);
    } catch (error) {
      if (!isZlibError(error)) throw error;
      return onDamage();
    }
    const trailer = Buffer.alloc(TRAILER_BYTES);
    if (raw.readAt(member.end, trailer) < TRAILER_BYTES) return onDamage();
    if (trailer.readUInt32LE(0) !== member.crc || trailer.readUInt32LE(4) !== member.bytes % 2 ** 32)
      return onDamage();
    at = member.end + TRAILER_BYTES;
    if (at >= raw.bytes) return;
  }
}

/** Decodes one member's data from `member.end` on, and moves `member.end` behind it. */
async function* inflate(
  raw: RawPart,
  member: { crc: number; bytes: number; end: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const options = { chunkSize: TEXT_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
  const source = Readable.from(raw.pieces(member.end, PIECE_BYTES), {
    objectMode: false,
    highWaterMark: PIECE_BYTES,
  });
  const inflater = source.pipe(createInflateRaw(options));
  try {
    for await (const chunk of inflater as AsyncIterable<Buffer<ArrayBuffer>>) {
      member.crc = crc32(chunk, member.crc);
      member.bytes += chunk.length;
      yield chunk;
    }
  } finally {
    member.end += inflater.bytesWritten;
    source.destroy();
    inflater.destroy();
  }
}

function isPadding(raw: RawPart, at: number): boolean {
  for (const piece of raw.pieces(at)) if (piece.some((byte) => byte !== 0)) return false;
  return true;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
