import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DotChart, dotChart } from './dot-chart';

const LOOK = { rowHeight: 30, labels: 100, labelWidth: 12, bottom: 50, dot: 10, gap: 9 };
const LINE = { color: '#000', thickness: 1, width: 0 };
const chart = (rows: DotChart['rows'], change: Partial<DotChart> = {}) =>
  dotChart({
    title: 'A title',
    alt: '',
    axis: 'People',
    name: 'drawn',
    synthetic: false,
    look: LOOK,
    rows,
    ...change,
  });

test('each row is one dot at its value, one label and one text beside it', () => {
  const { data, layout } = chart([
    { label: 'first', value: 20, text: '20' },
    { label: 'second', value: 5, text: 'five' },
  ]);
  assert.deepEqual([data.length, data[0]?.x, data[0]?.y], [1, [20, 5], [0, 1]]);
  assert.deepEqual(layout.yaxis.ticktext, ['first', 'second']);
  assert.deepEqual(
    layout.annotations.map(({ text, x, y }) => [text, x, y]),
    [
      ['20', 20, 0],
      ['five', 5, 1],
    ],
  );
  assert.equal(data[0]?.error_x, undefined);
});

test('a line reaches from low to high, and the text stands behind its end', () => {
  const rows = [
    { label: 'a', value: 20, low: 5, high: 60, text: '20' },
    { label: 'b', value: 50, text: '50' },
  ];
  const { data, layout } = chart(rows, { shown: [5, 60], look: { ...LOOK, line: LINE } });
  assert.deepEqual(
    [data[0]?.error_x?.arrayminus, data[0]?.error_x?.array],
    [
      [15, 0],
      [40, 0],
    ],
  );
  assert.equal(layout.annotations[0]?.x, 60);
});

test('on an axis of powers zero lies at the start, and texts at the logarithm of their value', () => {
  const rows = [
    { label: 'many', value: 2_400_000, low: 0, text: '' },
    { label: 'none', value: 0, low: 0, text: '' },
    { label: 'one', value: 1, low: 0, text: '' },
  ];
  const { data, layout } = chart(rows, { look: { ...LOOK, line: LINE } });
  assert.equal(layout.xaxis.type, 'log');
  assert.deepEqual(data[0]?.x, [2_400_000, 0.7, 1]);
  assert.deepEqual(data[0]?.error_x?.arrayminus[1], 0);
  assert.deepEqual(
    layout.annotations.map(({ x }) => x),
    [Math.log10(2_400_000), Math.log10(0.7), 0],
  );
});

test('labels are escaped and wrapped, and no rows are no marks', () => {
  const { layout } = chart([{ label: '<b>not markup</b> at all', value: 1, text: '' }]);
  assert.match(layout.yaxis.ticktext?.[0] ?? '', /^&lt;b&gt;not<br>/);
  const none = chart([]);
  assert.deepEqual([none.data, none.layout.annotations], [[], []]);
  assert.ok(Number.isFinite(none.layout.height));
});

test('dots without colours of their own share one', () => {
  const row = { label: '', value: 1, text: '' };
  assert.equal(typeof chart([row, row]).data[0]?.marker.color, 'string');
  assert.deepEqual(chart([{ ...row, color: '#111' }]).data[0]?.marker.color, ['#111']);
});
