// Read by both compilers.

/** The counters of a path, numbers of 64 bits one behind the other. */
export enum PathCounter {
  /** Documents that have the path, and those in which one of its values is filled. */
  PRESENT,
  FILLED,
  VALUES,
  FILLED_VALUES,
  /** Values that have a text of their own. */
  TEXTS,
  EMPTIES,
  /** Values of each type, in the order of {@link ValueCode}. */
  NULLS,
  BOOLEANS,
  NUMBERS,
  STRINGS,
  OBJECTS,
  ARRAYS,
  OIDS,
  LONGS,
  DATES,
  DECIMALS,
  BINARIES,
  LONE_SURROGATES,
  /** Place of the first and of the last value. */
  FIRST_DOC,
  FIRST_LINE,
  FIRST_BYTE,
  LAST_DOC,
  LAST_LINE,
  LAST_BYTE,
  COUNT,
}
