import type { ErrorCode } from '../../contract/errors';
import { FREE_BYTES, MOST_RATIO } from './limit-ratio';
import { readStored, type StoredBytes } from './stored-bytes';

/** One entry of a zip archive, as its directory describes it. */
export interface ZipEntry {
  /** Private, as in every archive. */
  name: string;
  kind: 'file' | 'folder' | 'link';
  encrypted: boolean;
  /** 0 stored, 8 DEFLATE, 93 Zstandard; nothing else is read. */
  method: number;
  crc: number;
  packedBytes: number;
  textBytes: number;
  /** Offset of its data, behind its local header. */
  at: number;
}

/** What a zip archive holds, or why it is not opened. */
export type ZipDirectory = { entries: ZipEntry[]; trailing: boolean } | { refused: ErrorCode };

const END = 0x06054b50;
const END_BYTES = 22;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_BYTES = 20;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MOST_COMMENT_BYTES = 0xffff;
const MOST_ENTRIES = 100_000;
const MOST_DIRECTORY_BYTES = 64 << 20;
const ALL_16 = 0xffff;
const ALL_32 = 0xffffffff;

interface End {
  /** Offset of the end record. */
  at: number;
  entries: number;
  directoryAt: number;
  directoryBytes: number;
  trailing: boolean;
}

/**
 * Reads the directory of a zip archive (APPNOTE 6.3, zip64 too) and checks it against the entries' own headers. The whole
 * archive is refused for what no ordinary tool writes: entries that overlap, directories that do not fit, more than
 * 100,000 entries, names that lead out of the folder, bombs.
 */
export function readZipDirectory(stored: StoredBytes): ZipDirectory {
  const end = findEnd(stored);
  if (!end || end.directoryAt + end.directoryBytes !== end.at) return { refused: 'ARCHIVE_DAMAGED' };
  if (end.entries > MOST_ENTRIES || end.directoryBytes > MOST_DIRECTORY_BYTES)
    return { refused: 'ARCHIVE_TOO_MANY' };
  const directory = readExactly(stored, end.directoryAt, end.directoryBytes);
  if (!directory) return { refused: 'ARCHIVE_DAMAGED' };
  const entries: ZipEntry[] = [];
  const spans: [from: number, to: number][] = [];
  let at = 0;
  for (; at < directory.length;) {
    const found = readEntry(directory, at);
    if (!found) return { refused: 'ARCHIVE_DAMAGED' };
    const { entry, bytes, localAt } = found;
    const headerBytes = localHeaderBytes(stored, localAt, entry);
    if (headerBytes === null) return { refused: 'ARCHIVE_DAMAGED' };
    if (isUnsafeName(entry.name)) return { refused: 'UNSAFE_PATH' };
    entry.at = localAt + headerBytes;
    spans.push([localAt, entry.at + entry.packedBytes]);
    entries.push(entry);
    at += bytes;
  }
  if (entries.length !== end.entries) return { refused: 'ARCHIVE_DAMAGED' };
  if (!areApart(spans, end.directoryAt)) return { refused: 'ARCHIVE_OVERLAP' };
  return isBomb(entries) ? { refused: 'RATIO_LIMIT' } : { entries, trailing: end.trailing };
}

/** Whether a name inside an archive would lead out of the folder that it is unpacked into. */
export function isUnsafeName(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\0/.test(name) || name.split(/[/\\]/).includes('..');
}

/** The directory states what would come out: that alone can be too much. */
function isBomb(entries: ZipEntry[]): boolean {
  const sum = (count: (entry: ZipEntry) => number) => entries.reduce((all, entry) => all + count(entry), 0);
  const bytes = sum((entry) => entry.textBytes);
  return bytes > FREE_BYTES / 2 && bytes > sum((entry) => entry.packedBytes) * MOST_RATIO;
}

function findEnd(stored: StoredBytes): End | null {
  const tailBytes = Math.min(stored.bytes, END_BYTES + MOST_COMMENT_BYTES);
  const tailAt = stored.bytes - tailBytes;
  const tail = readExactly(stored, tailAt, tailBytes);
  if (!tail) return null;
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue;
    const behind = tail.length - at - END_BYTES - tail.readUInt16LE(at + 20);
    if (behind < 0 || tail.readUInt16LE(at + 4) !== tail.readUInt16LE(at + 6)) continue;
    const end = {
      at: tailAt + at,
      entries: tail.readUInt16LE(at + 10),
      directoryBytes: tail.readUInt32LE(at + 12),
      directoryAt: tail.readUInt32LE(at + 16),
      trailing: behind > 0,
    };
    const isLarge = end.entries === ALL_16 || end.directoryBytes === ALL_32 || end.directoryAt === ALL_32;
    return (isLarge && findEnd64(stored, end)) || end;
  }
  return null;
}

function findEnd64(stored: StoredBytes, end: End): End | null {
  const locator = readExactly(stored, end.at - LOCATOR64_BYTES, LOCATOR64_BYTES);
  if (!locator || locator.readUInt32LE(0) !== LOCATOR64) return null;
  const at = Number(locator.readBigUInt64LE(8));
  const record = readExactly(stored, at, 56);
  if (!record || record.readUInt32LE(0) !== END64) return null;
  return {
    at,
    entries: Number(record.readBigUInt64LE(32)),
    directoryBytes: Number(record.readBigUInt64LE(40)),
    directoryAt: Number(record.readBigUInt64LE(48)),
    trailing: end.trailing,
  };
}

function readEntry(
  directory: Buffer,
  at: number,
): { entry: ZipEntry; bytes: number; localAt: number } | null {
  if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) return null;
  const flags = directory.readUInt16LE(at + 8);
  const nameBytes = directory.readUInt16LE(at + 28);
  const extraBytes = directory.readUInt16LE(at + 30);
  const bytes = ENTRY_BYTES + nameBytes + extraBytes + directory.readUInt16LE(at + 32);
  if (at + bytes > directory.length) return null;
  const nameAt = at + ENTRY_BYTES;
  const name = directory.toString('utf8', nameAt, nameAt + nameBytes);
  const extra = directory.subarray(nameAt + nameBytes, nameAt + nameBytes + extraBytes);
  const sizes = largeSizes(
    extra,
    [24, 20, 42].map((field) => directory.readUInt32LE(at + field)),
  );
  if (!sizes) return null;
  const [textBytes = 0, packedBytes = 0, localAt = 0] = sizes;
  const mode = directory.readUInt16LE(at + 40);
  const entry: ZipEntry = {
    name,
    kind: (mode & 0xf000) === 0xa000 ? 'link' : name.endsWith('/') ? 'folder' : 'file',
    encrypted: (flags & 0x2041) !== 0,
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    packedBytes,
    textBytes,
    at: 0,
  };
  return { entry, bytes, localAt };
}

/** Sizes that do not fit into 32 bits stand in an extra field, in this order. */
function largeSizes(extra: Buffer, small: number[]): number[] | null {
  if (!small.includes(ALL_32)) return small;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    const sizes = small.map((size) => {
      if (size !== ALL_32) return size;
      from += 8;
      return from <= extra.length ? Number(extra.readBigUInt64LE(from - 8)) : NaN;
    });
    return sizes.every(Number.isSafeInteger) ? sizes : null;
  }
  return null;
}

/** Length of an entry's local header; null where it is missing or says something else than the directory. */
function localHeaderBytes(stored: StoredBytes, at: number, entry: ZipEntry): number | null {
  const fixed = readExactly(stored, at, LOCAL_BYTES);
  if (!fixed || fixed.readUInt32LE(0) !== LOCAL || fixed.readUInt16LE(8) !== entry.method) return null;
  const nameBytes = fixed.readUInt16LE(26);
  const name = readExactly(stored, at + LOCAL_BYTES, nameBytes);
  if (!name || name.toString('utf8') !== entry.name) return null;
  return LOCAL_BYTES + nameBytes + fixed.readUInt16LE(28);
}

/** Whether no two entries share a byte, and none lies in the directory. */
function areApart(spans: [from: number, to: number][], directoryAt: number): boolean {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  return sorted.every(([, to], i) => to <= (sorted[i + 1]?.[0] ?? directoryAt));
}

function readExactly(stored: StoredBytes, at: number, count: number): Buffer | null {
  if (at < 0 || count < 0 || at + count > stored.bytes) return null;
  const bytes = readStored(stored, at, count);
  return bytes.length === count ? bytes : null;
}
