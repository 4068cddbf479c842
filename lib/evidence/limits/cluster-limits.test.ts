import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counted, ClusterTotals } from '../../contract/evidence';
import { estimate } from './estimate';
import { hypergeometricInterval } from '../intervals/hypergeometric-interval';
import { madeEvidence } from '../../testing/made-evidence';

const DRAWN = madeEvidence({
  kind: 'cluster',
  unit: 'documents',
  population: 5400,
  examined: 2000,
  clusters: { drawn: 20, frame: 54 },
});

const documents = (groups: ClusterTotals[]): Counted => ({
  id: 'documents.kind:request',
  title: 'documents',
  unit: 'documents',
  of: 'documents',
  under: null,
  count: groups.reduce((sum, { times, holders }) => sum + times * holders, 0),
  outOf: null,
  drawnAs: 'documents',
  totals: { by: 'clusters', largestWeight: 1, groups },
});

const pages = (times: number, holders: number): ClusterTotals => ({
  times,
  units: 100,
  of: 100,
  holders,
  weightOf: 100,
  weightHolders: holders,
});

test('pages that look alike do not say that the pages not drawn do', () => {
  // Of 54 pages 48 hold one such document and 6 nothing else; one draw in twenty has none of the 6.
  const { low, high } = estimate(documents([pages(20, 1)]), DRAWN);
  assert.ok(Number(low) <= 48 + 600 && Number(high) >= 48 + 600, `${String(low)} to ${String(high)}`);
});

test('what fills all drawn pages may be missing on others', () => {
  const { low, value } = estimate(documents([pages(20, 100)]), DRAWN);
  assert.equal(value, 5400);
  assert.ok(Number(low) <= 4800, String(low));
});

/** Pages of two sorts: 12 of 100 documents with 3 holders each, 8 of 80 with 10. */
const UNEVEN: ClusterTotals[] = [
  { times: 12, units: 100, of: 60, holders: 3, weightOf: 60, weightHolders: 3 },
  { times: 8, units: 80, of: 40, holders: 10, weightOf: 40, weightHolders: 10 },
];

// The expected limits of these two were computed with mpmath 1.3.0 (beta, t and hypergeometric quantiles by bisection, 30
// digits) from the formulas of the method.
test('limits from pages are those of Korn and Graubard, widened by pages unlike all drawn', () => {
  const { value, low, high, method } = estimate(documents(UNEVEN), DRAWN);
  assert.deepEqual([value, low, high, method], [340, 227, 1499, 'korn-graubard']);
});

test('a share from pages is taken of those documents that it is a share of', () => {
  const share: Counted = { ...documents(UNEVEN), id: 'documents.share', unit: 'share', outOf: 1040 };
  const { value, low, high } = estimate(share, DRAWN);
  assert.ok(Math.abs(Number(value) - 116 / 1040) < 1e-12);
  assert.ok(Math.abs(Number(low) - 0.064682524517809007) < 1e-9, String(low));
  assert.ok(Math.abs(Number(high) - 0.41748182926916197) < 1e-9, String(high));
});

const PICKED = madeEvidence({
  kind: 'srs-records',
  unit: 'documents',
  population: 90_000,
  examined: 1500,
  counts: { people: 'people.accounts', whole: true },
});

const single = (times: number, weight: number, holds: boolean): ClusterTotals => ({
  times,
  units: 1,
  of: 1,
  holders: holds ? 1 : 0,
  weightOf: weight,
  weightHolders: holds ? weight : 0,
});

/** Documents of people who have 2, 4 and 10 in all. */
const WEIGHED = [
  single(400, 0.5, false),
  single(300, 0.25, false),
  single(200, 0.25, true),
  single(100, 0.5, true),
  single(500, 0.1, false),
];

const people = (id: string, groups = WEIGHED): Counted => ({
  ...documents(groups),
  id,
  unit: 'people',
  of: 'people',
  drawnAs: 'people.accounts',
  totals: { by: 'clusters', largestWeight: 0.5, groups },
});

test('people from documents picked at random: each stands for its part of its person', () => {
  const whole = estimate(people('people.with:weight'), PICKED);
  assert.deepEqual([whole.value, whole.low, whole.high], [6000, 5243, 6822]);
  assert.equal(whole.method, 'weighted-records');
  const size = WEIGHED.map((group) => ({ ...group, holders: 1, weightHolders: group.weightOf }));
  const all = estimate(people('people.accounts', size), PICKED);
  assert.deepEqual([all.value, all.low, all.high], [25_500, 24_351, 26_637]);
  const share = estimate({ ...people('people.with:weight/all'), unit: 'share', outOf: 1500 }, PICKED);
  assert.ok(Math.abs(Number(share.value) - 0.23529411764705882) < 1e-12);
  assert.ok(Math.abs(Number(share.low) - 0.21081851492602985) < 1e-9, String(share.low));
  assert.ok(Math.abs(Number(share.high) - 0.2611576849612687) < 1e-9, String(share.high));
});

test('where a document may not show all of its person, the weighted ones tell too few and all of them too many', () => {
  const counts = { people: 'people.accounts', whole: false };
  const part = estimate(people('people.with:weight'), { ...PICKED, counts });
  assert.deepEqual([part.value, part.low, part.high], [null, 5243, 19_888]);
  // Nobody seen: of nobody the best number is none, and the upper limit is that of the documents.
  const none = WEIGHED.map((group) => ({ ...group, holders: 0, weightHolders: 0 }));
  const nobody = estimate(people('people.with:weight', none), { ...PICKED, counts });
  assert.deepEqual([nobody.value, nobody.low], [0, 0]);
  assert.equal(nobody.high, hypergeometricInterval(0, 1500, { population: 90_000 }).high);
});
