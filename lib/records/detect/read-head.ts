import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { BLANK_BYTES, classifyHead, HEAD_BYTES, type Head } from './classify-head';
import { OFFICE } from './known-binary';
import { readStored, type StoredBytes } from '../containers/stored-bytes';
import { readZipDirectory } from '../containers/zip-directory';

/** The beginning of a file: what it is, and how much text will come out of it. */
export interface FileHead {
  /** Of the file itself, or of what lies in it where it is gzip. */
  head: Head;
  /** Containers around the text, innermost first, as far as the beginning tells. */
  packing: string[];
  /** Whether unpacking failed on the way. */
  damaged: boolean;
  /** Size of the decoded text in bytes; exact where nothing is packed. */
  textBytes: number;
}

const TWO_32 = 2 ** 32;
/** Where a frame does not say its length: what JSON usually packs to. */
const USUAL_RATIO = 8;

/**
 * Looks at the first 64 KB of a file and, where they are gzip, at the first 64 KB in it; at the directory of a zip
 * archive. At most 66 MB come out of that, whatever lies in it.
 *
 * @throws what the file system says; the caller puts it in the kit's words
 */
export function readHead(path: string): FileHead {
  const fd = openSync(path, 'r');
  try {
    const stored: StoredBytes = {
      bytes: fstatSync(fd).size,
      readAt: (at, view) => readSync(fd, view, 0, view.length, at),
    };
    for (let window = HEAD_BYTES; ; window *= 8) {
      const bytes = readStored(stored, 0, window);
      const head = classifyHead(bytes, bytes.length < window);
      if (head.is === 'blank' && bytes.length === window && window <= BLANK_BYTES) continue;
      if (head.is !== 'container') return { head, packing: [], damaged: false, textBytes: stored.bytes };
      return lookInto(stored, bytes.subarray(0, HEAD_BYTES), head);
    }
  } finally {
    closeSync(fd);
  }
}

function lookInto(stored: StoredBytes, bytes: Buffer, head: Head & { is: 'container' }): FileHead {
  const { container } = head;
  const known = { head, packing: [container], damaged: false, textBytes: stored.bytes };
  if (container === 'gzip') return lookIntoGzip(stored, bytes);
  if (container === 'zstd') return { ...known, textBytes: zstdBytes(bytes) ?? stored.bytes * USUAL_RATIO };
  if (container === 'zip') return lookIntoZip(stored, known);
  return known;
}

function lookIntoGzip(stored: StoredBytes, bytes: Buffer): FileHead {
  const whole = bytes.length === stored.bytes;
  try {
    // A window cuts the stream; only a file that is here whole must end properly.
    const finishFlush = whole ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const { buffer, engine } = gunzipSync(bytes, { finishFlush, info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const inner = classifyHead(buffer.subarray(0, BLANK_BYTES), whole);
    const estimate = (stored.bytes * buffer.length) / Math.max(1, engine.bytesWritten);
    const packing = inner.is === 'container' ? [inner.container, 'gzip'] : ['gzip'];
    return { head: inner, packing, damaged: false, textBytes: gzipBytes(stored, estimate) };
  } catch {
    return { head: { is: 'unknown' }, packing: ['gzip'], damaged: true, textBytes: stored.bytes };
  }
}

/** The last four bytes are the text's length modulo 4 GiB, where there is one member only: believed where it is near. */
function gzipBytes(stored: StoredBytes, estimate: number): number {
  const last = Buffer.alloc(4);
  stored.readAt(stored.bytes - 4, last);
  const stated = last.readUInt32LE(0);
  const bytes = stated + Math.max(0, Math.round((estimate - stated) / TWO_32)) * TWO_32;
  return bytes > estimate / 4 && bytes < estimate * 4 ? bytes : Math.round(estimate);
}

/** A frame's header may state the length of its text (RFC 8878, section 3.1.1.1). */
function zstdBytes(bytes: Buffer): number | null {
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 32) !== 0;
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 1:
      return bytes.length >= at + 2 ? bytes.readUInt16LE(at) + 256 : null;
    case 2:
      return bytes.length >= at + 4 ? bytes.readUInt32LE(at) : null;
    case 3:
      return bytes.length >= at + 8 ? Math.min(Number(bytes.readBigUInt64LE(at)), 2 ** 50) : null;
    default:
      return isSingle ? (bytes[at] ?? null) : null;
  }
}

function lookIntoZip(stored: StoredBytes, known: FileHead): FileHead {
  const directory = readZipDirectory(stored);
  if ('refused' in directory) return { ...known, head: { is: 'refused', code: directory.refused } };
  const office = OFFICE.find(({ entry }) => directory.entries.some(({ name }) => entry.test(name)));
  if (office) return { ...known, head: { is: 'foreign', format: office.format } };
  return { ...known, textBytes: directory.entries.reduce((sum, { textBytes }) => sum + textBytes, 0) };
}
