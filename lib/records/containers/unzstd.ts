import type { ByteReader } from './byte-reader';
import { loadZstd, ZstdFault, ZstdStream } from './zstd-stream';

/**
 * Decodes Zstandard, frame by frame, and checks each frame's sum where it has one (the command-line tool writes it).
 * Whatever decodes before damage is given; `onDamage` is called once for bad data, a wrong sum or a cut end.
 */
export async function* unzstd(
  reader: ByteReader,
  onDamage: () => void,
): AsyncGenerator<Uint8Array, void, void> {
  const stream = new ZstdStream(await loadZstd());
  try {
    for (let piece = await reader.next(); piece; piece = await reader.next()) yield* stream.decode(piece);
    if (!stream.between) onDamage();
  } catch (error) {
    if (!(error instanceof ZstdFault)) throw error;
    onDamage();
  } finally {
    stream.close();
  }
}
