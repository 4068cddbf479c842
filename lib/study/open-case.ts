import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { ResultClaim, ResultMeasure, Results } from '../contract/results';
import type { Store } from '../contract/store';
import { openInput } from '../records/open-input';
import { loadCaseFolder } from '../cases/load-case-folder';
import { findPrivate } from './private-document';
import { runSample } from './run-sample';

/** A finished run of a case, as a notebook sees it. */
export interface OpenedCase {
  /** Name of the case; null for a run without one. */
  name: string | null;
  /** What may be published of the run. */
  results: Results;
  /** The run's folder. */
  run: string;
  /** The worlds that were run, with their own results. */
  worlds: { name: string; results: Results }[];
  /** A measure by its id. @throws MEASURE_MISSING */
  measure(id: string): ResultMeasure;
  /** A claim by its id. @throws CLAIM_MISSING */
  claim(id: string): ResultClaim;
  /** The clean store behind the run, to ask a new measure of it. @throws RUN_FORGOTTEN */
  records(): Promise<Store>;
}

/**
 * Opens the results of a run: the run that `BREACHSCOPE_RUN` names, else the newest `out/NAME/` above the current
 * folder, else a fresh run of the case's small committed sample.
 *
 * @param name of the case; defaults to the run's own, else the only case there is
 * @throws CASE_UNKNOWN, CASE_INVALID, RUN_MISSING
 */
export async function openCase(name?: string): Promise<OpenedCase> {
  const run =
    process.env['BREACHSCOPE_RUN'] ??
    newestRun(process.cwd(), name) ??
    (await runSample(loadCaseFolder(name)));
  const file = join(run, 'results.json');
  if (!existsSync(file)) throw new AnalysisError('RUN_MISSING', { argument: run });
  const text = readFileSync(file, 'utf8');
  const results = JSON.parse(text) as Results;
  return {
    name: results.case,
    results,
    run: resolve(run),
    worlds: worldsOf(run, results),
    measure: (id) => found(results.measures, id, 'MEASURE_MISSING'),
    claim: (id) => found(results.claims, id, 'CLAIM_MISSING'),
    records: async () => {
      const kept = findPrivate(text);
      if (!kept) throw new AnalysisError('RUN_FORGOTTEN');
      return (await openInput(kept.private.inputs.flatMap((input) => input.parts))).store;
    },
  };
}

function found<Row extends { id: string }>(
  rows: Row[],
  id: string,
  code: 'MEASURE_MISSING' | 'CLAIM_MISSING',
): Row {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new AnalysisError(code, { argument: id, known: rows.map((each) => each.id).join(', ') });
  return row;
}

function worldsOf(run: string, results: Results): OpenedCase['worlds'] {
  const own = results.inputs[0]?.synthetic?.world;
  const folder = join(run, 'worlds');
  const others = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'results.json')))
    : [];
  return [
    ...(own ? [{ name: own, results }] : []),
    ...others.map((world) => ({
      name: world,
      results: JSON.parse(readFileSync(join(folder, world, 'results.json'), 'utf8')) as Results,
    })),
  ];
}

/** The newest `out/*` with results, in the current folder or the nearest one above it that has any. */
function newestRun(from: string, name?: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const out = join(folder, 'out');
    const runs = existsSync(out)
      ? readdirSync(out)
          .filter((run) => !run.startsWith('.') && (name === undefined || run === name))
          .map((run) => join(out, run))
          .filter((run) => existsSync(join(run, 'results.json')))
      : [];
    const age = (run: string) => statSync(join(run, 'results.json')).mtimeMs;
    const newest = runs.sort((a, b) => age(b) - age(a))[0];
    if (newest !== undefined) return newest;
    if (dirname(folder) === folder) return null;
  }
}
