import { chooseDialect } from '../csv/choose-dialect';
import type { CsvDialect, CsvTable } from '../csv/csv-dialect';
import { placeRecords, type Placed } from '../csv/place-records';
import { RecordReader } from '../csv/read-record';
import { describeTable } from '../csv/describe-table';

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';
/** Bytes of the head that the dialect is told from; the header may lie beyond. */
const SAMPLE = 1 << 18;
/** Lines that make a table. */
const ALIKE = 3;
/** So many control characters, NUL or ESC, may stand in a short text; in a long one, one byte in twenty. */
const CONTROLS = 8;
const COMMENTS = ['#', '//', '--', '%', '!'];

/**
 * Tells the table of a delimiter-separated text from its head: dialect, columns, where the records begin.
 *
 * @param head decoded text from its first byte on, ideally 1 MiB
 * @param ended whether the text ends with it
 * @returns null where the text is no table: nothing parts its lines alike, and they are no list of values either
 */
export function sniffCsv(head: Buffer, ended: boolean): CsvTable | null {
  const whole = head.toString('latin1');
  if (isForeign(whole)) return null;
  const lineEnd = lineEndOf(whole);
  const start = whole.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const text = wholeLines(whole, lineEnd, ended);
  const named = /^sep=([^\r\n]{1,8})\r?[\n\r]/.exec(text.slice(start));
  const from = start + (named?.[0].length ?? 0);
  const chosen = chooseDialect(wholeLines(text.slice(from, from + SAMPLE), lineEnd, false), lineEnd);
  if (named?.[1]) chosen.dialect.delimiter = named[1];
  const told = named ? widthOf(text, from, chosen.dialect) : chosen;
  const { dialect } = told;
  const columns = earlierWidth(placeRecords(text, from, dialect, 0), told.columns);
  const records = placeRecords(text, from, dialect, columns);
  if (columns === 1 && !isList(records)) return null;
  dialect.comment = commentOf(records);
  return describeTable(text, records, dialect, columns);
}

/** A table of one column, for a text that is none: no line of it may be lost. */
export function oneColumn(head: Buffer, ended: boolean): CsvTable {
  const whole = head.toString('latin1');
  const lineEnd = lineEndOf(whole);
  const text = wholeLines(whole, lineEnd, ended);
  const start = whole.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  const dialect: CsvDialect = { delimiter: '\u0001', quote: null, escape: 'doubled', lineEnd, comment: null };
  return describeTable(text, placeRecords(text, start, dialect, 1), dialect, 1);
}

/** How a line of SQL begins that makes or fills a table: its rows may follow line by line. */
const STATEMENT =
  /^\ufeff?\s*(?:(?:INSERT|REPLACE)(?:\s+(?:IGNORE|LOW_PRIORITY|DELAYED|OVERWRITE))*\s+INTO\s|CREATE\s+TABLE\s|COPY\s.{1,500}\sFROM\s+stdin\b)/i;

/** Binary data, JSON, markup and SQL are no tables, whatever stands between their commas. */
function isForeign(text: string): boolean {
  const sample = text.slice(0, 1 << 16);
  if (isBinary(sample)) return true;
  const lines = sample.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const foreign = lines.filter((line) => /^\s*[{}[\]<]/.test(line) || STATEMENT.test(line));
  return (
    foreign.length * 2 > lines.length ||
    STATEMENT.test(lines[0] ?? '') ||
    /^\s*(-- |\/\*|<\?xml|<!)/.test(sample)
  );
}

/** Many control characters for the length of the text: more than a few, several kinds of them, or NUL as often as letters. */
function isBinary(sample: string): boolean {
  const controls = sample.replace(/[^\u0000-\u0008\u000e-\u001e\u007f]/g, '');
  if (controls.length * 20 <= sample.length) return false;
  const nuls = controls.split('\0').length - 1;
  const others = controls.replace(/[\0\u001b\u007f]/g, '').length;
  return controls.length > CONTROLS || others > 1 || nuls * 4 > sample.length;
}

function lineEndOf(text: string): CsvDialect['lineEnd'] {
  const feeds = text.split('\n').length - 1;
  const returns = text.split('\r').length - text.split('\r\n').length;
  return returns > feeds * 3 ? '\r' : '\n';
}

/** The whole lines of a text; at its end the last line gets an end. One line longer than the head is cut. */
function wholeLines(text: string, lineEnd: string, ended: boolean): string {
  if (text.endsWith(lineEnd)) return text;
  const last = text.lastIndexOf(lineEnd) + 1;
  return ended || last === 0 ? text + lineEnd : text.slice(0, last);
}

function widthOf(text: string, from: number, dialect: CsvDialect): { dialect: CsvDialect; columns: number } {
  const { cells } = new RecordReader(text, dialect, 0).read(from);
  return { dialect, columns: cells.length };
}

/** Another table may stand before the longest one: so many lines of one other width are no titles. */
function earlierWidth(records: Placed[], columns: number): number {
  const widths = records.map(({ cells }) => cells.length);
  const first = widths.indexOf(columns);
  const earlier = widths.findIndex(
    (width, i) => width > 1 && widths.slice(i, i + ALIKE).filter((each) => each === width).length === ALIKE,
  );
  return earlier >= 0 && earlier + ALIKE <= first ? (widths[earlier] ?? columns) : columns;
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
    records.some((record) => record.fits === fits && record.cells[0]?.startsWith(sign));
  return COMMENTS.find((sign) => begins(sign, false) && !begins(sign, true)) ?? null;
}
