import type { judge } from '../claims/judge';
import type { Evidence } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { CountedPeople, FoundJoin } from '../contract/people';
import type { ResultMeasure, ResultUnread } from '../contract/results';
import type { Proof, Truth } from '../contract/truth';
import type { OpenedInput } from '../records/open-input';
import type { AnalyseOptions } from './analyse-options';

/** Everything that is known of one input before it becomes a document. */
export interface Study {
  options: AnalyseOptions;
  opened: OpenedInput;
  truth: Truth | null;
  /** Only where it was checked and holds. */
  proof: Proof | null;
  kindNames: Record<string, string>;
  /** Names of the input that the case knows. */
  knownNames: string[];
  fields: Field[];
  people: CountedPeople;
  /** What was joined so that people are told. */
  joins: FoundJoin[];
  evidence: Evidence;
  unread: ResultUnread;
  measures: ResultMeasure[];
  judged: ReturnType<typeof judge> | null;
  /** The input is no known world, yet carries the marks of synthetic data. */
  looksSynthetic: boolean;
  /** The looks at paths and records were answered by the world's truth file. */
  isAnsweredByTruth: boolean;
  /** A truth that nobody named calls it a world, and it holds addresses that no world has. */
  isTruthDoubted: boolean;
}
