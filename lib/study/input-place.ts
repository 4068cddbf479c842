import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { previewPart } from '../records/detect/preview-part';

/** The one folder that an input lies in. */
export interface InputPlace {
  folder: string;
  /** Names in it that are the input. */
  names: ReadonlySet<string>;
  /** The folder was named, not its files. */
  isFolder: boolean;
}

/** The folder that was named, else that of all files that were; null where an input lies in several. */
export function inputPlace(files: string[]): InputPlace | null {
  const [first = ''] = files;
  if (files.length === 1 && isFolder(first)) {
    const names = namesIn(first);
    return names && { folder: first, names, isFolder: true };
  }
  const folders = new Set(files.map((file) => realPath(dirname(file))));
  if (folders.size !== 1 || folders.has(null) || files.some(isFolder)) return null;
  return {
    folder: dirname(first),
    names: new Set(files.map((file) => basename(file))),
    isFolder: false,
  };
}

/** null where a folder may not be listed: whoever reads it says so. */
function namesIn(folder: string): Set<string> | null {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return null;
  }
}

/** Whether something there can be read as documents, and so is part of the input whatever it is called. */
export function holdsDocuments({ folder }: InputPlace, name: string): boolean {
  const file = join(folder, name);
  try {
    return isFolder(file) || previewPart(file).refused === null;
  } catch {
    return false;
  }
}

/** Where a path leads in the end; null where there is nothing. */
export function realPath(file: string): string | null {
  return existsSync(file) ? realpathSync(file) : null;
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
