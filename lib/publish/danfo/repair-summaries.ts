import { present } from './missing';
import type { Danfo, DataFrame as Frame } from './types';

interface Column {
  values: unknown[];
  dropNa(): Column;
  mode: (this: Column) => unknown[];
  nUnique: (this: Column) => number;
}

const STATISTICS = ['count', 'mean', 'std', 'min', 'median', 'max', 'var'] as const;

/**
 * `describe` of danfo 1.2.0 throws where a number is missing or says NaN; `mode` and `nUnique` of a column take what is
 * missing for a value. After this it is left out.
 */
export function repairSummaries({ DataFrame, Series }: Danfo): void {
  const frame = Object.getPrototypeOf(DataFrame.prototype) as { describe(this: Frame): Frame };
  frame.describe = function () {
    const numeric = this.columns.filter((_, i) => /int|float/.test(this.dtypes[i] ?? ''));
    const summaries = numeric.map((name) => {
      const there = new Series(present(this.column(name).values as unknown[] as number[]));
      const few = (statistic: string) => there.size < (/std|var/.test(statistic) ? 2 : 1);
      return STATISTICS.map((key) => (key === 'count' ? there.size : few(key) ? NaN : there[key]()));
    });
    const index = STATISTICS.map((name) => (name === 'var' ? 'variance' : name));
    const rows = index.map((_, i) => summaries.map((summary) => summary[i]));
    return new DataFrame(rows, { columns: numeric, index });
  };

  const column = Object.getPrototypeOf(Series.prototype) as Column;
  const { mode, nUnique } = column;
  column.mode = function () {
    return mode.call(this.dropNa());
  };
  column.nUnique = function () {
    return nUnique.call(this.dropNa());
  };
}
