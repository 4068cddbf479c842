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

/** What people said of the records that decide a case's claims on one input: `review.json`. */
export interface Review {
  schema: 'breachscope/review@1';
  /** The input that was looked at: its commitment under the kit's key. */
  commitment: string;
  answers: ReviewAnswer[];
}
