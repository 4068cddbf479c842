import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clopperPearsonInterval } from '../intervals/clopper-pearson-interval';
import { type Cluster, clusterRatio } from '../intervals/cluster-ratio';
import { effectiveSizeInterval } from '../intervals/effective-size-interval';
import { hypergeometricInterval } from '../intervals/hypergeometric-interval';
import { kornGraubardInterval } from '../intervals/korn-graubard-interval';
import { missedUpper } from '../intervals/missed-upper';
import { tippingOdds } from '../intervals/tipping-odds';
import { captureInterval, chapmanEstimate, unionLowerBound } from '../intervals/two-captures';
import { refuses } from '../../testing/refuses';
import { strataLimits } from './strata-limits';
import type { DrawnInStrata } from '../draw/proven-draw';

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

test('the tipping odds turn one share into another, either way', () => {
  const odds = tippingOdds(0.3, 0.245);
  near(odds, 1.3207, 1e-3);
  near(tippingOdds(0.245, 0.3), odds, 1e-9);
  near(tippingOdds(0.3, 0.3), 1);
  assert.equal(tippingOdds(0, 0.1), Infinity);
});

function ends({ low, high }: { low: number; high: number }): [number, number] {
  return [low, high];
}

const inStrata = (strata: { population: number; examined: number }[]): DrawnInStrata =>
  ({
    kind: 'stratified',
    unit: 'people.accounts',
    population: strata.reduce((sum, { population }) => sum + population, 0),
    examined: strata.reduce((sum, { examined }) => sum + examined, 0),
    strata,
  }) as DrawnInStrata;
const countedIn = (counts: number[]) => ({
  id: 'people.with:weight',
  title: 'people with weight',
  unit: 'people',
  of: 'people.accounts',
  under: 'people.accounts',
  outOf: null,
  drawnAs: 'people.accounts',
  count: counts.reduce((sum, count) => sum + count, 0),
  totals: { by: 'strata' as const, strata: counts.map((count) => ({ count, of: count })) },
});

test('a stratum drawn whole is exact, and the others have all of the error to spend', () => {
  const drawn = [
    { population: 142, examined: 142 },
    { population: 2_399_858, examined: 400 },
  ];
  const limits = strataLimits(countedIn([142, 0]), inStrata(drawn));
  const { high } = hypergeometricInterval(0, 400, { population: 2_399_858 });
  assert.deepEqual(limits.at(0.025, 0.025), { low: 142, high: 142 + high });
  assert.equal(limits.value, 142);
  const whole = drawn.map(({ population }) => ({ population, examined: population }));
  assert.deepEqual(strataLimits(countedIn([142, 7]), inStrata(whole)).at(0.025, 0.025), {
    low: 149,
    high: 149,
  });
  assert.deepEqual(strataLimits(countedIn([0, 0]), inStrata(whole)).at(0, 0), { low: 0, high: 0 });
});
