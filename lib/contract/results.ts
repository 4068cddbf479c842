import type { Drawn } from './drawn';

/**
 * The published document of a run. Every page, chart and table is made from it and from nothing else.
 * The form is fixed in docs/contract.md; `schemas/results.schema.json` checks it.
 */

/** A count that may be published: `'<10'` stands for 1 to 9, `'withheld'` for a number that would give a `'<10'` back. 0 is said. */
export type Count = number | '<10' | 'withheld';

/** What the records allow to say of a claim. */
export type Verdict = 'supported' | 'refuted' | 'undecided' | 'not-testable' | 'disputed-definition';

/** What one test of a claim can come to. */
export type TestVerdict = Exclude<Verdict, 'disputed-definition'>;

/** How strictly a wording is taken. */
export type Reading = 'strict' | 'conventional' | 'lenient';

/** What became of an input or of one of its parts. */
export type Status = 'complete' | 'partial' | 'refused' | 'crashed';

/** One body of evidence, as it may be published. */
export interface ResultInput {
  label: string;
  synthetic: { world: string; seed: string } | null;
  /** HMAC-SHA-256 of the bytes under the kit's one key. */
  commitment: string;
  parts: number;
  format: string;
  envelope: string | null;
  encoding: string;
  compression: string | null;
  status: Status;
  code: string | null;
  documents: number;
  rejected: number;
  skipped: number;
  deleted: number;
  actionLines: number;
  declaredTotal: { value: number; relation: 'eq' | 'gte' } | null;
  rejectCounts: Record<string, number>;
  warnings: string[];
}

/** How one input was drawn. `kind` after the check of the proof, `asked` before. */
export interface ResultDrawn {
  input: number;
  kind: Drawn;
  asked: Drawn;
  /** Measure id of what was drawn. */
  unit: string | null;
  population: number | null;
  proof: 'checked' | 'none';
}

/** One kind of document. */
export interface ResultKind {
  id: string;
  label: string;
  input: number;
  documents: Count;
}

/** One path of one kind of document. */
export interface ResultField {
  kind: string;
  path: string;
  documents: Count;
  present: Count;
  filled: Count;
  values: Count;
  distinct: Count | null;
  types: Record<string, Count>;
  category: string;
  /** 0 to 1. */
  confidence: number;
  why: string[];
  alternatives: { category: string; confidence: number }[];
  /** Two or more where the meaning is disputed, else empty. */
  definitions: { category: string; because: string }[];
  hibp: string | null;
  veris: string | null;
  gdpr: 'none' | 'personal' | 'special';
}

/** One way of counting people. */
export interface ResultPeople {
  id: string;
  main: boolean;
  definition: string;
  unit: string;
  keys: string[];
  count: Count | null;
  low: Count | null;
  high: Count | null;
  refused: string | null;
  /** The fewest and the most people in the input that the definition itself leaves open; null where it leaves nothing open. */
  range: [Count, Count] | null;
  /** What the limit on linked groups did; null where nothing is linked. */
  links: { limit: number; cut: number; withoutLimit: Count; withoutDevices: Count } | null;
}

/** An exposure window as an interval-censored set: each end lies between two instants. */
export interface ResultWindow {
  id: string;
  /** Names of the parties whose word the dates rest on. */
  by: string[];
  start: [string | null, string];
  end: [string, string | null];
  zone: string;
  elapsedDays: [number, number | null];
  inclusiveDays: [number, number | null];
  largestGapDays: number | null;
}

/** A named quantity: what is in the input (`inFile`, exact) and what follows for the population. */
export interface ResultMeasure {
  id: string;
  title: string;
  unit: string;
  /** Id of the denominator. */
  of: string | null;
  /** Id of the people definition used. */
  under: string | null;
  inFile: Count | null;
  value: Count | null;
  low: Count | null;
  high: Count | null;
  level: number;
  side: 'both' | 'lower' | 'upper';
  numerator: Count | null;
  examined: Count | null;
  method: string;
  /** Why nothing follows for the population: a code of the error registry. */
  refused: string | null;
  wouldSettle: string | null;
}

/** One test of a claim: one measure, one definition, three readings. */
export interface ResultTest {
  measure: string;
  definition: string | null;
  readings: Record<Reading, Verdict>;
  /** What each reading takes the wording to mean, such as "23,500 to 24,499"; null where it names no number. */
  taken: Record<Reading, string | null>;
  verdict: Verdict;
  because: string;
  /** Of the records that this test rests on; null where it rests on none, or nobody looked. */
  reviewed: ResultReview | null;
}

/** One claim and what the evidence allows to say of it. */
export interface ResultClaim {
  id: string;
  party: string;
  /** When it was said, ISO 8601. */
  date: string;
  said: string;
  subject: string;
  sources: string[];
  basis: 'records' | 'public' | 'outside';
  verdict: Verdict;
  because: string;
  wouldSettle: string | null;
  flags: string[];
  tests: ResultTest[];
  /** The first review of its tests. */
  reviewed: ResultReview | null;
}

/** What people, or in a world its truth, said of the records that a claim rests on. */
export interface ResultReview {
  by: 'person' | 'truth';
  /** People who looked; 0 in a world. */
  reviewers: number;
  confirmed: Count;
  rejected: Count;
  planted: Count;
  /** Records of which reviewers said different things; they count as neither. */
  disagreed: Count;
}

/** Two parties on one subject. */
export interface ResultDisagreement {
  subject: string;
  parties: string[];
  claims: string[];
  outcome: 'a-right' | 'b-right' | 'both-by-definition' | 'neither' | 'cannot-tell';
  because: string;
}

/** What the public record alone settles: the only finding about the real incident. */
export interface ResultPublicRecord {
  subject: string;
  finding: string;
  claims: string[];
}

/** A question that a party could answer. */
export interface ResultQuestion {
  party: string;
  question: string;
  claims: string[];
}

/** The whole document. */
export interface Results {
  schema: 'breachscope/results@1';
  sharing: 'publishable' | 'private';
  case: string | null;
  /** Title of the case. */
  title: string | null;
  inputs: ResultInput[];
  drawn: ResultDrawn[];
  kinds: ResultKind[];
  fields: ResultField[];
  people: ResultPeople[];
  windows: ResultWindow[];
  measures: ResultMeasure[];
  claims: ResultClaim[];
  disagreements: ResultDisagreement[];
  publicRecord: ResultPublicRecord[];
  questions: ResultQuestion[];
  /** Verdicts side by side over several worlds; empty for one input. */
  worlds: { world: string; verdicts: Record<string, Verdict> }[];
  ledger: string | null;
  provenance: {
    version: string;
    commit: string | null;
    node: string;
    engine: string;
    seed: string | null;
    ranAt: string;
  };
}

/** The same document with nothing withheld; it lies in the cache folder (0600) and never under `out/`. */
export interface PrivateResults extends Results {
  sharing: 'private';
  private: {
    inputs: {
      name: string;
      path: string;
      bytes: number;
      sha256: string;
      parts: string[];
      rejects: RejectPosition[];
    }[];
    fields: { kind: string; path: string; first: Position; last: Position }[];
  };
}

/** A place in the decoded stream: part from 0, line from 1, byte from 0. */
export interface Position {
  part: number;
  line: number;
  byte: number;
}

/** Where a reject lies and why; never what it says. */
export interface RejectPosition extends Position {
  length: number;
  code: string;
}
