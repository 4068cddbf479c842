import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { loadCaseFolder } from '../../cases/load-case-folder';
import type { Case } from '../../contract/case';
import type { Drawn } from '../../contract/drawn';
import { AnalysisError } from '../../contract/errors';
import type { Results } from '../../contract/results';
import type { Truth } from '../../contract/truth';
import { publishable } from '../../publish/gate/publishable';
import { analyse } from '../analyse';
import { Leak } from './leak';

/** How a leak is opened. */
export interface OpenOptions {
  /** Name of the case whose claims are held against the records; defaults to the one that a truth file beside them names. */
  case?: string;
  /** How the records were drawn; defaults to what the proof beside them says, else unknown. */
  drawn?: Drawn;
}

/**
 * Opens a leak, to be asked.
 *
 * @param what a file, a folder, the folder of a finished run, or the name of a case; nothing: the run that
 * BREACHSCOPE_RUN names, else the newest run in `out/`, else the committed sample of the only case there is
 */
export async function open(what?: string, options: OpenOptions = {}): Promise<Leak> {
  if (what !== undefined && existsSync(what)) {
    return existsSync(join(what, 'results.json')) ? openRun(what) : openRecords(what, options);
  }
  const run = (what === undefined && process.env['BREACHSCOPE_RUN']) || newestRun(process.cwd(), what);
  return run ? openRun(run) : openRecords(join(loadCaseFolder(what).dir, 'sample'), options);
}

function openRun(run: string): Leak {
  const file = join(run, 'results.json');
  if (!existsSync(file)) throw new AnalysisError('RUN_MISSING', { argument: run });
  return new Leak(JSON.parse(readFileSync(file, 'utf8')) as Results);
}

async function openRecords(what: string, { case: name, drawn }: OpenOptions): Promise<Leak> {
  const { files, truthFile, proofFile } = withSideFiles(what);
  const caseName = name ?? caseOf(truthFile);
  const { results } = await analyse({
    files,
    truthFile,
    proofFile,
    case: caseName === undefined ? null : caseNamed(caseName),
    ...(drawn && { drawn }),
  });
  return new Leak(publishable(results));
}

function caseNamed(name: string): Case {
  return loadCaseFolder(name);
}

/** The documents' files of a folder and the side files beside them. */
function withSideFiles(what: string) {
  const at = (name: string) => (existsSync(join(what, name)) ? join(what, name) : null);
  const [truthFile, proofFile] = [at('truth.json'), at('proof.json')];
  if (truthFile === null || !statSync(what).isDirectory()) return { files: [what], truthFile, proofFile };
  const named = new Set(truthOf(truthFile).files.map((file) => file.name));
  const files = readdirSync(what)
    .filter((name) => named.has(basename(name)))
    .sort()
    .map((name) => join(what, name));
  return { files, truthFile, proofFile };
}

function truthOf(file: string): Truth {
  return JSON.parse(readFileSync(file, 'utf8')) as Truth;
}

function caseOf(truthFile: string | null): string | undefined {
  return truthFile === null ? undefined : truthOf(truthFile).case;
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
