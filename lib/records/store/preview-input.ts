import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import type { PartFormat } from '../../contract/manifest';
import { storesFolder } from './cache-folder';
import { freeDisk } from '../airlock/free-disk';
import { type ListedFile, listFiles } from '../detect/list-files';
import { type PartPreview, previewPart } from '../detect/preview-part';
import { storeKey } from './store-key';
import { sweepCache } from './sweep-cache';

/** An input as it looks before it is read, and what reading it will need. */
export interface InputPreview {
  /** Of all files that are read; `mixed` where they differ, null where only reading tells. */
  format: PartFormat | 'mixed' | null;
  /** Sorted by path; the order of reading. A file named twice is there once; skipped ones are there too. */
  parts: PartPreview[];
  /** Files without a byte, which hold no document to lose. */
  empty: number;
  /** As stored, of the files that are read. */
  bytes: number;
  textBytesEstimate: number;
  /** Whether a working copy of exactly these files lies in the cache. */
  cached: boolean;
  /** Disk that the working copy will take, in bytes; 0 where one is there. */
  diskNeeded: number;
  /** Free disk where the cache lies, in bytes. */
  diskFree: number;
}

/**
 * Measured on account records: a store takes 0.36 of the text (and 1.1 where 10,000 columns are sparse); the rest is
 * room for the hashes that spill while distinct values are counted.
 */
const STORE_SHARE = 0.45;
const STORE_FLOOR = 4 * 1_048_576;

/**
 * Looks at an input before it is read: format and packing of each file by content, sizes, and the disk that the
 * working copy needs. Nothing is read beyond the first 64 KB of text of each file and the directory of a zip archive.
 *
 * @param files at least one; a folder stands for all that is in it; a file named twice counts once
 * @param without real paths of files that are no part of it; defaults to none
 * @throws FILE_MISSING, FILE_UNREADABLE, CACHE_UNWRITABLE, USAGE; where no file can be read, why the first
 * of them cannot
 */
export function previewInput(files: string[], without: ReadonlySet<string> = new Set()): InputPreview {
  if (files.length === 0) throw new AnalysisError('USAGE', { rule: 'At least one input file is needed' });
  sweepCache();
  const looks = looksOf(files, without);
  const seen = new Map(looks.filter((part) => !isEmpty(part)).map((part) => [part.stamp, part]));
  const parts = [...seen.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const read = parts.filter((part) => part.refused === null);
  const textBytesEstimate = sum(read.map((part) => part.textBytesEstimate));
  const stores = storesFolder();
  const cached = existsSync(join(stores, storeKey(parts), 'manifest.json'));
  const diskNeeded = cached ? 0 : STORE_FLOOR + Math.round(textBytesEstimate * STORE_SHARE);
  const diskFree = freeDisk(stores);
  const bytes = sum(read.map((part) => part.bytes));
  const formats = new Set(read.map((part) => part.format));
  const format = formats.size === 1 ? (read[0]?.format ?? null) : 'mixed';
  const empty = looks.filter(isEmpty).length;
  return { format, parts, empty, bytes, textBytesEstimate, cached, diskNeeded, diskFree };
}

/** An input of nothing readable is refused; a file without a byte beside others is not. */
function looksOf(files: string[], without: ReadonlySet<string>): PartPreview[] {
  const listed = listFiles(files).filter(({ file }) => without.size === 0 || !without.has(realPath(file)));
  if (listed.length === 0) throw new AnalysisError('FILE_EMPTY', { argument: files[0] ?? '' });
  const looks = listed.map(lookAtListed);
  if (looks.every((part) => part.refused !== null)) {
    const telling =
      looks.find(({ refused }) => !['LITTER', 'METADATA'].includes(refused?.code ?? '')) ?? looks[0];
    throw telling?.refused ?? new AnalysisError('FILE_EMPTY');
  }
  return looks;
}

function isEmpty({ refused }: PartPreview): boolean {
  return refused?.code === 'FILE_EMPTY';
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function lookAtListed({ file, isNamed, skipped }: ListedFile): PartPreview {
  // Names in a folder come with the leak, and may hold what it holds: they are not told.
  const label = isNamed ? file : 'A file in the folder';
  if (skipped) return passedOver(file, new AnalysisError(skipped, { argument: label }));
  try {
    return previewPart(file, label);
  } catch (fault) {
    if (isNamed || !(fault instanceof AnalysisError)) throw fault;
    return passedOver(file, fault);
  }
}

function passedOver(file: string, refused: AnalysisError): PartPreview {
  const { size, mtimeMs, ino } = lstatSync(file);
  return {
    path: file,
    name: basename(file),
    bytes: size,
    stamp: `${size}:${mtimeMs}:${ino}:${file}`,
    format: null,
    envelope: null,
    compression: null,
    textBytesEstimate: 0,
    refused,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
