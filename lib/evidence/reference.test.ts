import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Interval } from '../contract/evidence';
import { clopperPearsonInterval } from './clopper-pearson-interval';
import { holm } from './holm';
import { hypergeometricInterval } from './hypergeometric-interval';
import { hypergeometricTails } from './hypergeometric-tails';
import { jeffreysInterval } from './jeffreys-interval';
import { midPInterval } from './mid-p-interval';
import { poissonInterval } from './poisson-interval';
import { regionPValues } from './region-p-values';
import { sampleSizeToSee } from './sample-size-to-see';
import { wilsonInterval } from './wilson-interval';
import { zeroCountUpper } from './zero-count-upper';

interface IntervalRow {
  method: string;
  k: number;
  n: number;
  N: number;
  conf: number;
  low: number;
  high: number;
}

const INTERVALS: Record<string, (row: IntervalRow) => Interval> = {
  wilson: ({ k, n, conf }) => wilsonInterval(k, n, { level: conf }),
  'clopper-pearson': ({ k, n, conf }) => clopperPearsonInterval(k, n, { level: conf }),
  jeffreys: ({ k, n, conf }) => jeffreysInterval(k, n, { level: conf }),
  'mid-p': ({ k, n, conf }) => midPInterval(k, n, { level: conf }),
  'hypergeometric-exact(count)': ({ k, n, N, conf }) =>
    hypergeometricInterval(k, n, { level: conf, population: N }),
  'poisson-exact(mean)': ({ k, conf }) => poissonInterval(k, 1, { level: conf }),
  'zero-upper-one-sided-exact': ({ n, conf }) => zeroCountUpper(n, { level: conf }),
  'zero-upper-one-sided-hypergeometric(count)': ({ n, N, conf }) =>
    zeroCountUpper(n, { level: conf, population: N }),
};

const SKIPPED_INTERVALS = [
  'agresti-coull',
  'clopper-pearson-effective-n[deff=3]',
  'clopper-pearson-effective-n[deff=4]',
  'hypergeometric-midp(count)',
  'lang-reiczigel[seTP=100/100;spTN=1000000/1000000]',
  'lang-reiczigel[seTP=57/60;spTN=294/300]',
  'lang-reiczigel[seTP=90/100;spTN=990/1000]',
  'lincoln-petersen-exact(count;N column=n1)',
  'rogan-gladen-exact[Se=0.95;Sp=0.98]',
  'rogan-gladen-exact[Se=0.95;Sp=1]',
  'rogan-gladen-exact[Se=0.98;Sp=0.9999]',
  'rogan-gladen-exact[Se=0.9;Sp=0.99]',
  'rule-of-three',
  'wilson-cc',
];

type Parameters = Record<string, number> & { p: number[] };

const OTHERS: Record<string, (given: Parameters, name: string) => number> = {
  'region-test-hypergeometric': ({ k, n, N, a, b }, name) => {
    const { pSupport, pRefute } = regionPValues(
      { count: k as number, examined: n as number, population: N as number },
      { least: a as number, most: b as number },
    );
    if (name === 'p_support') return pSupport;
    // The reference doubles always; a region with one open end needs no doubling.
    const oneSided = a === 0 || b === N;
    return Math.min(1, oneSided ? 2 * pRefute : pRefute);
  },
  'detect-n-hypergeometric': ({ K, N, conf }) => sampleSizeToSee(K as number, N as number, conf as number),
  'prob-zero-hypergeometric': ({ n, K, N }) =>
    hypergeometricTails(0, n as number, K as number, N as number).atMost,
  'padjust-holm': ({ p, i }) => holm(p)[(i as number) - 1] as number,
};

const SKIPPED_OTHERS = [
  ...[
    'ace-vegan',
    'chao-jost-coverage',
    'chao-lin-wor',
    'chao1-biascorrected',
    'chao1-classic',
    'chao1-vegan',
  ],
  ...[
    'chapman',
    'cluster-deff',
    'cluster-ratio-se',
    'detect-n-binomial',
    'detect-n-cannon-roe',
    'discrete-laplace',
  ],
  ...['duj1', 'expected-hash-collisions', 'gee', 'good-turing-coverage', 'hll-relative-sd', 'korn-graubard'],
  ...['log10-likelihood-ratio-hypergeometric', 'manski-bounds', 'meng-neff', 'padjust-BH', 'padjust-BY'],
  ...[
    'padjust-bonferroni',
    'padjust-hochberg',
    'ppr-confidence-sequence',
    'selection-gamma',
    'union-lower-bound',
  ],
];

const intervals = rows('intervals.csv').map((row): IntervalRow => {
  const number = (name: string) => (row[name] === '' ? NaN : Number(row[name]));
  const [k, n, N, conf] = [number('k'), number('n'), number('N'), number('conf')];
  return { method: row['method'] as string, k, n, N, conf, low: number('low'), high: number('high') };
});
const others = rows('other.csv');

function rows(name: string): Record<string, string>[] {
  // From lib/dist/evidence to the sources beside it.
  const file = path.join(__dirname, '..', '..', 'evidence', 'reference', name);
  return parse<Record<string, string>>(readFileSync(file), { columns: true });
}

function close(actual: number, expected: number, where: string): void {
  if (Number.isInteger(expected) && expected > 1) return assert.equal(actual, expected, where);
  const nearOne = expected > 0.5 && expected < 1;
  const error = nearOne
    ? Math.abs(actual - expected) / (1 - expected)
    : Math.abs(actual - expected) / (expected || 1);
  assert.ok(error <= (nearOne ? 1e-6 : 1e-9), `${where}: ${actual} is not ${expected} (error ${error})`);
}

for (const [method, interval] of Object.entries(INTERVALS)) {
  const own = intervals.filter((row) => row.method === method);
  test(`${method} agrees with ${own.length} reference rows`, () => {
    assert.ok(own.length > 3);
    for (const row of own) {
      const { low, high } = interval(row);
      const where = `${row.k} of ${row.n} (N ${row.N}, ${row.conf})`;
      if (!method.startsWith('zero')) close(low, row.low, `${where} low`);
      close(high, row.high, `${where} high`);
    }
  });
}

for (const [method, compute] of Object.entries(OTHERS)) {
  const own = others.filter((row) => row['method'] === method);
  test(`${method} agrees with ${own.length} reference rows`, () => {
    assert.ok(own.length > 1);
    for (const row of own) {
      const given = JSON.parse(row['params_json'] as string) as Parameters;
      const value = Number(row['value']);
      const actual = compute(given, row['name'] as string);
      if (value < 1)
        assert.ok(
          Math.abs(actual - value) <= 1e-9 * value,
          `${row['params_json']}: ${actual} is not ${value}`,
        );
      else assert.equal(actual, value, row['params_json']);
    }
  });
}

test('the methods of the reference files that are not built are named', () => {
  const known = new Set([...Object.keys(INTERVALS), ...SKIPPED_INTERVALS]);
  assert.deepEqual(
    [...new Set(intervals.map((row) => row.method))].filter((name) => !known.has(name)),
    [],
  );
  const knownOthers = new Set([...Object.keys(OTHERS), ...SKIPPED_OTHERS]);
  assert.deepEqual(
    [...new Set(others.map((row) => row['method'] as string))].filter((name) => !knownOthers.has(name)),
    [],
  );
});
