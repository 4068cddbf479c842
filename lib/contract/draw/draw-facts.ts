import type { Seal } from './seal';

/** What the input itself says of how it was drawn, worked out by the caller. */
export interface DrawFacts {
  /** People under the main definition, whatever a proof says; absent where nobody can be told apart. */
  people?: { id: string; count: number };
  /** Distinct keys in the input at the proof's key; null where unknown. */
  unitCount: number | null;
  /** Largest rank of those keys under the proof's seed. */
  largestRank: number | null;
  /** Keys by their rank, in `RANK_PARTS` parts of equal width from 0 to the threshold. */
  rankParts?: number[];
  /** Documents accounted for: read, deleted, and one for each that was refused. */
  documents: number;
  /** Further documents that may lie in what was not read; Infinity where nobody knows how many. */
  lost?: number;
  /** Documents that could not be read, as far as their number is known. */
  unread?: number;
  /** Total that the input says of itself, such as an envelope's `hits.total`. */
  declaredTotal: number | null;
  /** Documents of the drawn unit that were read; only where documents were drawn. */
  unitDocuments?: number;
  /** What a seal must be of; absent where no case was named. `ranks`: of the keys in the input, null where there are none. */
  sealed?: Pick<Seal, 'ledger' | 'readings' | 'alpha' | 'ranks'>;
  counts?: CountFacts;
  clusters?: ClusterFacts;
  strata?: StratumFacts;
  captures?: CaptureFacts;
}

/** What the input says of the numbers of documents that each person has in all. */
export interface CountFacts {
  /** Measure id of the people whose key the proof names; null where people are not counted by that path. */
  people: string | null;
  /** The file of numbers is the one that the proof names; true where the numbers stand in the documents. */
  fileHolds: boolean;
  /** People in the input without a whole number from 1, or with two different ones. */
  missing: number;
  /** People with more documents in the input than they are said to have in all. */
  beyond: number;
}

/** What the input says of the clusters that it is made of. */
export interface ClusterFacts {
  /** Clusters that hold at least one document. */
  found: number;
  /** By path: largest rank of their names; null for numbered ones. */
  largestRank: number | null;
  /** By path: their names by rank, in parts as above. */
  rankParts?: number[];
  /** Documents that belong to no drawn cluster, and files or lines that the proof does not fit. */
  outside: number;
  /** People in more than one cluster; only where the clusters hold people. */
  spanning: number;
  /** Units in the drawn clusters. */
  units: number;
  /** How many clusters hold how many units; those that hold none leave no trace. */
  sizes: { units: number; times: number }[];
}

/** What the input says of its strata. */
export interface StratumFacts {
  /** Keys in each stratum, in the order of the proof. */
  found: number[];
  /** Largest rank of the keys of each; −1 where there are none. */
  largestRanks: number[];
  /** Keys of each by rank, in parts up to its own threshold. */
  rankParts: number[][];
  /** Keys in no stratum of the proof, or in two. */
  outside: number;
}

/** What the input says of two captures. */
export interface CaptureFacts {
  /** Every file of the input belongs to exactly one capture, and the other way round. */
  partsHold: boolean;
  /** Different keys in each, and in both. */
  first: number;
  second: number;
  both: number;
  /** Of each that is a random draw; null where it is none. */
  ranks: [CaptureRanks | null, CaptureRanks | null];
}

/** The keys of a random capture under its own seed. */
export interface CaptureRanks {
  /** Largest rank; −1 where there are none. */
  largest: number;
  /** Keys by rank, in parts up to its threshold. */
  parts: number[];
  /** Keys of the other capture that rank low enough to be in this one, and are not. */
  missing: number;
}
