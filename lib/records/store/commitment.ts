import type { Manifest } from '../../contract/manifest';
import { cacheFolder } from './cache-folder';
import { keyedDigest, commitmentKey } from './commitment-key';

/**
 * What may be published of an input's bytes: whoever holds the kit's key and the files can confirm that these are the
 * bytes; without the key a guess cannot be checked.
 *
 * @returns hex HMAC-SHA-256, under the kit's one key, of the SHA-256 digests of the files that were opened, in order
 */
export function commitmentOf(manifest: Pick<Manifest, 'files'>): string {
  const digests = manifest.files.flatMap(({ sha256 }) => sha256 ?? []);
  return keyedDigest(commitmentKey(cacheFolder()), 'commitment', digests);
}
