// Read by both compilers: the records in the pass's memory that cross between it and the host. Each is a row of numbers of
// 32 bits, named here; `FIELDS` is how many. What is called a byte is an offset into the block or text at hand.

/** A line or record that was refused; `error` is a LineError. */
export enum Reject {
  line,
  byte,
  length,
  error,
  FIELDS,
}

/** Where a record of a block lies: its bytes, and the line breaks before it. */
export enum RecordPlace {
  begin,
  end,
  line,
  FIELDS,
}

/** Where an action of a bulk request lies (empty where there is none), and its document. */
export enum PairPlace {
  actionBegin,
  actionEnd,
  actionLine,
  /** {@link NOWHERE} where there is no document; `end` is 1 then if it was skipped, else 0. */
  begin,
  end,
  line,
  FIELDS,
}
export const NOWHERE = 0xffffffff;

/** Where a document lies that the search in a JSON text found. */
export enum FoundPlace {
  begin,
  end,
  line,
  /** Is it longer than documents may be? */
  isTooLong,
  FIELDS,
}

/** A row of an SQL dump; behind it, for each of its cells, one number: length and type. */
export enum Row {
  /** Line and byte, counted from the first row of the list. */
  line,
  byte,
  length,
  table,
  error,
  cells,
  FIELDS,
}

/** A text that was kept as a sample of its path; `doc` has 64 bits. */
export enum Sample {
  doc,
  docHigh,
  text,
  length,
  FIELDS,
}

/** A column chunk in the output: the bytes from `start` to `end`. */
export enum Chunk {
  /** Of a path or, where the chunk's kind is none of a path, of a table. */
  id,
  kind,
  start,
  dataPage,
  end,
  rows,
  encoding,
  /** Number of the row group's first document. */
  firstDoc,
  FIELDS,
}
