import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binomialTails } from './binomial-tails';
import { hypergeometricTails } from './hypergeometric-tails';

const near = (actual: number, expected: number, what: string) =>
  assert.ok(
    Math.abs(actual - expected) <= 1e-12 * Math.max(1e-30, expected),
    `${what}: ${actual}, not ${expected}`,
  );

/** Ways to choose k of n, exact while it fits. */
function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  let ways = 1n;
  for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return Number(ways);
}

function check(
  terms: number[],
  tails: (k: number) => { atMost: number; atLeast: number; term: number },
  what: string,
) {
  const sum = (list: number[]) => [...list].sort((a, b) => a - b).reduce((all, each) => all + each, 0);
  for (const k of terms.keys()) {
    const { atMost, atLeast, term } = tails(k);
    near(term, terms[k] ?? 0, `${what}, exactly ${k}`);
    near(atMost, Math.min(1, sum(terms.slice(0, k + 1))), `${what}, at most ${k}`);
    near(atLeast, Math.min(1, sum(terms.slice(k))), `${what}, at least ${k}`);
  }
}

test('both binomial tails are the sums of their terms, for every count of small draws', () => {
  for (const n of [1, 2, 5, 20, 40])
    for (const p of [1e-6, 0.01, 0.24, 0.5, 0.77, 0.999]) {
      const terms = Array.from({ length: n + 1 }, (_, k) => choose(n, k) * p ** k * (1 - p) ** (n - k));
      check(terms, (k) => binomialTails(k, n, p), `${n} at ${p}`);
    }
});

test('where the share leaves no doubt, so do the tails', () => {
  for (const p of [0, 1]) {
    const certain = p * 7;
    for (let k = 0; k <= 7; k++) {
      const expected = {
        atMost: Number(k >= certain),
        atLeast: Number(k <= certain),
        term: Number(k === certain),
      };
      assert.deepEqual(binomialTails(k, 7, p), expected, `${k} at ${p}`);
    }
  }
  assert.deepEqual(binomialTails(0, 0, 0.3), { atMost: 1, atLeast: 1, term: 1 });
});

test('both hypergeometric tails are the sums of their terms, for every count of small populations', () => {
  for (const population of [1, 2, 9, 30])
    for (const examined of [0, 1, Math.floor(population / 3), population - 1, population])
      for (const holders of [0, 1, Math.floor(population / 2), population - 1, population]) {
        const all = choose(population, examined);
        const terms = Array.from(
          { length: examined + 1 },
          (_, k) => (choose(holders, k) * choose(population - holders, examined - k)) / all,
        );
        const what = `${holders} of ${population}, ${examined} drawn`;
        check(terms, (k) => hypergeometricTails(k, examined, holders, population), what);
      }
});
