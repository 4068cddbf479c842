// Read by both compilers.

/** Bits of the map in which e-mail addresses are marked, as a power of two: 2.4 million addresses set 2.2 million of them. */
export const ADDRESS_MAP_BITS = 24;
/** Hashes of distinct values: bytes of one, and groups by their top bits. */
export const HASH_BYTES = 16;
export const HASH_GROUP_BITS = 6;
export const HASH_GROUPS = 64;
/** Bytes of one chunk of a log of hashes, its allocation included. */
export const LOG_CHUNK_BYTES = 4096;
/** The host's answer where there are too many kinds: all documents share one root. */
export const ONE_ROOT = 0xffffffff;
/** Number of no table: each of its lines is refused as one that is not read. */
export const NO_TABLE = 0xffffffff;
/** A row of more cells adds too many paths, whatever is in it. */
export const MOST_ROW_CELLS = 200000;
/** Stands for no byte where a dialect has no quote or escape. */
export const NO_BYTE = 256;
/** Stands between a repeated key and its number, and before the name of an envelope's field: no UTF-8 text holds these bytes. */
export const REPEAT_MARK = 255;
export const ENVELOPE_MARK = 254;
