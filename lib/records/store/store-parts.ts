import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from './cache-folder';
import { keyedDigest, commitmentKey } from './commitment-key';

const NAME = 'parts.json';

/** Writes into a store, as keyed digests, which files it was made of, so that they can be forgotten by name later. */
export function writePartDigests(dir: string, paths: string[]): void {
  writeFileSync(join(dir, NAME), JSON.stringify(paths.map(digestOf)), { mode: 0o600 });
}

/** Whether a store was made of one of these files, whatever has become of the file since. */
export function isMadeOf(dir: string, files: string[]): boolean {
  try {
    const known = new Set(JSON.parse(readFileSync(join(dir, NAME), 'utf8')) as string[]);
    return files.some((file) => known.has(digestOf(realPath(file))));
  } catch {
    return false;
  }
}

function digestOf(path: string): string {
  return keyedDigest(commitmentKey(cacheFolder()), 'store', [path]);
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file); // the file itself is gone
  }
}
