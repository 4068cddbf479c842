// Read by both compilers.

/** What a column chunk holds: text or type of a path, else a fixed column of a table. */
export enum ChunkKind {
  TEXT = 0,
  TYPE = 1,
  DOC = 2,
  LINE = 3,
  BYTE = 4,
  PART = 5,
  /** Index in the outermost array around; the next level's is one more. */
  INDEX = 16,
}

/** Parquet's numbers of the encodings in use. */
export enum Encoding {
  PLAIN = 0,
  DELTA_BINARY_PACKED = 5,
  RLE_DICTIONARY = 8,
}
