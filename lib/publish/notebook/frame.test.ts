import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuses } from '../../testing/refuses';
import { loadDanfo } from '../danfo/load-danfo';
import type { DataFrame } from '../danfo/types';
import { toFrame } from './frame';

/** What a frame holds, missing values as null. */
const cells = (frame: { values: unknown }): unknown[][] =>
  (frame.values as unknown[][]).map((row) =>
    row.map((value) => (Number.isNaN(value) || value === undefined ? null : value)),
  );

const RIDES = [
  { city: 'Bonn', km: 10, fee: 1.5, paid: true },
  { city: 'Bonn', km: null, fee: 2.5, paid: false },
  { city: 'Köln', km: 5, fee: 3, paid: null },
  { city: 'Köln', km: 7, fee: 4, paid: true },
  { city: 'Siegburg', fee: 1, paid: true },
];

test('the type of a column follows from all of its values, not from the first twenty', () => {
  const rows = Array.from({ length: 50 }, (_, i) => ({
    whole: i,
    part: i === 40 ? 0.5 : i,
    late: i === 49 ? 'n/a' : i,
    yes: i > 2,
    when: new Date(0),
    gap: i === 30 ? undefined : i,
    list: ['a', 'b'],
    big: 5n,
  }));
  const frame = toFrame(rows);
  assert.deepEqual(frame.columns, ['whole', 'part', 'late', 'yes', 'when', 'gap', 'list', 'big']);
  assert.deepEqual(frame.dtypes, [
    ...['int32', 'float32', 'string', 'boolean', 'string', 'float32', 'string', 'int32'],
  ]);
  assert.deepEqual(cells(frame)[49], [49, 49, 'n/a', true, '1970-01-01T00:00:00.000Z', 49, 'a, b', 5]);
});

test('a hidden count among numbers is missing, and a text among texts', () => {
  const frame = toFrame([
    { people: 12, note: '<10' },
    { people: '<10', note: 'few' },
    { people: 'withheld', note: '' },
  ]);
  assert.deepEqual(frame.dtypes, ['float32', 'string']);
  assert.deepEqual(cells(frame), [
    [12, '<10'],
    [null, 'few'],
    [null, ''],
  ]);
});

test('grouped means, sums, deviations and counts leave missing values out, as arithmetic does', () => {
  const grouped = (operation: 'mean' | 'sum' | 'std' | 'var' | 'min' | 'max' | 'count') =>
    cells(toFrame(RIDES).groupby(['city']).col(['km'])[operation]()).map(([, value]) => value);
  assert.deepEqual(grouped('mean'), [10, 6, null]);
  assert.deepEqual(grouped('sum'), [10, 12, null]);
  assert.deepEqual(grouped('min'), [10, 5, null]);
  assert.deepEqual(grouped('max'), [10, 7, null]);
  assert.deepEqual(grouped('count'), [1, 2, 0]);
  assert.deepEqual(grouped('std'), [null, Math.SQRT2, null]);
  assert.deepEqual(grouped('var'), [null, 2, null]);
  const both = toFrame(RIDES).groupby(['city']).agg({ km: 'mean', fee: 'sum' });
  assert.deepEqual(cells(both), [
    ['Bonn', 10, 4],
    ['Köln', 6, 7],
    ['Siegburg', null, 1],
  ]);
});

test('grouped running sums keep their gaps', () => {
  const rows = [1, null, 2, 3].map((n) => ({ group: 'a', n }));
  const sums = toFrame(rows).groupby(['group']).col(['n']).cumSum();
  assert.deepEqual(cells(sums), [
    ['a', 1],
    ['a', null],
    ['a', 3],
    ['a', 6],
  ]);
});

test('groups are told apart by their values: hyphens, names of methods, missing and empty', () => {
  const rows = [
    { a: 'x-y', b: 'z', n: 1 },
    { a: 'x', b: 'y-z', n: 2 },
    { a: 'constructor', b: '', n: 4 },
    { a: 'constructor', b: null, n: 8 },
    { a: '__proto__', b: '', n: 16 },
  ];
  const groups = toFrame(rows).groupby(['a', 'b']);
  assert.deepEqual(
    cells(groups.col(['n']).sum()).map(([, , n]) => n),
    [1, 2, 4, 8, 16],
  );
  assert.deepEqual(
    cells(groups.getGroup(['x', 'y-z']))
      .at(0)
      ?.at(-1),
    2,
  );
});

test('groups of random tables have the sums of plain arithmetic', () => {
  let state = 7;
  const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
  for (let round = 0; round < 20; round++) {
    const rows = Array.from({ length: 60 }, () => ({
      group: `g${random(5)}`,
      n: random(4) === 0 ? null : random(100) - 50,
    }));
    const expected = new Map<string, number[]>();
    for (const { group, n } of rows)
      expected.set(group, [...(expected.get(group) ?? []), ...(n === null ? [] : [n])]);
    const mean = (values: number[]) =>
      values.length > 0 ? values.reduce((sum, n) => sum + n, 0) / values.length : null;
    assert.deepEqual(
      cells(toFrame(rows).groupby(['group']).col(['n']).mean()),
      [...expected].map(([group, values]) => [group, mean(values)]),
    );
  }
});

test('missing values come last in both directions, and a column of a method’s name does no harm', () => {
  const frame = toFrame([{ count: 3 }, { count: null }, { count: -1 }, { count: 2 }]);
  assert.deepEqual(cells(frame.sortValues('count')), [[-1], [2], [3], [null]]);
  assert.deepEqual(cells(frame.sortValues('count', { ascending: false })), [[3], [2], [-1], [null]]);
  assert.deepEqual(frame.column('count').sortValues().values.slice(0, 3), [-1, 2, 3]);
  assert.deepEqual(cells(toFrame([{ values: 1, columns: 'a', shape: 2 }])), [[1, 'a', 2]]);
});

test('a condition takes the rows for which it holds, in a sorted frame too', () => {
  const sorted = toFrame(RIDES).sortValues('fee', { ascending: false });
  const dear = sorted.query(sorted.column('fee').gt(2));
  assert.deepEqual(
    cells(dear).map(([city, , fee]) => [city, fee]),
    [
      ['Köln', 4],
      ['Köln', 3],
      ['Bonn', 2.5],
    ],
  );
  const near = sorted.query(sorted.column('km').lt(8));
  assert.deepEqual(
    cells(near).map(([, km]) => km),
    [7, 5],
  );
});

test('a summary leaves missing values out', () => {
  const summary = toFrame(RIDES).describe();
  assert.deepEqual(summary.columns, ['km', 'fee']);
  const km = cells(summary).map(([value]) => value);
  assert.deepEqual(km.slice(0, 2), [3, 22 / 3]);
  assert.deepEqual(km.slice(3, 6), [5, 7, 10]);
  assert.equal(toFrame(RIDES).column('km').nUnique(), 3);
  assert.deepEqual(cells(toFrame([{ one: 5 }]).describe())[2], [null]);
});

test('a join keeps all rows of the left side and tells what has no partner', () => {
  const people = toFrame([
    { city: 'Bonn', people: 300 },
    { city: 'Köln', people: '<10' },
  ]);
  const joined = loadDanfo().merge({ left: toFrame(RIDES), right: people, on: ['city'], how: 'left' });
  assert.deepEqual(
    cells(joined).map((row) => row.at(-1)),
    [300, 300, null, null, null],
  );
});

test('only what is asked for in place changes a frame, and no other that was made from it', () => {
  const frame = toFrame([
    { city: 'Bonn', people: null },
    { city: 'Köln', people: 3 },
  ]);
  const before = JSON.stringify(frame.values);
  const filled = frame.fillNa(0, { columns: ['people'] });
  assert.deepEqual(filled.values, [
    ['Bonn', 0],
    ['Köln', 3],
  ]);
  assert.deepEqual(frame.fillNa([7], { columns: ['people'] }).values, [
    ['Bonn', 7],
    ['Köln', 3],
  ]);
  assert.deepEqual(cells(frame.asType('people', 'string'))[1], ['Köln', '3']);
  const twins = [frame.copy(), frame.tail(2)] as Array<Pick<DataFrame, 'fillNa' | 'values'>>;
  for (const twin of twins) {
    twin.fillNa(9, { columns: ['people'], inplace: true });
    assert.deepEqual(twin.values, [
      ['Bonn', 9],
      ['Köln', 3],
    ]);
  }
  assert.equal(JSON.stringify(frame.values), before);
  frame.fillNa(1, { columns: ['people'], inplace: true });
  assert.deepEqual(frame.column('people').values, [1, 3]);
  refuses(() => frame.fillNa(0, { columns: ['peple'] }), 'COLUMN_MISSING', /there are: city, people/);
});

test('no rows are a frame without rows', () => {
  assert.deepEqual(toFrame([]).shape[0], 0);
});
