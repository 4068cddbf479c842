import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import { randomsOf } from '../../testing/randoms-of';
import { wholeRegion } from './count-acceptance';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { acceptanceOf } from './acceptance-of';
import { decidable } from './decidable';
import { madeEvidence } from '../../testing/made-evidence';

const evidence = (kind: Evidence['kind'], examined: number | null, population: number | null): Evidence =>
  madeEvidence({
    kind,
    population,
    examined,
    ...(kind === 'unknown' && { unit: null, proof: 'none' }),
  });

/** Whether any finding decides, by asking for every one of them. */
function byTrial(region: Region, drawn: Evidence, alpha: number) {
  const claim = acceptanceOf({ region, outOf: null, fresh: 0, evidence: drawn });
  const counts = Array.from({ length: Number(claim.most) + 1 }, (_, count) => count);
  return {
    support: counts.some(
      (count) =>
        claim.inside(claim.hard(count, count)) || (claim.chances?.(count, count).pSupport ?? 1) <= alpha,
    ),
    refute: counts.some(
      (count) =>
        claim.outside(claim.hard(count, count)) || (claim.chances?.(count, count).pRefute ?? 1) <= alpha,
    ),
  };
}

test('what can be reached is what some finding would decide, for every design and any region', () => {
  const random = randomsOf(7);
  const below = (most: number) => Math.floor(random() * most);
  const seen = new Map<string, number>();
  for (let round = 0; round < 400; round++) {
    const population = 20 + below(400);
    const examined = 1 + below(Math.min(population, 120));
    const [a, b] = [below(population + 2), below(population + 2)];
    const open = below(4);
    const region: Region = {
      low: open === 0 ? null : Math.min(a, b),
      high: open === 1 ? null : Math.max(a, b) + 1,
    };
    const kind = (['srs-people', 'srs-records', 'census', 'unknown'] as const)[round % 4] ?? 'census';
    const drawn = evidence(kind, kind === 'census' ? population : examined, population);
    const alpha = [0.05, 0.01, 0.2][round % 3] ?? 0.05;
    const claim = acceptanceOf({ region, outOf: null, fresh: 0, evidence: drawn });
    const found = decidable(claim, alpha);
    assert.deepEqual(
      found,
      byTrial(region, drawn, alpha),
      JSON.stringify({ kind, population, examined, region, alpha }),
    );
    const answer = JSON.stringify(found);
    seen.set(answer, (seen.get(answer) ?? 0) + 1);
  }
  // All four answers occur, else the comparison would show little.
  assert.equal(seen.size, 4, JSON.stringify([...seen]));
});

test('where nothing bounds what could be found, one find shows presence and refutes absence, and that is all', () => {
  const unbounded = evidence('unknown', null, null);
  const of = (region: Region) =>
    decidable(acceptanceOf({ region, outOf: null, fresh: 0, evidence: unbounded }), 0.05);
  assert.deepEqual(of({ low: 1, high: null }), { support: true, refute: false });
  assert.deepEqual(of({ low: null, high: 1 }), { support: false, refute: true });
  for (const region of [
    { low: 2, high: null },
    { low: null, high: 2 },
    { low: 1, high: 9 },
    { low: 0, high: null },
  ])
    assert.deepEqual(of(region), { support: false, refute: false }, JSON.stringify(region));
});

test('a region in whole numbers begins at the first in it and ends before its end, whatever rounding leaves', () => {
  assert.deepEqual(wholeRegion({ low: null, high: null }), { least: 0, most: Infinity });
  assert.deepEqual(wholeRegion({ low: -3, high: 1 }), { least: 0, most: 0 });
  assert.deepEqual(wholeRegion({ low: 2.1, high: 5.9 }), { least: 3, most: 5 });
  assert.deepEqual(wholeRegion({ low: 2, high: 5 }), { least: 2, most: 4 });
  // 0.07 × 100 is 7.000000000000001 in binary numbers, 0.29 × 100 is 28.999999999999996.
  assert.deepEqual(wholeRegion({ low: 0.07 * 100, high: 0.29 * 100 }), { least: 7, most: 28 });
  assert.deepEqual(wholeRegion({ low: 0.07 * 1e8, high: 0.29 * 1e8 }), { least: 7e6, most: 29e6 - 1 });
  assert.deepEqual(wholeRegion({ low: 7 + 2e-8, high: 29 - 2e-7 }), { least: 8, most: 28 });
});

test('chances of a region of people in a random draw are the tails at its edges', () => {
  const claim = acceptanceOf({
    region: { low: 10, high: 31 },
    outOf: null,
    fresh: 0,
    evidence: evidence('srs-people', 50, 200),
  });
  for (const count of [0, 1, 3, 6, 9, 20, 50]) {
    const { pSupport, pRefute } = claim.chances?.(count, count) ?? { pSupport: NaN, pRefute: NaN };
    const below = hypergeometricTails(count, 50, 9, 200).atLeast;
    const above = hypergeometricTails(count, 50, 31, 200).atMost;
    assert.ok(Math.abs(pSupport - Math.max(below, above)) < 1e-12, String(count));
    const low = hypergeometricTails(count, 50, 10, 200).atMost;
    const high = hypergeometricTails(count, 50, 30, 200).atLeast;
    assert.ok(Math.abs(pRefute - Math.min(1, 2 * Math.min(low, high))) < 1e-12, String(count));
  }
});
