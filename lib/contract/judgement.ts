/** What `claims/` hands on of a case: verdicts with their reasons, which `words/` makes sentences of. */
import type { Region, Source, Wording } from './case';
import type { Definition, ReasonOfTests } from './reasons';
import type {
  Count,
  OnRecord,
  Reading,
  ResultClaim,
  ResultDisagreement,
  ResultPublicRecord,
  ResultQuestion,
  ResultTest,
} from './results';

/** A span of time as a claim names it: first and last day, or two instants, ISO 8601. */
export interface Span {
  from: string;
  to: string;
}

/** How long a span is: by the day, elapsed (with both days counted it is one more); else in minutes. */
export interface SpanLength {
  value: number;
  unit: 'days' | 'minutes';
}

/** A duration as it was said: `minutes`, `hours`, `days`, `weeks` or `months`. */
export interface SaidDuration {
  value: number;
  unit: string;
}

/** How a duration that was said lies beside one span of dates. */
export interface DatesFit {
  span: Span;
  length: SpanLength;
  /** The party that named the dates; null: the claim itself. */
  namedBy: string | null;
  /** Counted in which way it fits: as elapsed, with the first and the last day, in both ways or in neither. */
  fits: 'both' | 'elapsed' | 'inclusive' | 'neither';
}

/** Why a claim ends as it does. */
export type ClaimReason =
  | { code: 'NOTHING_TESTED' }
  /** `names`: what the ledger takes the thing claimed for. */
  | { code: 'TESTED'; names: Definition[]; reasons: ReasonOfTests[] }
  /** Under each definition another reason; `decided`: and under one of them it is decided. */
  | {
      code: 'BY_DEFINITION';
      decided: boolean;
      definitions: { names: Definition[]; reasons: ReasonOfTests[] }[];
    }
  /** Records cannot show it; why is in the case, null where it says nothing. */
  | { code: 'OUTSIDE'; why: string | null }
  | { code: 'NO_RECORDS' }
  /** A duration beside the dates that it speaks of, and those that others name for the same. */
  | { code: 'DATES'; said: SaidDuration; own: DatesFit; others: DatesFit[] }
  /** Whether a statement is on record, by its sources: `retold` where the claim reports somebody else's. */
  | {
      code: 'ON_RECORD';
      retold: boolean;
      /** Names of those whose statement it is. */
      by: string[];
      record: OnRecord;
      /** What the party's statement is on record as, where that is in other words. */
      instead: string[];
    };

/** What evidence would settle an open claim. */
export type Settles =
  /** In the ledger's own words. */
  | { code: 'STATED'; text: string }
  | { code: 'EVERYTHING' }
  /** Everything, to show that there is none; one confirmed record shows the opposite. */
  | { code: 'NONE' }
  /** One confirmed record; that there is none takes everything. */
  | { code: 'SOME' }
  | { code: 'RANDOM_DRAW' }
  /** About so many people of the population, or everything. */
  | { code: 'DRAW'; people: number; population: number }
  /** A look into documents that could not be read, and at the records that were found. */
  | { code: 'UNREAD'; documents: number; andFound: boolean }
  | { code: 'REVIEW'; case: string; claim: string }
  | { code: 'SIZE_BIASED' }
  | { code: 'FEW_CLUSTERS' }
  | { code: 'NO_FRAME' }
  | { code: 'NOT_TOLD' }
  /** A look at so many fields that could hold the thing. */
  | { code: 'LOOK'; case: string; paths: number }
  /** Part of the input broke off: all of it. */
  | { code: 'WHOLE_INPUT' }
  /** What says whose the documents are. */
  | { code: 'OWNERS' }
  /** A proof that lists the documents that were drawn. */
  | { code: 'BOUND_PROOF' }
  | { code: 'DEPENDENT_CAPTURES' }
  /** Of whom a share is meant to be. */
  | { code: 'WHOSE_SHARE' }
  | { code: 'FIELD_DESCRIPTION' }
  | { code: 'STATEMENT' }
  /** When something began and ended. */
  | { code: 'INSTANTS' }
  | { code: 'RECORDS' }
  /** Under each definition something else. */
  | { code: 'BY_DEFINITION'; definitions: { name: Definition | null; settles: Settles }[] };

/** The least that would turn a verdict over, of what its tests rest on. */
export interface Turns {
  /** So many of those found are none: planted, misread, somebody else's. */
  fewer: { measure: string; count: Count; all: boolean } | null;
  /** So many more have it than anybody saw. */
  more: { measure: string; count: Count } | null;
}

/** Why a disagreement ends as it does; `reason` is that of the claim that decided it. */
export type DisagreementReason =
  | { code: 'BORNE_OUT'; right: string; wrong: string; reason: ClaimReason }
  | { code: 'BOTH_CONTRADICTED'; reason: ClaimReason }
  | { code: 'BOTH_BY_DEFINITION'; reason: ClaimReason }
  | { code: 'BOTH_BORNE_OUT'; reason: ClaimReason }
  /** One side is decided, and of the other the records cannot say anything: nobody is right or wrong by that. */
  | {
      code: 'ONE_SIDE';
      party: string;
      backed: boolean;
      reason: ClaimReason;
      other: string;
      otherReason: ClaimReason;
    }
  | { code: 'NOT_DECIDED'; reason: ClaimReason }
  | { code: 'CANNOT_TELL'; reason: ClaimReason }
  /** Records cannot show what it is about, as the case says why. */
  | { code: 'OUTSIDE'; why: string }
  | { code: 'NO_RECORDS' };

/** What one party named: a first day, a last day, or both. */
export type NamedDates = Partial<Span> & { party: string };

/** What the public record settles. */
export type PublicReason =
  /** How long a span is, and who said a length that agrees with it or does not. */
  | {
      code: 'DURATION';
      span: Span;
      length: SpanLength;
      namedBy: string;
      agree: (SaidDuration & { party: string })[];
      disagree: (SaidDuration & { party: string })[];
    }
  /** Dates of which at most one can be right, unless what a party may mean holds. */
  | { code: 'DATES'; named: Span & { party: string }; others: NamedDates[]; unless: PartyText[] }
  /** What a party said first, then, and last. */
  | { code: 'CHANGED'; party: string; subject: string; steps: DatedText[] }
  /** Statements that do not fit together as they are worded; null: whatever else holds. */
  | { code: 'EXCLUDED'; unless: string | null; statements: DatedText[] }
  /** What nobody said, in the case's words. */
  | { code: 'SILENCE'; text: string };

/** A text of the ledger and whose it is. */
export interface PartyText {
  party: string;
  text: string;
}

/** A statement of the ledger and its day, ISO 8601. */
export interface DatedText {
  date: string;
  text: string;
}

/** A test as `claims/` judged it: the published one with types in place of words. */
export interface TestJudgement extends Omit<ResultTest, 'definition' | 'taken' | 'claimed' | 'because'> {
  definition: Definition | null;
  wording: Wording | null;
  taken: Record<Reading, Region | null>;
  reason: ReasonOfTests;
}

/** A claim as `claims/` judged it. */
export interface ClaimJudgement extends Omit<
  ResultClaim,
  'sources' | 'because' | 'wouldSettle' | 'turnsOver' | 'tests'
> {
  sources: Source[];
  reason: ClaimReason;
  settles: Settles | null;
  /** The least that would turn it over; null where records do not decide it. */
  turns: Turns | null;
  tests: TestJudgement[];
}

/** A disagreement as `claims/` judged it. */
export interface DisagreementJudgement extends Omit<ResultDisagreement, 'because'> {
  reason: DisagreementReason;
  /** What the case says beside the outcome, in one sentence; null for nothing. */
  note: string | null;
}

/** What the public record alone settles, as `claims/` found it. */
export interface PublicFinding extends Omit<ResultPublicRecord, 'finding'> {
  reason: PublicReason;
}

/** What the evidence allows to say of a case's claims, before it is put into words. */
export interface Judgement {
  claims: ClaimJudgement[];
  disagreements: DisagreementJudgement[];
  publicRecord: PublicFinding[];
  questions: ResultQuestion[];
}
