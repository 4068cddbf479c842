import { crc32 } from 'node:zlib';
import type { ByteReader } from './byte-reader';
import { GZIP_FIXED_BYTES, GZIP_MOST_BYTES, gzipHeaderLength, isLongHeader } from './gzip-header';
import { inflateRaw, isZlibError } from './inflate-raw';

const TRAILER_BYTES = 8;

/**
 * Decodes gzip, member by member (RFC 1952), and checks each member's length and CRC-32. Whatever decodes before damage
 * is given; `onDamage` is called once for a bad header, bad data, a cut end, a wrong sum, or bytes that are neither a
 * member nor zero padding behind the last member.
 */
export async function* gunzip(
  reader: ByteReader,
  onDamage: () => void,
): AsyncGenerator<Uint8Array, void, void> {
  for (let first = true; ; first = false) {
    const header = await headerLength(reader);
    if (header === null) {
      if (first || !(await isPadding(reader))) onDamage();
      return;
    }
    await reader.skip(header);
    let crc = 0;
    let bytes = 0;
    try {
      for await (const chunk of inflateRaw(reader)) {
        crc = crc32(chunk, crc);
        bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      if (!isZlibError(error)) throw error;
      return onDamage();
    }
    const trailer = await reader.take(TRAILER_BYTES);
    if (trailer.length < TRAILER_BYTES) return onDamage();
    if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== bytes % 2 ** 32) return onDamage();
  }
}

async function headerLength(reader: ByteReader): Promise<number | null> {
  const fixed = await reader.peek(GZIP_FIXED_BYTES);
  return gzipHeaderLength(isLongHeader(fixed) ? await reader.peek(GZIP_MOST_BYTES) : fixed);
}

async function isPadding(reader: ByteReader): Promise<boolean> {
  for (let piece = await reader.next(); piece; piece = await reader.next()) {
    if (piece.some((byte) => byte !== 0)) return false;
  }
  return true;
}
