import { readResults } from './read-results';
import type { Case } from '../contract/case';
import type { Category } from '../contract/categories';
import { AnalysisError } from '../contract/errors';
import type { Field } from '../contract/field';
import type { People } from '../contract/people';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { spreadAddresses } from '../fields/addresses/spread-addresses';
import { classifyFields } from '../fields/classify-fields';
import { applyLooks } from '../fields/apply-looks';
import type { KnownOfPaths } from '../fields/forms/opaque-fields';
import { pathForms } from '../fields/forms/path-forms';
import { findPeople } from '../people/find-people';
import type { OpenedInput } from '../records/open-input';
import { readReview } from '../records/review/kept-reviews';
import { findSideFiles } from './find-side-files';
import { newestRun } from './leak/newest-run';
import { pathLooks } from './looks/path-looks';
import { namesOfKinds } from './names/names-of-kinds';
import { openBeside } from './open-beside';
import { filesBehind } from './private-document';
import { knownNames } from './names/known-names';
import { rawNotes } from './names/raw-paths';
import { requirePaths } from './names/require-paths';
import { tableNames } from './names/table-names';
import { userWord } from './names/user-word';
import { syntheticMarks } from './synthetic-marks';

/** An input as far as it must be known to look at its records. */
export interface InputForReview {
  opened: OpenedInput;
  fields: Field[];
  people: People;
  /** Kind id → what the case calls it. */
  kindNames: Record<string, string>;
  /** What is known of its paths, looks among it. */
  known: KnownOfPaths;
  /** Truth file that was named or lies beside the files, where nothing in them speaks against it; null where there is none. */
  truthFile: string | null;
}

/** How an input is opened for a review. */
export interface ReviewOptions {
  /** Categories that the user gives to paths; defaults to none. */
  overrides?: { path: string; category: Category }[];
  /** What the user says belongs together, `A=B`, beside what the case's notes say. */
  joins?: readonly string[];
  /** Where looks are kept, else the cache. */
  reviewFile?: string | null;
  /** A truth file that was named. */
  truthFile?: string | null;
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
  { overrides = [], joins = [], reviewFile = null, truthFile = null, signal }: ReviewOptions = {},
): Promise<InputForReview> {
  const { opened: input, side } = await openBeside(files, findSideFiles(files, { truthFile }), { signal });
  try {
    await input.confirm();
    const opened = { ...input, store: await spreadAddresses(input.store, loadTaxonomy()) };
    const { manifest } = opened.store;
    const names = knownNames(caseFolder?.notes ?? null, caseFolder?.file ?? null);
    const tables = await tableNames(opened);
    const said = requirePaths(manifest, overrides, { known: names, tables });
    const notes = rawNotes(caseFolder?.notes ?? null, manifest, names);
    const taxonomy = loadTaxonomy();
    const detected = await classifyFields(opened.store, taxonomy, notes, said);
    const kindNames = namesOfKinds(manifest, detected, { caseFile: caseFolder?.file ?? null, tables });
    const kept = readReview(opened.commitment, reviewFile)?.paths ?? [];
    const looks = pathLooks(detected, { overrides: said, kept, truth: null, kindNames });
    const fields = applyLooks(detected, looks);
    const people = await findPeople(opened.store, fields, {
      notes,
      providers: taxonomy.mailProviders,
      taxonomy,
      names: tables,
      said: userWord(
        { manifest, kindNames, tables, known: names },
        { joins: [...(caseFolder?.notes.joins ?? []), ...joins], fields, overrides: said },
      ),
    });
    const forms = await pathForms(opened.store, taxonomy);
    const believed = side.found === null || (await syntheticMarks(opened.store, fields)) !== 'foreign';
    const known = { forms, looks };
    return { opened, fields, people, kindNames, known, truthFile: believed ? side.truthFile : null };
  } catch (error) {
    input.close();
    throw error;
  }
}

/**
 * The files of a case's last run.
 *
 * @returns null where that was a world, which is made anew at each run
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
