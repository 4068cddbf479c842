import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import type { Manifest } from '../../contract/manifest';
import { namesOfKinds } from './names-of-kinds';
import { madeField } from '../../testing/made-field';

const field = (kind: string, path: string, category: Category, confidence: number, filled = 10): Field =>
  madeField(category, { kind, path, filled }, { confidence });

const named = (fields: Field[], tables: (string | undefined)[] = [undefined]) => {
  const kinds = tables.map((table, i) => ({ id: `k${i}`, ...(table !== undefined && { table }) }));
  return Object.values(namesOfKinds({ kinds } as Manifest, fields, null));
};

test('a kind without a name is called by the surest category that says what it is, not when it was', () => {
  const sure = field('k0', 'seen', 'timestamp', 0.99);
  assert.deepEqual(named([sure, field('k0', 'mail', 'email', 0.9), field('k0', 'kg', 'weight', 0.8)]), [
    'email',
  ]);
  assert.deepEqual(
    named([
      field('k0', 'a', 'email', 0.9, 3),
      field('k0', 'b', 'phone', 0.9, 4),
      field('k0', 'zone', 'timezone', 1),
    ]),
    ['phone'],
  );
  assert.deepEqual(named([sure, field('k0', 'x', 'unknown', 1)]), ['timestamp']);
  assert.deepEqual(named([field('k0', 'x', 'unknown', 1)]), ['kind-1']);
});

test('a table gives its name unless it looks like a value, and each name is given once', () => {
  const mails = ['k0', 'k1', 'k2'].map((kind) => field(kind, 'mail', 'email', 0.9));
  assert.deepEqual(named(mails, ['users', 'jane@example.org', undefined]), ['users', 'email', 'kind-3']);
});
