// Read by both compilers.

/** Type of a value. Up to {@link ValueCode.BINARY} they are the codes that a store's `tN` column holds, 0 standing for absent. */
export enum ValueCode {
  NULL = 1,
  BOOLEAN,
  NUMBER,
  STRING,
  OBJECT,
  ARRAY,
  /** MongoDB's own. */
  OID,
  LONG,
  DATE,
  DECIMAL,
  BINARY,
  /** A string with a surrogate that stands alone; a string in the column. */
  LONE_SURROGATE,
  /** A string of white space only, known once it is counted. */
  BLANK,
}
