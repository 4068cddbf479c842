import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder';

const STORES = /^store-\d+$/;
const STORE_NAME = /^[0-9a-f]{32}$/;

/** The finished working copies in the cache, by folder; those of other versions of the kit among them. */
export function listStores(): string[] {
  const cache = cacheFolder();
  const inside = (dir: string, name: RegExp) =>
    readdirSync(dir)
      .filter((each) => name.test(each))
      .map((each) => join(dir, each));
  return inside(cache, STORES).flatMap((stores) => inside(stores, STORE_NAME));
}

/** Size of what lies directly in a folder, in bytes; 0 when it has just gone. */
export function folderBytes(dir: string): number {
  try {
    return readdirSync(dir).reduce((total, name) => total + statSync(join(dir, name)).size, 0);
  } catch {
    return 0;
  }
}
