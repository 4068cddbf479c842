import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';

const WINDOW_BYTES = 65_536;
/** A text that is blank for so long is not read further to look for its beginning. */
const BLANK_BYTES = 64 * 1_048_576;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 8]);

/** The beginning of a file's decoded text. */
export interface Opening {
  gzip: boolean;
  /** From the first byte that is neither blank nor byte order mark. */
  text: Buffer;
  /** Whether the text ends here, by its own end and not by damage. */
  ended: boolean;
  /** Whether decompression failed on the way. */
  damaged: boolean;
  /** Bytes of text for a byte of the file, over what was read. */
  ratio: number;
}

/**
 * Reads the first 64 KB of a file, decompressed where its first bytes say gzip, leading blanks left out.
 *
 * @throws what the file system says; the caller puts it in the kit's words
 */
export function readOpening(path: string): Opening {
  const fd = openSync(path, 'r');
  try {
    for (let window = WINDOW_BYTES; ; window *= 8) {
      const opening = decode(readFrom(fd, window), window);
      if (opening.text.length > 0 || opening.ended || opening.damaged || window > BLANK_BYTES) return opening;
    }
  } finally {
    closeSync(fd);
  }
}

function readFrom(fd: number, window: number): Buffer {
  const bytes = Buffer.alloc(window);
  let have = 0;
  for (let n = 1; n > 0 && have < window; have += n) n = readSync(fd, bytes, have, window - have, have);
  return bytes.subarray(0, have);
}

function decode(stored: Buffer, window: number): Opening {
  const whole = stored.length < window;
  if (!stored.subarray(0, 3).equals(GZIP_MAGIC)) {
    return { gzip: false, text: withoutLead(stored), ended: whole, damaged: false, ratio: 1 };
  }
  try {
    // A window cuts the stream; only a file that is here whole must end properly.
    const finishFlush = whole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const { buffer, engine } = gunzipSync(stored, { finishFlush, info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const text = withoutLead(buffer);
    const ratio = buffer.length / Math.max(1, engine.bytesWritten);
    return {
      gzip: true,
      text: text.subarray(0, WINDOW_BYTES),
      ended: whole && text.length <= WINDOW_BYTES,
      damaged: false,
      ratio,
    };
  } catch {
    return { gzip: true, text: Buffer.alloc(0), ended: false, damaged: true, ratio: 1 };
  }
}

/** Without byte order mark and leading blanks. */
function withoutLead(bytes: Buffer): Buffer {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < bytes.length && [9, 10, 13, 32].includes(bytes[at] as number)) at++;
  return bytes.subarray(at);
}
