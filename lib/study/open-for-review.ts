import { readResults } from './read-results';
import type { Case } from '../contract/case';
import type { Category } from '../contract/categories';
import { AnalysisError } from '../contract/errors';
import type { Field } from '../contract/field';
import type { People } from '../contract/people';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { classifyFields } from '../fields/classify-fields';
import { findPeople } from '../people/find-people';
import type { OpenedInput } from '../records/open-input';
import { findSideFiles } from './find-side-files';
import { newestRun } from './leak/newest-run';
import { openBeside } from './open-beside';
import { filesBehind } from './private-document';
import { requirePaths } from './require-paths';
import { syntheticMarks } from './synthetic-marks';

/** An input as far as it must be known to look at its records. */
export interface InputForReview {
  opened: OpenedInput;
  fields: Field[];
  people: People;
  /** A truth beside the files says that they are a world, and nothing in them speaks against it. */
  isWorld: boolean;
}

/** How an input is opened for a review. */
export interface ReviewOptions {
  /** Categories that the user gives to paths; defaults to none. */
  overrides?: { path: string; category: Category }[];
  signal?: AbortSignal;
}

/**
 * Opens an input to look at its records, and makes sure that it is the input that was counted.
 *
 * @param caseFolder whose notes say what paths hold; null: no case
 * @throws what `openInput` throws; INPUT_CHANGED, PATH_UNKNOWN
 */
export async function openForReview(
  caseFolder: Case | null,
  files: string[],
  { overrides = [], signal }: ReviewOptions = {},
): Promise<InputForReview> {
  const { opened, side } = await openBeside(files, findSideFiles(files), { signal });
  try {
    await opened.confirm();
    requirePaths(opened.store.manifest, overrides);
    const notes = caseFolder?.notes ?? null;
    const taxonomy = loadTaxonomy();
    const fields = await classifyFields(opened.store, taxonomy, notes, overrides);
    const people = await findPeople(opened.store, fields, { notes, providers: taxonomy.mailProviders });
    const isWorld = side.found !== null && (await syntheticMarks(opened.store, fields)) !== 'foreign';
    return { opened, fields, people, isWorld };
  } catch (error) {
    opened.close();
    throw error;
  }
}

/**
 * The files of a case's last run.
 *
 * @returns null where that was a world: its truth answers its reviews
 * @throws RUN_MISSING, RUN_OLD, RUN_FORGOTTEN
 */
export function filesOfLastRun(caseFolder: Case): string[] | null {
  const run = process.env['BREACHSCOPE_RUN'] || newestRun(process.cwd(), caseFolder.name);
  // Without a run the case has its sample, which is a world.
  if (run === null) return null;
  const { text, results } = readResults(run);
  if (results.inputs.some((input) => input.synthetic)) return null;
  const files = filesBehind(text);
  if (files === null) throw new AnalysisError('RUN_FORGOTTEN');
  return files;
}
