import type { Row } from './table-of';

/** What a spreadsheet may take for the start of a formula, full-width forms too, after any white space. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/u;

/**
 * Rows as CSV (RFC 4180). No cell of text can start a formula in a spreadsheet: a quote stands before it, and its line
 * breaks become blanks. Numbers are written bare.
 *
 * @param columns keys in the order of the columns
 * @param stamp stands in a first column of every row, so that no row leaves the file without it; null for none
 */
export function toCsv(rows: readonly Row[], columns: string[], stamp: string | null = null): string {
  const records = rows as readonly Record<string, unknown>[];
  const head = [...(stamp === null ? [] : ['note']), ...columns];
  const lines = records.map((row) => [...(stamp === null ? [] : [stamp]), ...columns.map((key) => row[key])]);
  return [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = (Array.isArray(value) ? value.map(String).join(' ') : plain(value)).replace(
    /[\r\n\u2028\u2029]+/g,
    ' ',
  );
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
