import { isMissing } from './missing';
import type { Danfo } from './types';

interface SortOptions {
  ascending?: boolean;
  inplace?: boolean;
}

interface Selection {
  rows?: unknown;
  columns?: unknown;
}

/** What a frame and a column share. */
interface Labelled {
  index: Array<string | number>;
  values: unknown[];
  $setValues(values: unknown[]): void;
  $setIndex(index: Array<string | number>): void;
}

interface Column extends Labelled {
  iloc: (this: Column, rows: unknown) => Column;
  sortValues: (this: Column, options?: SortOptions) => Column | undefined;
}

interface Frame extends Labelled {
  columns: string[];
  iloc: (this: Frame, selection: Selection) => Frame;
  query: (this: Frame, condition: unknown, options?: { inplace?: boolean }) => Frame | undefined;
  sortValues: (this: Frame, column: string, options?: SortOptions) => Frame | undefined;
  column(name: string): { values: unknown[] };
  $setInternalColumnDataProperty: (this: Frame, column?: string) => void;
}

/**
 * After `sortValues`, danfo 1.2.0 takes other rows than the condition of a `query` names, since it mixes up places and
 * labels; it sorts missing numbers as 0, or loses the order at them; a column that is named as one of a frame's methods
 * (`count`, `values`) takes its place. After this, a condition takes the rows for which it holds, missing values come
 * last in both directions, and such a column is reached by `column(name)`.
 */
export function repairRows({ DataFrame, Series }: Danfo): void {
  const frame = Object.getPrototypeOf(DataFrame.prototype) as Frame;
  const column = Object.getPrototypeOf(Series.prototype) as Column;

  const { iloc } = frame;
  frame.iloc = function (selection) {
    return iloc.call(this, { ...selection, rows: places(selection.rows) });
  };
  const { iloc: ilocOfColumn } = column;
  column.iloc = function (rows) {
    return ilocOfColumn.call(this, places(rows));
  };

  const { query } = frame;
  frame.query = function (condition, options) {
    return query.call(this, places(condition), options);
  };

  const { sortValues } = frame;
  frame.sortValues = function (column, { ascending = true, inplace = false } = {}) {
    // Its own refusals of a column that is not there.
    if (!this.columns.includes(column)) return sortValues.call(this, column);
    const order = sorted(this.column(column).values, ascending);
    const taken = this.iloc({ rows: order });
    if (!inplace) return taken;
    put(this, taken);
    return undefined;
  };

  column.sortValues = function ({ ascending = true, inplace = false } = {}) {
    const taken = this.iloc(sorted(this.values, ascending));
    if (!inplace) return taken;
    put(this, taken);
    return undefined;
  };

  const { $setInternalColumnDataProperty: setProperty } = frame;
  frame.$setInternalColumnDataProperty = function (column) {
    for (const name of column === undefined ? this.columns : [column]) {
      if (typeof name === 'string' && name !== '' && !(name in DataFrame.prototype))
        setProperty.call(this, name);
    }
  };
}

function put(target: Labelled, { values, index }: Labelled): void {
  target.$setValues(values);
  target.$setIndex(index);
}

/** A condition (true or false for each row) as the places where it holds; all else as it is. */
function places(rows: unknown): unknown {
  const list =
    typeof rows === 'object' && rows !== null && 'values' in rows && !Array.isArray(rows)
      ? rows.values
      : rows;
  if (!Array.isArray(list) || !list.every((value) => typeof value === 'boolean')) return list;
  return list.flatMap((holds, place) => (holds ? [place] : []));
}

function sorted(values: readonly unknown[], ascending: boolean): number[] {
  const sign = ascending ? 1 : -1;
  return values
    .map((_, place) => place)
    .sort((a, b) => {
      const [left, right] = [values[a], values[b]];
      if (isMissing(left) || isMissing(right)) return Number(isMissing(left)) - Number(isMissing(right));
      return sign * compared(left, right);
    });
}

function compared(left: unknown, right: unknown): number {
  const [a, b] = [left as string, right as string];
  return a < b ? -1 : a > b ? 1 : 0;
}
