import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type NotebookRun, runNotebooks } from '../publish/notebook/run-notebooks';
import { freshClone } from './fresh-clone';

/**
 * Runs the committed notebooks as they run in a clone in which nothing was run yet: on the small sample.
 *
 * @param env added to the environment of the notebooks
 * @returns how each ended; the executed notebooks lie where `file` says until the process ends
 */
export function runFreshNotebooks(env: Record<string, string> = {}): Promise<NotebookRun[]> {
  const folder = freshClone('fresh-notebooks');
  const names = readdirSync(join(folder, 'notebooks')).filter((name) => name.endsWith('.ipynb'));
  return runNotebooks(
    names.sort().map((name) => join(folder, 'notebooks', name)),
    // An empty name is none: no run of whoever calls this is taken.
    {
      outDir: join(folder, 'executed'),
      root: folder,
      timeoutMs: 400_000,
      env: { BREACHSCOPE_RUN: '', ...env },
    },
  );
}
