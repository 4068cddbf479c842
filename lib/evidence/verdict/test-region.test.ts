import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Region } from '../../contract/case';
import type { UnknownUnits } from '../limits/unknown-units';
import type { Evidence } from '../../contract/evidence';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { sampleSizeToDecide } from './sample-size-to-decide';
import { shownCount } from './presence-rule';
import { testRegion, type RegionQuestion } from './test-region';
import { madeEvidence } from '../../testing/made-evidence';

const N = 2_400_000;
const draw = (examined: number) => madeEvidence({ population: N, examined });
const unknown: Evidence = { ...draw(10_000), kind: 'unknown', unit: null, proof: 'none' };
const census: Evidence = { ...draw(N), kind: 'census', unit: null };
const none: Region = { low: null, high: 1 };
const some: Region = { low: 1, high: null };
const quarter: Region = { low: 0.235, high: 0.245 };
const aboutAlexa: Region = { low: 23_500, high: 24_500 };

const table: [string, RegionQuestion, string, string][] = [
  ['some: many found', { count: 24_000, region: some, evidence: draw(24_000) }, 'supported', 'FOUND'],
  ['some: one confirmed', { count: 1, confirmed: 1, region: some, evidence: unknown }, 'supported', 'FOUND'],
  [
    'some: one not looked at',
    { count: 1, region: some, evidence: draw(24_000) },
    'undecided',
    'NEEDS_REVIEW',
  ],
  [
    'some: 99 not looked at',
    { count: 99, region: some, evidence: draw(24_000) },
    'undecided',
    'NEEDS_REVIEW',
  ],
  ['some: 100 of 24,000', { count: 100, region: some, evidence: draw(24_000) }, 'supported', 'FOUND'],
  ['some: 100 of 2.4 million', { count: 100, region: some, evidence: census }, 'undecided', 'NEEDS_REVIEW'],
  ['some: none found', { count: 0, region: some, evidence: draw(24_000) }, 'undecided', 'NOT_DECIDED'],
  ['some: none in nearly all', { count: 0, region: some, evidence: draw(N - 1) }, 'undecided', 'NOT_DECIDED'],
  ['some: none in all', { count: 0, region: some, evidence: census }, 'refuted', 'CENSUS'],
  ['none: none found', { count: 0, region: none, evidence: draw(24_000) }, 'undecided', 'NOT_DECIDED'],
  ['none: none in nearly all', { count: 0, region: none, evidence: draw(N - 1) }, 'undecided', 'NOT_DECIDED'],
  ['none: none in all', { count: 0, region: none, evidence: census }, 'supported', 'CENSUS'],
  ['none: one confirmed', { count: 1, confirmed: 1, region: none, evidence: unknown }, 'refuted', 'FOUND'],
  [
    'none: one rejected',
    { count: 1, confirmed: 0, region: none, evidence: unknown },
    'undecided',
    'NEEDS_REVIEW',
  ],
  [
    'share: 24 % of 62,000',
    { count: 14_880, outOf: 62_000, region: quarter, evidence: draw(62_000) },
    'supported',
    'SAMPLE',
  ],
  [
    'share: 23.8 % of 24,000',
    { count: 5_712, outOf: 24_000, region: quarter, evidence: draw(24_000) },
    'undecided',
    'NOT_DECIDED',
  ],
  [
    'share: 30 % of 24,000',
    { count: 7_200, outOf: 24_000, region: quarter, evidence: draw(24_000) },
    'refuted',
    'SAMPLE',
  ],
  [
    'share: all but 4 % have a zone',
    { count: 5_484, outOf: 23_040, region: quarter, evidence: draw(24_000) },
    'undecided',
    'NOT_DECIDED',
  ],
  [
    'share: 30 % of part',
    { count: 6_900, outOf: 23_000, region: quarter, evidence: draw(24_000) },
    'refuted',
    'SAMPLE',
  ],
  [
    'share: unknown draw',
    { count: 2_400, outOf: 10_000, region: quarter, evidence: unknown },
    'not-testable',
    'CONVENIENCE',
  ],
  [
    'share: everything',
    { count: 576_000, outOf: N, region: quarter, evidence: census },
    'supported',
    'CENSUS',
  ],
  [
    'share: nobody',
    { count: 0, outOf: 0, region: quarter, evidence: census },
    'not-testable',
    'EMPTY_DENOMINATOR',
  ],
  [
    'number: 998 of 100,000',
    { count: 998, region: aboutAlexa, evidence: draw(100_000) },
    'undecided',
    'NOT_DECIDED',
  ],
  [
    'number ± 10 %',
    { count: 998, confirmed: 998, region: { low: 21_600, high: 26_401 }, evidence: draw(100_000) },
    'supported',
    'SAMPLE',
  ],
  ['number: far too few', { count: 3, region: aboutAlexa, evidence: draw(100_000) }, 'refuted', 'SAMPLE'],
  [
    'number: 10 people seen',
    { count: 0, region: aboutAlexa, evidence: draw(10) },
    'undecided',
    'NOT_DECIDED',
  ],
  [
    'number: 2 people seen',
    { count: 2, region: { low: 1_000_000, high: 1_400_000 }, evidence: draw(2) },
    'not-testable',
    'TOO_FEW_EXAMINED',
  ],
  [
    'at most 1,000: 6 seen',
    { count: 6, region: { low: null, high: 1001 }, evidence: draw(100_000) },
    'supported',
    'SAMPLE',
  ],
  [
    'at least 1,000: 200 seen',
    { count: 200, region: { low: 1000, high: null }, evidence: draw(100_000) },
    'supported',
    'SAMPLE',
  ],
  [
    'at least 1,000: 60 not looked at',
    { count: 60, region: { low: 1000, high: null }, evidence: draw(100_000) },
    'undecided',
    'NEEDS_REVIEW',
  ],
  [
    'at most 50: 400 of 10,000',
    { count: 400, region: { low: null, high: 51 }, evidence: unknown },
    'refuted',
    'FOUND',
  ],
  [
    'another unit: a number',
    { count: 9_000, region: aboutAlexa, evidence: draw(24_000), fits: false },
    'not-testable',
    'OTHER_UNIT',
  ],
  [
    'another unit, unknown draw',
    { count: 9_000, region: aboutAlexa, evidence: unknown, fits: false },
    'not-testable',
    'CONVENIENCE',
  ],
  [
    'another unit: one is enough',
    { count: 9_000, region: some, evidence: draw(24_000), fits: false },
    'supported',
    'FOUND',
  ],
  [
    'another unit: too many',
    { count: 30_000, region: aboutAlexa, evidence: draw(24_000), fits: false },
    'refuted',
    'FOUND',
  ],
];
for (const [name, question, verdict, reason] of table) {
  test(name, () => {
    const result = testRegion(question);
    assert.deepEqual([result.verdict, result.reason], [verdict, reason], JSON.stringify(result));
  });
}

test('what could have been decided is said beside what was', () => {
  const reach = (question: RegionQuestion) => testRegion(question).decidable;
  assert.deepEqual(reach({ count: 24, outOf: 100, region: quarter, evidence: draw(100) }), {
    support: false,
    refute: true,
  });
  assert.deepEqual(reach({ count: 2400, outOf: 10_000, region: quarter, evidence: unknown }), {
    support: false,
    refute: false,
  });
  assert.deepEqual(reach({ count: 0, region: none, evidence: draw(24_000) }), {
    support: false,
    refute: true,
  });
  assert.deepEqual(reach({ count: 0, region: some, evidence: draw(24_000) }), {
    support: true,
    refute: false,
  });
});

test('hard bounds hold whatever the draw', () => {
  assert.deepEqual(testRegion({ count: 2400, region: aboutAlexa, evidence: unknown }).hard, {
    low: 2400,
    high: 2_392_400,
  });
  const nobody = testRegion({ count: 2400, region: aboutAlexa, evidence: { ...unknown, population: null } });
  assert.deepEqual(nobody.hard, { low: 2400, high: null });
});

test('a claim just outside its region is supported in at most 5 % of draws, one at its edge refuted in at most 5 %', () => {
  const population = 1000;
  const region: Region = { low: 200, high: 301 };
  for (const examined of [100, 300, 700]) {
    const evidence: Evidence = { ...draw(examined), population };
    const ending = (holders: number, verdict: string) => {
      let chance = 0;
      for (let count = 0; count <= examined; count++) {
        const at = hypergeometricTails(count, examined, holders, population).atMost;
        const before = count === 0 ? 0 : hypergeometricTails(count - 1, examined, holders, population).atMost;
        if (testRegion({ count, confirmed: count, region, evidence }).verdict === verdict)
          chance += at - before;
      }
      return chance;
    };
    for (const holders of [199, 301])
      assert.ok(ending(holders, 'supported') <= 0.05, `${examined}, ${holders}`);
    for (const holders of [200, 300])
      assert.ok(ending(holders, 'refuted') <= 0.05, `${examined}, ${holders}`);
  }
});

test('what would settle a claim: the sizes of the method page', () => {
  assert.deepEqual(sampleSizeToDecide({ region: some, claimed: 140, population: N }), {
    people: 50_809,
    census: false,
  });
  assert.deepEqual(sampleSizeToDecide({ region: none, claimed: 0, population: N }), {
    people: null,
    census: true,
  });
  assert.deepEqual(sampleSizeToDecide({ region: { low: 135, high: 145 }, claimed: 140, population: N }), {
    people: null,
    census: true,
  });
  const small = sampleSizeToDecide({
    region: { low: null, high: 1001 },
    claimed: 140,
    population: N,
    power: 0.9,
  });
  assert.deepEqual(small, { people: 15_061, census: false });
  // The power of an exact test is a saw; published sizes lie within half a percent on it.
  const { people } = sampleSizeToDecide({
    region: { low: 564_000, high: 588_000 },
    claimed: 576_000,
    population: N,
  });
  assert.ok(people !== null && Math.abs(people - 60_959) < 300, String(people));
});

test('the draw that would settle a number does so with a chance of 80 %', () => {
  const population = 5000;
  const region: Region = { low: 1000, high: 1501 };
  const { people } = sampleSizeToDecide({ region, claimed: 1250, population });
  assert.ok(people !== null);
  const evidence: Evidence = { ...draw(people), population };
  let power = 0;
  for (let count = 0; count <= people; count++) {
    const before = count === 0 ? 0 : hypergeometricTails(count - 1, people, 1250, population).atMost;
    const chance = hypergeometricTails(count, people, 1250, population).atMost - before;
    if (testRegion({ count, confirmed: count, region, evidence }).verdict === 'supported') power += chance;
  }
  assert.ok(power >= 0.8 && power < 0.83, String(power));
});

const untoldOf = (units: number): UnknownUnits[] =>
  units === 0 ? [] : [{ part: 'NOT_TOLD', units, fresh: 0 }];

test('people of whom the records do not tell weaken a verdict, and never make one', () => {
  const regions: Region[] = [
    quarter,
    { low: 0.2, high: 0.3 },
    { low: 0.5, high: null },
    { low: null, high: 0.4 },
  ];
  let decided = 0;
  for (const evidence of [draw(62_000), { ...draw(62_000), kind: 'census' } as Evidence, unknown])
    for (const region of regions)
      for (const count of [0, 9_000, 14_880, 18_000, 40_000])
        for (const untold of [1, 300, 2_500, 20_000]) {
          const ask = (each: number, more: number) =>
            testRegion({
              count: each,
              confirmed: each,
              outOf: 62_000,
              region,
              evidence,
              unknown: untoldOf(more),
            }).verdict;
          const verdict = ask(count, untold);
          if (verdict !== 'supported' && verdict !== 'refuted') continue;
          decided++;
          assert.equal(ask(count, 0), verdict, `${evidence.kind} ${count}`);
          assert.equal(ask(count + untold, 0), verdict, `${evidence.kind} ${count} + ${untold}`);
        }
  assert.ok(decided > 30, `${decided} decided`);
});

test('where the people of whom nothing is told could make a claim right or wrong, that is the reason', () => {
  const everything: Evidence = { ...draw(1_000), kind: 'census', population: 1_000 };
  const ask = (count: number, untold: number, region = quarter) => {
    const { verdict, reason } = testRegion({
      count,
      confirmed: count,
      outOf: 1_000,
      region,
      evidence: everything,
      unknown: untoldOf(untold),
    });
    return [verdict, reason];
  };
  assert.deepEqual(ask(240, 0), ['supported', 'CENSUS']);
  assert.deepEqual(ask(240, 4), ['supported', 'CENSUS']);
  assert.deepEqual(ask(240, 40), ['undecided', 'NOT_TOLD']);
  assert.deepEqual(ask(200, 34), ['refuted', 'CENSUS']);
  assert.deepEqual(ask(200, 35), ['undecided', 'NOT_TOLD']);
  assert.deepEqual(ask(0, 1_000), ['not-testable', 'NOT_TOLD']);
});

test('each part of the account may keep a claim open, and the cheapest that does is named', () => {
  const everything: Evidence = { ...draw(1_000), kind: 'census', population: 1_000 };
  const ask = (unknown: UnknownUnits[], region = none, count = 0) => {
    const { verdict, reason, blocked } = testRegion({
      count,
      confirmed: count,
      region,
      evidence: everything,
      unknown,
    });
    return [verdict, reason, ...blocked];
  };
  const part = (name: UnknownUnits['part'], units: number): UnknownUnits => ({ part: name, units, fresh: 0 });
  assert.deepEqual(ask([]), ['supported', 'CENSUS']);
  for (const name of ['NOT_LOOKED', 'UNREAD', 'NOBODYS'] as const)
    for (const units of [1, 20_000, Infinity])
      assert.deepEqual(ask([part(name, units)]), ['undecided', 'UNKNOWN', name]);
  // Neither alone would do.
  assert.deepEqual(ask([part('UNREAD', 3), part('NOBODYS', 1)]), [
    'undecided',
    'UNKNOWN',
    'UNREAD',
    'NOBODYS',
  ]);
  // One alone would: the other is too small to matter.
  const most: Region = { low: null, high: 100 };
  assert.deepEqual(ask([part('UNREAD', 300), part('NOBODYS', 1)], most, 40), [
    'undecided',
    'UNKNOWN',
    'UNREAD',
  ]);
  assert.deepEqual(ask([part('UNREAD', 50)], most, 40), ['supported', 'CENSUS']);
  // What was found is found, whatever is not known.
  assert.deepEqual(ask([part('UNREAD', Infinity)], some, 1), ['supported', 'CENSUS']);
  assert.deepEqual(ask([part('UNREAD', Infinity)], none, 1), ['refuted', 'CENSUS']);
});

test('a draw that does not bind its documents examines nobody for an upper limit', () => {
  const loose: Evidence = { ...draw(60_000), whole: false };
  const ask = (region: Region, count: number, evidence = loose) => {
    const unknown: UnknownUnits[] = evidence.whole ? [] : [{ part: 'NOT_WHOLE', units: Infinity, fresh: 0 }];
    const { verdict, blocked } = testRegion({ count, confirmed: count, region, evidence, unknown });
    return [verdict, ...blocked];
  };
  const few: Region = { low: null, high: 1_000 };
  assert.deepEqual(ask(few, 0, draw(60_000)), ['supported']);
  assert.deepEqual(ask(few, 0), ['undecided', 'NOT_WHOLE']);
  assert.deepEqual(ask({ low: 23_500, high: 24_500 }, 0), ['undecided', 'NOT_WHOLE']);
  // That there are many needs no upper limit.
  assert.deepEqual(ask({ low: 1_000, high: null }, 600), ['supported']);
  assert.deepEqual(ask(few, 600), ['refuted']);
});

test('what was seen in part of a download examines nobody', () => {
  for (const kind of ['first-n', 'truncated-scroll', 'own-accounts', 'unknown'] as const) {
    const half: Evidence = { ...unknown, kind, population: 1_000, examined: 1_000, whole: false };
    const ask = (region: Region, count: number) =>
      testRegion({ count, confirmed: count, region, evidence: half }).verdict;
    assert.equal(ask(none, 0), 'undecided', kind);
    assert.equal(ask({ low: 900, high: null }, 0), 'undecided', kind);
    assert.equal(ask(some, 500), 'supported', kind);
    assert.equal(ask({ low: null, high: 100 }, 500), 'refuted', kind);
  }
});

test('what would turn a verdict over is the least that does', () => {
  const everything: Evidence = { ...draw(1_000), kind: 'census', population: 1_000 };
  const ask = (region: Region, count: number, more: Partial<RegionQuestion> = {}) =>
    testRegion({ count, confirmed: count, region, evidence: everything, ...more });
  assert.deepEqual(ask(none, 0).tips(), { fewer: null, more: 1 });
  assert.deepEqual(ask(some, 140).tips(), { fewer: 140, more: null });
  assert.deepEqual(ask({ low: 100, high: 201 }, 140).tips(), { fewer: 41, more: 61 });
  assert.deepEqual(ask({ low: null, high: 101 }, 140).tips(), { fewer: 40, more: null });
  assert.equal(ask({ low: 10, high: 21 }, 25, { confirmed: 12 }).tips(), null);
  // Doing it: one more, or one fewer, than the least that turns it over.
  for (const evidence of [{ ...everything, population: 10_000 }, draw(60_000)]) {
    const region: Region = { low: 3_000, high: 9_000 };
    const count = evidence.kind === 'census' ? 4_000 : 140;
    const { verdict, tips } = ask(region, count, { evidence });
    const { fewer, more } = tips() ?? {};
    assert.ok(verdict === 'supported' && fewer && more, evidence.kind);
    const after = (missed: number, held: number) =>
      ask(region, count, {
        evidence,
        confirmed: held,
        unknown: missed === 0 ? [] : [{ part: 'UNREAD', units: missed, fresh: missed }],
      }).verdict;
    assert.deepEqual([after(more - 1, count), after(more, count)], ['supported', 'undecided'], evidence.kind);
  }
});

test('what a review rejected leaves the lower limit, also where many count without a look', () => {
  assert.equal(shownCount(800, 1_000, null), 800);
  assert.equal(shownCount(800, 1_000, 700, { rejected: 100 }), 700);
  assert.equal(shownCount(800, 1_000, null, { needsLook: true }), 0);
  assert.equal(shownCount(800, 1_000, 12, { needsLook: true, rejected: 3 }), 12);
  assert.equal(shownCount(3, 1_000, null), 0);
});
