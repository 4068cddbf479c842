import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { storesFolder } from './cache-folder';

const STORE_NAME = /^[0-9a-f]{32}$/;

/** The finished working copies in the cache, by folder. */
export function listStores(): string[] {
  const stores = storesFolder();
  return readdirSync(stores)
    .filter((name) => STORE_NAME.test(name))
    .map((name) => join(stores, name));
}

/** Size of what lies directly in a folder, in bytes; 0 when it has just gone. */
export function folderBytes(dir: string): number {
  try {
    return readdirSync(dir).reduce((total, name) => total + statSync(join(dir, name)).size, 0);
  } catch {
    return 0;
  }
}
