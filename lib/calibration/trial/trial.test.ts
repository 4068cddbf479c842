import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DRAWN } from '../../contract/drawn';
import { NIGHTLY } from '../../testing/nightly';
import { tempCache } from '../../testing/temp-cache';
import { DECIDED_BEFORE } from './decided-before';
import { runTrial } from './run-trial';
import type { TrialOutcome } from './trial-outcome';
import { trialBreachesOf } from './trial-breaches';
import { trialRows, trialSeed } from './trial-rows';

tempCache('trial');

const WORLDS = NIGHTLY ? 20 : 1;

test('the kit judges hostile worlds that it knows by their files alone, in every design, and decides none wrongly', async () => {
  const outcomes: TrialOutcome[] = [];
  for (const design of DRAWN)
    for (let number = 0; number < WORLDS; number++)
      outcomes.push(...(await runTrial(trialSeed(design, number), design)));
  const rows = trialRows(outcomes, DECIDED_BEFORE);
  assert.equal(rows.length, DRAWN.length);
  assert.deepEqual(trialBreachesOf(rows), []);
  assert.ok(rows.reduce((sum, { right }) => sum + right, 0) > 5 * rows.length, 'something is decided');
});
