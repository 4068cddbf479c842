import { isUtf8 } from 'node:buffer';
import { chooseDialect } from './choose-dialect';
import type { CsvColumn, CsvDialect, CsvTable } from './csv-dialect';
import { isHeader } from './find-header';
import { RecordReader } from './read-record';

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
/** Bytes of the opening that the dialect is told from; the header may lie beyond. */
const SAMPLE = 1 << 18;
const BODY = 200;
/** So many control characters may stand in a short text; in a long one, one byte in twenty. */
const CONTROLS = 8;
const COMMENTS = ['#', '//', '--', '%', '!'];

/** A record of the opening with its place. */
interface Placed {
  cells: string[];
  at: number;
  end: number;
  fits: boolean;
  /** At most one cell is filled. */
  single: boolean;
  blankBefore: boolean;
}

/**
 * Tells the table of a delimiter-separated text from its opening: dialect, columns, where the records begin.
 *
 * @param opening decoded text from its first byte on, ideally 1 MiB
 * @param ended whether the text ends with it
 * @returns null where the text is no table: nothing parts its lines alike, and they are no list of values either
 */
export function sniffCsv(opening: Buffer, ended: boolean): CsvTable | null {
  const whole = opening.toString('latin1');
  if (isForeign(whole)) return null;
  const lineEnd = lineEndOf(whole);
  const start = whole.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const text = wholeLines(whole, lineEnd, ended);
  const named = /^sep=([^\r\n]{1,8})\r?[\n\r]/.exec(text.slice(start));
  const from = start + (named?.[0].length ?? 0);
  const chosen = chooseDialect(wholeLines(text.slice(from, from + SAMPLE), lineEnd, false), lineEnd);
  if (named?.[1]) chosen.dialect.delimiter = named[1];
  const { dialect, columns } = named ? widthOf(text, from, chosen.dialect) : chosen;
  const records = place(text, from, dialect, columns);
  if (columns === 1 && !isList(records)) return null;
  dialect.comment = commentOf(records);
  return tableOf(text, records, dialect, columns);
}

/** A table of one column, for a text that is none: no line of it may be lost. */
export function oneColumn(opening: Buffer, ended: boolean): CsvTable {
  const whole = opening.toString('latin1');
  const lineEnd = lineEndOf(whole);
  const text = wholeLines(whole, lineEnd, ended);
  const start = whole.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const dialect: CsvDialect = { delimiter: '\u0001', quote: null, escape: 'doubled', lineEnd, comment: null };
  return tableOf(text, place(text, start, dialect, 1), dialect, 1);
}

/** Binary data, JSON, markup and SQL are no tables, whatever stands between their commas. */
function isForeign(text: string): boolean {
  const sample = text.slice(0, 1 << 16);
  const controls = sample.replace(/[^\u0000-\u0008\u000e-\u001e\u007f]/g, '').length;
  if (controls > CONTROLS && controls * 20 > sample.length) return true;
  const lines = sample.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const foreign = lines.filter((line) => /^\s*([{}[\]<]|(INSERT INTO|CREATE TABLE|COPY) )/i.test(line));
  return foreign.length * 2 > lines.length || /^\s*(-- |\/\*|<\?xml|<!)/.test(sample);
}

function lineEndOf(text: string): CsvDialect['lineEnd'] {
  const feeds = text.split('\n').length - 1;
  const returns = text.split('\r').length - text.split('\r\n').length;
  return returns > feeds * 3 ? '\r' : '\n';
}

/** The whole lines of a text; at its end the last line gets an end. One line longer than the opening is cut. */
function wholeLines(text: string, lineEnd: string, ended: boolean): string {
  if (text.endsWith(lineEnd)) return text;
  const last = text.lastIndexOf(lineEnd) + 1;
  return ended || last === 0 ? text + lineEnd : text.slice(0, last);
}

function widthOf(text: string, from: number, dialect: CsvDialect): { dialect: CsvDialect; columns: number } {
  const { cells } = new RecordReader(text, dialect, 0).read(from);
  return { dialect, columns: cells.length };
}

function place(text: string, from: number, dialect: CsvDialect, columns: number): Placed[] {
  const reader = new RecordReader(text, dialect, columns);
  const records: Placed[] = [];
  let blankBefore = false;
  for (let at = from; at < text.length && records.length < BODY * 2;) {
    const record = reader.read(at);
    const cells = record.cells.map(utf8);
    if (cells.length === 1 && (cells[0] as string).trim() === '') blankBefore = true;
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

/** One value a line: short lines of few words. Prose is none. */
function isList(records: Placed[]): boolean {
  const short = records.filter(({ cells }) => {
    const line = cells.join(' ');
    return line.length <= 100 && line.trim().split(/\s+/).length <= 4 && !/^[<{[]|[{};>]$/.test(line.trim());
  });
  return records.length > 0 && short.length * 10 >= records.length * 9;
}

/** A sign that begins lines which do not fit the table, and none that do. */
function commentOf(records: Placed[]): string | null {
  const begins = (sign: string, fits: boolean): boolean =>
    records.some((record) => record.fits === fits && (record.cells[0] as string).startsWith(sign));
  return COMMENTS.find((sign) => begins(sign, false) && !begins(sign, true)) ?? null;
}

function tableOf(text: string, all: Placed[], dialect: CsvDialect, columns: number): CsvTable {
  const isComment = ({ cells, fits }: Placed): boolean =>
    !fits && dialect.comment !== null && (cells[0] as string).startsWith(dialect.comment);
  const records = all.filter((record) => !isComment(record));
  const first = Math.max(
    0,
    records.findIndex((record, i) => startsBody(record, records[i + 1], columns)),
  );
  const head = records[first];
  const body = records.slice(first + 1).filter(({ fits }) => fits);
  // A header of several lines repeats itself, or stands again where files were joined.
  const firstLine = JSON.stringify(head?.cells);
  const rows = body.map(({ cells }) => cells).filter((cells) => JSON.stringify(cells) !== firstLine);
  const headed = head?.fits === true && isHeader(head.cells, rows);
  const before = records[first - 1];
  let names = headed ? head.cells : null;
  let mismatch = false;
  if (head && !headed && before && !head.blankBefore && before.cells.length > 1) {
    names = namesFor(before.cells, columns, [head.cells, ...rows]);
    mismatch = names === null && isHeader(before.cells, []);
  }
  const bodyAt = headed ? head.end : (head?.at ?? text.length);
  const headerLine = headed ? head : names ? before : undefined;
  return {
    dialect,
    columns: names ? namedColumns(names) : neutralColumns(columns),
    bodyAt,
    linesBefore: text.slice(0, bodyAt).split(dialect.lineEnd).length - 1,
    linesSkipped: all.filter(({ at }) => at < bodyAt).length - (headerLine ? 1 : 0),
    header: headerLine ? bytesOf(text, headerLine) : null,
    headerMismatch: mismatch,
  };
}

/** The first record that fits, unless it is a title in a row of empty cells, and is no lonely line that happens to fit. */
function startsBody(record: Placed, next: Placed | undefined, columns: number): boolean {
  if (!record.fits) return false;
  if (!next) return true;
  if (columns > 2 && record.single && next.fits) return false;
  return next.fits || !record.single;
}

/** Names of a header line of another width than the table, where there is only one way to give them out. */
function namesFor(cells: string[], columns: number, rows: string[][]): string[] | null {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (cells.length > columns && filled.length === columns && isHeader(filled, [])) return filled;
  const lastIsEmpty = rows.every((row) => row.at(-1) === '');
  return cells.length === columns - 1 && lastIsEmpty && isHeader(cells, rows) ? [...cells, ''] : null;
}

function bytesOf(text: string, { at, end }: Placed): Buffer {
  return Buffer.from(text.slice(at, end).replace(/\r?\n$|\r$/, ''), 'latin1');
}

function namedColumns(names: string[]): CsvColumn[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const repeat = (seen.get(name) ?? 0) + 1;
    seen.set(name, repeat);
    return { name, repeat };
  });
}

function neutralColumns(columns: number): CsvColumn[] {
  return Array.from({ length: columns }, (_, i) => ({ name: `column ${i + 1}`, repeat: 1 }));
}
