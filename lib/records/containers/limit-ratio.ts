import { FileRefused } from './file-refused';

/** Text for a stored byte beyond which a file is taken for a bomb. Dumps are packed 5 to 50 times. */
export const MOST_RATIO = 250;
/** So much text comes out of any file, whatever its ratio: a small file of one repeated line is no bomb. */
export const FREE_BYTES = 256 << 20;

/** Text for a document up to which a file that keeps giving documents is none, however well it packs. */
const MOST_BYTES_A_DOCUMENT = 65_536;

/**
 * Passes pieces on until there are more than 256 MiB, and more than 250 bytes for each stored byte, and hardly a document
 * among them.
 *
 * @param consumed stored bytes that were read for them so far
 * @param documents that came out of the file so far
 * @throws FileRefused RATIO_LIMIT
 */
export async function* limitRatio(
  pieces: AsyncGenerator<Uint8Array, void, void>,
  consumed: () => number,
  documents: () => number,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    const isDense = bytes > FREE_BYTES && bytes > consumed() * MOST_RATIO;
    if (isDense && bytes > documents() * MOST_BYTES_A_DOCUMENT) throw new FileRefused('RATIO_LIMIT');
    yield piece;
  }
}
