import type { Position, Status } from './results';

/** Types of a value, by the code that a `tN` column of the clean store holds. */
export const VALUE_TYPES = [
  'absent',
  'null',
  'boolean',
  'number',
  'string',
  'object',
  'array',
  'oid',
  'long',
  'date',
  'decimal',
  'binary',
] as const;

/** Name of a value's type. */
export type ValueType = (typeof VALUE_TYPES)[number];

/** How documents lie in the text of a part. */
export type PartFormat =
  | 'ndjson'
  | 'json'
  | 'concatenated-json'
  | 'csv'
  | 'tsv'
  | 'parquet'
  | 'sql'
  /** A list of logins, one a line, whose fields the reader names. */
  | 'combo';

/**
 * What wraps the documents of a part and is stripped; `mongo`: extended JSON, whose wrappers are types; `rows`: rows as arrays whose
 * names stand apart.
 */
export type PartEnvelope = 'es-response' | 'es-bulk' | 'elasticdump' | 'mongo' | 'rows';

/** The total that the input states of its source: exactly so many, or at least. */
export interface DeclaredTotal {
  value: number;
  relation: 'eq' | 'gte';
}

/** One file, or archive member, of an input. */
export interface StorePart {
  /** From 0, in the order of reading. */
  id: number;
  /** "part 1" …; the file's own name is private. */
  label: string;
  /** Number of the file that it lies in, from 0; members of one archive have the same. */
  file: number;
  /** Size of that file as stored, in bytes. */
  bytes: number;
  /** Size of the decoded text, in bytes. */
  textBytes: number;
  /** Hex SHA-256 of that file as stored. */
  sha256: string;
  format: PartFormat;
  envelope: PartEnvelope | null;
  /** `latin-1`: as cp1252, but no byte from 0x80 to 0x9F occurs. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1' | 'cp1252';
  /** What it was unpacked from, innermost first: `gzip`, `zstd`, `zip`, `tar.gzip` …; null: stored as it is. */
  compression: string | null;
  lines: number;
  documents: number;
  rejected: number;
  /** Blank lines: neither documents nor rejects. */
  blank: number;
  status: Status;
  code: string | null;
}

/** One kind of document: an index and type of Elasticsearch, a table of an SQL dump, or a cluster of top-level key sets. */
export interface StoreKind {
  /** `k0`, `k1` … by number of documents, then text of the keys. */
  id: string;
  documents: number;
  /** Top-level keys of the cluster's first set, sorted; of all documents where an envelope names the kind. */
  keys: string[];
  /** Elasticsearch index, its date removed, and type, where envelopes name the kind. */
  index?: string;
  type?: string;
  /** Table of an SQL dump, its database and schema before it where the dump says them. */
  table?: string;
  /** What the files of its records are called after, where they are tables of files. Private: it goes into no output. */
  file?: string;
}

/** One Parquet table of the store: a kind, or one array below it. */
export interface StoreTable {
  /** `k0`, or `k0.c7` for the array at column number 7 of `k0`. */
  name: string;
  kind: string;
  /** Path of the array, null for the kind itself. */
  array: string | null;
  /** Number of `_i` columns. */
  depth: number;
  /** File names inside the store folder. */
  files: string[];
  rows: number;
  bytes: number;
  /** In file order: `_part _doc _line _byte`, or `_doc _i _i2 …`, then `cN` and `tN`. */
  columns: string[];
}

/** One row of the inventory. Counts as docs/contract.md defines them. */
export interface StorePath {
  kind: string;
  path: string;
  /** Name of the table that holds it. */
  table: string;
  /** Text column, null where no text ever occurs. */
  column: string | null;
  /** Type code column, null where every value is a string that is not blank. */
  typeColumn: string | null;
  present: number;
  filled: number;
  values: number;
  /** Values that are neither null nor white space (array elements count each). */
  filledValues: number;
  distinct: number;
  types: Partial<Record<ValueType, number>>;
  first: Position;
  last: Position;
  /** Bits: 1 some value has upper case, 2 outer blanks, 4 not ASCII. 0: lower(trim(x)) changes no value. */
  fold: number;
  /** Length of the longest text, in bytes. */
  maxBytes: number;
}

/** A foreign key of one column that an SQL dump declares. Names of the input, for telling what belongs together. */
export interface Reference {
  table: string;
  column: string;
  toTable: string;
  /** null: the table's own key. */
  toColumn: string | null;
}

/** What of an input was not read and may hold documents. Litter, notes beside data and empty files are not in it. */
export interface NotRead {
  /** Documents that may lie in the lines, records and rows that were refused. */
  refused: number;
  /** Those of them in whose bytes nobody looked for names. */
  unlooked: number;
  /** Places where nobody knows how many documents are lost, by code: parts cut, damaged or given up, lines too long to look at. */
  open: Record<string, number>;
  /** Files and members of archives that were left aside, by code. */
  aside: Record<string, number>;
}

/** What the clean store holds; written last, then the folder is renamed into place. */
export interface Manifest {
  schema: 'breachscope/store@4';
  /** Keyed digest of path, size, mtime and inode of every part. */
  key: string;
  versions: { kit: string; store: number };
  /** The files as named or found in folders; `sha256` is null where one was not opened. */
  files: { bytes: number; sha256: string | null }[];
  parts: StorePart[];
  kinds: StoreKind[];
  tables: StoreTable[];
  paths: StorePath[];
  references: Reference[];
  documents: number;
  /** Lines, records and rows that were refused. */
  rejected: number;
  /** What was passed over: lines, statements, replies, files. What of it may hold documents is in `notRead`. */
  skipped: number;
  notRead: NotRead;
  deleted: number;
  actionLines: number;
  declaredTotal: DeclaredTotal | null;
  rejectCounts: Record<string, number>;
  /** Codes of the error registry, with how often. */
  warnings: { code: string; count: number }[];
  status: Status;
  code: string | null;
}
