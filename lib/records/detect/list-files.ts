import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { AnalysisError, type ErrorCode } from '../../contract/errors';
import { isHiddenName, isLitter } from './is-litter';

/** A file that was named, or found in a folder that was; `skipped`: why it is not opened. */
export interface ListedFile {
  file: string;
  isNamed: boolean;
  skipped: ErrorCode | null;
}

const MOST_FILES = 100_000;

/**
 * The files behind the names that the user gave: a folder stands for everything in it, at any depth. Hidden files are
 * listed as skipped; links are not followed out of the folder.
 *
 * @throws ARCHIVE_TOO_MANY; names that lead nowhere are left to whoever opens them
 */
export function listFiles(names: string[]): ListedFile[] {
  const listed = names.flatMap((name) => (isFolder(name) ? inFolder(name) : [named(name)]));
  if (listed.length > MOST_FILES) throw new AnalysisError('ARCHIVE_TOO_MANY');
  return listed;
}

function named(file: string): ListedFile {
  return { file, isNamed: true, skipped: null };
}

function inFolder(root: string): ListedFile[] {
  const real = realpathSync(root);
  const found: ListedFile[] = [];
  const open = [real];
  for (let dir = open.pop(); dir !== undefined && found.length <= MOST_FILES; dir = open.pop()) {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const file = join(dir, entry.name);
      const skipped = whySkipped(entry, file, real);
      if (skipped === null && entry.isDirectory()) open.push(file);
      else if (skipped !== 'again') found.push({ file, isNamed: false, skipped });
    }
  }
  return found;
}

/** `again`: the same file is met under its own name. */
function whySkipped(entry: Dirent, file: string, root: string): ErrorCode | 'again' | null {
  if (isLitter(entry.name)) return 'LITTER';
  if (isHiddenName(entry.name)) return 'FILE_HIDDEN';
  if (entry.isSymbolicLink()) return leadsInside(file, root) ? 'again' : 'FILE_HIDDEN';
  return entry.isFile() || entry.isDirectory() ? null : 'FILE_UNREADABLE';
}

function leadsInside(link: string, root: string): boolean {
  try {
    return realpathSync(link).startsWith(root + sep);
  } catch {
    return false;
  }
}

function isFolder(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}
