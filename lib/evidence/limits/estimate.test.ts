import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counted, Evidence } from '../../contract/evidence';
import { clopperPearsonInterval } from '../intervals/clopper-pearson-interval';
import { estimate } from './estimate';
import { designLimits } from './limits-of-draw';
import { provenDraw } from '../draw/proven-draw';
import { madeUnknowns } from '../../testing/made-unknowns';
import { madeEvidence } from '../../testing/made-evidence';

const main = 'people.accounts';
const drawn = madeEvidence({ unit: main, population: 2_400_000, examined: 50_000 });
const unknown: Evidence = { ...drawn, kind: 'unknown', unit: null, proof: 'none' };
const census: Evidence = { ...drawn, kind: 'census', unit: null };
const people: Counted = {
  id: 'people.with:weight',
  title: 'People with: weight',
  unit: 'people',
  of: main,
  under: main,
  count: 3,
  outOf: null,
  drawnAs: main,
};
const share: Counted = { ...people, id: 'share.with:weight', unit: 'share', outOf: 50_000 };
const part: Counted = { ...share, id: 'share.of:eastern', count: 24, outOf: 100 };

test('a random draw gives the exact two-sided interval of people', () => {
  const { value, low, high, level, side, method, inFile, numerator, examined, refused } = estimate(
    people,
    drawn,
  );
  assert.deepEqual([value, low, high], [144, 31, 417]);
  assert.deepEqual([level, side, method, refused], [0.95, 'both', 'hypergeometric-exact', null]);
  assert.deepEqual([inFile, numerator, examined], [3, 3, 50_000]);
});

test('documents that are alike may be one that was captured twice, but for everything', () => {
  const documents: Counted = {
    ...people,
    id: 'documents',
    unit: 'documents',
    of: null,
    under: null,
    count: 90,
  };
  const twice = { ...documents, drawnAs: 'documents', repeated: 30 };
  assert.deepEqual([estimate(twice, unknown).inFile, estimate(twice, unknown).low], [90, 60]);
  const dependent: Evidence = {
    ...unknown,
    kind: 'two-captures',
    unit: 'documents',
    captures: { first: 45, second: 45, both: 0, independent: false },
  };
  assert.equal(estimate(twice, dependent).low, 60);
  assert.deepEqual([estimate(twice, census).low, estimate(twice, census).high], [90, 90]);
});

test('a share of everybody drawn is the same interval over the population', () => {
  const { inFile, value, low, high } = estimate(share, drawn);
  assert.deepEqual([inFile, value, low, high], [3 / 50_000, 3 / 50_000, 31 / 2_400_000, 417 / 2_400_000]);
});

test('a share of a part of them is Clopper and Pearson’s', () => {
  const { low, high, method, value } = estimate(part, drawn);
  const exact = clopperPearsonInterval(24, 100);
  assert.deepEqual([value, low, high, method], [0.24, exact.low, exact.high, 'clopper-pearson']);
});

// One row for each pair of evidence and measure that the gate knows: code or null, value, low, high.
const others: Counted[] = [
  { ...people, id: 'devices', unit: 'devices', drawnAs: 'devices', count: 40_000 },
  { ...people, id: main, unit: 'accounts', count: 50_000 },
  { ...people, id: 'oldest-record', unit: 'instant', drawnAs: null, count: 7 },
  { ...share, outOf: 0, count: 0 },
];
const [devices, accounts, instant, empty] = others as [Counted, Counted, Counted, Counted];
const gate: [string, Counted, Evidence, (string | number | null)[]][] = [
  ['census × people', people, census, [null, 3, 3, 3]],
  ['census × another unit', devices, census, [null, 40_000, 40_000, 40_000]],
  ['census × instant', instant, census, [null, 7, 7, 7]],
  ['draw × another unit', devices, drawn, ['OTHER_UNIT', null, null, null]],
  ['draw × its own size', accounts, drawn, ['IS_INPUT', null, null, null]],
  ['draw × instant', instant, drawn, ['NOT_EXTRAPOLATED', null, null, null]],
  ['draw × nobody in the denominator', empty, drawn, ['EMPTY_DENOMINATOR', null, null, null]],
  ['unknown × people', people, unknown, ['CONVENIENCE', null, 3, 2_350_003]],
  [
    'unknown × people, no population',
    people,
    { ...unknown, population: null },
    ['CONVENIENCE', null, 3, null],
  ],
  ['unknown × another unit', devices, unknown, ['CONVENIENCE', null, 40_000, null]],
  ['unknown × share', share, unknown, ['CONVENIENCE', null, 3 / 2_400_000, 2_350_003 / 2_400_000]],
  ['unknown × part', part, { ...unknown, population: null }, ['CONVENIENCE', null, null, null]],
  ['first-n × people', people, { ...unknown, kind: 'first-n' }, ['CONVENIENCE', null, 3, 2_350_003]],
  [
    'census-claimed × people',
    people,
    { ...unknown, kind: 'census-claimed' },
    ['CONVENIENCE', null, 3, 2_350_003],
  ],
  ['unproved draw × people', people, { ...drawn, proof: 'none' }, ['CONVENIENCE', null, null, null]],
];
for (const [name, counted, evidence, expected] of gate) {
  test(`the gate: ${name}`, () => {
    const { refused, value, low, high, wouldSettle } = estimate(counted, evidence);
    assert.deepEqual([refused, value, low, high], expected);
    assert.equal(wouldSettle === null, refused === null);
  });
}

test('an interval of a random draw does not compile for a convenience sample', () => {
  assert.equal(provenDraw(unknown), null);
  assert.equal(provenDraw(census), null);
  assert.equal(provenDraw({ ...drawn, kind: 'first-n' }), null);
  assert.equal(provenDraw({ ...drawn, proof: 'none' }), null);
  const three = { ...people, count: 3 };
  const unsized: Evidence = { ...unknown, population: null };
  // @ts-expect-error the evidence has not passed the gate
  assert.equal(designLimits(three, unsized), undefined);
  const own: Evidence = { ...drawn, kind: 'own-accounts' };
  // @ts-expect-error nor has this: its kind says so
  assert.equal(designLimits(three, own), undefined);
  // @ts-expect-error evidence that calls itself checked is not enough: only the gate brands a draw
  designLimits(three, drawn);
});

test('where the records do not tell of everybody there are limits and no best number', () => {
  const all: Counted = { ...share, id: 'share.of-all:eastern', count: 12_000 };
  const upper: Counted = { ...all, count: 14_000 };
  const both = { ...all, upper };
  for (const evidence of [drawn, census, unknown]) {
    const { id, inFile, value, low, high, numerator, refused } = estimate(both, evidence);
    const [least, most] = [estimate(all, evidence), estimate(upper, evidence)];
    assert.deepEqual([id, inFile, value, numerator], [all.id, null, null, 12_000]);
    assert.deepEqual([low, high, refused], [least.low, most.high, least.refused]);
  }
  assert.deepEqual(
    [estimate(both, census).low, estimate(both, census).high],
    [12_000 / 50_000, 14_000 / 50_000],
  );
});

test('of everything that was there, documents that could not be read may each hold one more', () => {
  const limits = (
    counted: Counted,
    change: Parameters<typeof madeUnknowns>[0] = { unread: 3 },
    evidence = census,
  ) => {
    const { value, low, high, level } = estimate({ ...counted, unknowns: madeUnknowns(change) }, evidence);
    return [value, low, high, level];
  };
  assert.deepEqual(limits({ ...people, count: 5 }), [5, 5, 8, 1]);
  assert.deepEqual(limits({ ...people, count: 5 }, {}), [5, 5, 5, 1]);
  assert.deepEqual(limits({ ...people, count: 5, range: [4, 6] }), [5, 4, 9, 1]);
  // Whoever stands behind an unread document may be new, or one of those counted.
  assert.deepEqual(limits({ ...share, count: 5, outOf: 10 }), [0.5, 5 / 13, 8 / 10, 1]);
  assert.deepEqual(limits({ ...share, count: 0, outOf: 10 }), [0, 0, 3 / 10, 1]);
  assert.deepEqual(limits({ ...people, count: 5 }, { unread: null }), [5, 5, null, 1]);
  assert.deepEqual(limits({ ...people, count: 5 }, { nobodys: 20_000, opaque: 7 }), [5, 5, 20_012, 1]);
});

test('what is not known of a count widens the limits of every design, upwards only', () => {
  const designs: [string, Counted, Evidence][] = [
    ['people one by one', people, drawn],
    ['a share of them', share, drawn],
    [
      'strata',
      {
        ...people,
        totals: {
          by: 'strata',
          strata: [
            { count: 3, of: 100 },
            { count: 0, of: 900 },
          ],
        },
      },
      {
        ...drawn,
        kind: 'stratified',
        population: 10_000,
        examined: 1000,
        strata: [
          { population: 100, examined: 100 },
          { population: 9900, examined: 900 },
        ],
      },
    ],
    [
      'pages',
      {
        ...people,
        totals: {
          by: 'clusters',
          largestWeight: 1,
          groups: [
            { times: 3, units: 100, of: 100, holders: 1, weightOf: 100, weightHolders: 1 },
            { times: 17, units: 100, of: 100, holders: 0, weightOf: 100, weightHolders: 0 },
          ],
        },
      },
      { ...drawn, kind: 'cluster', population: 20_000, examined: 2000, clusters: { drawn: 20, frame: 200 } },
    ],
  ];
  for (const [name, counted, evidence] of designs) {
    const sure = estimate(counted, evidence);
    let last = Number(sure.high);
    for (const unread of [1, 50, 400]) {
      const { value, low, high } = estimate({ ...counted, unknowns: madeUnknowns({ unread }) }, evidence);
      assert.equal(value, sure.value, name);
      assert.ok(Number(low) <= Number(sure.low), name);
      assert.ok(Number(high) > last, `${name}: ${unread} unread, ${String(high)}, not above ${last}`);
      last = Number(high);
    }
    const loose = estimate(counted, { ...evidence, whole: false });
    const everybody = counted.unit === 'share' ? 1 : evidence.population;
    assert.equal(loose.high, everybody, `${name}: nothing shows that all documents are here`);
    assert.equal(loose.low, sure.low, name);
  }
});
