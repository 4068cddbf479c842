/** A header's fixed bytes. */
export const GZIP_FIXED_BYTES = 10;
/** Names and comments are short; a longer header is taken for damage. */
export const GZIP_MOST_BYTES = 1 << 17;
const HEADER_CRC = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
/** Parts of variable length. */
const LONG = EXTRA | NAME | COMMENT;

/** Whether the header that begins so may be longer than its fixed bytes and a sum. */
export function isLongHeader(bytes: Uint8Array): boolean {
  return ((bytes[3] ?? 0) & (LONG | HEADER_CRC)) !== 0;
}

/** Length of the gzip member header at the beginning of `bytes` (RFC 1952, section 2.3), or null where there is none. */
export function gzipHeaderLength(bytes: Buffer): number | null {
  const flags = bytes[3] ?? 0;
  if (
    bytes.length < GZIP_FIXED_BYTES ||
    bytes[0] !== 0x1f ||
    bytes[1] !== 0x8b ||
    bytes[2] !== 8 ||
    flags > 31
  )
    return null;
  let length = GZIP_FIXED_BYTES;
  if (flags & EXTRA) length += 2 + (length + 2 <= bytes.length ? bytes.readUInt16LE(length) : 0);
  for (const text of [NAME, COMMENT]) {
    if (!(flags & text)) continue;
    const end = bytes.indexOf(0, length);
    if (end < 0) return null;
    length = end + 1;
  }
  if (flags & HEADER_CRC) length += 2;
  return length <= bytes.length ? length : null;
}
