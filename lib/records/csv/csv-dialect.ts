import type { TableProfile } from './table-profile';

/** How the cells of a delimiter-separated text are told apart. All strings hold one byte of the text a character. */
export interface CsvDialect {
  /** One to eight bytes. */
  delimiter: string;
  quote: '"' | "'" | null;
  /** How a quote inside quotes is written: twice, or behind a backslash (then twice is understood too). */
  escape: 'doubled' | 'backslash';
  /** What ends a record; a CR before an LF belongs to the end. */
  lineEnd: '\n' | '\r';
  /** What a comment begins with, where there are comments. */
  comment: string | null;
}

/** A column: its name, and how often the header has it up to here. */
export interface CsvColumn {
  name: string;
  repeat: number;
}

/** A table of a delimiter-separated text: its dialect, its columns, and where its records begin. */
export interface CsvTable {
  dialect: CsvDialect;
  columns: CsvColumn[];
  /** Byte of the text at which the first record begins. */
  bodyAt: number;
  /** Lines before it, and how many of them are neither header nor blank. */
  linesBefore: number;
  linesSkipped: number;
  /** The header's bytes, without line end; null where the columns have neutral names. */
  header: Buffer | null;
  /** A line stands where the header should be, but its names do not fit the columns. */
  headerMismatch: boolean;
  /** What the columns look like, where they have no names; null once it was asked. */
  profile: TableProfile | null;
  /** Number of the tables without names that it is one of; null where its columns have names. */
  group: number | null;
  /** The table that its file is called after, where its columns have names; null otherwise. */
  table: string | null;
}
