import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { AnalysisError } from '../contract/errors';
import { makePrivateTempDir, sweepPrivateTempDirs } from '../records/store/private-temp-dir';

/** A finished folder: relative path → content. */
export type OutFiles = Record<string, string | Uint8Array>;

/** A folder under way, beside the place where it will lie. */
export interface OutFolder {
  /** Where to write now. */
  readonly staging: string;
  /** Where it will lie: `outDir/name`. */
  readonly target: string;
  /** Writes files into the folder under way. */
  write(files: OutFiles): void;
  /** Swaps the folder in; the result before it is kept as `.NAME.earlier`, one and no more. */
  commit(): void;
  /** Removes the folder under way; the earlier result stays. Does nothing after `commit`. */
  discard(): void;
}

/**
 * Begins a result beside its final place, so that nothing half-written ever has its name; what a killed run left there
 * goes.
 *
 * @throws OUT_UNWRITABLE when the folder cannot be made or written
 */
export function beginOut(outDir: string, name: string): OutFolder {
  const scratch = guarded(outDir, () => {
    mkdirSync(outDir, { recursive: true });
    sweepPrivateTempDirs(outDir);
    return makePrivateTempDir(outDir, `.${name}.new`);
  });
  const staging = scratch.dir;
  const target = join(outDir, name);
  const earlier = join(outDir, `.${name}.earlier`);
  const write = (files: OutFiles) => {
    for (const [path, content] of Object.entries(files)) writeInside(staging, path, content);
  };
  const commit = () =>
    guarded(outDir, () => {
      rmSync(earlier, { recursive: true, force: true });
      if (existsSync(target)) renameSync(target, earlier);
      // While it was written nobody else could read it; the result is as any new folder.
      // Nothing else tells the mask; it is deprecated because setting it is not safe with threads, and nobody sets it here.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      chmodSync(staging, 0o777 & ~process.umask());
      renameSync(staging, target);
      scratch.release();
    });
  return { staging, target, write, commit, discard: () => scratch.remove() };
}

/**
 * Writes a whole result at once and swaps it in.
 *
 * @returns the folder it lies in
 * @throws OUT_UNWRITABLE
 */
export function writeOut(outDir: string, name: string, files: OutFiles): string {
  const folder = beginOut(outDir, name);
  try {
    folder.write(files);
    folder.commit();
  } finally {
    folder.discard();
  }
  return folder.target;
}

function writeInside(folder: string, path: string, content: string | Uint8Array): void {
  const inside = normalize(path);
  if (isAbsolute(inside) || inside.startsWith('..'))
    throw new AnalysisError('OUT_UNWRITABLE', { argument: path });
  guarded(folder, () => {
    mkdirSync(dirname(join(folder, inside)), { recursive: true });
    writeFileSync(join(folder, inside), content);
  });
}

function guarded<T>(folder: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new AnalysisError('OUT_UNWRITABLE', { argument: folder });
  }
}
