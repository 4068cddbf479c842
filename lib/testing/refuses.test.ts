import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnalysisError } from '../contract/errors';
import { refuses, refusesLater } from './refuses';

const empty = new AnalysisError('FILE_EMPTY', { argument: 'leak' });
const throwing = (fault: Error) => () => {
  throw fault;
};

test('what is refused as it should be gives its error', async () => {
  assert.equal(refuses(throwing(empty), 'FILE_EMPTY', /leak is empty/), empty);
  assert.equal(await refusesLater(Promise.reject(empty), 'FILE_EMPTY', /leak is empty/), empty);
});

test('another code, another message, another error and no error at all fail', async () => {
  const wrong: [() => unknown, Parameters<typeof refuses>[1], RegExp][] = [
    [throwing(empty), 'FILE_MISSING', /leak is empty/],
    [throwing(empty), 'FILE_EMPTY', /is missing/],
    [throwing(new TypeError('leak is empty')), 'FILE_EMPTY', /leak is empty/],
    [() => 1, 'FILE_EMPTY', /leak is empty/],
  ];
  for (const [call, code, message] of wrong) {
    assert.throws(() => refuses(call, code, message), assert.AssertionError);
    const later = Promise.resolve().then(call);
    await assert.rejects(refusesLater(later, code, message), assert.AssertionError);
  }
});
