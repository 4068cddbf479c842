import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countAxis } from './count-axis';
import { labelRoom } from './label-room';
import { wrapText } from './wrap-text';

test('an axis is linear from zero up to two decades, then logarithmic with its factor in the title', () => {
  const linear = countAxis([10, 1000], 'People');
  assert.deepEqual([linear.axis.type, linear.axis.range[0], linear.start], ['linear', 0, 0]);
  assert.equal(linear.axis.title?.text, 'People');
  const powers = countAxis([10, 1001], 'People');
  assert.deepEqual([powers.axis.type, powers.axis.ticktext], ['log', ['1', '10', '100', '1,000']]);
  assert.equal(powers.axis.title?.text, 'People<br>(each mark 10 × the last)');
});

test('the largest value lies within the axis, with room for its label', () => {
  for (const values of [[], [0], [1], [7, 9], [3, 2_400_000]]) {
    const { axis, at } = countAxis(values, '', 0.5);
    const end = at(Math.max(0, ...values));
    assert.ok(end >= axis.range[0] && end < axis.range[1], values.join());
    for (const tick of axis.tickvals ?? []) assert.ok(at(tick) <= axis.range[1], values.join());
  }
});

test('marks are at whole, round numbers', () => {
  assert.deepEqual(countAxis([5000], '').axis.tickvals, [0, 2000, 4000]);
  assert.deepEqual(countAxis([3], '').axis.tickvals, [0, 1, 2, 3]);
  assert.deepEqual(countAxis([1], '').axis.tickvals, [0, 1]);
});

test('room grows with the longest line of the labels and ends before they fill the picture', () => {
  assert.ok(labelRoom(['2,400,000']) > labelRoom(['24']));
  assert.equal(labelRoom(['short<br>2,400,000']), labelRoom(['2,400,000']));
  assert.equal(labelRoom(['x'.repeat(100)]), labelRoom(['x'.repeat(50)]));
  assert.equal(labelRoom([]), labelRoom(['']));
});

test('lines are broken at blanks alone, and a longer word stands by itself', () => {
  assert.deepEqual(wrapText('one two three', 7), ['one two', 'three']);
  assert.deepEqual(wrapText('a considerably b', 5), ['a', 'considerably', 'b']);
});
