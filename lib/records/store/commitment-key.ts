import { createHmac, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';

const KEY_BYTES = 32;

/**
 * The kit's one key: 32 random bytes in `CACHE/key` (0600), made at first use. Without it nobody can tell from a
 * published commitment whether they hold the same file.
 *
 * @param cache the cache folder
 * @throws CACHE_UNWRITABLE
 */
export function commitmentKey(cache: string): Buffer {
  const path = join(cache, 'key');
  try {
    if (!existsSync(path)) makeKey(path);
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
    const key = readFileSync(path);
    if (key.length === KEY_BYTES) return key;
  } catch {
    // told below
  }
  throw new AnalysisError('CACHE_UNWRITABLE', { argument: path });
}

/** A link appears whole or not at all, so that of two first runs at once both read the same key. */
function makeKey(path: string): void {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(fresh, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(fresh, path);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * HMAC-SHA-256 under the kit's key, in hex. `domain` keeps the digests of one purpose apart from those of another.
 */
export function keyedDigest(key: Buffer, domain: 'store' | 'commitment', texts: string[]): string {
  const digest = createHmac('sha256', key).update(`breachscope ${domain}\0`);
  for (const text of texts) digest.update(`${Buffer.byteLength(text)}:`).update(text);
  return digest.digest('hex');
}
