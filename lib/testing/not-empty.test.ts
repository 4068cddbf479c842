import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notEmpty } from './not-empty';

test('a list with something in it is given back, an empty one fails', () => {
  assert.deepEqual(notEmpty(new Set([1, 2])), [1, 2]);
  assert.throws(() => notEmpty([]), /nothing to look at/);
});
