import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AnalysisError } from '../contract/errors';
import type { Manifest } from '../contract/manifest';
import type { Look } from './look-at';

/**
 * Hashes the parts of an input and compares with what the store was made of: size and time of change, by which the
 * store was found, do not prove the content.
 *
 * @throws INPUT_CHANGED
 */
export async function confirmParts(look: Look, manifest: Manifest): Promise<void> {
  for (const [i, part] of look.parts.entries()) {
    const sha256 = manifest.files[i]?.sha256 ?? null;
    if (sha256 === null) continue;
    const hash = createHash('sha256');
    await pipeline(createReadStream(part.path, { highWaterMark: 1_048_576 }), hash).catch(() => undefined);
    if (hash.digest('hex') !== sha256) throw new AnalysisError('INPUT_CHANGED', { input: i + 1 });
  }
}
