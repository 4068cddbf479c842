import { ERRORS, type ErrorCode } from '../../../contract/errors';

/** Codes of the numbers in assembly/line-errors.ts. */
const LINE_CODES: Record<number, ErrorCode> = {
  1: 'SYNTAX',
  2: 'CONTROL_CHARACTER',
  3: 'BAD_ESCAPE',
  4: 'TOO_DEEP',
  5: 'NOT_UTF8',
  6: 'TOO_MANY_PATHS',
  20: 'TOO_FEW_CELLS',
  21: 'TOO_MANY_CELLS',
  22: 'BAD_QUOTES',
  23: 'BAD_ROW',
  24: 'LINE_TOO_LONG',
  25: 'ROWS_UNREAD',
};

/** Code of an error number of the pass. */
export function lineCode(error: number): ErrorCode {
  return LINE_CODES[error] ?? 'INTERNAL';
}

const ORDER = Object.keys(ERRORS) as ErrorCode[];

/** The code that speaks for several: the first in the order of the registry. */
export function firstCode(codes: Iterable<string | null>): ErrorCode | null {
  const met = new Set(codes);
  return ORDER.find((code) => met.has(code)) ?? null;
}
