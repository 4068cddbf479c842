import type { Category } from '../../../contract/categories';
import type { BlockCounts } from './block-counts';
import type { HashedPaths, HashParcel, SpillFile } from './hash-parcel';
import type { PackedNodes } from './packed-nodes';
import type { WorkerReport } from './worker-report';

/** A block was read; its buffer comes back. */
export interface BlockDoneMessage {
  type: 'block-done';
  buffer: ArrayBuffer;
  part: number;
  counts: BlockCounts;
  /** Codes of what was noticed, with how often. */
  warnings: Record<string, number>;
  /** Bytes of the part at which another table begins, or may. */
  starts: number[];
  /** Error numbers of the rejects, with how often. */
  errors: Record<number, number>;
  /** Byte of the part behind the last reject, and why that was refused; null where nothing was. */
  refusedTo: { byte: number; error: number } | null;
}

/** A report on its way. */
export type PackedReport = Omit<WorkerReport, 'nodes'> & { nodes: PackedNodes };

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
  /** Counts the distinct hashes of files on disk. */
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
  | LiveCountsMessage
  | BlockDoneMessage
  | AnswerMessage
  /** Sent in the midst of long work: it goes on. */
  | { type: 'step' }
  /** The worker met more key sets than an input with kinds may have. */
  | { type: 'too-many-sets' };
