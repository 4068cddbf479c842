import { isMissing, present } from './missing';
import type { Danfo } from './types';

/** What is used of danfo's groups: columns of each group by a key, and the key's values. */
interface Groups {
  keyCol: string[];
  data: unknown[][];
  columnName: string[];
  colIndex: number[];
  colDict: Record<string, Record<string, unknown[]>>;
  keyToValue: Record<string, unknown[]>;
  group: (this: Groups) => Groups;
  getGroup: (this: Groups, keys: unknown[]) => unknown;
  toDataFrame(groups: object): unknown;
  groupMathLog: (this: Groups, values: unknown[], operation: string) => unknown[];
}

/** Operations that give a value for each row of a group, so that a gap must stay where it is. */
const ROW_BY_ROW = ['cumsum', 'cumprod', 'cummax', 'cummin'];

/**
 * Grouping in danfo 1.2.0 counts a missing number as 0 in means, and counts it as a value in counts; its deviations
 * throw on one; the groups ("a-b", "c") and ("a", "b-c") are one to it. After this, what is missing is left out, a group
 * without a value has none, and groups are what they are.
 */
export function repairGrouping({ DataFrame }: Danfo): void {
  const sample = new DataFrame([[0, 0]], { columns: ['a', 'b'] }).groupby(['a']);
  const groups = Object.getPrototypeOf(sample) as Groups;
  const aggregate = groups.groupMathLog;

  groups.groupMathLog = function (values, operation) {
    const there = present(values);
    if (operation === 'count') return [there.length];
    if (ROW_BY_ROW.includes(operation)) return inPlaces(values, aggregate.call(this, there, operation));
    if (there.length === 0) return [NaN];
    // Of one value there is no deviation; danfo says 0.
    if (there.length === 1 && (operation === 'std' || operation === 'var')) return [NaN];
    // Of several most frequent values danfo gives all, and then a row for each.
    if (operation === 'mode')
      return (aggregate.call(this, there, operation) as unknown[][])[0]?.slice(0, 1) ?? [NaN];
    return aggregate.call(this, there, operation);
  };

  groups.group = function () {
    const byKey = new Map<string, { values: unknown[]; columns: unknown[][] }>();
    for (const row of this.data) {
      const values = this.colIndex.map((index) => row[index]);
      const key = keyOf(values);
      const group = byKey.get(key) ?? { values, columns: this.columnName.map((): unknown[] => []) };
      group.columns.forEach((column, i) => column.push(row[i]));
      byKey.set(key, group);
    }
    this.keyToValue = {};
    this.colDict = {};
    for (const [key, { values, columns }] of byKey) {
      this.keyToValue[key] = values;
      this.colDict[key] = Object.fromEntries(this.columnName.map((name, i) => [name, columns[i] ?? []]));
    }
    return this;
  };

  groups.getGroup = function (keys) {
    const key = keyOf(keys);
    return this.toDataFrame({ [key]: { ...this.colDict[key] } });
  };
}

/** No two lists of values share it, and it is no number, since objects would order those. */
function keyOf(values: unknown[]): string {
  return JSON.stringify(values.map((value) => (isMissing(value) ? null : value)));
}

function inPlaces(values: unknown[], results: unknown[]): unknown[] {
  const next = results[Symbol.iterator]();
  return values.map((value): unknown => (isMissing(value) ? NaN : next.next().value));
}
