import { createHash } from 'node:crypto';
import type { PrivateResults } from '../contract/results';
import type { OpenedInput } from './open-input';

/**
 * The private document's entry of an input: names, paths, sizes, hashes and positions of rejects. `path` and `name`
 * are those of the first part; `sha256` is the file's own, or over several parts the SHA-256 of their digests (bytes,
 * in order).
 */
export function privateInputs({ preview, store, rejects }: OpenedInput): PrivateResults['private']['inputs'] {
  const [first] = preview.parts;
  const digests = store.manifest.files.flatMap(({ sha256 }) => sha256 ?? []);
  const over = createHash('sha256')
    .update(Buffer.from(digests.join(''), 'hex'))
    .digest('hex');
  return [
    {
      name: first?.name ?? '',
      path: first?.path ?? '',
      bytes: preview.bytes,
      sha256: (digests.length === 1 ? digests[0] : null) ?? over,
      parts: preview.parts.map((part) => part.path),
      rejects,
    },
  ];
}
