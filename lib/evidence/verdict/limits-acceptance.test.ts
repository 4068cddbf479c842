import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import { binomialTails } from '../distributions/binomial-tails';
import type { DesignLimits } from '../limits/design-limits';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { limitsAcceptance } from './limits-acceptance';
import { madeEvidence } from '../../testing/made-evidence';

const draw = madeEvidence({
  kind: 'cluster',
  population: 10_000,
  examined: 500,
  clusters: { drawn: 20, frame: 400 },
});

/** Limits around a value that a chance of α puts s × ln(1/α) away: at which chance one reaches an edge is plain. */
const around = (value: number, s: number): DesignLimits => ({
  value,
  method: 'made-up',
  at: (lowerAlpha, upperAlpha) => ({
    low: lowerAlpha === 0 ? 0 : value + s * Math.log(lowerAlpha),
    high: upperAlpha === 0 ? Infinity : value - s * Math.log(upperAlpha),
  }),
});
/** The chance at which a limit that far away is reached; above 0.49 and below one in a billion nothing is told apart. */
const reached = (distance: number, s: number) => {
  const alpha = Math.exp(-distance / s);
  return alpha > 0.49 ? 1 : Math.max(1e-9, alpha);
};
const near = (actual: number | undefined, expected: number, what: string) =>
  assert.ok(Math.abs((actual ?? NaN) - expected) <= 2e-3 * expected, `${what}: ${actual}, not ${expected}`);

const accept = (region: Region, limits: DesignLimits, share: boolean, evidence = draw) =>
  limitsAcceptance({ region, outOf: share ? 500 : null, evidence, own: evidence, limits, fresh: 0 });

test('a share is taken to lie where its limits part it from each edge of the claim', () => {
  for (const [value, s] of [
    [0.24, 0.002],
    [0.2, 0.004],
    [0.3, 0.01],
    [0.235, 0.002],
  ] as const)
    for (const region of [
      { low: 0.235, high: 0.245 },
      { low: 0.235, high: null },
      { low: null, high: 0.245 },
    ]) {
      const what = `${value} ± ${s} for ${String(region.low)} to ${String(region.high)}`;
      const { observed } = accept(region, around(value, s), true);
      const found = observed?.(120, 120);
      const { low, high } = region;
      near(found?.ifBelow, low === null ? 0 : reached(value - low, s), `${what}, below`);
      near(found?.ifAbove, high === null ? 0 : reached(high - value, s), `${what}, above`);
      near(found?.pSupport, Math.max(found?.ifBelow ?? 0, found?.ifAbove ?? 0), `${what}, support`);
      const against = Math.min(
        low === null ? 1 : reached(low - value, s),
        high === null ? 1 : reached(value - high, s),
      );
      const sides = low === null || high === null ? 1 : 2;
      near(found?.pRefute, Math.min(1, sides * against), `${what}, refute`);
    }
});

test('a number is held against the whole people that a claim allows', () => {
  const region = { low: 2_000, high: 3_000 };
  for (const value of [1_500, 1_990, 2_400, 2_999, 3_200]) {
    const found = accept(region, around(value, 40), false).observed?.(9, 9);
    near(found?.ifBelow, reached(value - 2_000, 40), `${value}, below`);
    near(found?.ifAbove, reached(2_999 - value, 40), `${value}, above`);
    const against = Math.min(reached(2_000 - value, 40), reached(value - 2_999, 40));
    near(found?.pRefute, Math.min(1, 2 * against), `${value}, refute`);
  }
  const all = accept({ low: 9_000, high: null }, around(9_500, 100), false).observed?.(9, 9);
  assert.equal(all?.ifAbove, 0, 'nothing lies above everybody');
});

test('finds that nobody has confirmed may only speak against a claim that too few would fail', () => {
  const found = accept({ low: 0.235, high: 0.245 }, around(0.5, 0.002), true).observed?.(0, 120);
  assert.deepEqual([found?.ifBelow, found?.pSupport, found?.pRefute], [1, 1, 1]);
  const few = accept({ low: 0.235, high: 0.245 }, around(0.2, 0.002), true).observed?.(0, 120);
  near(few?.pRefute, 2 * reached(0.035, 0.002), 'too few');
});

test('what such a draw could have shown is what as many units drawn one by one show', () => {
  const share = accept({ low: 0.2, high: 0.3 }, around(0.24, 0.01), true);
  assert.equal(share.most, 500);
  const seen = share.chances?.(100, 120);
  near(seen?.ifBelow, binomialTails(120, 500, 0.2).atLeast, 'a share, below');
  near(seen?.ifAbove, binomialTails(120, 500, 0.3).atMost, 'a share, above');
  near(share.chances?.(60, 60)?.pRefute, 2 * binomialTails(60, 500, 0.2).atMost, 'a share, refute');
  near(share.chances?.(190, 190)?.pRefute, 2 * binomialTails(190, 500, 0.3).atLeast, 'a share, refute');
  const count = accept({ low: 2_000, high: 3_000 }, around(2_400, 40), false);
  assert.equal(count.most, 500);
  near(count.chances?.(9, 120)?.ifBelow, binomialTails(120, 500, 0.1999).atLeast, 'a number, below');
  near(count.chances?.(9, 120)?.ifAbove, binomialTails(120, 500, 0.3).atMost, 'a number, above');
  near(count.chances?.(9, 60)?.pRefute, 2 * binomialTails(60, 500, 0.2).atMost, 'a number, refute');
  near(count.chances?.(9, 190)?.pRefute, 2 * binomialTails(190, 500, 0.2999).atLeast, 'a number, refute');
});

test('of two captures, more in both mean fewer in all', () => {
  const captures = { first: 300, second: 200, both: 60, independent: true };
  const evidence: Evidence = { ...draw, kind: 'two-captures', population: null, captures };
  const { most, chances } = accept({ low: 900, high: 1_100 }, around(1_000, 50), false, evidence);
  assert.equal(most, 200);
  // A count here is how many of the smaller capture are not in both.
  const at = (both: number) => chances?.(0, 200 - both);
  near(at(60)?.ifBelow, hypergeometricTails(60, 200, 300, 899).atMost, 'below');
  near(at(60)?.ifAbove, hypergeometricTails(60, 200, 300, 1_100).atLeast, 'above');
  near(at(100)?.pRefute, 2 * hypergeometricTails(100, 200, 300, 900).atLeast, 'too many in both');
  near(at(30)?.pRefute, 2 * hypergeometricTails(30, 200, 300, 1_099).atMost, 'too few in both');
});
