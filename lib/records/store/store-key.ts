import { cacheFolder } from './cache-folder';
import { keyedDigest, kitKey } from './commitment-key';
import type { LookPart } from '../detect/preview-part';

/**
 * Name of an input's folder in the cache: a keyed digest of path, size, time of change and inode of every part, so
 * that the name tells nobody which files were examined.
 *
 * @param parts sorted by path
 */
export function storeKey(parts: Pick<LookPart, 'path' | 'stamp'>[]): string {
  const texts = parts.flatMap((part) => [part.path, part.stamp]);
  return keyedDigest(kitKey(cacheFolder()), 'store', texts).slice(0, 32);
}
