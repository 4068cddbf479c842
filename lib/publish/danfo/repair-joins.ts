import { assertColumns } from './assert-columns';
import { inheriting } from './made-up';
import { isMissing } from './missing';
import { typedColumn } from './typed-column';
import type { Danfo } from './types';

interface Joined {
  columns: string[];
  dtypes: string[];
  values: unknown[][];
}

type JoinOptions = Parameters<Danfo['merge']>[0];

/** The inner module, whose names the outer one hands on. */
export type Joins = Pick<Danfo, 'merge' | 'concat'>;

/**
 * `merge` of danfo 1.2.0 joins everything with everything where a column is misspelt, takes the keys ("a_b", "c") and
 * ("a", "b_c") for one, and joins rows whose key is missing. After this, a misspelt column is refused, keys are compared
 * one by one, and a missing key has no partner.
 */
export function repairJoins(joins: Joins, { DataFrame }: Danfo): void {
  const { merge, concat } = joins;
  joins.concat = inheriting(concat as never) as Danfo['concat'];
  joins.merge = inheriting(((options: JoinOptions) => {
    const { left, right, on } = options;
    for (const frame of [left, right] as Joined[]) assertColumns(frame, on);
    const numbers = numbered();
    const coded = (frame: Joined) => {
      const at = frame.columns.map((name) => on.includes(name));
      const rows = frame.values.map((row) =>
        row.map((value, i) => (at[i] ? numbers.numberOf(value) : value)),
      );
      return new DataFrame(rows, { columns: [...frame.columns], dtypes: [...frame.dtypes] });
    };
    const joined = merge({ ...options, left: coded(left as Joined), right: coded(right as Joined) });
    const rows = joined.values as unknown[][];
    const columns = joined.columns.map((_, i) =>
      typedColumn(rows.map((row) => (i < on.length ? numbers.valueOf(row[i] as number) : row[i]))),
    );
    return new DataFrame(
      rows.map((_, row) => columns.map(({ values }) => values[row] ?? null)),
      { columns: [...joined.columns], dtypes: columns.map(({ dtype }) => dtype) },
    );
  }) as never) as Danfo['merge'];
}

/** A number for each value of a key; a missing one gets its own each time. */
function numbered() {
  const values: unknown[] = [];
  const byText = new Map<string, number>();
  return {
    numberOf(value: unknown): number {
      const known = isMissing(value) ? undefined : byText.get(String(value));
      if (known !== undefined) return known;
      if (!isMissing(value)) byText.set(String(value), values.length);
      return values.push(value) - 1;
    },
    valueOf: (number: number): unknown => values[number],
  };
}
