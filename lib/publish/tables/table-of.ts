import { isHidden } from '../../contract/results';
import { cellText } from './cell-text';
import { PRESETS } from './presets';
import type { Table } from './table';

/** Rows that a cell shows: a table of more is read by nobody. */
export const MOST_ROWS = 120;

/** A row to be shown: a part of the results, or any plain object. */
export type Row = object;

/** Which keys of rows a table shows, in this order, and how they are headed. */
export type Columns<R extends Row = Row> = readonly (readonly [key: keyof R & string, title: string])[];

/**
 * Rows as a table. Parts of the results get the columns a reader wants, other rows all their keys in order of
 * appearance.
 *
 * @param chosen columns to show instead
 */
export function tableOf<R extends Row>(rows: readonly R[], chosen?: Columns<R>): Table {
  const records = rows as readonly object[] as readonly Record<string, unknown>[];
  const keys = [...new Set(records.flatMap((row) => Object.keys(row)))];
  const preset =
    records.length > 0 ? PRESETS.find(({ has }) => has.every((key) => keys.includes(key))) : undefined;
  const columns: Columns<Record<string, unknown>> =
    chosen ?? preset?.columns ?? keys.map((key) => [key, heading(key)] as const);
  return {
    columns: columns.map(([key, title]) => ({ title, numeric: isNumeric(records.map((row) => row[key])) })),
    rows: records.map((row) => columns.map(([key]) => cellText(key, row[key], row))),
  };
}

/** `largestGapDays` → "largest gap days". */
function heading(key: string): string {
  return key.replace(
    /([a-z])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
}

function isNumeric(values: unknown[]): boolean {
  const filled = values.filter((value) => value !== null && value !== undefined);
  return filled.length > 0 && filled.every((value) => typeof value === 'number' || isHidden(value));
}
