import { isHidden } from '../../contract/results';
import { isMissing } from './missing';

/** A cell of a frame. */
export type Cell = string | number | boolean | null;

/** A column as danfo takes it. */
export interface TypedColumn {
  dtype: 'int32' | 'float32' | 'boolean' | 'string';
  values: Cell[];
}

/**
 * Values as a column of one type, which follows from all of them: whole numbers, numbers, true or false, else texts.
 * What is missing is NaN among numbers and null elsewhere; a hidden count among numbers is missing.
 */
export function typedColumn(raw: readonly unknown[]): TypedColumn {
  const values = raw.map(plainCell);
  const known = values.filter((value) => value !== null && !isHidden(value));
  if (known.every((value) => typeof value === 'number')) {
    const whole = known.length === values.length && known.every(Number.isInteger);
    const numbers = values.map((value) => (typeof value === 'number' ? value : NaN));
    return { dtype: whole ? 'int32' : 'float32', values: numbers };
  }
  if (values.every((value) => value === null || typeof value === 'boolean'))
    return { dtype: 'boolean', values };
  return { dtype: 'string', values: values.map((value) => (value === null ? null : String(value))) };
}

function plainCell(value: unknown): Cell {
  if (isMissing(value)) return null;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plainCell(item) ?? '').join(', ');
  return JSON.stringify(value);
}
