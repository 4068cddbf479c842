import { isUtf8 } from 'node:buffer';
import { RecordReader } from '../csv/read-record';
import { sniffCsv } from '../detect/sniff-csv';

/** A record with its place. */
export interface ReferenceCsvRecord {
  line: number;
  byte: number;
  length: number;
  code: 'read' | 'TOO_FEW_CELLS' | 'TOO_MANY_CELLS' | 'BAD_QUOTES' | 'NOT_UTF8' | 'header' | 'comment';
  cells: string[];
}

const CODES = {
  few: 'TOO_FEW_CELLS',
  many: 'TOO_MANY_CELLS',
  quotes: 'BAD_QUOTES',
  read: 'read',
  repaired: 'read',
} as const;

/** A plain reference reading of a whole delimiter-separated text, for the tests: names, and what becomes of each record. */
export function referenceCsv(
  text: Buffer,
): { names: string[]; rows: ReferenceCsvRecord[]; blank: number } | null {
  const table = sniffCsv(text, true);
  if (!table) return null;
  const { dialect, columns, header } = table;
  const { lineEnd, delimiter, comment } = dialect;
  const bytes = text.toString('latin1');
  const whole = bytes.endsWith(lineEnd) ? bytes : bytes + lineEnd;
  const reader = new RecordReader(whole, dialect, columns.length);
  const blanks =
    columns.length > 1 && delimiter[0] !== ' ' && delimiter[0] !== '\t' ? /^[ \t]*\r?$/ : /^\r?$/;
  const rows: ReferenceCsvRecord[] = [];
  let blank = 0;
  for (let byte = table.bodyAt, line = table.linesBefore + 1; byte < whole.length;) {
    const lineStop = whole.indexOf(lineEnd, byte);
    if (
      blanks.test(whole.slice(byte, lineStop)) &&
      (lineEnd === '\n' || lineStop === byte || !whole.slice(byte, lineStop).endsWith('\r'))
    ) {
      blank++;
      byte = lineStop + 1;
      line++;
      continue;
    }
    const { outcome, cells, end } = reader.read(byte);
    const content = whole.slice(byte, end - 1).replace(lineEnd === '\n' ? /\r$/ : /$^/, '');
    const code: ReferenceCsvRecord['code'] = isRead(outcome)
      ? header && content.replace(/^\xef\xbb\xbf/, '') === header.toString('latin1')
        ? 'header'
        : isUtf8(Buffer.from(whole.slice(byte, end), 'latin1'))
          ? 'read'
          : 'NOT_UTF8'
      : comment && content.startsWith(comment)
        ? 'comment'
        : CODES[outcome];
    rows.push({
      line,
      byte,
      length: content.length,
      code,
      cells: cells.map((cell) => Buffer.from(cell, 'latin1').toString()),
    });
    line += whole.slice(byte, end).split(lineEnd).length - 1;
    byte = end;
  }
  const names = columns.map(({ name, repeat }) => (repeat > 1 ? `${name}#${repeat}` : name));
  return { names, rows, blank };
}

function isRead(outcome: string): outcome is 'read' | 'repaired' {
  return outcome === 'read' || outcome === 'repaired';
}
