import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Interval } from '../contract/evidence';
import { clopperPearsonInterval } from './intervals/clopper-pearson-interval';
import { clusterRatio } from './intervals/cluster-ratio';
import { effectiveSizeInterval } from './intervals/effective-size-interval';
import { hardBounds } from './limits/hard-bounds';
import { kornGraubardInterval } from './intervals/korn-graubard-interval';
import { tippingOdds } from './intervals/tipping-odds';
import { captureInterval, chapmanEstimate, unionLowerBound } from './intervals/two-captures';
import { holm } from './verdict/holm';
import { hypergeometricInterval } from './intervals/hypergeometric-interval';
import { hypergeometricTails } from './distributions/hypergeometric-tails';
import { midPInterval } from './intervals/mid-p-interval';
import { regionPValues } from './verdict/region-p-values';
import { sampleSizeToSee, sampleSizeToSeeByHand, sampleSizeToSeeShare } from './verdict/sample-size-to-see';
import { zeroCountUpper } from './intervals/zero-count-upper';

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
  'clopper-pearson': ({ k, n, conf }) => clopperPearsonInterval(k, n, { level: conf }),
  'mid-p': ({ k, n, conf }) => midPInterval(k, n, { level: conf }),
  'hypergeometric-exact(count)': ({ k, n, N, conf }) =>
    hypergeometricInterval(k, n, { level: conf, population: N }),
  'lincoln-petersen-exact(count;N column=n1)': ({ k, n, N, conf }) =>
    captureInterval({ first: N, second: n, both: k }, { level: conf }),
  'zero-upper-one-sided-exact': ({ n, conf }) => zeroCountUpper(n, { level: conf }),
  'zero-upper-one-sided-hypergeometric(count)': ({ n, N, conf }) =>
    zeroCountUpper(n, { level: conf, population: N }),
};

/** Methods with parameters in brackets: the part before it, and what stands in it. */
const WITH_PARAMETERS: Record<string, (row: IntervalRow, given: Record<string, number[]>) => Interval> = {
  'clopper-pearson-effective-n': ({ k, n, conf }, { deff }) =>
    effectiveSizeInterval(k / n, n / (deff?.[0] as number), { level: conf }),
};

type Parameters = Record<string, number> & {
  p: number[];
  cluster_positive: number[];
  cluster_size: number[];
};

const captures = ({ n1, n2, m }: Parameters) => ({
  first: n1 as number,
  second: n2 as number,
  both: m as number,
});
const clusters = ({ cluster_positive, cluster_size }: Parameters) =>
  cluster_size.map((size, i) => ({ size, positives: cluster_positive[i] as number }));
const end = <T>(name: string, ends: { low: T; high: T }) => (/low/.test(name) ? ends.low : ends.high);

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
  'detect-n-binomial': ({ K, N, conf }) =>
    sampleSizeToSeeShare((K as number) / (N as number), conf as number),
  'detect-n-cannon-roe': ({ K, N, conf }) => sampleSizeToSeeByHand(K as number, N as number, conf as number),
  'prob-zero-hypergeometric': ({ n, K, N }) =>
    hypergeometricTails(0, n as number, K as number, N as number).atMost,
  'padjust-holm': ({ p, i }) => holm(p)[(i as number) - 1] as number,
  chapman: (given, name) => chapmanEstimate(captures(given))[name === 'var' ? 'variance' : 'estimate'],
  'union-lower-bound': (given) => unionLowerBound(captures(given)),
  'manski-bounds': ({ k, n, N }, name) =>
    end(
      name,
      hardBounds(k as number, k as number, { population: N as number, examined: n as number, whole: true }),
    ) ?? NaN,
  'cluster-ratio-se': (given) => clusterRatio(clusters(given)).standardError,
  // survey takes the records examined for the whole population where no weights are given.
  'cluster-deff': (given) =>
    clusterRatio(clusters(given), { population: given.cluster_size.reduce((sum, size) => sum + size, 0) })
      .designEffect,
  'korn-graubard': (given, name) =>
    end(name, kornGraubardInterval(clusters(given), { level: Number(/\d+$/.exec(name)?.[0]) / 100 })),
};

/** Methods that no page, chart or command of the kit shows. */
const SKIPPED_OTHERS = [
  'ace-vegan',
  'chao-jost-coverage',
  'chao-lin-wor',
  'chao1-biascorrected',
  'chao1-classic',
  'chao1-vegan',
  'discrete-laplace',
  'duj1',
  'expected-hash-collisions',
  'gee',
  'good-turing-coverage',
  'hll-relative-sd',
  'log10-likelihood-ratio-hypergeometric',
  'meng-neff',
  'padjust-BH',
  'padjust-BY',
  'padjust-hochberg',
];

const intervals = rows('intervals.csv').map((row): IntervalRow => {
  const number = (name: string) =>
    row[name] === 'Inf' ? Infinity : row[name] === '' ? NaN : Number(row[name]);
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
  if (expected === Infinity || (Number.isInteger(expected) && expected > 1))
    return assert.equal(actual, expected, where);
  const nearOne = expected > 0.5 && expected < 1;
  const error = nearOne
    ? Math.abs(actual - expected) / (1 - expected)
    : Math.abs(actual - expected) / (expected || 1);
  assert.ok(error <= (nearOne ? 1e-6 : 1e-9), `${where}: ${actual} is not ${expected} (error ${error})`);
}

function agreesInterval(row: IntervalRow, { low, high }: Interval): void {
  const where = `${row.k} of ${row.n} (N ${row.N}, ${row.conf})`;
  if (!row.method.startsWith('zero')) close(low, row.low, `${where} low`);
  close(high, row.high, `${where} high`);
}

for (const [method, interval] of Object.entries(INTERVALS)) {
  const own = intervals.filter((row) => row.method === method);
  test(`${method} agrees with ${own.length} reference rows`, () => {
    assert.ok(own.length > 3);
    for (const row of own) agreesInterval(row, interval(row));
  });
}

for (const [method, interval] of Object.entries(WITH_PARAMETERS)) {
  const own = intervals.filter((row) => row.method.startsWith(`${method}[`));
  test(`${method} agrees with ${own.length} reference rows`, () => {
    assert.ok(own.length > 1);
    for (const row of own) agreesInterval(row, interval(row, parametersOf(row.method)));
  });
}

/** `name[Se=0.9;seTP=57/60]` as { Se: [0.9], seTP: [57, 60] }. */
function parametersOf(method: string): Record<string, number[]> {
  const inside = /\[(.+)\]$/.exec(method)?.[1] ?? '';
  return Object.fromEntries(
    inside.split(';').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, value.split('/').map(Number)];
    }),
  );
}

for (const [method, compute] of Object.entries(OTHERS)) {
  const own = others.filter((row) => row['method'] === method);
  test(`${method} agrees with ${own.length} reference rows`, () => {
    assert.ok(own.length > 0);
    for (const row of own) {
      const given = JSON.parse(row['params_json'] as string) as Parameters;
      const value = row['value'] === 'Inf' ? Infinity : Number(row['value']);
      const actual = compute(given, row['name'] as string);
      const where = `${row['params_json']}: ${actual} is not ${value}`;
      if (Number.isInteger(value) || value === Infinity) assert.equal(actual, value, where);
      else assert.ok(Math.abs(actual - value) <= 1e-9 * Math.abs(value), where);
    }
  });
}

test('the odds that lead from a share to its limits are those of the reference rows', () => {
  const own = others.filter((row) => row['method'] === 'selection-gamma');
  assert.ok(own.length > 3);
  for (const row of own) {
    const { phat, Gamma } = JSON.parse(row['params_json'] as string) as { phat: number; Gamma: number };
    const odds = tippingOdds(phat, Number(row['value']));
    assert.ok(Math.abs(odds - Gamma) <= 1e-9 * Gamma, `${row['params_json']}: ${odds}`);
  }
});

test('every method of the reference files is either built or named as not built', () => {
  const bare = new Set(intervals.map((row) => row.method.replace(/\[.*$/, '')));
  const built = [...Object.keys(INTERVALS), ...Object.keys(WITH_PARAMETERS)];
  assert.deepEqual([...bare].sort(), built.sort());
  const named = new Set(others.map((row) => row['method'] as string));
  assert.deepEqual([...named].sort(), [...Object.keys(OTHERS), 'selection-gamma', ...SKIPPED_OTHERS].sort());
});
