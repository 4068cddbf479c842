import type { RefusedReport } from '../refused/refused-look';

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
  refused: RefusedReport;
  samples: SampleReport;
  duplicateKeys: number;
  loneSurrogates: number;
}

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
  /** By `PathCounter`. */
  counters: Float64Array;
  fold: number;
  maxBytes: number;
}

/** What a path is to the one above it. */
export type NodeRole = 'member' | 'element' | 'json' | 'folded' | 'keys';

/** One table as a worker wrote it. */
export interface TableReport {
  owner: number;
  depth: number;
  file: TableFile | null;
}

/** A file of row groups, still without its footer. */
export interface TableFile {
  path: string;
  bytes: number;
  groups: RowGroup[];
}

/** One row group: its first document, its rows, and its chunks. */
export interface RowGroup {
  firstDoc: number;
  rows: number;
  /** Chunk by chunk, the numbers of `FiledChunk`. */
  chunks: Float64Array;
}

/** Documents of one such kind as a worker saw them. */
export interface NamedReport {
  name: KindName;
  root: number;
}

/** The name of a kind that the input itself gives: an index and type of Elasticsearch, or a table. */
export type KindName = { index: string; type: string } | { table: string };

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

/** A reject: part, line, byte, length, error number of the pass. */
export type RejectRow = [part: number, line: number, byte: number, length: number, error: number];
