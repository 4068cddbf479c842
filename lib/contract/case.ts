import type { Category } from './categories';
import type { Reading } from './results';

/** One incident: `data/NAME/`. */
export interface CaseFile {
  title: string;
  /** IANA zone in which the case's dates are meant. */
  zone: string;
  /** Date the incident became public, ISO 8601. */
  published: string;
  populations: { name: string; value: number; source: string }[];
  /** Names of kinds: a document kind has these top-level paths. */
  kinds: Record<string, { has: string[] }>;
  parties: Record<string, { name: string; role: 'researcher' | 'vendor' | 'verifier' | 'press' | 'court' }>;
  probes: Probe[];
  /** Instants at which tokens were renewed. */
  reset: string[];
  /** Measures with parameters: sets of values for `share.of:NAME` and the like. */
  measures: Record<string, CaseMeasure>;
  worlds: string[];
  defaultWorld: string;
  /** Those that are read whole beside it: that something is not in a world shows only where all of it is read. */
  wholeWorlds?: string[];
  seed: string;
  /** What the claims are about, by the subject they name; pages follow this order. */
  subjects?: Record<string, CaseSubject>;
  disagreements?: CaseDisagreement[];
  silences?: CaseSilence[];
  questions?: CaseQuestion[];
}

/** What is said of every claim on one subject. */
export interface CaseSubject {
  /** Why records cannot show it: one sentence, for the claims of this subject that are `outside`. */
  outside?: string;
}

/** Two sides on one subject: ids of parties and of their claims. */
export interface CaseDisagreement {
  subject: string;
  a: { party: string; claims: string[] };
  b: { party: string; claims: string[] };
  /** What must be said beside the outcome, in one sentence. */
  note?: string;
}

/** What nobody said, as far as the sources go: one sentence. */
export interface CaseSilence {
  subject: string;
  finding: string;
  claims: string[];
}

/** A question that is asked while one of its claims is open. */
export interface CaseQuestion {
  party: string;
  question: string;
  claims: string[];
}

/** Someone saw the server open or closed, or says when it was created. */
export interface Probe {
  window: string;
  /** ISO 8601 date or instant. */
  at: string;
  state: 'open' | 'closed' | 'created';
  by: string;
  source: string;
  clockError?: string;
}

/** A measure with parameters that the case names. */
export interface CaseMeasure {
  title: string;
  /** A set of values of a category: the share of people whose field is one of them. */
  category: Category;
  values: string[];
}

/** A note of the case on a field name. */
export interface FieldNote {
  /** Path as in the inventory, or a last key with a leading `*.`. */
  path: string;
  category?: string;
  note?: string;
  /** Whose key a path is: somebody else's keys are not the record's person. */
  whose?: 'own' | 'other';
  /** Two or more where the meaning is disputed. */
  definitions?: { category: string; because: string }[];
}

/** `fields.yaml` of a case. */
export interface FieldNotes {
  /** Id of the main people definition. */
  people?: string;
  /** Largest groups of accounts that shared keys may join into one person, one household. */
  links?: { person?: number; household?: number };
  /** What belongs together: `appointments.patient=patients.id`, the values of the first being keys of the second's table. */
  joins?: string[];
  fields: FieldNote[];
}

/** A row of `sources.csv`. */
export interface Source {
  id: string;
  publisher: string;
  date: string;
  url: string;
  read: string;
  confidence: string;
}

/** How firmly a claim is worded. */
export type Hedge =
  | 'bare'
  | 'about'
  | 'around'
  | 'almost'
  | 'over'
  | 'at-least'
  | 'up-to'
  | 'none'
  | 'some'
  | 'small-number'
  | 'exactly'
  | NoDenial;

/** Words about what a party knows, does or plans, and not about what is there: records can embarrass them and not contradict them. */
export type NoDenial = 'no-evidence' | 'not-aware' | 'never-collected' | 'no-plans';

/** The wording of a claim: what was said, before it becomes a region. */
export interface Wording {
  hedge: Hedge;
  /** A number as it was said; of a share its part of 1, once the case is read: 0.24 for 24 %. */
  value?: number;
  /** What the number counts, in the claim's word. Of a share `%` (24) or `share` (0.24): one of the two must stand there. */
  unit?: string;
  /** Significant digits of the value as written. */
  digits?: number;
  /** The party's own phrase for how many, where the hedge alone does not say it: "a subset". */
  words?: string;
  /** First and last day, or instants, that the claim names: ISO 8601. */
  dates?: { from?: string; to?: string };
}

/** An acceptance region: low ≤ x < high; null is no limit. */
export interface Region {
  low: number | null;
  high: number | null;
}

/** One test of a claim. */
export interface ClaimTest {
  measure: string;
  /** Derived from the wording where absent. */
  region?: Region | Record<Reading, Region>;
  definition?: string;
}

/** A row of `claims.yaml`. */
export interface Claim {
  id: string;
  party: string;
  date: string;
  subject: string;
  said: string;
  wording: Wording | null;
  tests: ClaimTest[];
  /** `public`: a length of time, by its dates; else whether it was said, by its sources, and never whether it is so. */
  testability: 'records' | 'public' | 'outside';
  sources: string[];
  /** Those of its sources that hold the party's own words: its own publication is one without being named. */
  ownWords?: string[];
  /** The party whose statement it reports, where that statement is no claim of the ledger. */
  reports?: string;
  original?: string;
  restates: string[];
  contradicts: string[];
  replaces: string[];
  /** What evidence would settle it, where the records cannot. */
  wouldSettle?: string;
  /** Under what condition it does not exclude the claims it `contradicts`: words to follow "unless". */
  unless?: string;
}

/** A case as loaded: everything the rooms need, nothing unchecked. */
export interface Case {
  name: string;
  dir: string;
  file: CaseFile;
  claims: Claim[];
  sources: Source[];
  notes: FieldNotes;
  /** Hex SHA-256 over claims.yaml and case.yaml. */
  ledger: string;
}
