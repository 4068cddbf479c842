import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AnalysisError } from '../../contract/errors';

/**
 * Lets `make` fill a folder beside `out` and gives it the name `out` when all is there. Whatever goes wrong, the
 * folder beside is removed and what stood at `out` stands there still. A folder that holds anything but an older
 * world is never replaced.
 *
 * @throws OUT_UNWRITABLE, DISK_FULL, and whatever `make` throws
 */
export async function swapIn<T>(out: string, make: (folder: string) => Promise<T>): Promise<T> {
  const final = resolve(out);
  await refuseForeign(final, out);
  const beside = `${final}.${process.pid}-${Date.now().toString(36)}`;
  const half = `${beside}.partial`;
  const old = `${beside}.old`;
  try {
    await mkdir(dirname(final), { recursive: true });
    const made = await make(half);
    if (existsSync(final)) await rename(final, old);
    await rename(half, final);
    await rm(old, { recursive: true, force: true });
    return made;
  } catch (error) {
    if (existsSync(old) && !existsSync(final)) await rename(old, final);
    const bytes = await sizeOf(half);
    await rm(half, { recursive: true, force: true }).catch(() => undefined);
    throw await inWords(error, out, bytes);
  }
}

async function refuseForeign(final: string, out: string): Promise<void> {
  if (!existsSync(final)) return;
  const names = await readdir(final).catch(() => ['a file']);
  if (names.length > 0 && !names.includes('truth.json'))
    throw new AnalysisError('OUT_UNWRITABLE', { argument: out });
}

async function inWords(error: unknown, out: string, bytes: number): Promise<unknown> {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof AnalysisError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const { bavail, bsize } = await statfs(dirname(resolve(out)));
    return new AnalysisError('DISK_FULL', { needed: `more than ${bytes}`, free: bavail * bsize });
  }
  const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR', 'ENAMETOOLONG'];
  return code !== undefined && unwritable.includes(code)
    ? new AnalysisError('OUT_UNWRITABLE', { argument: out })
    : error;
}

async function sizeOf(folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  return (await readdir(folder)).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
