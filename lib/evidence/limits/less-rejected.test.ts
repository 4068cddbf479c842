import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counted } from '../../contract/evidence';
import { madeEvidence } from '../../testing/made-evidence';
import { estimate } from './estimate';
import { lessRejected } from './less-rejected';

const census = madeEvidence({ kind: 'census', unit: null, examined: 400, population: 400 });
const counted = (change: Partial<Counted>): Counted => ({
  id: 'people.with:weight',
  title: 'x',
  unit: 'people',
  of: null,
  under: 'people.accounts',
  count: 142,
  outOf: null,
  drawnAs: 'people.accounts',
  ...change,
});
const limits = (change: Partial<Counted>, rejected: number, evidence = census) => {
  const { value, low, high } = lessRejected(estimate(counted(change), evidence), rejected);
  return [value, low, high];
};

test('a census after a review leaves out what was rejected; of a person another record may be genuine', () => {
  assert.deepEqual(limits({}, 2), [140, 140, 142]);
  assert.deepEqual(limits({}, 0), [142, 142, 142]);
  assert.deepEqual(limits({ count: 2 }, 2), [0, 0, 2]);
});

test('a token that was rejected is none', () => {
  assert.deepEqual(
    limits({ id: 'tokens.with:api-token', unit: 'tokens', drawnAs: 'tokens' }, 2),
    [140, 140, 140],
  );
});

test('a share leaves them out of its numerator', () => {
  const [value, low, high] = limits({ id: 'share.with:weight', unit: 'share', outOf: 284 }, 2);
  assert.deepEqual([value, low, high], [140 / 284, 140 / 284, 142 / 284]);
});

test('what is no census stays as it is', () => {
  const drawn = madeEvidence();
  assert.deepEqual(limits({}, 2, drawn), limits({}, 0, drawn));
});
