import type { Case } from '../contract/case';
import type { Category } from '../contract/categories';
import type { OnProgress } from '../contract/progress';
import type { Drawn } from '../contract/drawn';
import type { OpenedInput } from '../records/open-input';

/** What one body of evidence is and how it came to be. */
export interface AnalyseOptions {
  files: string[];
  /** null: scope only, no claims. */
  case: Case | null;
  /** Shown instead of "input 1". */
  label?: string | null | undefined;
  /** Answer to how the input was drawn; null takes the proof's word, else `unknown`. */
  drawn?: Drawn | null;
  proofFile?: string | null;
  /** Size of the population, where it is known and no proof says it. */
  population?: number | null;
  /** Truth file of a synthetic world: the input is that world. */
  truthFile?: string | null;
  /** The truth file was found and not named: it is believed where no address could be real; defaults to false. */
  isTruthFound?: boolean | undefined;
  /** `truth`: the world's truth file answers the looks that a person would have to give; results say so. Defaults to nobody. */
  answers?: 'truth' | undefined;
  /** What people said of the records, instead of the cache's; defaults to null. */
  reviewFile?: string | null;
  /** Categories that the user gives to paths; they win over all evidence. */
  overrides?: { path: string; category: Category }[] | undefined;
  /** What the user says belongs together, `A=B`, beside what the case's notes say. */
  joins?: readonly string[] | undefined;
  /** Keeps the working copy beyond seven days without use; defaults to false. */
  keep?: boolean | undefined;
  /** The same files, opened already; closed at the end. */
  opened?: OpenedInput | undefined;
  /** Told what is being done. */
  onProgress?: OnProgress | undefined;
  /** Ends the work. */
  signal?: AbortSignal | undefined;
}
