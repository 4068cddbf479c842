import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combineDefinitions, combineReadings, joinTests } from './combine-verdicts';

test('tests of one definition are joined by and', () => {
  assert.equal(joinTests(['supported', 'refuted', 'not-testable']), 'refuted');
  assert.equal(joinTests(['supported', 'supported']), 'supported');
  assert.equal(joinTests(['supported', 'undecided']), 'undecided');
  assert.equal(joinTests(['supported', 'undecided', 'not-testable']), 'not-testable');
  assert.equal(joinTests([]), 'not-testable');
});

test('readings that agree give their verdict, others leave it open and say so', () => {
  assert.deepEqual(combineReadings(['refuted', 'refuted', 'refuted']), {
    verdict: 'refuted',
    dependent: false,
  });
  assert.deepEqual(combineReadings(['undecided', 'supported']), { verdict: 'undecided', dependent: true });
  assert.deepEqual(combineReadings(['refuted', 'supported']), { verdict: 'undecided', dependent: true });
  assert.deepEqual(combineReadings(['not-testable', 'undecided']), {
    verdict: 'undecided',
    dependent: false,
  });
  assert.deepEqual(combineReadings([]), { verdict: 'not-testable', dependent: false });
});

test('definitions that end differently, one of them decided, make it a matter of definition', () => {
  assert.equal(combineDefinitions(['supported', 'undecided']), 'disputed-definition');
  assert.equal(combineDefinitions(['refuted', 'supported']), 'disputed-definition');
  assert.equal(combineDefinitions(['undecided', 'not-testable']), 'undecided');
  assert.equal(combineDefinitions(['refuted', 'refuted']), 'refuted');
  assert.equal(combineDefinitions([]), 'not-testable');
});
