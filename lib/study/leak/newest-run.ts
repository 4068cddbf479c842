import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { foldersAbove } from '../../cases/folders-above';

/**
 * The newest `out/*` with results, in a folder or the nearest one above it that has any.
 *
 * @param name only the run of this name; defaults to any
 */
export function newestRun(from: string, name?: string): string | null {
  for (const folder of foldersAbove(from)) {
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
  }
  return null;
}
