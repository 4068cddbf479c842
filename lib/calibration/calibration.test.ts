import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counted, Evidence } from '../contract/evidence';
import { clopperPearsonInterval } from '../evidence/intervals/clopper-pearson-interval';
import { designLimits } from '../evidence/limits/limits-of-draw';
import { provenDraw } from '../evidence/draw/proven-draw';
import { exactRows } from './exact-rows';
import { ledgerRow } from './ledger-row';
import { SMALL_DRAWS } from './small-draws';
import { smallWorlds } from './small-worlds';
import { simulate } from './simulate';
import { HOUSE, type Strategy } from './strategy';
import { type Breach, breachesOf, exactBreachesOf, ledgerBreachesOf, unevenBreachesOf } from './targets';
import { UNEVEN_DRAWS, unevenRows } from './uneven-pages';
import { NIGHTLY } from '../testing/nightly';

const worlds = smallWorlds();
const SIZE = NIGHTLY ? { runs: 200, judged: 20 } : { runs: 60, judged: 8 };

function simulated(strategy: Strategy, design: string, names?: string[]): Breach[] {
  const rows = worlds
    .filter(({ name }) => names?.includes(name) ?? true)
    .map((world, i) => simulate({ design, world, seed: 77 + i }, strategy, SIZE));
  return breachesOf(rows);
}

test('every exact limit misses at most 2.5 % on each side, from one in a million up, by enumeration', () => {
  const rows = exactRows(HOUSE, 12);
  assert.deepEqual(exactBreachesOf(rows), []);
  assert.ok(rows.length > 15);
  for (const row of rows) assert.ok(row.above > 0 || row.below > 0, `${row.method} ${row.examined}`);
});

for (const design of Object.keys(SMALL_DRAWS)) {
  test(`${design}: limits hold the truth and verdicts are right as often as they say, in small worlds`, () => {
    assert.deepEqual(simulated(HOUSE, design), []);
  });
}

test('a ledger of claims at their very edges is decided wrongly in at most 5 % of draws', () => {
  assert.deepEqual(ledgerBreachesOf([ledgerRow(2, NIGHTLY ? 150 : 60)]), []);
});

test('limits from pages of unequal size miss no more than those of equal ones, wherever the holders stand', () => {
  const draws = NIGHTLY ? UNEVEN_DRAWS : UNEVEN_DRAWS.slice(1, 2);
  const rows = draws.flatMap((draw) => unevenRows(draw, NIGHTLY ? 400 : 40));
  assert.deepEqual(unevenBreachesOf(rows), []);
});

const count = (counted: Counted) => counted.count ?? 0;

/** Faults that a statistician knows: each must fail the calibration. */
const MUTATIONS: Record<string, { strategy: Strategy; caught: (strategy: Strategy) => Breach[] }> = {
  'Wald’s interval for the exact one': {
    strategy: {
      ...HOUSE,
      limits: (counted, { examined, population }) => {
        const [n, N] = [examined ?? 1, population ?? 1];
        const share = count(counted) / n;
        const half = 1.96 * Math.sqrt((share * (1 - share)) / n);
        return { low: N * (share - half), high: N * (share + half) };
      },
    },
    caught: (strategy) => exactBreachesOf(exactRows(strategy, 9)),
  },
  'one side’s limit for two': {
    strategy: {
      ...HOUSE,
      limits: (counted, evidence) => {
        const draw = provenDraw(evidence);
        return draw
          ? designLimits({ ...counted, count: count(counted) }, draw).at(0.05, 0.05)
          : HOUSE.limits(counted, evidence);
      },
    },
    caught: (strategy) => exactBreachesOf(exactRows(strategy, 9)),
  },
  'a population without end for one that was half examined': {
    strategy: {
      ...HOUSE,
      limits: (counted, { examined, population }) => {
        const { low, high } = clopperPearsonInterval(count(counted), examined ?? 1);
        return { low: low * (population ?? 1), high: high * (population ?? 1) };
      },
    },
    caught: (strategy) => exactBreachesOf(exactRows(strategy, 9)),
  },
  'the first part taken for a random draw': {
    strategy: {
      ...HOUSE,
      gate: (evidence): Evidence =>
        evidence.kind === 'first-n' || evidence.kind === 'truncated-scroll'
          ? { ...evidence, kind: 'srs-people', unit: 'people.accounts', proof: 'checked', whole: true }
          : evidence,
    },
    caught: (strategy) => simulated(strategy, 'the first part', ['drifting along the order']),
  },
  'documents counted for people': {
    strategy: {
      ...HOUSE,
      limits: (counted, evidence) => HOUSE.limits(unweighted(counted), { ...evidence, population: 20_000 }),
    },
    caught: (strategy) => simulated(strategy, 'documents at random', ['more with many documents']),
  },
  'a claim inside the limits taken for supported': {
    strategy: {
      ...HOUSE,
      verdict: (counted, region, evidence) => {
        const { low, high } = HOUSE.limits(counted, evidence);
        const apart = low >= (region.high ?? Infinity) || high < (region.low ?? 0);
        return apart ? 'refuted' : 'supported';
      },
    },
    caught: (strategy) => simulated(strategy, 'people at random', ['one in four']),
  },
};

for (const [fault, { strategy, caught }] of Object.entries(MUTATIONS)) {
  test(`the calibration fails with ${fault}`, () => {
    assert.deepEqual(caught(HOUSE), []);
    assert.notDeepEqual(caught(strategy), []);
  });
}

/** Every document for itself, whoever it belongs to. */
function unweighted(counted: Counted): Counted {
  const { totals } = counted;
  if (totals?.by !== 'clusters') return counted;
  const groups = totals.groups.map((group) => ({
    ...group,
    weightOf: group.of,
    weightHolders: group.holders,
  }));
  return { ...counted, totals: { ...totals, groups } };
}
