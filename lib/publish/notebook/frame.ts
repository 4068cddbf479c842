import { loadDanfo } from '../danfo/load-danfo';
import type { DataFrame } from '../danfo/types';
import { isMissing } from '../danfo/missing';
import type { Row } from '../tables/table-of';

/** Texts that stand in rows for a count which is hidden. */
const HIDDEN: readonly unknown[] = ['<10', 'withheld'];

interface FrameColumn {
  dtype: 'int32' | 'float32' | 'boolean' | 'string';
  values: Array<string | number | boolean | null>;
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
export function toFrame(rows: readonly Row[]): DataFrame {
  const { DataFrame } = loadDanfo();
  const records = rows as ReadonlyArray<Record<string, unknown>>;
  const names = [...new Set(records.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => columnOf(records.map((row) => row[name])));
  const values = records.map((_, i) => columns.map((column) => column.values[i] ?? null));
  return new DataFrame(values, { columns: names, dtypes: columns.map(({ dtype }) => dtype) });
}

function columnOf(raw: readonly unknown[]): FrameColumn {
  const values = raw.map(plain);
  const known = values.filter((value) => value !== null && !HIDDEN.includes(value));
  if (known.every((value) => typeof value === 'number')) {
    const whole = known.length === values.length && known.every(Number.isInteger);
    const numbers = values.map((value) => (typeof value === 'number' ? value : NaN));
    return { dtype: whole ? 'int32' : 'float32', values: numbers };
  }
  if (values.every((value) => value === null || typeof value === 'boolean'))
    return { dtype: 'boolean', values };
  return { dtype: 'string', values: values.map((value) => (value === null ? null : String(value))) };
}

function plain(value: unknown): string | number | boolean | null {
  if (isMissing(value)) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plain(item) ?? '').join(', ');
  return JSON.stringify(value);
}
