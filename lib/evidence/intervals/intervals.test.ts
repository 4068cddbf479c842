import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binomialTails } from '../distributions/binomial-tails';
import { clopperPearsonInterval } from './clopper-pearson-interval';
import { hypergeometricInterval } from './hypergeometric-interval';
import { hypergeometricTails } from '../distributions/hypergeometric-tails';
import { midPInterval } from './mid-p-interval';
import { zeroCountUpper } from './zero-count-upper';
import { refuses } from '../../testing/refuses';

const SHARES = { clopperPearsonInterval, midPInterval };

/** Chance of k holders by multiplying whole ratios: slow, and shares nothing with the code under test. */
function plainTerm(k: number, n: number, K: number, N: number): number {
  const choose = (a: number, b: number) => {
    let value = 1;
    for (let i = 1; i <= b; i++) value = (value * (a - b + i)) / i;
    return b < 0 || b > a ? 0 : value;
  };
  return (choose(K, k) * choose(N - K, n - k)) / choose(N, n);
}

test('both hypergeometric tails are what counting gives, on a small grid', () => {
  const N = 23;
  for (let n = 0; n <= N; n++) {
    for (let K = 0; K <= N; K++) {
      let atMost = 0;
      for (let k = 0; k <= n; k++) {
        const term = plainTerm(k, n, K, N);
        atMost += term;
        const tails = hypergeometricTails(k, n, K, N);
        assert.ok(Math.abs(tails.atMost - atMost) < 1e-12, `P(X <= ${k}; ${n}, ${K})`);
        assert.ok(Math.abs(tails.atLeast - (1 - atMost + term)) < 1e-12, `P(X >= ${k}; ${n}, ${K})`);
      }
    }
  }
});

test('a small tail keeps its digits', () => {
  // P(X = 200 of 200) = 1e-200, and 1 − P(X < 200) would be 0.
  assert.ok(Math.abs(binomialTails(200, 200, 0.1).atLeast / 1e-200 - 1) < 1e-12);
  // All 10 holders in a sample of 10 of 2,400,000: one over C(2400000, 10).
  let combinations = 1;
  for (let i = 1; i <= 10; i++) combinations *= (2_400_000 - 10 + i) / i;
  assert.ok(Math.abs(hypergeometricTails(10, 10, 10, 2_400_000).atLeast * combinations - 1) < 1e-10);
});

test('the exact interval of people misses at most 2.5 % on each side, by enumeration', () => {
  for (const [N, n] of [
    [30, 7],
    [60, 20],
    [60, 55],
  ] as const) {
    const intervals = Array.from({ length: n + 1 }, (_, k) =>
      hypergeometricInterval(k, n, { population: N }),
    );
    for (let K = 0; K <= N; K++) {
      let [tooHigh, tooLow] = [0, 0];
      intervals.forEach(({ low, high }, k) => {
        if (low > K) tooHigh += plainTerm(k, n, K, N);
        if (high < K) tooLow += plainTerm(k, n, K, N);
      });
      assert.ok(
        tooHigh <= 0.025 + 1e-9 && tooLow <= 0.025 + 1e-9,
        `N ${N}, n ${n}, K ${K}: ${tooHigh}, ${tooLow}`,
      );
    }
  }
});

test('the exact interval of shares misses at most 2.5 % on each side, at prevalences from one in a million up', () => {
  for (const n of [100, 1000]) {
    const intervals = Array.from({ length: n + 1 }, (_, k) => clopperPearsonInterval(k, n));
    for (const p of [1e-6, 1e-4, 140 / 2.4e6, 0.001, 0.01, 0.1, 0.24, 0.5]) {
      const firstAbove = intervals.findIndex(({ low }) => low > p);
      const lastBelow = intervals.findLastIndex(({ high }) => high < p);
      const tooHigh = firstAbove < 0 ? 0 : binomialTails(firstAbove, n, p).atLeast;
      const tooLow = lastBelow < 0 ? 0 : binomialTails(lastBelow, n, p).atMost;
      assert.ok(tooHigh <= 0.025 + 1e-9 && tooLow <= 0.025 + 1e-9, `n ${n}, p ${p}: ${tooHigh}, ${tooLow}`);
    }
  }
});

test('0 of n starts at 0, n of n ends at 1, and the two mirror each other', () => {
  for (const [name, interval] of Object.entries(SHARES)) {
    for (const n of [1, 2, 50, 100_000]) {
      const none = interval(0, n);
      const all = interval(n, n);
      assert.equal(none.low, 0, name);
      assert.equal(all.high, 1, name);
      assert.ok(none.high > 0 && none.high < 1 && all.low > 0 && all.low < 1, name);
      assert.ok(Math.abs(none.high - (1 - all.low)) < 1e-9, `${name}, n ${n}`);
    }
  }
});

test('everybody examined leaves no uncertainty, nobody found in all leaves nobody', () => {
  assert.deepEqual(limits(hypergeometricInterval(7, 20, { population: 20 })), [7, 7]);
  assert.deepEqual(limits(hypergeometricInterval(0, 20, { population: 20 })), [0, 0]);
  assert.deepEqual(limits(hypergeometricInterval(20, 20, { population: 20 })), [20, 20]);
});

test('a tail that equals the limit exactly is outside: one holder in 2.4 million, 2.28 million drawn', () => {
  const options = { population: 2_400_000, level: 0.95 };
  assert.equal(zeroCountUpper(2_280_000, options).high, 0);
  assert.equal(zeroCountUpper(2_279_999, options).high, 1);
  // 1 − 0.9 lies below a tenth in floating point; the tie must not depend on it.
  assert.equal(zeroCountUpper(900, { population: 1000, level: 0.9 }).high, 0);
});

test('a one-sided limit spends everything on its side', () => {
  const both = clopperPearsonInterval(6, 1000, { level: 0.9 });
  // 1 − 0.95 and half of 1 − 0.9 differ in the last bit.
  assert.ok(Math.abs(clopperPearsonInterval(6, 1000, { side: 'lower' }).low - both.low) < 1e-15);
  assert.ok(Math.abs(clopperPearsonInterval(6, 1000, { side: 'upper' }).high - both.high) < 1e-15);
  assert.equal(clopperPearsonInterval(6, 1000, { side: 'lower' }).high, 1);
  const people = { population: 2_400_000 };
  const two = hypergeometricInterval(6, 1000, { ...people, level: 0.9 });
  assert.deepEqual(limits(hypergeometricInterval(6, 1000, { ...people, side: 'lower' })), [
    two.low,
    2_400_000,
  ]);
  assert.deepEqual(limits(hypergeometricInterval(6, 1000, { ...people, side: 'upper' })), [0, two.high]);
  assert.ok(Math.abs(zeroCountUpper(1e6, { side: 'both' }).high / zeroCountUpper(1e6).high - 1.2314) < 1e-3);
});

test('functions for shares refuse a population, and the one for people wants it', () => {
  for (const [name, interval] of Object.entries(SHARES)) {
    refuses(
      () => interval(1, 2, { population: 9 }),
      'POPULATION_UNUSED',
      new RegExp(`^${name} takes no population`),
    );
    refuses(
      () => interval(11, 10),
      'NOT_A_COUNT',
      new RegExp(`^${name} needs a whole number from 0 to 10 for successes`),
    );
    refuses(() => interval(0.5, 10), 'NOT_A_COUNT', /from 0 to 10 for successes/);
    refuses(() => interval(0, 0), 'NOT_A_COUNT', /for examined/);
    refuses(
      () => interval(1, 2, { level: 95 }),
      'NOT_A_LEVEL',
      new RegExp(`^${name} needs a level between 0 and 1`),
    );
  }
  refuses(
    () => hypergeometricInterval(1, 2),
    'POPULATION_NEEDED',
    /^hypergeometricInterval needs a population/,
  );
  refuses(() => hypergeometricInterval(1, 9, { population: 5 }), 'NOT_A_COUNT', /from 1 to 5 for examined/);
  refuses(() => zeroCountUpper(10, { level: 1 }), 'NOT_A_LEVEL', /^zeroCountUpper/);
});

function limits({ low, high }: { low: number; high: number }): [number, number] {
  return [low, high];
}
