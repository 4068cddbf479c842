import type { SealNamed } from './draw/seal';
import type { Drawn } from './drawn';
import type { Unknowns, Words } from './unknowns';

/** How one input was drawn, after its proof was checked. Only `evidence/` makes one. */
export interface Evidence {
  /** How it was drawn, as far as its proof could be checked. */
  kind: Drawn;
  /** How it was said to be drawn. */
  asked: Drawn;
  /** Measure id of the drawn unit, such as `people.accounts`; null where nothing was drawn at random. */
  unit: string | null;
  /** Size of the population in the drawn unit. */
  population: number | null;
  /** Units examined: drawn and found in the input. */
  examined: number | null;
  /** `checked`: a proof was given and holds. */
  proof: 'checked' | 'none';
  /** Codes and rules of a failed check, for `warnings`. */
  warnings: string[];
  /** `cluster` only. */
  clusters?: {
    /** Clusters drawn. */
    drawn: number;
    /** Clusters in all. */
    frame: number;
  };
  /** `stratified`: in the order of the proof; one that nothing was drawn from is in it. */
  strata?: {
    /** Units of the stratum in all. */
    population: number;
    /** Units of it that were drawn and found. */
    examined: number;
  }[];
  /** `two-captures` only. */
  captures?: {
    /** People in the first. */
    first: number;
    /** People in the second. */
    second: number;
    /** People in both. */
    both: number;
    /** One of them is a proven random draw. */
    independent: boolean;
  };
  /** Documents were drawn, and how many each person has in all is known. */
  counts?: {
    /** Measure id of the people whose documents are counted. */
    people: string;
    /** Each document shows everything of its person; else people are bounded only. */
    whole: boolean;
  };
  /** Documents that could not be read: any of them may hold what was not found. */
  unread?: number;
  /** All documents of those who were seen are shown to have been read; else nobody counts as examined for an upper limit. */
  whole: boolean;
  /** A seal that is of this ledger; `people`: and of who was drawn. Absent where there is none. */
  seal?: SealNamed;
  /** On whose word the population, the total and the way of drawing rest. */
  words: Words;
}

/** How a count lies over what was drawn, where that was not people one by one. */
export type DrawTotals =
  | {
      /** Over clusters, or over documents one by one. */
      by: 'clusters';
      /** Largest weight of a document: 1 over the fewest documents of any person in the draw; 1 without counts. */
      largestWeight: number;
      /** What was drawn; clusters alike are told once. */
      groups: ClusterTotals[];
    }
  | {
      /** Over strata. */
      by: 'strata';
      /** In the order of the evidence's strata. */
      strata: {
        /** The count in it; for a share the numerator's. */
        count: number;
        /** For a share the denominator's count in it. */
        of: number;
      }[];
    };

/** One drawn cluster, or several alike; of drawn documents, each is one. */
export interface ClusterTotals {
  /** Clusters alike. */
  times: number;
  /** Units in it: documents, or people where it holds people. */
  units: number;
  /** Units that the share is taken of. */
  of: number;
  /** Units that hold the thing. */
  holders: number;
  /** Sum over `of` of 1 / documents of the unit's person; equal to `of` where people are not counted by documents. */
  weightOf: number;
  /** Sum over `holders` of the same. */
  weightHolders: number;
}

/** A quantity counted in the input, before anything is said of the population. */
export interface Counted {
  /** Measure id. */
  id: string;
  /** What is counted, in words. */
  title: string;
  /** What is counted: `people`, `accounts`, `documents`, `devices`, `tokens`, `share`, `instant`, `days`. */
  unit: string;
  /** Measure id of the denominator; null where there is none. */
  of: string | null;
  /** Measure id of the people definition used; null where people are not counted. */
  under: string | null;
  /** Exact count in the input; for a share the numerator's count. null where there is nothing to count. */
  count: number | null;
  /** For a share: the denominator's count in the input. */
  outOf: number | null;
  /** Measure id of the unit that is drawn when one of these is: `people.accounts`, `documents` … null: describes the input only. */
  drawnAs: string | null;
  /** The fewest and the most in the input, where the count itself is one of several that could be defended. */
  range?: [number, number];
  /** Documents among the count that are like an earlier one in everything: one document that was captured twice, or two. */
  repeated?: number;
  /** How it lies over the clusters, documents or strata drawn; absent where people were drawn one by one. */
  totals?: DrawTotals;
  /**
   * The same with everybody counted in of whom the records do not tell: the truth lies between both (Manski 1989). Absent
   * where nobody is unknown.
   */
  upper?: Counted;
  /** What is not known of it; absent where it describes the input alone. */
  unknowns?: Unknowns;
}

/** Two-sided or one-sided limits. Shares lie in [0, 1]; counts are whole people. */
export interface Interval {
  /** Lower limit. */
  low: number;
  /** Upper limit. */
  high: number;
  /** Coverage, 0 to 1. */
  level: number;
  /** Which of the limits says something. */
  side: 'both' | 'lower' | 'upper';
  /** How they were computed. */
  method: string;
}

/** Options of the interval functions. */
export interface IntervalOptions {
  /** Coverage, 0 to 1; defaults to 0.95. */
  level?: number;
  /** Units in the population. */
  population?: number;
  /** Defaults to both. A one-sided limit spends all of 1 − level on its side. */
  side?: 'both' | 'lower' | 'upper';
}
