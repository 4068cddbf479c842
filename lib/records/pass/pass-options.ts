import type { ErrorCode } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import type { TextShape } from '../detect/text-shape';
import type { LiveCounts } from './workers/live-counts';

/** One file of an input, as the pass is asked to read it. */
export interface InputFile {
  path: string;
  /** Where it is known already; else the first bytes of each text in the file tell it. */
  shape?: TextShape;
  /** Set where the file is not to be opened: why it is skipped. */
  refused?: ErrorCode;
}

/** How a pass is run. */
export interface PassOptions {
  /** Worker threads. Defaults to 2. */
  workers?: number;
  /** Text given to a worker at a time, in bytes, up to 8 MiB. Defaults to 2 MiB, which stays near the L2 cache. */
  blockBytes?: number;
  /** Memory for hashes of distinct values before they go to disk, in bytes, all workers together. Defaults to 600 MB. */
  hashBytes?: number;
  /** Receives, after each block, how far the pass is. */
  onProgress?: (progress: PassProgress) => void;
  /** Least time between two live counts of a worker, in milliseconds. Defaults to 1,500. */
  liveCountsMs?: number;
  /** Stops the pass with INTERRUPTED. */
  signal?: AbortSignal;
  /** Rejects whose places are kept; all are counted. Defaults to 100,000. */
  maxRejects?: number;
  /** Levels a document may nest. Defaults to 1,000. */
  maxDepth?: number;
  /** Paths an input may have before further lines are refused. Defaults to 200,000. */
  maxPaths?: number;
  /** Parts, by their number, that crashed an earlier pass over this input: they are named, not read. */
  crashed?: number[];
  /** Waits for the workers after each part, so that a crash is the fault of the part that is being read. */
  oneByOne?: boolean;
}

/** How far a pass is: bytes of the files as stored, documents and rejects so far, and live counts. */
export interface PassProgress extends LiveCounts {
  bytes: number;
  totalBytes: number;
  documents: number;
  rejected: number;
  /** Number of the part that is being read. */
  part: number;
  /** What is going on; `bytes` stands still after the first. */
  step: 'read' | 'count' | 'store';
}

/** The manifest as far as the pass knows it; key and versions are added by whoever keeps the store. */
export type PassResult = Omit<Manifest, 'key' | 'versions'>;
