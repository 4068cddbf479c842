import type { RawPart } from './raw-part';

const FIXED_BYTES = 10;
/** Names and comments are short; a longer header is taken for damage. */
const MOST_BYTES = 1 << 17;
const HEADER_CRC = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;

/** Length of the gzip member header at `at` (RFC 1952, section 2.3), or null where there is none. */
export function gzipHeaderLength(raw: RawPart, at: number): number | null {
  const bytes = Buffer.alloc(MOST_BYTES);
  const count = raw.readAt(at, bytes);
  const flags = bytes[3] ?? 0;
  if (count < FIXED_BYTES || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8 || flags > 31)
    return null;
  let length = FIXED_BYTES;
  if (flags & EXTRA) length += 2 + (length + 2 <= count ? bytes.readUInt16LE(length) : 0);
  for (const text of [NAME, COMMENT]) {
    if (!(flags & text)) continue;
    const end = bytes.subarray(0, count).indexOf(0, length);
    if (end < 0) return null;
    length = end + 1;
  }
  if (flags & HEADER_CRC) length += 2;
  return length <= count ? length : null;
}
