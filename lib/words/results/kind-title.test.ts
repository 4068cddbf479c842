import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Results } from '../../contract/results';
import { kindTitle } from './kind-title';

const fields = [
  { kind: 'k1', category: 'timestamp', confidence: 1, filled: 90 },
  { kind: 'k1', category: 'email', confidence: 0.9, filled: 40 },
  { kind: 'k1', category: 'phone', confidence: 0.9, filled: 62 },
  { kind: 'k0', category: 'diagnosis', confidence: 1, filled: '<10' },
] as Results['fields'];
const titled = (id: string, label: string) => kindTitle({ id, label, input: 0, documents: 62 }, fields);

test('a kind without a name is told by its place and by what it is surest to hold, points in time last', () => {
  assert.equal(titled('k1', 'table 2'), 'table 2, rows with phone numbers');
  assert.equal(titled('k0', 'kind 1'), 'kind 1, documents with diagnoses');
  assert.equal(titled('k2', 'table 3'), 'table 3');
  assert.equal(titled('k1', 'appointments'), 'appointments');
});
