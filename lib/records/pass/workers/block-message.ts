import type { CsvColumn, CsvTable } from '../../csv/csv-dialect';

/** A block of whole documents of one part: its lines, `records`, or `rows`. */
export interface BlockMessage {
  do: 'block';
  buffer: ArrayBuffer;
  length: number;
  part: number;
  /** Number of the block, and of the first block of its part. */
  block: number;
  partBlock: number;
  /** Offset of the block in the part's decoded text. */
  byte: number;
  records: BlockRecords | null;
  rows?: BlockRows;
  /** Defaults to `none`. */
  wrapping?: Wrapping;
  /** The table whose records the block holds, where it is delimiter-separated text. */
  table?: CsvTable | null;
  /** Whether its lines are those of a list of logins, which the worker parts into rows. */
  isCombo?: boolean;
  /** Whether the text ends with the block, as far as the splitter tells. */
  ends?: boolean;
}

/** Where the documents of a block lie, if they are not its lines. */
export interface BlockRecords {
  /** For each record its begin and end in the block, and the line breaks before it there; the same of its action before that. */
  places: Uint32Array<ArrayBuffer>;
  /** Line of the part (from 1) in which the block begins. */
  line: number;
}

/** Rows of tables of an SQL dump: the block holds their texts one behind the other, a newline behind each. */
export interface BlockRows {
  count: number;
  /** For each row the numbers of `Row`, then one for each of its cells. */
  list: Uint32Array<ArrayBuffer>;
  /** Line of the part (from 1) in which the first row begins. */
  line: number;
  /** The tables of the rows, by the numbers that the list has. */
  tables: { id: number; name: string; columns: CsvColumn[] }[];
}

/** What wraps the documents of a block: a hit around each, or an action before it. */
export type Wrapping = 'none' | 'hits' | 'actions';
