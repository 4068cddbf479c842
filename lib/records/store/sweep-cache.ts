import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, storesFolder, tempFolder } from './cache-folder';
import { listStores } from './list-stores';
import { isStale } from './lock';
import { removeTree, sweepPrivateTempDirs } from './private-temp-dir';
import { isKept, lastUse } from './store-use';

const UNUSED_MS = 7 * 24 * 3_600_000;
/** Nobody takes so long to write a small file. */
const WRITING_MS = 60_000;

/**
 * Clears the cache of what nobody needs: what a killed run left half-made, locks whose holder is gone, and what
 * was not used for seven days: working copies (kept ones stay), made worlds, runs of the sample.
 *
 * @param now milliseconds since 1970
 */
export function sweepCache(now = Date.now()): void {
  const stores = storesFolder();
  sweepPrivateTempDirs(stores);
  sweepPrivateTempDirs(tempFolder());
  for (const name of readdirSync(stores)) {
    const path = join(stores, name);
    if (name.endsWith('.lock') && isStale(path)) rmSync(path, { force: true });
    if (name.endsWith('.gone')) removeTree(path);
  }
  sweepMade(now);
  sweepHalfWritten(now);
  for (const dir of listStores()) if (!isKept(dir) && now - lastUse(dir) > UNUSED_MS) removeStore(dir);
}

/** Made worlds, each with the time of its last use, and runs of the sample: they can be made again at any time. */
function sweepMade(now: number): void {
  const cache = cacheFolder();
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const made = /^worlds-\d+$/.test(name) ? readdirSync(path).map((world) => join(path, world)) : [];
    if (/^sample-run-\w+$/.test(name)) made.push(path);
    for (const dir of made) if (now - statSync(dir).mtimeMs > UNUSED_MS) removeTree(dir);
  }
}

/** A key or a private document whose writer was killed before it got its name. */
function sweepHalfWritten(now: number): void {
  const cache = cacheFolder();
  const documents = join(cache, 'private-1');
  const found = [
    ...readdirSync(cache).flatMap((name) => (/^key\.\w{12}$/.test(name) ? join(cache, name) : [])),
    ...(existsSync(documents) ? readdirSync(documents) : []).flatMap((name) =>
      name.endsWith('.new') ? join(documents, name) : [],
    ),
  ];
  for (const path of found) if (now - statSync(path).mtimeMs > WRITING_MS) rmSync(path, { force: true });
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
