import { LineError } from '../wasm/shared/line-error';
import { ERRORS, type ErrorCode } from '../../../contract/errors';

/** Codes of the registry. */
const LINE_CODES: Readonly<Record<number, ErrorCode>> = {
  [LineError.SYNTAX]: 'SYNTAX',
  [LineError.CONTROL_CHARACTER]: 'CONTROL_CHARACTER',
  [LineError.BAD_ESCAPE]: 'BAD_ESCAPE',
  [LineError.TOO_DEEP]: 'TOO_DEEP',
  [LineError.NOT_UTF8]: 'NOT_UTF8',
  [LineError.TOO_MANY_PATHS]: 'TOO_MANY_PATHS',
  [LineError.TOO_FEW_CELLS]: 'TOO_FEW_CELLS',
  [LineError.TOO_MANY_CELLS]: 'TOO_MANY_CELLS',
  [LineError.BAD_QUOTES]: 'BAD_QUOTES',
  [LineError.BAD_ROW]: 'BAD_ROW',
  [LineError.TOO_LONG]: 'LINE_TOO_LONG',
  [LineError.ROWS_UNREAD]: 'ROWS_UNREAD',
  [LineError.NO_LOGIN]: 'NO_LOGIN',
};

/** Code of a `LineError`; one that is not told outside of the pass is a fault of the kit's own. */
export function lineCode(error: number): ErrorCode {
  return LINE_CODES[error] ?? 'INTERNAL';
}

const ORDER = Object.keys(ERRORS) as ErrorCode[];

/** The code that speaks for several: the first in the order of the registry. */
export function firstCode(codes: Iterable<string | null>): ErrorCode | null {
  const met = new Set(codes);
  return ORDER.find((code) => met.has(code)) ?? null;
}
