/**
 * Why tests end as they do: codes with their numbers, as `claims/` hands them on. The sentences are made by `words/` alone.
 * Counts are ready to be printed: 1 to 9 of a real input are `'<10'` here already.
 */
import type { CaseMeasure, NoDenial, Region } from './case';
import type { Count, Reading, TestVerdict } from './results';
import type { UnknownPart, Word } from './unknowns';

/** What keeps an input from standing for everything that was on the server. */
export type Gap =
  /** It was everything, but for documents that could not be read. */
  { code: 'UNREAD'; documents: number } | { code: 'UNKNOWN_DRAW' } | { code: 'NO_RANDOM_DRAW' };

/** A set of values that the case names: what it is called, and the category whose values they are. */
export type NamedSet = Pick<CaseMeasure, 'title' | 'category'>;

/** What is in the input, for one test. `measure` is a measure's id. */
export type Fact =
  /** The input holds nothing that the measure could be counted by. */
  | { code: 'NOT_COUNTED' }
  /** Documents hold the thing, and nothing tells whose they are. */
  | { code: 'OWNERLESS'; measure: string; documents: Count }
  /**
   * People who have what the measure counts, of those examined; null where documents were drawn and not people. `nobodys`:
   * further documents that hold it and whose person could not be told.
   */
  | { code: 'HOLDERS'; measure: string; count: Count; examined: number | null; nobodys: Count }
  /** Different things or documents. */
  | { code: 'THINGS'; measure: string; count: Count }
  /** People with a value of the set, of those with the field filled; the share, 0 to 1, where it may be said. */
  | {
      code: 'SHARE';
      measure: string;
      set: NamedSet | null;
      count: Count;
      outOf: number;
      share: number | null;
    }
  /** The same of all people where the records do not tell of everybody: the share lies between two, where they may be said. */
  | {
      code: 'SHARE_OF_ALL';
      set: NamedSet | null;
      count: Count;
      outOf: number;
      bounds: { untold: number; least: number; most: number } | null;
    };

/** Who confirmed the records that so small a count rests on. */
export interface Confirmation {
  by: 'truth' | 'people';
  /** People who looked; 0 for a truth. */
  reviewers: number;
  /** How many of the records they confirmed; null: all of them. */
  confirmed: Count | null;
}

/** What 95 % confidence limits say of a number. */
export type Limits =
  /** Nothing was sampled; documents that could not be read, null where there are none. */
  | { code: 'EXAMINED'; unread: number | null }
  /** Certain limits, by how many people there are in all; on whose word that number rests. */
  | { code: 'OF_ALL'; population: number; word: Word }
  /** Shares lie in [0, 1]; counts are whole people of a population of this size, null where it is not known. */
  | { code: 'INTERVAL'; low: number; high: number; population: number | null };

/** A part of the account that leaves a claim open, with its size: documents or fields; null where nobody knows how many. */
export interface UnknownFact {
  part: UnknownPart;
  size: Count | null;
}

/** How a claimed number and the limits meet. */
export type Meeting =
  | { code: 'FITS' }
  | { code: 'RULED_OUT' }
  /** The readings of the wording do not end alike. */
  | { code: 'BY_READING'; readings: { reading: Reading; verdict: TestVerdict; taken: Region }[] }
  /** Open: those of whom the records do not tell could make it right or wrong. */
  | { code: 'UNTOLD' }
  | { code: 'GAP'; gap: Gap }
  /** It lies outside the limits, but among so many claims one such miss can be chance. */
  | { code: 'CHANCE' }
  | { code: 'TOO_FEW' }
  /** The input could never have decided it. */
  | { code: 'OUT_OF_REACH'; untold: boolean };

/** What follows from the facts of one test, or of several alike (`together`). */
export type Conclusion =
  /** The wording names nothing that could be counted. */
  | { code: 'NO_REGION' }
  /** "A small number", and nobody has counted of how many. */
  | { code: 'SMALL_OF_UNKNOWN' }
  /** The words are about what somebody knows, does or plans. */
  | { code: 'NO_DENIAL'; hedge: NoDenial }
  | { code: 'NOT_COUNTED' }
  /** A property of all documents together, of which a part says nothing. */
  | { code: 'NOT_EXTRAPOLATED' }
  /** Nobody has the field filled that the share is taken of. */
  | { code: 'EMPTY_DENOMINATOR' }
  /** The number went into the draw. */
  | { code: 'IS_INPUT'; population: number }
  /** Other units were drawn than the measure counts; null where the draw was not random. */
  | { code: 'OTHER_UNIT'; measure: string; drawn: DrawnThings | null }
  | { code: 'CONVENIENCE'; gap: Gap }
  /** Documents were drawn, and nobody knows how many each person has. */
  | { code: 'SIZE_BIASED' }
  | { code: 'FEW_CLUSTERS' }
  /** How many there are in all is not known. */
  | { code: 'NO_FRAME' }
  /** Two copies of which neither is a random draw. */
  | { code: 'DEPENDENT_CAPTURES' }
  /** So few may be errors or planted: somebody must look at the records. */
  | { code: 'NEEDS_REVIEW' }
  /** `but`: documents that could not be read and may be left out; null: there are none. */
  | { code: 'EVERYTHING_EXAMINED'; but: number | null }
  /** What is not known of the count leaves it open; `taken`: the claimed number, null where none was. */
  | { code: 'UNKNOWN'; parts: UnknownFact[]; taken: { region: Region; share: boolean } | null }
  /** A single one contradicts that there was none. */
  | { code: 'ONE_CONTRADICTS'; confirmed: Confirmation | null }
  | { code: 'WAS_THERE'; confirmed: Confirmation | null; together: boolean }
  /** Nobody was found, and at 95 % confidence at most so many have it. */
  | { code: 'AT_MOST'; measure: string; most: number; population: number | null; together: boolean }
  /** Only everything could show that there was none. */
  | { code: 'ABSENCE_OPEN'; gap: Gap }
  /** Others may have it. */
  | { code: 'PRESENCE_OPEN'; gap: Gap }
  /** A number was claimed, taken as the region. */
  | { code: 'NUMBER'; share: boolean; taken: Region; limits: Limits | null; meeting: Meeting };

/** What a random draw was of. */
export type DrawnThings = 'groups' | 'documents' | 'people';

/** Why one test, or several that ended alike, ended so. */
export interface ReasonOfTests {
  facts: Fact[];
  conclusion: Conclusion;
}

/** What the thing claimed is taken to be. */
export type Definition =
  /** In the ledger's own words. */
  | { code: 'STATED'; text: string }
  /** A share, among the people with a value of the category, or among all. */
  | { code: 'AMONG_HOLDERS'; category: string }
  | { code: 'AMONG_ALL' }
  /** A field whose meaning is disputed, under the name that the case gives it (null: it gives none): the category itself. */
  | { code: 'TAKEN_FOR'; field: string | null; category: string }
  /** The same field: other categories, or just not this one where nobody says what else. */
  | { code: 'NOT_TAKEN_FOR'; field: string | null; category: string; others: string[] };
