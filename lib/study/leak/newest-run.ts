import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The newest `out/*` with results, in a folder or the nearest one above it that has any.
 *
 * @param name only the run of this name; defaults to any
 */
export function newestRun(from: string, name?: string): string | null {
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
