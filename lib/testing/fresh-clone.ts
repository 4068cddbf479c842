import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './repository';
import { tempFolder } from './temp-folder';

/**
 * A folder that is to a notebook what a clone is in which nothing was run yet: the notebooks, data and packages, and no `out/`.
 */
export function freshClone(name: string): string {
  const folder = tempFolder(name);
  for (const part of ['data', 'examples', 'node_modules', 'package.json'])
    symlinkSync(join(ROOT, part), join(folder, part));
  cpSync(join(ROOT, 'notebooks'), join(folder, 'notebooks'), { recursive: true });
  return folder;
}
