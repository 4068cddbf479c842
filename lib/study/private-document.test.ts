import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PrivateResults } from '../contract/results';
import { tempFolder as scratchOfTheCache } from '../records/store/cache-folder';
import { tempFolder } from '../testing/temp-folder';
import { filesBehind, keepPrivate } from './private-document';

process.env['BREACHSCOPE_CACHE'] = join(tempFolder('private-document'), 'cache');

const madeOf = (parts: string[]) => ({ private: { inputs: [{ parts }] } }) as unknown as PrivateResults;

test('a run knows its files, but not what came through a pipe, which is gone', () => {
  keepPrivate('{"run":1}', madeOf(['/somewhere/dump.ndjson']));
  assert.deepEqual(filesBehind('{"run":1}'), ['/somewhere/dump.ndjson']);
  keepPrivate('{"run":2}', madeOf([join(realpathSync(scratchOfTheCache()), 'pipe.host.1.x', 'input')]));
  assert.equal(filesBehind('{"run":2}'), null);
  assert.equal(filesBehind('{"run":3}'), null);
});
