import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { projectAbove } from './find-upwards';

/**
 * Where a file is saved: a name alone in `out/` of the project around the current folder, which is made; anything else where
 * it says. Only in `out/` is a file replaced, and there no part of a finished run.
 *
 * @throws SAVE_FOLDER, SAVE_TAKEN, SAVE_UNWRITABLE
 */
export function placeFor(path: string): string {
  return orUnwritable(path, () => {
    const out = join(projectAbove(process.cwd()), 'out');
    if (path === basename(path)) {
      mkdirSync(out, { recursive: true });
      return join(out, path);
    }
    const file = resolve(path);
    if (!existsSync(dirname(file))) throw new AnalysisError('SAVE_FOLDER', { argument: path });
    if (lstatSync(file, { throwIfNoEntry: false }) && !isReplaceable(file, out))
      throw new AnalysisError('SAVE_TAKEN', { argument: path });
    return file;
  });
}

/** Writes a file whole or not at all. @throws SAVE_UNWRITABLE */
export function writePlace(file: string, path: string, content: string | Uint8Array): void {
  const half = join(dirname(file), `.${randomUUID()}.new`);
  orUnwritable(path, () => {
    try {
      writeFileSync(half, content, { flag: 'wx' });
      renameSync(half, file);
    } finally {
      rmSync(half, { force: true });
    }
  });
}

function orUnwritable<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof AnalysisError) throw error;
    throw new AnalysisError('SAVE_UNWRITABLE', { argument: path });
  }
}

/** Links are followed: a folder in `out/` may be one that lies elsewhere. */
function isReplaceable(file: string, out: string): boolean {
  if (!existsSync(out)) return false;
  const [folder, home] = [realpathSync(dirname(file)), realpathSync(out)];
  if (folder === home) return true;
  return folder.startsWith(home + sep) && !existsSync(join(folder, 'results.json'));
}
