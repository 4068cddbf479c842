import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

/**
 * Where a path that a notebook or script names is: a relative one is looked for in the current folder and in those above it up to
 * the project's root, the nearest folder with a `package.json`, so that the same words work in `notebooks/` and beside it.
 *
 * @param path as it was said
 * @param from folder to start from; defaults to the current one
 * @returns the path as it was said where it is there or nowhere, else the way to it from the folder: no message then tells a place
 * of this computer
 */
export function findUpwards(path: string, from: string = process.cwd()): string {
  if (isAbsolute(path) || existsSync(join(from, path))) return path;
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const there = join(folder, path);
    if (existsSync(there)) return relative(from, there);
    if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return path;
  }
}
