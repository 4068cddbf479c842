import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fewestUnits, unlikeClusters } from './unlike-clusters';

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
/** 100 of 800 pages, all of 25 documents. */
const ALIKE = [{ times: 100, units: 25 }];

test('of pages of one size so many may be unlike as the zero-count limit says, and none is larger', () => {
  // With 28 of 800 unlike, 2.5 % of draws of 100 have none of them; with 27 more do (R 4.2.2: dhyper(0, 28, 772, 100)).
  const { excess, noise, most } = unlikeClusters(ALIKE, { clusters: 800, units: 20_000 }, 0.025);
  assert.deepEqual([excess, noise], [0, 0]);
  near(most, (25 * 27) / 20_000);
});

test('what pages of the drawn sizes do not account for stands on a page that was not drawn', () => {
  // 700 pages hold 17,500 of the 27,500 documents that were not drawn.
  const { excess, noise, most } = unlikeClusters(ALIKE, { clusters: 800, units: 30_000 }, 0.025);
  assert.deepEqual([excess, noise], [1 / 3, 0]);
  near(most, 1 / 3 + (25 * 27) / 30_000);
});

test('one large page among those drawn does not make the others seem uncertain', () => {
  const groups = [
    { times: 1, units: 8_000 },
    { times: 99, units: 25 },
  ];
  const { excess, noise } = unlikeClusters(groups, { clusters: 800, units: 8_000 + 799 * 25 }, 0.025);
  assert.deepEqual([excess, noise], [0, 0]);
});

test('nothing stands on other pages where all were drawn, but for what could not be read', () => {
  const all = [{ times: 40, units: 25 }];
  assert.deepEqual(unlikeClusters(all, { clusters: 40, units: 1_000 }, 0.025).most, 0);
  assert.deepEqual(unlikeClusters(all, { clusters: 40, units: 1_250 }, 0.025).most, 0.2);
});

test('a population contradicts the sizes only where it is smaller than nearly all pages of them make it', () => {
  // At 0.05 % so many of 800 pages may be unlike the 100 drawn that the others hold 17,500 less theirs.
  const least = fewestUnits(ALIKE, 800, 0.0005);
  assert.ok(least > 18_000 && least < 19_000, String(least));
  assert.equal(fewestUnits(ALIKE, 100, 0.0005), 2_500);
  assert.equal(
    fewestUnits(
      [
        { times: 1, units: 400 },
        { times: 19, units: 0 },
      ],
      200,
      0.0005,
    ),
    400,
  );
});
