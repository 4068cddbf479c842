import { cacheFolder } from './cache-folder';
import { keyedDigest, commitmentKey } from './commitment-key';
import type { PartPreview } from '../detect/preview-part';

/**
 * Name of an input's folder in the cache: a keyed digest of path, size, time of change and inode of every part, so
 * that the name tells nobody which files were examined.
 *
 * @param parts sorted by path
 */
export function storeKey(parts: Pick<PartPreview, 'path' | 'stamp'>[]): string {
  const texts = parts.flatMap((part) => [part.path, part.stamp]);
  return keyedDigest(commitmentKey(cacheFolder()), 'store', texts).slice(0, 32);
}
