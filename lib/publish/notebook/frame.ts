import { loadDanfo } from '../danfo/load-danfo';
import { markMadeUp } from '../danfo/made-up';
import { typedColumn } from '../danfo/typed-column';
import type { DataFrame } from '../danfo/types';
import type { Row } from '../tables/table-of';

/** Where the rows of a frame come from. */
export interface FrameOptions {
  /** The records were made up: the frame, and all that is made from it, says so. Defaults to false. */
  synthetic?: boolean;
  /** Names of columns that are there without a row too. */
  columns?: readonly string[];
}

/**
 * Rows as a danfojs-node frame. The type of a column follows from all of its values: whole numbers, other numbers,
 * true or false, else texts; times are ISO 8601 texts in UTC, lists are joined. What is missing is NaN among numbers
 * and null elsewhere; a hidden count ("<10", "withheld") among numbers is missing.
 *
 * @param rows plain objects; a key that a row lacks is missing in it
 * @throws DANFO_MISSING
 * @example toFrame([{ day: 'Mon', people: 12 }, { day: 'Tue', people: '<10' }]).dtypes // ['string', 'float32']
 */
export function toFrame(
  rows: readonly Row[],
  { synthetic = false, columns: named = [] }: FrameOptions = {},
): DataFrame {
  const { DataFrame } = loadDanfo();
  const records = rows as ReadonlyArray<Record<string, unknown>>;
  const names = [...new Set([...named, ...records.flatMap((row) => Object.keys(row))])];
  const columns = names.map((name) => typedColumn(records.map((row) => row[name])));
  const values = records.map((_, i) => columns.map((column) => column.values[i] ?? null));
  const frame = new DataFrame(values, { columns: names, dtypes: columns.map(({ dtype }) => dtype) });
  if (synthetic) markMadeUp(frame);
  return frame;
}
