import { cacheFolder } from './cache-folder';
import { folderBytes, listStores } from './list-stores';

/** What the cache takes. */
export interface CacheUse {
  dir: string;
  /** Working copies in it. */
  copies: number;
  /** Their size, in bytes. */
  bytes: number;
}

/** Where the working copies lie, how many there are and how large they are. @throws CACHE_UNWRITABLE */
export function cacheUse(): CacheUse {
  const stores = listStores();
  return {
    dir: cacheFolder(),
    copies: stores.length,
    bytes: stores.reduce((total, dir) => total + folderBytes(dir), 0),
  };
}
