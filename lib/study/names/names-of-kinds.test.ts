import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field } from '../../contract/field';
import type { Manifest, PartFormat, StoreKind } from '../../contract/manifest';
import { namesOfKinds } from './names-of-kinds';
import { madeField } from '../../testing/made-field';

const mail = (kind: string): Field =>
  madeField('email', { kind, path: 'mail', filled: 10 }, { confidence: 0.9 });

function named(kinds: Partial<StoreKind>[], files: (string | null)[] = [], format: PartFormat = 'csv') {
  const manifest = {
    kinds: kinds.map((kind, i) => ({ id: `k${i}`, documents: 20, keys: [], ...kind })),
    parts: [{ format }],
  } as unknown as Manifest;
  const tables = Object.fromEntries(files.flatMap((name, i) => (name === null ? [] : [[`k${i}`, name]])));
  const fields = kinds.map((_, i) => mail(`k${i}`));
  return Object.values(namesOfKinds(manifest, fields, { caseFile: null, tables }));
}

test('a kind is called by its table, type or index, each name once, and never by what it holds', () => {
  const told = [
    { table: 'users' },
    { type: '_doc', index: 'orders' },
    { table: 'jane@example.org' },
    { table: 'users' },
  ];
  assert.deepEqual(named(told), ['users', 'orders', 'table 3', 'table 4']);
  assert.deepEqual(named([{}, {}], [], 'ndjson'), ['kind 1', 'kind 2']);
});

test('a kind is called by its file where that is a common word in any language, never by what may be a name or a secret', () => {
  const common = ['patients', 'Termine', 'usuarios', 'pacjenci', 'patient_visits', 'Order-Items'];
  assert.deepEqual(
    named(
      common.map(() => ({})),
      common,
    ),
    common,
  );
  const own = ['maria', 'maria_orders', 'berg', 'project-falcon', 'orders-2219', 'berlin', 'grace'];
  assert.deepEqual(
    named(
      own.map(() => ({})),
      own,
    ),
    own.map((_, i) => `table ${i + 1}`),
  );
});
