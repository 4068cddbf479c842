// Read by both compilers.

/** Why the reading of SQL rows stopped. */
export enum RowStop {
  /** The text ends before the row does. */
  MORE,
  /** There is no room for more cells. */
  FULL,
  /** The statement has ended, or the lines behind COPY. */
  END,
  /** Something else than rows follows. */
  OTHER,
  /** The row at which it stopped is not written as rows are, or the text ends in it. */
  BAD,
  /** The first row of a table whose width nobody said was read. */
  FIRST,
  /** The text has ended in a line, or before the end of the statement. */
  CUT,
}
