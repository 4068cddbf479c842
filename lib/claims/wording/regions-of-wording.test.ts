import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hedge, Wording } from '../../contract/case';
import { HEDGES } from './hedges';
import { READINGS, regionsOfWording } from './regions-of-wording';

// The table of wordings in docs/method.md: [strict, conventional, lenient] as [low, high], null for no limit.
type Row = [Wording, ...([number | null, number | null] | null)[]];
const TABLE: Row[] = [
  [
    { hedge: 'bare', value: 2_400_000, digits: 2 },
    [2_350_000, 2_450_000],
    [2_350_000, 2_450_000],
    [2_300_000, 2_500_000],
  ],
  [{ hedge: 'bare', value: 0.24, digits: 2 }, [0.235, 0.245], [0.235, 0.245], [0.23, 0.25]],
  [{ hedge: 'bare', value: 24_000 }, [23_950, 24_050], [23_500, 24_500], [23_000, 25_000]],
  [{ hedge: 'bare', value: 140 }, [139.5, 140.5], [135, 145], [130, 150]],
  [{ hedge: 'bare', value: 22 }, [21.5, 22.5], [21.5, 22.5], [21, 23]],
  [{ hedge: 'about', value: 140 }, [135, 145], [133, 147], [120, 160]],
  [
    { hedge: 'around', value: 2_400_000, digits: 2 },
    [2_350_000, 2_450_000],
    [2_280_000, 2_520_000],
    [1_400_000, 3_400_000],
  ],
  [{ hedge: 'almost', value: 1000 }, [950, 1000], [950, 1000], [500, 1000]],
  [{ hedge: 'over', value: 1000 }, [1001, null], [1001, null], [500, null]],
  [
    { hedge: 'at-least', value: 40_000_000, digits: 1 },
    [40_000_000, null],
    [40_000_000, null],
    [35_000_000, null],
  ],
  [{ hedge: 'up-to', value: 50 }, [0, 51], [0, 55], [0, 55]],
  [{ hedge: 'none' }, [0, 1], [0, 1], [0, 1]],
  [{ hedge: 'some' }, [1, null], [1, null], [1, null]],
  [{ hedge: 'small-number' }, null, [1, 1001], [1, 24_001]],
  [
    { hedge: 'exactly', value: 1_807_201_457 },
    [1_807_201_457, 1_807_201_458],
    [1_807_201_457, 1_807_201_458],
    [1_807_201_457, 1_807_201_458],
  ],
];

for (const [wording, ...expected] of TABLE) {
  test(`"${wording.hedge} ${wording.value ?? ''}" has its region in three readings`, () => {
    const regions = regionsOfWording(wording, 2_400_000);
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
  assert.deepEqual(regionsOfWording({ hedge: 'about' }, 100), {
    strict: null,
    conventional: null,
    lenient: null,
  });
});

test('looser readings never allow less than stricter ones do, where all have a region', () => {
  for (const value of [7, 24, 140, 1000, 24_000, 2_880_000]) {
    for (const hedge of ['bare', 'about', 'around', 'at-least', 'up-to', 'over', 'almost'] as const) {
      const { strict, conventional, lenient } = regionsOfWording({ hedge, value }, null);
      assert.ok(strict && conventional && lenient);
      assert.ok(
        (lenient.low ?? 0) <= (conventional.low ?? 0) && (conventional.low ?? 0) <= (strict.low ?? 0) + 1e-9,
        hedge,
      );
      assert.ok((lenient.high ?? Infinity) >= (conventional.high ?? Infinity), hedge);
      assert.ok((conventional.high ?? Infinity) >= (strict.high ?? Infinity) - 1e-9, `${hedge} ${value}`);
    }
  }
});
