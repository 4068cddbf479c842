import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { Results } from '../contract/results';

/** The published document of a finished run, with its text, byte for byte. */
export interface ReadResults {
  text: string;
  results: Results;
}

/**
 * Reads the published document of a run.
 *
 * @param run its folder
 * @throws RUN_MISSING, RUN_OLD for one that an earlier version of the kit made
 */
export function readResults(run: string): ReadResults {
  const file = join(run, 'results.json');
  if (!existsSync(file)) throw new AnalysisError('RUN_MISSING', { argument: run });
  const text = readFileSync(file, 'utf8');
  const results = JSON.parse(text) as Omit<Results, 'schema'> & { schema: string };
  if (results.schema !== 'breachscope/results@2') throw new AnalysisError('RUN_OLD', { argument: run });
  return { text, results: { ...results, schema: results.schema } };
}
