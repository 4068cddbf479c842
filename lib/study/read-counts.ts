import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecordCounts } from '../contract/truth';

/**
 * Reads the file of numbers beside a proof: how many documents each person has in all, by the rank of the person's key.
 *
 * @returns null where the numbers stand in the documents, and where the file is missing, another one or not of that form
 */
export function readCounts(proofFile: string, counts: RecordCounts): Map<number, number> | null {
  if (!('file' in counts)) return null;
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dirname(proofFile), counts.file));
  } catch {
    return null;
  }
  if (createHash('sha256').update(bytes).digest('hex') !== counts.sha256) return null;
  try {
    const rows = parse<Record<string, string>>(bytes, { columns: true });
    return new Map(rows.map((row) => [Number(row['rank']), Number(row['count'])]));
  } catch {
    return null;
  }
}

const HEADER = 'rank,count\n';

/** Whether a file begins as one of such numbers does. */
export function isOfCounts(file: string): boolean {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(HEADER.length);
      readSync(handle, head);
      return head.toString('latin1') === HEADER;
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}
