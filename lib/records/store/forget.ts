import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, storesFolder } from './cache-folder';
import { folderBytes, listStores } from './list-stores';
import { removeTree } from './private-temp-dir';
import { isMadeOf } from './store-parts';
import { removeStore } from './sweep-cache';

/** What the kit keeps in its cache beside the key; anything else there is not ours. */
const OURS = /^(store|private|reviews|worlds?)-\d+$|^(worlds?|sample-run-\w+)$/;

/** What was deleted. */
export interface Forgotten {
  copies: number;
  bytes: number;
}

/**
 * Deletes working copies now: every one that holds one of these files, also when the file itself has changed or is
 * gone; or all copies, with the private documents and made worlds. The kit's key stays, so that commitments that were
 * published can still be confirmed.
 *
 * @param files as they were named; or 'all'
 * @throws CACHE_UNWRITABLE
 */
export function forget(files: string[] | 'all'): Forgotten {
  const dirs = listStores().filter((dir) => files === 'all' || isMadeOf(dir, files));
  const gone = { copies: dirs.length, bytes: dirs.reduce((total, dir) => total + folderBytes(dir), 0) };
  dirs.forEach(removeStore);
  if (files === 'all') clearRest();
  return gone;
}

function clearRest(): void {
  const cache = cacheFolder();
  const current = storesFolder();
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    // The current store folder may hold the half-made copy of a run in progress.
    if (OURS.test(name) && path !== current) removeTree(path);
  }
}
