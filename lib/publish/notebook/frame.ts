import type * as Danfo from 'danfojs-node';
import type { DataFrame } from 'danfojs-node';
import type { Row } from '../tables/table-of';

/**
 * Rows as a frame of danfojs-node, which is loaded at the first call. Columns of numbers keep their numbers; a hidden
 * count (`'<10'`, `'withheld'`) is a missing number in them.
 *
 * @param rows plain objects; what is no number and no text goes in as its JSON text
 */
export function toFrame(rows: readonly Row[]): DataFrame {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loading takes a second, and most cells want no frame
  const danfo = require('danfojs-node') as typeof Danfo;
  const records = rows as readonly Record<string, unknown>[];
  const keys = [...new Set(records.flatMap((row) => Object.keys(row)))];
  const columns = keys.map((key) => columnOf(records.map((row) => row[key])));
  return new danfo.DataFrame(
    records.map((_, i) => columns.map((column) => column[i] as string | number | boolean)),
    { columns: keys },
  );
}

const isHidden = (value: unknown) => value === '<10' || value === 'withheld';

function columnOf(values: unknown[]): unknown[] {
  const filled = values.filter((value) => value !== null && value !== undefined && !isHidden(value));
  const numeric = filled.length > 0 && filled.every((value) => typeof value === 'number');
  return values.map((value) => {
    if (value === null || value === undefined || (numeric && isHidden(value))) return numeric ? NaN : null;
    return typeof value === 'object' ? JSON.stringify(value) : value;
  });
}
