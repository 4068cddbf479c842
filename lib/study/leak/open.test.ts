import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { open } from './open';
import { WYZE } from '../../testing/repository';
import { tempCache } from '../../testing/temp-cache';

tempCache('open');

test('the committed sample is opened with the case that its truth names, and can be asked', async () => {
  const leak = await open(join(WYZE, 'sample'));
  assert.equal(leak.results.case, 'wyze-2019');
  const people = leak.people();
  assert.equal(people.rows.find((row) => row.main)?.id, 'people.accounts');
  assert.ok(people.figure);
  const field = leak.fields().rows.find(({ path }) => path === 'timezone_name');
  assert.deepEqual([field?.kind, field?.category, field?.group], ['account', 'time zone', 'location']);
  assert.equal(leak.claims().rows.length, leak.results.claims.length);
  assert.ok(leak.claims('API tokens').rows.every(({ subject }) => subject === 'API tokens'));
});
