import { AnalysisError } from '../../contract/errors';
import type { FrameLike } from '../danfo/frame-table';
import { frameRows, isFrame } from '../danfo/frame-table';
import { isMadeUp } from '../danfo/made-up';
import { isMissing } from '../danfo/missing';
import type { Row } from '../tables/table-of';
import { nearestNames } from './nearest-names';

/** What holds rows: an answer, a frame, or rows themselves. */
export type Tabular =
  readonly Row[] | { readonly rows: readonly Row[]; readonly synthetic?: boolean } | FrameLike;

/** Rows with the names of their columns. */
export interface PlainTable {
  columns: string[];
  rows: ReadonlyArray<Record<string, unknown>>;
  /** They come from made-up records. */
  synthetic: boolean;
}

/** Whether a value holds rows. */
export function isTabular(value: unknown): value is Tabular {
  if (Array.isArray(value)) return value.every(isRow);
  if (typeof value !== 'object' || value === null) return false;
  return isFrame(value) || ('rows' in value && Array.isArray(value.rows) && value.rows.every(isRow));
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of an answer or a frame, or rows, with the names of their columns; what is missing in a frame is null. */
export function plainTable(value: Tabular): PlainTable {
  if (isFrame(value)) {
    const columns = [...value.columns];
    const record = (cells: readonly unknown[]) =>
      Object.fromEntries(columns.map((name, i) => [name, isMissing(cells[i]) ? null : cells[i]]));
    return { columns, rows: frameRows(value).map(record), synthetic: isMadeUp(value) };
  }
  const answer = value as { rows: readonly Row[]; synthetic?: boolean };
  const rows = (Array.isArray(value) ? value : answer.rows) as ReadonlyArray<Record<string, unknown>>;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { columns, rows, synthetic: !Array.isArray(value) && answer.synthetic === true };
}

/** Refuses a column that is not there, with the nearest names. @throws COLUMN_MISSING */
export function assertColumn({ columns }: PlainTable, name: string): void {
  if (!columns.includes(name))
    throw new AnalysisError('COLUMN_MISSING', { argument: name, known: nearestNames(name, columns) });
}
