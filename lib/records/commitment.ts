import type { Manifest } from '../contract/manifest';
import { cacheFolder } from './cache-folder';
import { keyedDigest, kitKey } from './kit-key';

/**
 * What may be published of an input's bytes: whoever holds the kit's key and the file can confirm that these are the
 * bytes; without the key a guess cannot be checked.
 *
 * @returns hex HMAC-SHA-256, under the kit's one key, of the parts' SHA-256 digests in order
 */
export function commitmentOf(manifest: Manifest): string {
  const digests = manifest.parts.map((part) => part.sha256);
  return keyedDigest(kitKey(cacheFolder()), 'commitment', digests);
}
