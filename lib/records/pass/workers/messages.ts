import type { WatchedNames } from '../../../cases/load-watched-names';
import type { Category } from '../../../contract/categories';
import type { CsvColumn, CsvTable } from '../../csv/csv-dialect';
import type { PackedNodes } from './packed-nodes';
import type { PassModule } from '../wasm/load-pass';

/** What a worker thread is started with. */
export interface WorkerSetup {
  id: number;
  module: PassModule;
  /** Largest block, in bytes. */
  capacity: number;
  /** Random key of this run's hashes. */
  seed: [bigint, bigint];
  /** Shared: lines or records of each block, plus one; 0 = not counted yet. */
  blockLines: SharedArrayBuffer;
  dir: string;
  maxRejects: number;
  hashBytes: number;
  maxDepth: number;
  maxPaths: number;
  /** Names of categories, in lower-case letters only: keys of these names are never folded. */
  names: readonly string[];
  /** Names that are counted while reading goes on. */
  watched: WatchedNames;
  /** Shared: a map of bits with the marks of e-mail addresses, of all workers together. */
  marks: SharedArrayBuffer;
  liveCountsMs: number;
  /** Clusters of key sets, where an earlier pass over the same input found them; null: choose while reading. */
  plan: KindPlan | null;
}

/** Which cluster each key set belongs to; `oneKind`: all objects are one kind. */
export interface KindPlan {
  oneKind: boolean;
  sets: { hash: bigint; keys: string[]; cluster: number }[];
  /** Hashes of the paths whose objects have values for keys. */
  maps: bigint[];
}

/** What wraps the documents of a block: a hit around each, or an action before it. */
export type Wrapping = 'none' | 'hits' | 'actions';

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
  /** For each row six numbers, then one for each of its values (assembly/sql-text.ts). */
  list: Uint32Array<ArrayBuffer>;
  /** Line of the part (from 1) in which the first row begins. */
  line: number;
  /** The tables of the rows, by the numbers that the list has. */
  tables: { id: number; name: string; columns: CsvColumn[] }[];
}

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
  /** Whether the text ends with the block, as far as the splitter tells. */
  ends?: boolean;
}

/** A reject: part, line, byte, length, error number of the pass. */
export type RejectRow = [part: number, line: number, byte: number, length: number, error: number];

/** The worker is through with a block. */
export interface BackMessage {
  type: 'back';
  buffer: ArrayBuffer;
  part: number;
  /** Lines; 0 where the splitter counts them. */
  lines: number;
  documents: number;
  rejected: number;
  blank: number;
  /** Lines that are no records: headers met again, comments. */
  skipped: number;
  deleted: number;
  actionLines: number;
  /** Codes of what was noticed, with how often. */
  warnings: Record<string, number>;
  /** Bytes of the part at which another table begins, or may. */
  starts: number[];
  errors: Record<number, number>;
}

/** What a path is to the one above it (assembly/node.ts). */
export type NodeRole = 'member' | 'element' | 'json' | 'folded' | 'keys';

/** One path as a worker saw it. */
export interface NodeReport {
  parent: number;
  role: NodeRole;
  /** The same for the same path in every run with one seed. */
  pathHash: bigint;
  /** Key, and how often its object has it up to here (1 but for repeated keys). */
  key: string;
  repeat: number;
  /** Not a key of a document: `@index`, `@type`, `@id`. */
  envelope: boolean;
  table: number;
  /** The 24 counters of assembly/node.ts, from `present` to `lastByte`. */
  counters: Float64Array;
  fold: number;
  maxBytes: number;
}

/** One row group: its first document, its rows, and its chunks. */
export interface RowGroup {
  firstDoc: number;
  rows: number;
  /** Six numbers a chunk: id, kind, offset in the file, offset of its data page, bytes, encoding. */
  chunks: Float64Array;
}

/** A file of row groups, still without its footer. */
export interface TableFile {
  path: string;
  bytes: number;
  groups: RowGroup[];
}

/** One table as a worker wrote it. */
export interface TableReport {
  owner: number;
  depth: number;
  file: TableFile | null;
}

/** The name of a kind that the input itself gives: an index and type of Elasticsearch, or a table. */
export type KindName = { index: string; type: string } | { table: string };

/** Documents of one such kind as a worker saw them. */
export interface NamedReport {
  name: KindName;
  root: number;
}

/** One set of top-level keys as a worker saw it. */
export interface KeySetReport {
  hash: bigint;
  keys: string[];
  documents: number;
  cluster: number;
}

/** The first different texts of paths: how many each path has, then for each its document, its length and its bytes. */
export interface SampleReport {
  counts: Uint32Array;
  docs: Float64Array;
  lengths: Uint32Array;
  bytes: Uint8Array<ArrayBuffer>;
}

/** All a worker knows when the input is read. */
export interface WorkerReport {
  nodes: NodeReport[];
  tables: TableReport[];
  plainRoot: number;
  clusterRoots: number[];
  /** Kinds that envelopes name. */
  named: NamedReport[];
  sets: KeySetReport[];
  /** Nodes whose hashes went to disk. */
  spilled: number[];
  rejects: RejectRow[];
  samples: SampleReport;
  duplicateKeys: number;
  loneSurrogates: number;
}

/** A report on its way. */
export type PackedReport = Omit<WorkerReport, 'nodes'> & { nodes: PackedNodes };

/** Hashes on disk: for each piece, its offset and how many hashes each of the 64 groups has. */
export interface SpillFile {
  path: string;
  pieces: { at: number; counts: number[] }[];
  bytes: number;
}

/** Paths whose distinct values are counted together, as one worker needs to know them. */
export interface HashedPaths {
  workers: number;
  /** The worker that counts each path; -1: each a share of the groups. */
  counters: Int32Array;
  /** Path by path, how many nodes each worker has. */
  lengths: Uint32Array;
  /** The worker's own nodes, path by path. */
  nodes: Uint32Array;
}

/**
 * Hashes for one worker, one path after the other and one node after the other. `counts`: for each node how many, in
 * each group where the path is shared, else in all.
 */
export interface HashParcel {
  counts: Uint32Array<ArrayBuffer>;
  hashes: ArrayBuffer;
}

/** What the main thread asks of a worker, and what it answers. */
export interface Questions {
  /** Writes the row groups that wait, then tells all. */
  report: { ask: { do: 'report' }; answer: PackedReport };
  /** Takes the hashes of these paths: its own share stays there, a parcel for each other worker comes back. */
  give: { ask: { do: 'give'; paths: HashedPaths }; answer: HashParcel[] };
  /** Counts its share of the paths just given; `parcels` come from the other workers. */
  count: { ask: { do: 'count'; parcels: HashParcel[] }; answer: Uint32Array };
  /** Writes the rest of the nodes' hashes to disk. */
  spill: { ask: { do: 'spill'; nodes: number[] }; answer: SpillFile[] };
  countSpilled: { ask: { do: 'countSpilled'; files: SpillFile[] }; answer: number };
}

/** A question with its number. */
export type QuestionMessage = { question: number } & Questions[keyof Questions]['ask'];

/** The answer to a question. */
export interface AnswerMessage {
  type: 'answer';
  question: number;
  answer: unknown;
}

/** The worker met more key sets than an input with kinds may have. */
export interface TooManySetsMessage {
  type: 'too-many-sets';
}

/** Sent in the midst of long work: it goes on. */
export interface StepMessage {
  type: 'step';
}

/** What a worker has counted so far, while it still reads. */
export interface LiveCountsMessage {
  type: 'live-counts';
  /** Different addresses that are marked so far by all workers: no more than there are. */
  addresses: number;
  /** Documents of this worker that have a value of a category, as far as they are counted. */
  documents: Partial<Record<Category, number>>;
}

/** All that a worker sends. */
export type WorkerMessage =
  LiveCountsMessage | StepMessage | BackMessage | AnswerMessage | TooManySetsMessage;
