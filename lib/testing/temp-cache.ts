import { join } from 'node:path';
import { tempFolder } from './temp-folder';

/** A folder for a file of tests, with the cache that the library uses in it. */
export function tempCache(name: string): { folder: string; cache: string } {
  const folder = tempFolder(name);
  const cache = join(folder, 'cache');
  process.env['BREACHSCOPE_CACHE'] = cache;
  return { folder, cache };
}
