import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { storesFolder, tempFolder } from './cache-folder';
import { listStores } from './list-stores';
import { isStale } from './lock';
import { removeTree, sweepScratch } from './scratch';
import { isKept, lastUse } from './store-use';

const UNUSED_MS = 7 * 24 * 3_600_000;

/**
 * Clears the cache of what nobody needs: what a killed run left half-made, locks whose holder is gone, and working
 * copies that were not used for seven days (kept ones stay).
 *
 * @param now milliseconds since 1970
 */
export function sweepCache(now = Date.now()): void {
  const stores = storesFolder();
  sweepScratch(stores);
  sweepScratch(tempFolder());
  for (const name of readdirSync(stores)) {
    const path = join(stores, name);
    if (name.endsWith('.lock') && isStale(path)) rmSync(path, { force: true });
    if (name.endsWith('.gone')) removeTree(path);
  }
  for (const dir of listStores()) if (!isKept(dir) && now - lastUse(dir) > UNUSED_MS) removeStore(dir);
}

/** Removes a working copy; it is renamed first, so that no half-removed store is ever opened. */
export function removeStore(dir: string): void {
  const gone = `${dir}.gone`;
  removeTree(gone);
  try {
    renameSync(dir, gone);
  } catch {
    return; // another run removed it
  }
  removeTree(gone);
}
