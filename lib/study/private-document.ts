import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { PrivateResults } from '../contract/results';
import { cacheFolder, tempFolder } from '../records/store/cache-folder';

/** Where the private document of a published one lies: in the cache folder, named by the hash of what was published. */
function privateFile(published: string): string {
  const hash = createHash('sha256').update(published, 'utf8').digest('hex');
  return join(cacheFolder(), 'private-1', `${hash}.json`);
}

/**
 * Keeps the private document (0600) of a published one.
 *
 * @param published the text of `results.json`, byte for byte
 */
export function keepPrivate(published: string, document: PrivateResults): void {
  const file = privateFile(published);
  mkdirSync(join(cacheFolder(), 'private-1'), { recursive: true, mode: 0o700 });
  // A run that is killed meanwhile leaves half a document under this name alone; the next one writes over it.
  writeFileSync(`${file}.new`, JSON.stringify(document), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The private document of a published one, null when it was made elsewhere or has been forgotten. */
function findPrivate(published: string): PrivateResults | null {
  const file = privateFile(published);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PrivateResults) : null;
}

/**
 * The files that a published document was made of.
 *
 * @param published the text of `results.json`, byte for byte
 * @returns null where it was made elsewhere, has been forgotten, or came through a pipe, which nobody can read again
 */
export function filesBehind(published: string): string[] | null {
  const files = findPrivate(published)?.private.inputs.flatMap(({ parts }) => parts) ?? [];
  const temporary = realpathSync(tempFolder()) + sep;
  return files.length === 0 || files.some((file) => file.startsWith(temporary)) ? null : files;
}
