import type { Category } from './categories';

/** What one person said of one record. No value of the record is kept. */
export interface ReviewAnswer {
  /** Measure that the record was found for. */
  measure: string;
  /** Part of the input, from 0, and line, from 1. */
  part: number;
  line: number;
  answer: 'yes' | 'no' | 'planted';
  /** Who looked. */
  by: string;
  /** Day of the answer, ISO 8601. */
  on: string;
}

/** What one person said of one path after looking at the shapes of its values. No value is kept. */
export interface PathLook {
  /** Kind of document, `k0` … */
  kind: string;
  /** As the inventory writes it. */
  path: string;
  /** Categories of which no value stands there. */
  cannot: Category[];
  /** The category of which values do; null where none of those asked for does. */
  holds: Category | null;
  /** Who looked. */
  by: string;
  /** Day of the answer, ISO 8601. */
  on: string;
}

/** What people said of the records that decide a case's claims on one input: `review.json`. */
export interface Review {
  schema: 'breachscope/review@1';
  /** The input that was looked at: its commitment under the kit's key. */
  commitment: string;
  answers: ReviewAnswer[];
  /** A world's truth file answered, and nobody looked; absent where people did. */
  from?: 'truth';
  /** Absent where nobody looked at paths. */
  paths?: PathLook[];
}
