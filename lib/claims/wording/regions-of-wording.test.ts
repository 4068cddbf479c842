import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hedge, Region, Wording } from '../../contract/case';
import { notEmpty } from '../../testing/not-empty';
import { HEDGES } from './hedges';
import type { NumberKind } from './said-number';
import { READINGS, regionsOfWording } from './regions-of-wording';

// [strict, conventional, lenient] as [low, high], null for no limit; of 2.4 million people.
type Row = [Wording & { kind?: NumberKind }, ...([number | null, number | null] | null)[]];
const TABLE: Row[] = [
  [
    { hedge: 'bare', value: 2_400_000, digits: 2 },
    [2_350_000, 2_450_000],
    [2_350_000, 2_450_000],
    [2_300_000, 2_500_000],
  ],
  [{ hedge: 'bare', value: 0.24, kind: 'share' }, [0.235, 0.245], [0.235, 0.245], [0.23, 0.25]],
  [{ hedge: 'bare', value: 0.069, kind: 'share' }, [0.0685, 0.0695], [0.0685, 0.0695], [0.068, 0.07]],
  [{ hedge: 'bare', value: 0, kind: 'share' }, [0, 0.005], [0, 0.005], [0, 0.005]],
  [{ hedge: 'bare', value: 1, kind: 'share' }, [0.995, null], [0.995, null], [0.995, null]],
  [{ hedge: 'about', value: 1, kind: 'share' }, [0.995, null], [0.95, null], [0.9, null]],
  [{ hedge: 'up-to', value: 1, kind: 'share' }, [0, null], [0, null], [0, null]],
  [{ hedge: 'over', value: 1, kind: 'share' }, null, null, null],
  [{ hedge: 'almost', value: 1, kind: 'share' }, [0.995, 1], [0.95, 1], [0.9, 1]],
  [{ hedge: 'bare', value: 0 }, [0, 1], [0, 1], [0, 1]],
  [{ hedge: 'over', value: 0 }, [1, null], [1, null], [0, null]],
  [{ hedge: 'bare', value: 24_000 }, [23_950, 24_050], [23_500, 24_500], [23_000, 25_000]],
  [{ hedge: 'bare', value: 140 }, [139.5, 140.5], [135, 145], [130, 150]],
  [{ hedge: 'bare', value: 200 }, [195, 205], [190, 210], [180, 220]],
  [{ hedge: 'bare', value: 1000 }, [995, 1050], [950, 1050], [900, 1100]],
  [{ hedge: 'bare', value: 22 }, [21.5, 22.5], [21.5, 22.5], [21, 23]],
  [{ hedge: 'bare', value: 3, kind: 'time' }, [2.5, 3.5], [2.5, 3.5], [2.5, 3.5]],
  [{ hedge: 'about', value: 140 }, [135, 145], [133, 147], [126, 154]],
  [{ hedge: 'about', value: 200 }, [180, 220], [180, 220], [180, 220]],
  [
    { hedge: 'around', value: 2_400_000, digits: 2 },
    [2_350_000, 2_450_000],
    [2_280_000, 2_520_000],
    [2_160_000, 2_640_000],
  ],
  [{ hedge: 'almost', value: 1000 }, [995, 1000], [950, 1000], [900, 1000]],
  [{ hedge: 'almost', value: 3 }, [2, 3], [2, 3], [2, 3]],
  [{ hedge: 'over', value: 1000 }, [1001, null], [1001, null], [995, null]],
  [{ hedge: 'over', value: 3, kind: 'time' }, [3, null], [3, null], [2.85, null]],
  [
    { hedge: 'at-least', value: 40_000_000, digits: 1 },
    [40_000_000, null],
    [40_000_000, null],
    [38_000_000, null],
  ],
  [{ hedge: 'up-to', value: 50 }, [0, 51], [0, 51], [0, 51]],
  [{ hedge: 'up-to', value: 5_000 }, [0, 5_001], [0, 5_001], [0, 5_050]],
  [{ hedge: 'none' }, [0, 1], [0, 1], [0, 1]],
  [{ hedge: 'none', kind: 'share' }, [0, 1e-12], [0, 1e-12], [0, 1e-12]],
  ...(['no-evidence', 'not-aware', 'never-collected', 'no-plans'] as const).map((hedge): Row => [
    { hedge },
    null,
    null,
    null,
  ]),
  [{ hedge: 'some' }, [1, null], [1, null], [1, null]],
  [{ hedge: 'small-number' }, null, [1, 1001], [1, 24_001]],
  [
    { hedge: 'exactly', value: 1_807_201_457 },
    [1_807_201_457, 1_807_201_458],
    [1_807_201_457, 1_807_201_458],
    [1_807_201_457, 1_807_201_458],
  ],
];

for (const [{ kind = 'count', ...wording }, ...expected] of TABLE) {
  test(`"${wording.hedge} ${wording.value ?? ''}" as a ${kind} has its region in three readings`, () => {
    const regions = regionsOfWording(wording, { kind, population: 2_400_000 });
    READINGS.forEach((reading, i) => {
      const [region, want] = [regions[reading], expected[i] ?? null];
      if (want === null) return assert.equal(region, null, reading);
      assert.ok(region, reading);
      for (const [got, limit] of [
        [region.low, want[0]],
        [region.high, want[1]],
      ] as const) {
        if (limit === null) assert.equal(got, null, reading);
        else
          assert.ok(
            got !== null && Math.abs(got - limit) <= 1e-9 * Math.max(1, limit),
            `${reading}: ${got}, not ${limit}`,
          );
      }
      return undefined;
    });
  });
}

test('every hedge is in the table above', () => {
  assert.deepEqual(
    [...new Set(TABLE.map(([{ hedge }]) => hedge))].sort(),
    (Object.keys(HEDGES) as Hedge[]).sort(),
  );
});

test('a number that must be said and is not gives no region', () => {
  assert.deepEqual(regionsOfWording({ hedge: 'about' }, { population: 100 }), {
    strict: null,
    conventional: null,
    lenient: null,
  });
});

const COUNTS = [0, 1, 2, 3, 7, 10, 24, 100, 140, 200, 999, 1000, 5000, 24_000, 2_880_000];
const SHARES = [0, 0.001, 0.01, 0.069, 0.1, 0.24, 0.5, 0.9, 0.99, 1];
const EVERYBODY = [null, 5, 150, 4_000, 2_400_000];

/** Every hedge with every value, as a count of every population and as a share: the three regions of each. */
function everyWording(): {
  name: string;
  hedge: Hedge;
  kind: NumberKind;
  value: number;
  all: Region[];
  most: number | null;
}[] {
  return (Object.keys(HEDGES) as Hedge[]).flatMap((hedge) => {
    const of = (kind: NumberKind, value: number, everybody: number | null) => {
      const regions = regionsOfWording({ hedge, value }, { kind, population: everybody, everybody });
      const all = READINGS.flatMap((reading) => regions[reading] ?? []);
      const most = kind === 'share' ? 1 : everybody;
      return { name: `${hedge} ${value} (${kind} of ${everybody})`, hedge, kind, value, all, most };
    };
    return [
      ...EVERYBODY.flatMap((people) => COUNTS.map((value) => of('count', value, people))),
      ...SHARES.map((value) => of('share', value, null)),
      ...COUNTS.map((value) => of('time', value, null)),
    ];
  });
}

test('no region lies below zero, reaches above everybody or is empty', () => {
  for (const { name, all, most, kind } of notEmpty(everyWording())) {
    for (const { low, high } of all) {
      assert.ok(low === null || low >= 0, name);
      if (most !== null && (low ?? 0) <= most) assert.ok(high === null || high <= most, name);
      const first = kind === 'count' ? Math.ceil(low ?? 0) : (low ?? 0);
      assert.ok(high === null || first < high, `${name}: ${low} to ${high}`);
    }
  }
});

test('looser readings never allow less than stricter ones do', () => {
  for (const { name, all } of notEmpty(everyWording())) {
    all.slice(1).forEach((looser, i) => {
      const stricter = all[i] as Region;
      assert.ok((looser.low ?? 0) <= (stricter.low ?? 0) + 1e-9, name);
      assert.ok((looser.high ?? Infinity) >= (stricter.high ?? Infinity) - 1e-9, name);
    });
  }
});

test('what was said itself fits, and nothing that is more than half as much again or less than half', () => {
  const near = (hedge: Hedge) => ['bare', 'about', 'around', 'exactly', 'almost'].includes(hedge);
  for (const { name, hedge, value, all, kind } of notEmpty(everyWording())) {
    if (value <= 1 && kind !== 'share') continue;
    for (const { low, high } of all) {
      const fits = (x: number) => (low ?? 0) <= x && x < (high ?? Infinity);
      if (['bare', 'about', 'around', 'exactly', 'at-least', 'up-to'].includes(hedge))
        assert.ok(fits(value), name);
      if (near(hedge) && value >= (kind === 'share' ? 0.02 : 2))
        assert.ok(
          !fits(1.51 * value) || (high === null && value * 1.51 > 1),
          `${name} takes half as much again`,
        );
      if (near(hedge) && value >= (kind === 'share' ? 0.02 : 3))
        assert.ok(!fits(0.49 * value), `${name} takes half`);
      if (hedge === 'up-to' && high !== null) assert.ok(!fits(1.051 * value + 1), `${name} takes more`);
      if (hedge === 'at-least' || hedge === 'over') assert.ok(!fits(0.949 * value - 1), `${name} takes less`);
    }
  }
});

test('a limit is itself, strictly and usually, for counts of any size', () => {
  for (const value of COUNTS) {
    const { strict, conventional } = regionsOfWording({ hedge: 'up-to', value });
    assert.deepEqual(
      [strict, conventional],
      [
        { low: 0, high: value + 1 },
        { low: 0, high: value + 1 },
      ],
    );
    const least = regionsOfWording({ hedge: 'at-least', value });
    assert.deepEqual(
      [least.strict, least.conventional],
      [
        { low: value, high: null },
        { low: value, high: null },
      ],
    );
  }
});
