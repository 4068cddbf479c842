import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bonferroni } from '../verdict/bonferroni';
import { clopperPearsonInterval } from '../intervals/clopper-pearson-interval';
import { type Cluster, clusterRatio } from '../intervals/cluster-ratio';
import { confidenceSequence } from '../intervals/confidence-sequence';
import { knownDetectorInterval, validatedDetectorInterval } from '../intervals/detector-interval';
import { effectiveSizeInterval } from '../intervals/effective-size-interval';
import { holm } from '../verdict/holm';
import { hypergeometricInterval } from '../intervals/hypergeometric-interval';
import { hypergeometricMidPInterval } from '../intervals/hypergeometric-mid-p-interval';
import { kornGraubardInterval } from '../intervals/korn-graubard-interval';
import { missedUpper } from '../intervals/missed-upper';
import { selectionBounds, tippingOdds } from '../intervals/selection-bounds';
import { captureInterval, chapmanEstimate, unionLowerBound } from '../intervals/two-captures';
import { refuses } from '../../testing/refuses';

const near = (actual: number, expected: number, within = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= within * Math.abs(expected), `${actual} is not ${expected}`);

test('clusters of one unit each tell as much as units drawn one by one', () => {
  const clusters: Cluster[] = [
    { size: 1, positives: 1, times: 30 },
    { size: 1, positives: 0, times: 970 },
  ];
  const ratio = clusterRatio(clusters);
  near(ratio.share, 0.03);
  near(ratio.designEffect, 1000 / 999, 1e-9);
  const [one, exact] = [kornGraubardInterval(clusters), clopperPearsonInterval(30, 1000)];
  near(one.low, exact.low, 2e-3);
  near(one.high, exact.high, 2e-3);
});

test('records of one cluster that are alike count for no more than the cluster', () => {
  const clusters = Array.from({ length: 20 }, (_, i): Cluster => ({ size: 100, positives: i < 5 ? 100 : 0 }));
  const ratio = clusterRatio(clusters);
  assert.ok(ratio.designEffect > 100, String(ratio.designEffect));
  const alike = kornGraubardInterval(clusters);
  const exact = clopperPearsonInterval(5, 20);
  assert.ok(alike.low <= exact.low + 0.01 && alike.high >= exact.high - 0.01, JSON.stringify(alike));
  assert.ok(kornGraubardInterval(clusters, { frame: 21 }).high < alike.high);
});

test('where no cluster holds the thing, each counts as one unit; where all do, too', () => {
  const none = Array.from({ length: 20 }, (): Cluster => ({ size: 100, positives: 0 }));
  near(kornGraubardInterval(none).high, clopperPearsonInterval(0, 20).high);
  const all = none.map(({ size }): Cluster => ({ size, positives: size }));
  near(kornGraubardInterval(all).low, clopperPearsonInterval(20, 20).low);
  refuses(() => kornGraubardInterval([{ size: 9, positives: 1 }]), 'FEW_CLUSTERS', /^So few clusters/);
  refuses(
    () =>
      kornGraubardInterval([
        { size: 0, positives: 0 },
        { size: 0, positives: 0 },
      ]),
    'EMPTY_DENOMINATOR',
    /^Nobody/,
  );
});

test('an effective size that is whole gives the exact interval; ends are closed', () => {
  near(effectiveSizeInterval(0.24, 100).high, clopperPearsonInterval(24, 100).high);
  const [none, all] = [effectiveSizeInterval(0, 33.5), effectiveSizeInterval(1, 33.5)];
  assert.equal(none.low, 0);
  assert.equal(all.high, 1);
  near(none.high, 1 - all.low, 1e-9);
  near(effectiveSizeInterval(0, 100).high, clopperPearsonInterval(0, 100).high);
  assert.equal(effectiveSizeInterval(0.5, 9, { side: 'lower' }).high, 1);
  refuses(() => effectiveSizeInterval(2, 9), 'NOT_A_SHARE', /needs a share from 0 to 1 for share/);
  refuses(() => effectiveSizeInterval(0.5, 0), 'NOT_ABOVE_ZERO', /needs a number above 0 for size/);
  refuses(
    () => effectiveSizeInterval(0.5, 9, { population: 10 }),
    'POPULATION_UNUSED',
    /^effectiveSizeInterval/,
  );
});

test('a detector that never errs changes nothing; limits stay within 0 and 1', () => {
  const perfect = { sensitivity: 1, specificity: 1 };
  near(knownDetectorInterval(24, 100, perfect).low, clopperPearsonInterval(24, 100).low);
  assert.deepEqual(
    [0, 100].map((k) => knownDetectorInterval(k, 100, { sensitivity: 0.9, specificity: 0.9 })).map(ends),
    [
      [0, 0],
      [1, 1],
    ],
  );
  const known = { holders: { flagged: 60, of: 60 }, others: { spared: 300, of: 300 } };
  for (const k of [0, 1, 50, 100]) {
    const { low, high } = validatedDetectorInterval(k, 100, known);
    assert.ok(low >= 0 && high <= 1 && low <= high, `${k}: ${low}, ${high}`);
    assert.equal(validatedDetectorInterval(k, 100, { ...known, side: 'upper' }).low, 0);
  }
  refuses(
    () => knownDetectorInterval(1, 9, { sensitivity: 0.5, specificity: 0.5 }),
    'DETECTOR_BLIND',
    /^knownDetectorInterval cannot use/,
  );
  refuses(
    () => knownDetectorInterval(1, 9, { sensitivity: 2, specificity: 1 }),
    'NOT_A_SHARE',
    /for sensitivity/,
  );
});

test('confirmed holders are a lower bound, and what a detector missed is bounded by what is known of it', () => {
  // 200 of 200 known holders flagged: at most 1 in 44 is missed, at 98.75 %.
  const high = missedUpper(140, { known: { flagged: 200, of: 200 } }, { population: 2_400_000 });
  assert.ok(high > 140 && high < 155, String(high));
  const looked = missedUpper(
    140,
    { unflagged: { examined: 20_000, of: 2_399_800 } },
    { population: 2_400_000 },
  );
  assert.equal(
    looked,
    140 + hypergeometricInterval(0, 20_000, { population: 2_399_800, side: 'upper', level: 0.975 }).high,
  );
  assert.equal(missedUpper(0, { unflagged: { examined: 50, of: 50 } }, { population: 60 }), 0);
  assert.equal(missedUpper(60, { known: { flagged: 1, of: 9 } }, { population: 60 }), 60);
});

test('two captures: the union always, a number only for independent ones, no end where they share nobody', () => {
  const captures = { first: 1000, second: 800, both: 33 };
  assert.equal(unionLowerBound(captures), 1767);
  const { low, high } = captureInterval(captures);
  const { estimate } = chapmanEstimate(captures);
  assert.ok(low < estimate && estimate < high);
  assert.equal(captureInterval({ first: 10, second: 10, both: 0 }).high, Infinity);
  assert.deepEqual(ends(captureInterval({ first: 10, second: 10, both: 10 })), [10, 11]);
  assert.equal(captureInterval(captures, { side: 'upper' }).low, 1767);
  assert.equal(captureInterval(captures, { side: 'lower' }).high, Infinity);
  assert.equal(captureInterval({ first: 0, second: 0, both: 0 }).low, 0);
  refuses(() => captureInterval({ first: 10, second: 5, both: 6 }), 'NOT_A_COUNT', /for both/);
});

test('limits for a growing sample contain those for one look, and end exactly where everybody was seen', () => {
  for (const [k, n] of [
    [0, 100],
    [3, 100],
    [100, 100],
    [7, 500],
  ] as const) {
    const wide = confidenceSequence(k, n, { population: 1000 });
    const exact = hypergeometricInterval(k, n, { population: 1000 });
    assert.ok(wide.low <= exact.low && wide.high >= exact.high, `${k} of ${n}: ${JSON.stringify(wide)}`);
  }
  assert.deepEqual(ends(confidenceSequence(7, 1000, { population: 1000 })), [7, 7]);
  assert.deepEqual(ends(hypergeometricMidPInterval(7, 20, { population: 20 })), [7, 7]);
  assert.deepEqual(ends(hypergeometricMidPInterval(0, 20, { population: 20 })), [0, 0]);
});

test('selection odds turn a share into a range, and the tipping odds turn it into another share', () => {
  const odds = tippingOdds(0.3, 0.245);
  near(odds, 1.3207, 1e-3);
  near(selectionBounds(0.3, odds).low, 0.245, 1e-9);
  near(tippingOdds(0.245, 0.3), odds, 1e-9);
  assert.deepEqual(
    ends(selectionBounds(0.3, 1)).map((x) => Number(x.toFixed(12))),
    [0.3, 0.3],
  );
  assert.equal(tippingOdds(0, 0.1), Infinity);
});

test('Bonferroni never decides more than Holm', () => {
  const p = [0.001, 0.04, 0.03, 0.9];
  bonferroni(p).forEach((adjusted, i) => assert.ok(adjusted >= (holm(p)[i] as number)));
  assert.deepEqual(bonferroni([]), []);
});

function ends({ low, high }: { low: number; high: number }): [number, number] {
  return [low, high];
}
