import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { PartFormat } from '../contract/manifest';
import { storesFolder } from './cache-folder';
import { freeDisk } from './free-disk';
import type { LookPart } from './look-at-part';
import { lookAtPart } from './look-at-part';
import { storeKey } from './store-key';

/** An input as it looks before it is read, and what reading it will need. */
export interface Look {
  /** Of all parts; `mixed` where they differ. */
  format: PartFormat | 'mixed';
  /** Sorted by path; the order of reading. A file named twice is there once. */
  parts: LookPart[];
  /** As stored. */
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
 * Looks at an input before it is read: format and compression of each file by content, sizes, and whether the disk
 * can hold the working copy. Nothing is read beyond the first 64 KB of text of each file.
 *
 * @param files at least one; a file named twice counts once
 * @throws FILE_MISSING, FILE_UNREADABLE, IS_DIRECTORY, FILE_EMPTY, FORMAT_UNKNOWN, DISK_FULL, CACHE_UNWRITABLE, USAGE
 */
export function lookAt(files: string[]): Look {
  if (files.length === 0) throw new AnalysisError('USAGE', { rule: 'At least one input file is needed' });
  const seen = new Map(looksOf(files).map((part) => [part.stamp, part]));
  const parts = [...seen.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const textBytesEstimate = sum(parts.map((part) => part.textBytesEstimate));
  const stores = storesFolder();
  const cached = existsSync(join(stores, storeKey(parts), 'manifest.json'));
  const diskNeeded = cached ? 0 : STORE_FLOOR + Math.round(textBytesEstimate * STORE_SHARE);
  const diskFree = freeDisk(stores);
  if (diskNeeded > diskFree) throw new AnalysisError('DISK_FULL', { needed: diskNeeded, free: diskFree });
  const bytes = sum(parts.map((part) => part.bytes));
  const formats = new Set(parts.map((part) => part.format));
  const format = formats.size === 1 ? (parts[0] as LookPart).format : 'mixed';
  return { format, parts, bytes, textBytesEstimate, cached, diskNeeded, diskFree };
}

/** A file without a byte beside others holds no document to lose; an input of nothing else is refused. */
function looksOf(files: string[]): LookPart[] {
  let empty: unknown = null;
  const parts = files.flatMap((file) => {
    try {
      return lookAtPart(file);
    } catch (fault) {
      if (!(fault instanceof AnalysisError) || fault.code !== 'FILE_EMPTY') throw fault;
      empty = fault;
      return [];
    }
  });
  if (parts.length === 0) throw empty;
  return parts;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
