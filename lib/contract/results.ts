import type { SealNamed } from './draw/seal';
import type { Drawn } from './drawn';
import type { JoinGround, JoinStanding } from './people';
import type { Words } from './unknowns';

/**
 * The published document of a run. Every page, chart and table is made from it and from nothing else.
 * The form is fixed in docs/contract.md; `schemas/results.schema.json` checks it.
 */

/** A count that may be published: `'<10'` stands for 1 to 9, `'withheld'` for a number that would give a `'<10'` back. 0 is said. */
export type Count = number | '<10' | 'withheld';

/** Whether a count is so small that it is hidden where people are real. */
export function isSmall(count: number): boolean {
  return count >= 1 && count <= 9;
}

/** A count as it may be said of real people, whatever else is published. */
export function hideSmall(count: Count): Count {
  return typeof count === 'number' && isSmall(count) ? '<10' : count;
}

/** Whether a value is one of the texts that stand for a hidden count. */
export function isHidden(value: unknown): value is Exclude<Count, number> {
  return value === '<10' || value === 'withheld';
}

/** Verdicts in the order in which pages list them. */
export const VERDICTS = ['supported', 'refuted', 'undecided', 'not-testable', 'disputed-definition'] as const;

/** What the records allow to say of a claim. */
export type Verdict = (typeof VERDICTS)[number];

/** What one test of a claim can come to. */
export type TestVerdict = Exclude<Verdict, 'disputed-definition'>;

/** How strictly a wording is taken. */
export type Reading = 'strict' | 'conventional' | 'lenient';

/** What became of an input or of one of its parts. */
export type Status = 'complete' | 'partial' | 'refused' | 'crashed';

/** The synthetic world that an input is. */
export interface ResultWorldOfInput {
  /** Name of the world. */
  world: string;
  /** What its records were made from. */
  seed: string;
}

/** Documents in all as an input itself states them. */
export interface DeclaredTotal {
  /** Documents. */
  value: number;
  /** `eq`: that many; `gte`: at least so many. */
  relation: 'eq' | 'gte';
}

/** What of an input may hold documents and was not read. */
export interface ResultUnread {
  /** The most documents there may be; null where a part broke off or a file was left aside, and nobody knows how many. */
  documents: number | null;
  /** Files and members of archives that were left aside. */
  files: number;
  /** Ids of the categories that claims speak of and whose names stand in refused documents; null where nobody could look. */
  named: string[] | null;
}

/** One body of evidence, as it may be published. */
export interface ResultInput {
  /** `input 1`, or what `--label` names it; never a file's name. */
  label: string;
  /** The world that made it up, and the seed; null for an input that is not known to be made up. */
  synthetic: ResultWorldOfInput | null;
  /** HMAC-SHA-256 of the digests of its files, in order, under the kit's one key; hex. */
  commitment: string;
  /** Texts that were read: files and members of archives. */
  parts: number;
  /** `ndjson`, `csv`, `sql` …; `mixed` where parts differ, as in the next three. */
  format: string;
  /** What stood round each document, such as `elasticsearch-hit`; null for nothing. */
  envelope: string | null;
  /** `utf-8`, `utf-16le`, `latin-1` … */
  encoding: string;
  /** What the text was unpacked from, innermost first: `gzip`, `tar.gzip`; null for nothing. */
  compression: string | null;
  /** What became of it. */
  status: Status;
  /** The first of `rejectCounts` in the order of docs/errors.md, or why nothing could be read; null where all was. */
  code: string | null;
  /** Documents read. With the next four they are all that is in the input: no count of these is ever hidden. */
  documents: number;
  /** Documents, or lines that should be one, that could not be read. */
  rejected: number;
  /** Lines, files and members that were passed over; those that may hold documents are in `unread`. */
  skipped: number;
  /** What may hold documents and was not read. */
  unread: ResultUnread;
  /** Deletions in a bulk file. */
  deleted: number;
  /** Lines of a bulk file that only say what to do with the document after them. */
  actionLines: number;
  /** null where it states none. */
  declaredTotal: DeclaredTotal | null;
  /** Rejects by code. */
  rejectCounts: Record<string, number>;
  /** Codes of what was noticed, some with a rule behind a colon. */
  warnings: string[];
}

/** How one input was drawn. `kind` after the check of the proof, `asked` before. */
export interface ResultDrawn {
  /** Index of the input. */
  input: number;
  /** How it was drawn, as far as its proof could be checked. */
  kind: Drawn;
  /** How it was said to be drawn. */
  asked: Drawn;
  /** Measure id of what was drawn; null where nothing was drawn at random. */
  unit: string | null;
  /** Units in all; null where that is not known. */
  population: number | null;
  /** `checked`: a proof was given and holds. */
  proof: 'checked' | 'none';
  /** All documents of those who were seen are shown to have been read. */
  whole: boolean;
  /** What was fixed before the records were opened, where the proof names it and it fits; null where nothing was. */
  seal: SealNamed | null;
  /** On whose word each of these rests. */
  words: Words;
}

/** One kind of document. */
export interface ResultKind {
  /** `k0`, `k1` … by number of documents. */
  id: string;
  /** The case's name of it, else its table's or a common word that its file is called by, else its place: `table 3`. */
  label: string;
  /** Index of the input. */
  input: number;
  /** Documents of the kind. */
  documents: Count;
}

/** What else a path may hold. */
export interface ResultAlternative {
  /** Id of the category. */
  category: string;
  /** Share of right answers to expect at this score, 0 to 1. */
  confidence: number;
}

/** What a path may be taken to hold where its meaning is disputed. */
export interface ResultDefinition {
  /** Id of the category. */
  category: string;
  /** Why, in one sentence. */
  because: string;
}

/** One path of one kind of document. */
export interface ResultField {
  /** Id of the kind of document. */
  kind: string;
  /** Keys joined by dots (docs/contract.md, Path); a key that may be a value is shown by its number. */
  path: string;
  /** Documents of the kind. */
  documents: Count;
  /** Documents in which the path occurs, null included. */
  present: Count;
  /** Documents with at least one value there that is neither null nor white space. */
  filled: Count;
  /** Occurrences, nulls and each element of an array included. */
  values: Count;
  /** Different texts among filled values, nothing folded; null where they were not counted. */
  distinct: Count | null;
  /** Occurrences by type: `string`, `number`, `null` … */
  types: Record<string, Count>;
  /** Id of the category that it holds; `unknown` for none. */
  category: string;
  /** Share of right answers to expect at this score, 0 to 1. */
  confidence: number;
  /** Why it is taken for that, as clauses. */
  why: string[];
  /** What else it may hold, the likeliest first. */
  alternatives: ResultAlternative[];
  /** What it may be taken to hold and why: two or more where the meaning is disputed, else none. */
  definitions: ResultDefinition[];
  /** Data class of Have I Been Pwned; null where it has none. */
  hibp: string | null;
  /** VERIS `attribute.confidentiality.data.variety`; null where it has none. */
  veris: string | null;
  /** Personal data as the GDPR defines them; `special`: of its Article 9. */
  gdpr: 'none' | 'personal' | 'special';
}

/** What a limit on the size of linked groups did to a count of people. */
export interface ResultLinks {
  /** Most accounts that count as one person. */
  limit: number;
  /** Groups above it, which fell apart. */
  cut: number;
  /** People, had there been no limit. */
  withoutLimit: Count;
  /** People, had devices joined nobody. */
  withoutDevices: Count;
}

/** One way of counting people. */
export interface ResultPeople {
  /** Measure id: `people.accounts`, `people.emails-l2` … */
  id: string;
  /** The definition under which shares and `people.with…` are counted. */
  main: boolean;
  /** Who counts as one person, in one sentence. */
  definition: string;
  /** `accounts`, `e-mail addresses`, `phone numbers`, `people`. */
  unit: string;
  /** Where its key stands: "kind: path". */
  keys: string[];
  /** People in the input. */
  count: Count | null;
  /** People in the population, at least, at 95 % confidence; null where nothing follows. */
  low: Count | null;
  /** People in the population, at most, at 95 % confidence; null where nothing follows. */
  high: Count | null;
  /** Code of why nothing follows for the population; null where something does. */
  refused: string | null;
  /** The fewest and the most people in the input that the definition itself leaves open; null where it leaves nothing open. */
  range: [Count, Count] | null;
  /** What the limit on linked groups did; null where nothing is linked. */
  links: ResultLinks | null;
}

/** Two columns of the input that belong together, over which people are told. */
export interface ResultJoin {
  /** Whose values are keys of another table: "kind: path". */
  from: string;
  /** The column in which those keys stand: "kind: path". */
  to: string;
  /** `said` by the user; `declared` in the dump; `names` of columns and tables say so too; `values`: nothing but they. */
  ground: JoinGround;
  /** Different values at `from`. */
  values: Count;
  /** Those of them that stand at `to`. */
  matched: Count;
  /** Those that stand for several people there, and so join nobody. */
  ambiguous: Count;
  /** `used`: people are counted over it; `weaker`: another of the same column is; `unsure`: another is as strong, and neither is. */
  standing: JoinStanding;
  /** The columns of further tables over which its documents come to their people: "kind: path". */
  over: string[];
}

/** An exposure window as an interval-censored set: each end lies between two instants. */
export interface ResultWindow {
  /** The case's name of the server or window. */
  id: string;
  /** Names of the parties whose word the dates rest on. */
  by: string[];
  /** Seen closed and seen open, between which it was opened: ISO 8601; null where nobody saw it closed before. */
  start: [string | null, string];
  /** Seen open and seen closed, between which it was closed: ISO 8601; null where nobody saw it closed after. */
  end: [string, string | null];
  /** IANA zone in which the days are counted. */
  zone: string;
  /** Days from opening to closing, fewest and most; null: no upper limit. */
  elapsedDays: [number, number | null];
  /** The same with the first and the last day both counted. */
  inclusiveDays: [number, number | null];
  /** Days, the longest time between two sightings; null with fewer than two. */
  largestGapDays: number | null;
}

/** A named quantity: what is in the input (`inFile`, exact) and what follows for the population. */
export interface ResultMeasure {
  /** Measure id: `people.with:email`; `contract/measure-table.ts` has them all. */
  id: string;
  /** What is counted, in words. */
  title: string;
  /** What the numbers count: `people`, `documents`, `devices`, `tokens`, `days`, `instant` (ms since 1970, UTC); `share`: 0 to 1. */
  unit: string;
  /** Id of the denominator; null where there is none. */
  of: string | null;
  /** Id of the people definition used; null where people are not counted. */
  under: string | null;
  /** What is in the input, exact, in `unit`; null where there is nothing to count. */
  inFile: Count | null;
  /** Best estimate for the population, in `unit`; null where none follows. */
  value: Count | null;
  /** Lower limit for the population, in `unit`; null where there is none. */
  low: Count | null;
  /** Upper limit for the population, in `unit`; null where there is none. */
  high: Count | null;
  /** Coverage of the limits, 0 to 1; 1 where nothing was sampled. */
  level: number;
  /** Which limits there are. */
  side: 'both' | 'lower' | 'upper';
  /** Of a share: how many in the input hold the thing; else null. */
  numerator: Count | null;
  /** Units examined; null where that is not known. */
  examined: Count | null;
  /** How value and limits were computed. */
  method: string;
  /** Why nothing follows for the population: a code of the error registry; null where something does. */
  refused: string | null;
  /** What evidence would say more; null where nothing is missing. */
  wouldSettle: string | null;
  /** What is not known of it, which its upper limit allows for; null where it describes the input alone. */
  unknowns: ResultUnknowns | null;
}

/** What stands between a count and what is true: each part may hold more of the thing. */
export interface ResultUnknowns {
  /** Documents that could not be read; null: nobody knows how many. */
  unread: number | null;
  /** Documents that hold the thing and do not say whose it is. */
  nobodys: Count;
  /** Fields that could hold the thing and that nobody looked at. */
  opaque: number;
  /** People (documents, where nobody can be told apart) with a value in one of them who are not counted yet. */
  inOpaque: Count;
}

/** One test of a claim: one measure, one definition, three readings. */
export interface ResultTest {
  /** Measure id. */
  measure: string;
  /** What the thing claimed is taken to be; null where only one thing can be meant. */
  definition: string | null;
  /** What each reading of the wording comes to. */
  readings: Record<Reading, Verdict>;
  /** What each reading takes the wording to mean, such as "23,500 to 24,499"; null where it names no number. */
  taken: Record<Reading, string | null>;
  /** The claim in short, and what numbers it allows as words are usually taken; absent where it names none. */
  claimed?: { inShort: string; low: number | null; high: number | null };
  /** What the readings come to together. */
  verdict: Verdict;
  /** Why, in one sentence. */
  because: string;
  /** Of the records that this test rests on; null where it rests on none, or nobody looked. */
  reviewed: ResultReview | null;
}

/** One claim and what the evidence allows to say of it. */
export interface ResultClaim {
  /** Id in the case's ledger. */
  id: string;
  /** Name of the party whose claim it is. */
  party: string;
  /** When it was said, ISO 8601. */
  date: string;
  /** What was said, in the ledger's words. */
  said: string;
  /** What it is about; claims of one subject stand together. */
  subject: string;
  /** "publisher, date, address". */
  sources: string[];
  /** What can decide it: records, the public record alone, or neither. */
  basis: 'records' | 'public' | 'outside';
  /** What its tests, or the dates that a length of time speaks of, come to; null: only whether it was said can be told. */
  verdict: Verdict | null;
  /** Whether it was said, where that is all that can be told; null where there is a verdict. It is no verdict: its truth is not judged. */
  onRecord: OnRecord | null;
  /** Why, in a sentence or two. */
  because: string;
  /** What evidence would settle it; null where it is decided or nothing would. */
  wouldSettle: string | null;
  /** The least that would turn a verdict on records over, in one sentence; null without such a verdict. */
  turnsOver: string | null;
  /** Of `reading-dependent`, `vague`, `weak`, `needs-review`, `retelling`. */
  flags: string[];
  /** None where no record was laid beside it. */
  tests: ResultTest[];
  /** The first review of its tests. */
  reviewed: ResultReview | null;
}

/** What the public record shows of a statement. */
export interface OnRecord {
  /** The party's own words are there; several sources report it; one does; or the party's own words are others. */
  code: 'own-words' | 'several-sources' | 'one-source' | 'other-words';
  /** Who published that. */
  publishers: string[];
}

/** What people, or in a world its truth, said of the records that a claim rests on. */
export interface ResultReview {
  /** Who answered: people, or the truth of a world. */
  by: 'person' | 'truth';
  /** People who looked; 0 in a world. */
  reviewers: number;
  /** Records that are what they seem. */
  confirmed: Count;
  /** Records that are something else. */
  rejected: Count;
  /** Records that somebody made up. */
  planted: Count;
  /** Records of which reviewers said different things; they count as neither. */
  disagreed: Count;
}

/** Two parties on one subject. */
export interface ResultDisagreement {
  /** What it is about. */
  subject: string;
  /** Names of the two parties: a, then b. */
  parties: string[];
  /** Ids of the claims, those of a first. */
  claims: string[];
  /** Which of them is borne out. */
  outcome: 'a-right' | 'b-right' | 'both-by-definition' | 'neither' | 'cannot-tell';
  /** Why, in a sentence or two. */
  because: string;
}

/** What the public record alone settles: the only finding about the real incident. */
export interface ResultPublicRecord {
  /** What it is about. */
  subject: string;
  /** In a sentence or two. */
  finding: string;
  /** Ids of the claims that it is about. */
  claims: string[];
}

/** A question that a party could answer. */
export interface ResultQuestion {
  /** Name of the party to be asked. */
  party: string;
  /** What to ask. */
  question: string;
  /** Ids of the claims that the answer may settle. */
  claims: string[];
}

/** What was run, so that it can be run again. */
export interface ResultProvenance {
  /** Of the kit. */
  version: string;
  /** Of the kit's repository; null outside a checkout. */
  commit: string | null;
  /** Version of Node.js. */
  node: string;
  /** Version of the database engine. */
  engine: string;
  /** Seed of the world or of the draw; null where there is none. */
  seed: string | null;
  /** ISO 8601, UTC. */
  ranAt: string;
}

/** What one world makes of the claims. */
export interface ResultWorld {
  /** Name of the world. */
  world: string;
  /** By claim id; claims without a verdict are left out. */
  verdicts: Record<string, Verdict>;
}

/** The whole document. */
export interface Results {
  /** Form of the document; docs/contract.md has it. */
  schema: 'breachscope/results@2';
  /** `private`: made with `--exact`, with nothing withheld. */
  sharing: 'publishable' | 'private';
  /** Name of the case; null without one. */
  case: string | null;
  /** Title of the case. */
  title: string | null;
  /** None where only the public record was asked. */
  inputs: ResultInput[];
  /** One for each input. */
  drawn: ResultDrawn[];
  /** Kinds of document, by number of documents. */
  kinds: ResultKind[];
  /** The inventory: every path of every kind. */
  fields: ResultField[];
  /** Every way of counting people; empty where nothing tells them apart. */
  people: ResultPeople[];
  /** What was joined so that people are told, and what would have been but for a stronger join; empty where nothing was. */
  joins: ResultJoin[];
  /** How long each server stood open, on the parties' word. */
  windows: ResultWindow[];
  /** Every named quantity. */
  measures: ResultMeasure[];
  /** Every claim of the case, in the order of its ledger. */
  claims: ResultClaim[];
  /** What the records say where two parties contradict each other. */
  disagreements: ResultDisagreement[];
  /** What needs no records. */
  publicRecord: ResultPublicRecord[];
  /** What to ask whom while a claim is open. */
  questions: ResultQuestion[];
  /** Verdicts side by side over several worlds; empty for one input. */
  worlds: ResultWorld[];
  /** Hex SHA-256 over claims.yaml and case.yaml; null without a case. */
  ledger: string | null;
  /** What was run. */
  provenance: ResultProvenance;
}

/** A file of an input. */
export interface PrivateInput {
  /** Its name, without folders. */
  name: string;
  /** As it was given. */
  path: string;
  /** Size, bytes. */
  bytes: number;
  /** Hex digest of its bytes. */
  sha256: string;
  /** Names of the parts that were read from it. */
  parts: string[];
  /** Where it could not be read. */
  rejects: RejectPosition[];
}

/** Where a path of the inventory occurs. */
export interface PrivateField {
  /** Id of the kind of document. */
  kind: string;
  /** As it is written, nothing masked. */
  path: string;
  /** First occurrence. */
  first: Position;
  /** Last occurrence. */
  last: Position;
}

/** The same document with nothing withheld; it lies in the cache folder (0600) and never under `out/`. */
export interface PrivateResults extends Results {
  /** Never for publication. */
  sharing: 'private';
  /** What no published document holds. */
  private: {
    /** The files. */
    inputs: PrivateInput[];
    /** The paths. */
    fields: PrivateField[];
    /** Names that the case knows, which may be shared. */
    names: string[];
  };
}

/** A place in the decoded stream. */
export interface Position {
  /** From 0. */
  part: number;
  /** From 1. */
  line: number;
  /** From 0, in the decoded text. */
  byte: number;
}

/** Where a reject lies and why; never what it says. */
export interface RejectPosition extends Position {
  /** Bytes. */
  length: number;
  /** Of the error registry. */
  code: string;
}
