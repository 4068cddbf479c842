import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../contract/case';
import type { Category } from '../contract/categories';
import { AnalysisError } from '../contract/errors';
import type { Field } from '../contract/field';
import type { People } from '../contract/people';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { classifyFields } from '../fields/classify-fields';
import { findPeople } from '../people/find-people';
import type { OpenedInput } from '../records/open-input';
import { openInput } from '../records/open-input';
import { openCase } from './open-case';
import { findPrivate } from './private-document';
import { requirePaths } from './require-paths';

/** An input as far as it must be known to look at its records. */
export interface InputForReview {
  opened: OpenedInput;
  fields: Field[];
  people: People;
}

/**
 * Opens an input to look at its records, and makes sure that it is the input that was counted.
 *
 * @param overrides categories that the user gives to paths
 * @throws what `openInput` throws; INPUT_CHANGED, PATH_UNKNOWN
 */
export async function openForReview(
  caseFolder: Case,
  files: string[],
  {
    overrides = [],
    signal,
  }: { overrides?: { path: string; category: Category }[]; signal?: AbortSignal } = {},
): Promise<InputForReview> {
  const opened = await openInput(files, { ...(signal && { signal }) });
  try {
    await opened.confirm();
    requirePaths(opened.store.manifest, overrides);
    const { notes } = caseFolder;
    const taxonomy = loadTaxonomy();
    const fields = await classifyFields(opened.store, taxonomy, notes, overrides);
    const people = await findPeople(opened.store, fields, { notes, providers: taxonomy.mailProviders });
    return { opened, fields, people };
  } catch (error) {
    opened.close();
    throw error;
  }
}

/**
 * The files of a case's last run.
 *
 * @returns null where that was a world: its truth answers its reviews
 * @throws RUN_FORGOTTEN; what `openCase` throws
 */
export async function filesOfLastRun(caseFolder: Case): Promise<string[] | null> {
  const { run, results } = await openCase(caseFolder.name);
  if (results.inputs.some((input) => input.synthetic)) return null;
  const file = join(run, 'results.json');
  const kept = existsSync(file) ? findPrivate(readFileSync(file, 'utf8')) : null;
  if (!kept) throw new AnalysisError('RUN_FORGOTTEN');
  return kept.private.inputs.flatMap((input) => input.parts);
}
