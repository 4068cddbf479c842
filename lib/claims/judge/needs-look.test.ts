import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../../contract/field';
import type { PathLook } from '../../contract/review';
import { needsLook } from './needs-look';
import { needsReview } from './run-tests';

const field = {
  category: 'password',
  definitions: [],
  entry: { kind: 'k0', path: 'password', filled: 40 },
} as unknown as Field;
const look = (change: Partial<PathLook>): PathLook => ({
  kind: 'k0',
  path: 'password',
  cannot: [],
  holds: null,
  by: 'ana',
  on: '2026-01-01',
  ...change,
});

test('passwords need a look, however they are counted: people, a share of them, any credentials', () => {
  for (const measure of [
    'people.with:password',
    'share.with:password',
    'people.with-any:credentials',
    'share.with-any:credentials',
  ]) {
    assert.ok(needsReview(measure), measure);
    assert.ok(needsLook(measure, { fields: [field], looks: [] }), measure);
    assert.ok(!needsLook(measure, { fields: [field], looks: [look({ holds: 'password' })] }), measure);
  }
  assert.ok(!needsLook('share.with:weight', { fields: [field], looks: [] }));
});

test('whoever was asked whether a field holds something else did not look at its passwords', () => {
  const asked = (cannot: PathLook['cannot']) =>
    needsLook('people.with:password', { fields: [field], looks: [look({ cannot })] });
  assert.ok(asked(['diagnosis']));
  assert.ok(!asked(['diagnosis', 'password']));
});
