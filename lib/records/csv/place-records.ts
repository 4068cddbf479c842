import { isUtf8 } from 'node:buffer';
import type { CsvDialect } from './csv-dialect';
import { RecordReader } from './read-record';

/** Records of an opening that are looked at. */
const MOST = 400;

/** A record of the opening with its place. */
export interface Placed {
  cells: string[];
  at: number;
  end: number;
  fits: boolean;
  /** At most one cell is filled. */
  single: boolean;
  blankBefore: boolean;
}

/** Reads the first records of a text from byte `from` on, blank lines left out. */
export function placeRecords(text: string, from: number, dialect: CsvDialect, columns: number): Placed[] {
  const reader = new RecordReader(text, dialect, columns);
  const records: Placed[] = [];
  let blankBefore = false;
  for (let at = from; at < text.length && records.length < MOST;) {
    const record = reader.read(at);
    const cells = record.cells.map(utf8);
    if (text.slice(at, record.end).trim() === '') blankBefore = true;
    else {
      const fits = cells.length === columns;
      const single = cells.filter((cell) => cell.trim() !== '').length < 2;
      records.push({ cells, at, end: record.end, fits, single, blankBefore });
      blankBefore = false;
    }
    at = record.end;
  }
  return records;
}

function utf8(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  return isUtf8(buffer) ? buffer.toString() : bytes;
}
