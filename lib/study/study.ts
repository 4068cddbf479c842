import type { judge } from '../claims/judge';
import type { Case } from '../contract/case';
import type { Category } from '../contract/categories';
import type { Drawn } from '../contract/drawn';
import type { Evidence } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { CountedPeople } from '../contract/people';
import type { OnProgress } from '../contract/progress';
import type { ResultMeasure } from '../contract/results';
import type { Proof, Truth } from '../contract/truth';
import type { OpenedInput } from '../records/open-input';

/** What one body of evidence is and how it came to be. */
export interface AnalyseOptions {
  files: string[];
  /** null: scope only, no claims. */
  case: Case | null;
  /** Shown instead of "input 1". */
  label?: string;
  /** Answer to how the input was drawn; null takes the proof's word, else `unknown`. */
  drawn?: Drawn | null;
  proofFile?: string | null;
  /** Size of the population, where it is known and no proof says it. */
  population?: number | null;
  /** Truth file of a synthetic world: the input is that world. */
  truthFile?: string | null;
  /** What people said of the records, instead of the cache's; defaults to null. */
  reviewFile?: string | null;
  /** Categories that the user gives to paths; they win over all evidence. */
  overrides?: { path: string; category: Category }[];
  keep?: boolean;
  /** The same files, opened already; closed at the end. */
  opened?: OpenedInput;
  onProgress?: OnProgress;
  signal?: AbortSignal;
}

/** Everything that is known of one input before it becomes a document. */
export interface Study {
  options: AnalyseOptions;
  opened: OpenedInput;
  truth: Truth | null;
  proof: Proof | null;
  kindNames: Record<string, string>;
  fields: Field[];
  people: CountedPeople;
  evidence: Evidence;
  measures: ResultMeasure[];
  judged: ReturnType<typeof judge> | null;
  /** The input is no known world, yet carries the marks of synthetic data. */
  looksSynthetic: boolean;
}
