import { dirname, resolve } from 'node:path';

/** A folder and every folder above it, the nearest first. */
export function foldersAbove(from: string): string[] {
  const folder = resolve(from);
  const above = dirname(folder);
  return [folder, ...(above === folder ? [] : foldersAbove(above))];
}
