import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryOf, isMeasure, MEASURES } from './registry';

test('ids and families are known, and nothing else is', () => {
  const known = [
    'documents',
    'documents.kind:scale',
    'people.accounts',
    'people.emails-l2',
    'people.with:bone-mass',
  ];
  for (const id of [
    ...known,
    'share.with-any:health',
    'share.of:eastern',
    'tokens.with:api-token',
    'window:server',
  ]) {
    assert.ok(isMeasure(id), id);
  }
  const unknown = [
    'people',
    'people.with',
    'people.with:',
    'people.with:bones',
    'share.with-any:wealth',
    'documents:x',
  ];
  for (const id of [...unknown, 'people.emails-l9', 'share.of:', 'people.with:toString'])
    assert.ok(!isMeasure(id), id);
  assert.equal(entryOf('people.with-any:health')?.id, 'people.with-any:GROUP');
});

test('every entry says what it counts', () => {
  assert.equal(new Set(MEASURES.map((entry) => entry.id)).size, MEASURES.length);
  for (const entry of MEASURES) assert.match(entry.definition, /\.$/, entry.id);
});
