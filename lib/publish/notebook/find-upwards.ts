import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { foldersAbove } from '../../cases/folders-above';

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
  const folders = foldersAbove(from);
  const inProject = folders.slice(0, folders.findIndex(isProject) + 1 || folders.length);
  const there = inProject.map((folder) => join(folder, path)).find((place) => existsSync(place));
  return there === undefined ? path : relative(from, there);
}

/** The project's root: the nearest folder above with a `package.json`, else the folder itself. */
export function projectAbove(from: string): string {
  return foldersAbove(from).find(isProject) ?? from;
}

function isProject(folder: string): boolean {
  return existsSync(join(folder, 'package.json'));
}
