import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DRAWN } from '../../contract/drawn';
import { NIGHTLY } from '../../testing/nightly';
import { tempCache } from '../../testing/temp-cache';
import { DECIDED_BEFORE } from './decided-before';
import { runTrial } from './run-trial';
import type { TrialOutcome } from './trial-outcome';
import { mostByChance, trialBreachesOf } from './trial-breaches';
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

test('what chance may come to is exact, however few the runs', () => {
  const chance = (n: number, k: number, p: number): number => {
    let [sum, one] = [0, (1 - p) ** n];
    for (let i = 0; i <= n; i++) {
      if (i >= k) sum += one;
      one *= ((n - i) / (i + 1)) * (p / (1 - p));
    }
    return sum;
  };
  for (const [n, p] of [
    [10, 0.025],
    [20, 0.05],
    [200, 0.025],
  ] as const) {
    const most = Math.round(mostByChance(n, p) * n);
    assert.ok(chance(n, most, p) >= 0.00135, `${most} of ${n} is within chance`);
    assert.ok(chance(n, most + 1, p) < 0.00135, `${most + 1} of ${n} is beyond it`);
  }
  assert.equal(mostByChance(0, 0.025), 0);
});
