import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AnalysisError } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import type { InputPreview } from './preview-input';

const PIECE_BYTES = 1 << 20;

/**
 * Hashes the parts of an input and compares with what the store was made of: size and time of change, by which the
 * store was found, do not prove the content.
 *
 * @throws INPUT_CHANGED
 */
export async function confirmParts(preview: InputPreview, manifest: Manifest): Promise<void> {
  for (const [i, part] of preview.parts.entries()) {
    const sha256 = manifest.files[i]?.sha256 ?? null;
    if (sha256 === null) continue;
    if ((await hashOf(part.path).catch(() => null)) !== sha256)
      throw new AnalysisError('INPUT_CHANGED', { input: i + 1 });
  }
}

/** SHA-256 of a file, read piece by piece into the same memory: a stream's pieces would be garbage by the gigabyte. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
