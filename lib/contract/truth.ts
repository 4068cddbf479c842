import type { Seal } from './draw/seal';
import type { Drawn } from './drawn';

/** What is true in a synthetic world, computed while it was generated. */
export interface Truth {
  schema: 'breachscope/truth@1';
  case: string;
  world: string;
  seed: string;
  population: number;
  /** People written. */
  people: number;
  /** These files are one part of the world, 1 to `of`; everything under `file` and `fields` is of this part alone. */
  shard?: { index: number; of: number };
  files: {
    name: string;
    /** Hex SHA-256 of the file as written. */
    sha256: string;
    /** Hex SHA-256 of the uncompressed text, where the file is compressed. */
    textSha256?: string;
    documents: number;
    kinds: Record<string, number>;
    /** Lines of a bulk file that announce a document, and those that delete one that is not in the file. */
    actionLines?: number;
    deleted?: number;
    /** Line from 1 and byte from 0 in the uncompressed text. */
    broken: { line: number; byte: number; code: string }[];
  }[];
  /** By measure id. `population` null where the world gives the population no such number. */
  measures: Record<string, { population: number | null; file: number }>;
  /** `kind` is the case's name of the kind. */
  fields: {
    kind: string;
    path: string;
    present: number;
    filled: number;
    values: number;
    distinct: number;
    category: string;
  }[];
  /** What no measure says. Absent in a truth file of before. */
  known?: {
    /** Accounts in the files that belong together, by what links them. */
    links: {
      accounts: [string, string];
      by: 'address' | 'mailbox' | 'device';
      one: 'person' | 'household';
    }[];
    /** Accounts in the files that the company made to try things out. */
    staff: string[];
    /** Made-up documents: line from 1 in the file, document of the file from 1 (broken lines are none). */
    planted: { file: string; line: number; document: number }[];
    /** Measures that are others once planted documents are left out. */
    genuine: Truth['measures'];
  };
  claims: Record<string, 'true' | 'false' | 'by-definition' | 'outside'>;
  draw: Proof['draw'];
}

/** A draw that a second person can repeat: everything whose keyed rank is at most the threshold (`ranker`). */
export interface RankDraw {
  rule: 'lowest-rank';
  seed: string;
  /** Largest rank that is in, 0 to 2^52 − 1. */
  threshold: number;
}

/** How an input was drawn, with what a second person needs to check it. `docs/contract.md` says what each design needs. */
export interface Proof {
  /** `@1` binds no documents: such a draw may be a part of itself. */
  schema: 'breachscope/proof@1' | 'breachscope/proof@2';
  kind: Drawn;
  /** Measure id of what was drawn (of clusters: what they hold), such as `people.accounts` or `documents`. */
  unit: string;
  /** Path of the key that was drawn; null where clusters of documents were. */
  key: string | null;
  /** Units in all; null where it is not known: clusters, and two captures, which estimate it. */
  population: { value: number | null; source: string };
  draw: RankDraw | { rule: 'list'; sha256: string } | null;
  /** Units drawn; of clusters: clusters drawn. */
  drawn: number;
  total: { value: number; source: string; at: string } | null;
  /**
   * Documents that belong to the draw, in all its files: readable or not, deletions too. Absent in a proof of before. Unlike
   * hashes of files it outlives packing, splitting and joining them, and shows what was left out.
   */
  documents?: number;
  /** What was fixed and published before the records were opened. */
  seal?: Seal;
  /** Drawn documents: how many each person has in all, so that people can be estimated from them. */
  counts?: RecordCounts;
  /** `cluster`: what was drawn, and which documents belong to which. */
  clusters?: DrawnClusters;
  /** `stratified`: the parts of the population that were drawn apart; together they are all of it. */
  strata?: DrawnStrata;
  /** `two-captures`: both, and why taking one did not depend on the other. */
  captures?: { list: [Capture, Capture]; independence: string };
}

/** How many documents each person has in the whole population, in the input itself or in a file beside the proof. */
export type RecordCounts = {
  /** Path of the person's key. */
  person: string;
  /**
   * Each document of a person shows everything that counts about them, as a row that repeats the profile does. Else a
   * person's data may lie in documents that were not drawn, and people are bounded, not estimated.
   */
  whole: boolean;
} & (
  | { /** Path that holds the number. */ path: string }
  | {
      /** Name of a CSV file in the proof's folder, header `rank,count`: the rank of the person's key under the draw's seed. */
      file: string;
      /** Hex SHA-256 of that file. */
      sha256: string;
    }
);

/** Pages, shards or days that were drawn, from how many. */
export type DrawnClusters = {
  /** Clusters in all. Numbered ones are 0 to frame − 1, and the draw is repeated over all of them. */
  frame: { value: number; source: string };
} & (
  | {
      /** Each file of the input is one. */ by: 'part';
      list: { id: number; /** Of the file as stored. */ sha256: string }[];
    }
  | {
      /** They follow each other in the one file of the input. */ by: 'line';
      list: { id: number; lines: number }[];
    }
  | { /** The value of a path names it; the draw ranks these texts. */ by: 'path'; path: string }
);

/** What says which stratum a key is in, and the strata. */
export interface DrawnStrata {
  path: string;
  /**
   * `presence`: whether anything stands at the path in any document of the key; the strata are `present` and `absent`.
   * Defaults to the value at the path.
   */
  by?: 'presence';
  list: DrawnStratum[];
}

/** One stratum. */
export interface DrawnStratum {
  /** Text at the strata's path; `present` or `absent` where presence says the stratum. */
  value: string;
  population: number;
  drawn: number;
  /** Largest rank that is in, under the draw's seed. */
  threshold: number;
}

/** One of two captures of the same population. */
export interface Capture {
  /** How it was taken, in words. */
  how: string;
  /** Hex SHA-256 of each of its files as stored. */
  parts: string[];
  /** null: not a random draw. One random draw of the two makes them independent. */
  draw: RankDraw | null;
}
