import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totalWords } from './total-words';

test('what was read is said as part of what the source states', () => {
  assert.equal(
    totalWords({ declaredTotal: { value: 10_000, relation: 'gte' } }),
    ' of at least 10,000 stated by the source',
  );
  assert.equal(totalWords({ declaredTotal: { value: 2, relation: 'eq' } }), ' of 2 stated by the source');
  assert.equal(totalWords({ declaredTotal: null }), '');
});
