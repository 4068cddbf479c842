import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RANK_SPACE, ranker } from '../../contract/rank';
import type { Capture, DrawnStratum, Proof, RankDraw } from '../../contract/truth';
import type { DrawFacts } from '../../contract/draw/draw-facts';
import { checkDraw } from './check-draw';

const tenth = Math.floor(RANK_SPACE / 10);
const facts: DrawFacts = { unitCount: 100, largestRank: tenth, documents: 400, declaredTotal: null };
const byRank: RankDraw = { rule: 'lowest-rank', seed: 'one', threshold: tenth };
const base: Proof = {
  schema: 'breachscope/proof@2',
  kind: 'srs-records',
  unit: 'documents',
  key: 'id',
  drawn: 100,
  population: { value: 1_000, source: 'invented' },
  total: null,
  draw: byRank,
  documents: 400,
};

/** What is changed in a proof that holds, and the rule that it then breaks. */
type Broken = [string, { proof?: Partial<Proof>; facts?: Partial<DrawFacts> }, RegExp];

function breaks(design: string, good: { proof: Proof; facts: DrawFacts }, table: Broken[]): void {
  const ask = (proof: Proof, found: DrawFacts) =>
    checkDraw({ asked: null, proof, population: null, facts: found });
  test(`${design}: the proof holds as it stands`, () => {
    const { kind, proof, warnings } = ask(good.proof, good.facts);
    assert.deepEqual([kind, proof, warnings], [design, 'checked', []]);
  });
  for (const [name, change, rule] of table)
    test(`${design}: ${name}`, () => {
      const evidence = ask({ ...good.proof, ...change.proof }, { ...good.facts, ...change.facts });
      assert.deepEqual([evidence.kind, evidence.proof, evidence.unit], ['unknown', 'none', null]);
      assert.match(evidence.warnings.join(), rule);
    });
}

const list = { rule: 'list', sha256: '00' } as const;

breaks('srs-records', { proof: base, facts: { ...facts, unitDocuments: 100 } }, [
  ['people were drawn', { proof: { unit: 'people.accounts' } }, /unit is not documents/],
  ['a key ranks above the threshold', { facts: { largestRank: tenth + 1 } }, /ranks above/],
  ['two documents have one key', { facts: { unitDocuments: 101 } }, /as many documents as different keys/],
]);

const counts = { person: 'user_id', whole: true, path: 'records' } as const;
const counted = { people: 'people.accounts', fileHolds: true, missing: 0, beyond: 0 };
const withCounts = { proof: { ...base, counts }, facts: { ...facts, unitDocuments: 100, counts: counted } };
breaks('srs-records', withCounts, [
  ['nobody was counted', { facts: { counts: { ...counted, people: null } } }, /not counted by the key/],
  ['another file of counts', { facts: { counts: { ...counted, fileHolds: false } } }, /file of counts/],
  ['one person without a count', { facts: { counts: { ...counted, missing: 1 } } }, /has no number/],
  ['more documents than in all', { facts: { counts: { ...counted, beyond: 1 } } }, /more documents/],
]);
test('how many documents each person has goes with the evidence, and is left out where the proof has none', () => {
  const ask = (found: typeof withCounts | { proof: Proof; facts: DrawFacts }) =>
    checkDraw({ asked: null, population: null, ...found }).counts;
  assert.deepEqual(ask(withCounts), { people: 'people.accounts', whole: true });
  assert.equal(ask({ proof: base, facts: withCounts.facts }), undefined);
});

const rank = ranker('pages');
const frame = 200;
const ids = Array.from({ length: frame }, (_, i) => i).filter((id) => rank(String(id)) <= tenth);
const pages = (numbers: number[]) => numbers.map((id) => ({ id, sha256: String(id) }));
const numbered: Proof = {
  ...base,
  kind: 'cluster',
  key: null,
  drawn: ids.length,
  population: { value: null, source: '' },
  draw: { rule: 'lowest-rank', seed: 'pages', threshold: tenth },
  clusters: { by: 'part', frame: { value: frame, source: 'invented' }, list: pages(ids) },
};
const one = { units: 400, times: 1 };
const clusters = { found: ids.length, largestRank: null, outside: 0, spanning: 0, units: 400, sizes: [one] };
const drawing = (numbers: number[]) => ({
  drawn: numbers.length,
  clusters: { by: 'part', frame: { value: frame, source: '' }, list: pages(numbers) } as NonNullable<
    Proof['clusters']
  >,
});
const other = (ids.at(-1) ?? 0) === frame - 1 ? ids.findIndex((id, i) => id !== i) : frame - 1;
breaks('cluster', { proof: numbered, facts: { ...facts, clusters } }, [
  ['the input has none', { facts: { clusters: undefined as never } }, /cannot be found/],
  ['they come from a list', { proof: { draw: list } }, /lowest rank only/],
  ['a document is in none', { facts: { clusters: { ...clusters, outside: 1 } } }, /belongs to none/],
  ['somebody is in two', { facts: { clusters: { ...clusters, spanning: 1 } } }, /in two of its clusters/],
  ['one of those drawn is missing', { proof: drawing(ids.slice(1)) }, /again gives others/],
  ['one is there that was not drawn', { proof: drawing([...ids, other]) }, /again gives others/],
  ['one stands for another', { proof: drawing([...ids.slice(1), other]) }, /again gives others/],
  ['one is listed twice', { proof: drawing([...ids, ids[0] ?? 0]) }, /again gives others/],
  ['fewer are said to be drawn', { proof: { drawn: ids.length - 1 } }, /again gives others/],
  [
    'they hold more than there is',
    { proof: { population: { value: 399, source: '' } } },
    /more than the pop/,
  ],
  [
    'so many of such sizes would hold more',
    {
      proof: { population: { value: 2_400, source: '' } },
      facts: { clusters: { ...clusters, sizes: [{ units: 20, times: ids.length }] } },
    },
    /such sizes would hold more/,
  ],
  [
    'counts without a person',
    { proof: { counts }, facts: { clusters, counts: undefined as never } },
    /not counted/,
  ],
]);
test('cluster: as many units as there are in all may be in the drawn ones, and the frame goes with the evidence', () => {
  const proof = { ...numbered, population: { value: 400, source: '' } };
  const evidence = checkDraw({ asked: null, proof, population: null, facts: { ...facts, clusters } });
  assert.deepEqual(
    [evidence.kind, evidence.population, evidence.examined, evidence.clusters],
    ['cluster', 400, 400, { drawn: ids.length, frame }],
  );
});

test('cluster: the draw is repeated over every number of the frame, the first and the last, and up to the threshold', () => {
  const all = Array.from({ length: frame }, (_, i) => i);
  const ranks = all.map((id) => rank(String(id)));
  const ask = (threshold: number, numbers: number[]) =>
    checkDraw({
      asked: null,
      population: null,
      proof: { ...numbered, ...drawing(numbers), draw: { rule: 'lowest-rank', seed: 'pages', threshold } },
      facts: { ...facts, clusters: { ...clusters, found: numbers.length } },
    }).kind;
  assert.equal(ask(RANK_SPACE - 1, all), 'unknown', 'all of them: everything needs a total');
  assert.equal(ask(RANK_SPACE - 1, all.slice(1)), 'unknown');
  assert.equal(ask(RANK_SPACE - 1, all.slice(0, -1)), 'unknown');
  const but = Math.max(...ranks);
  assert.equal(
    ask(
      but - 1,
      all.filter((id) => ranks[id] !== but),
    ),
    'cluster',
  );
  const lowest = Math.min(...ranks);
  assert.equal(ask(lowest, [ranks.indexOf(lowest)]), 'cluster');
  assert.equal(ask(lowest - 1, [ranks.indexOf(lowest)]), 'unknown');
});

const byPath: Proof = {
  ...numbered,
  drawn: 20,
  population: { value: 4_000, source: '' },
  clusters: { by: 'path', path: 'day', frame: { value: frame, source: '' } },
};
const named = { ...clusters, found: 20, largestRank: tenth };
breaks('cluster', { proof: byPath, facts: { ...facts, clusters: named } }, [
  ['one cluster more than drawn', { facts: { clusters: { ...named, found: 21 } } }, /number of clusters in/],
  [
    'one ranks above',
    { facts: { clusters: { ...named, largestRank: tenth + 1 } } },
    /cluster of the input ranks/,
  ],
  [
    'no rank is known',
    { facts: { clusters: { ...named, largestRank: null } } },
    /cluster of the input ranks/,
  ],
  [
    'their ranks bunch',
    { facts: { clusters: { ...named, rankParts: [20, ...Array.from({ length: 19 }, () => 0)] } } },
    /less evenly/,
  ],
  [
    'nearly all are let in',
    {
      proof: { drawn: frame - 1, draw: { ...byRank, threshold: Math.floor(RANK_SPACE * 0.999) } },
      facts: { clusters: { ...named, found: frame - 1 } },
    },
    /keys picked in any other way/,
  ],
  [
    'far fewer than the threshold lets through',
    { proof: { drawn: 2 }, facts: { clusters: { ...named, found: 2 } } },
    /outside the limits/,
  ],
]);

const strata = {
  path: 'country',
  list: [
    { value: 'A', population: 600, drawn: 60, threshold: tenth },
    { value: 'B', population: 400, drawn: 40, threshold: tenth },
  ],
};
const stratified: Proof = { ...base, kind: 'stratified', unit: 'people.accounts', strata };
/** All in the first half. */
const bunched = (keys: number) => [
  ...evenly(keys)
    .slice(10)
    .map((n) => 2 * n),
  ...Array.from({ length: 10 }, () => 0),
];
const evenly = (keys: number) => Array.from({ length: 20 }, (_, i) => Math.floor((keys + i) / 20));
const layers = {
  found: [60, 40],
  largestRanks: [tenth, tenth - 1],
  rankParts: [evenly(60), evenly(40)],
  outside: 0,
};
breaks('stratified', { proof: stratified, facts: { ...facts, strata: layers } }, [
  ['the input has none', { facts: { strata: undefined as never } }, /cannot be found/],
  ['they come from a list', { proof: { draw: list } }, /lowest rank only/],
  [
    'they are not everybody',
    { proof: { population: { value: 1_001, source: '' } } },
    /add up to the population/,
  ],
  ['they are not all that were drawn', { proof: { drawn: 101 } }, /add up to the number drawn/],
  ['a key is in none', { facts: { strata: { ...layers, outside: 1 } } }, /in none of its strata/],
  ['a key too few', { facts: { strata: { ...layers, found: [60, 39] } } }, /differs from the keys/],
  [
    'a key ranks above',
    { facts: { strata: { ...layers, largestRanks: [tenth, tenth + 1] } } },
    /ranks above its/,
  ],
  ['no rank is known', { facts: { strata: { ...layers, largestRanks: [tenth] } } }, /ranks above its/],
  [
    'the ranks of one bunch',
    { facts: { strata: { ...layers, rankParts: [bunched(60), evenly(40)] } } },
    /less evenly/,
  ],
  [
    'all are drawn whole',
    {
      proof: {
        drawn: 1_000,
        strata: {
          ...strata,
          list: strata.list.map((row) => ({ ...row, drawn: row.population, threshold: RANK_SPACE - 1 })),
        },
      },
      facts: { strata: { ...layers, found: [600, 400], rankParts: [evenly(600), evenly(400)] } },
    },
    /keys picked in any other way/,
  ],
  [
    'one is said to be drawn whole and is not',
    {
      proof: {
        strata: { ...strata, list: [{ ...strata.list[0]!, threshold: RANK_SPACE - 1 }, strata.list[1]!] },
      },
    },
    /outside the limits/,
  ],
  [
    'one is drawn too thick',
    {
      proof: {
        strata: {
          ...strata,
          list: [
            { ...strata.list[0]!, drawn: 95 },
            { ...strata.list[1]!, drawn: 5 },
          ],
        },
      },
      facts: { strata: { ...layers, found: [95, 5] } },
    },
    /outside the limits/,
  ],
]);

test('strata that were picked far more thickly than others are told', () => {
  const told = (list: DrawnStratum[], found: number[]) => {
    const drawn = list.reduce((sum, row) => sum + row.drawn, 0);
    const proof = { ...stratified, drawn, strata: { ...strata, list } };
    const largestRanks = list.map(({ threshold }) => threshold);
    return checkDraw({
      asked: null,
      proof,
      population: null,
      facts: { ...facts, strata: { ...layers, found, largestRanks, rankParts: found.map(evenly) } },
    });
  };
  const [first, second] = [strata.list[0]!, strata.list[1]!];
  assert.deepEqual(told(strata.list, [60, 40]).warnings, []);
  const whole = { ...first, drawn: 600, threshold: RANK_SPACE - 1 };
  const uneven = told([whole, second], [600, 40]);
  assert.deepEqual(
    [uneven.kind, uneven.proof, uneven.warnings],
    ['stratified', 'checked', ['UNEVEN_CHANCES']],
  );
});

const capture = (draw: RankDraw | null): Capture => ({ how: 'taken', parts: ['a'], draw });
const twice = (first: RankDraw | null, second: RankDraw | null): Proof => ({
  ...base,
  kind: 'two-captures',
  unit: 'people.accounts',
  drawn: 145,
  population: { value: null, source: '' },
  captures: { list: [capture(first), capture(second)], independence: 'taken apart' },
});
const both = { partsHold: true, first: 100, second: 50, both: 5 };
const ranks = { largest: tenth, parts: evenly(100), missing: 0 };
const ranked = { ...both, ranks: [ranks, null] as [typeof ranks, null] };
breaks('two-captures', { proof: twice(byRank, null), facts: { ...facts, captures: ranked } }, [
  ['the input has none', { facts: { captures: undefined as never } }, /cannot be found/],
  [
    'a file is in neither',
    { facts: { captures: { ...ranked, partsHold: false } } },
    /not those of its captures/,
  ],
  ['one is empty', { facts: { captures: { ...ranked, second: 0, both: 0 } } }, /has no keys/],
  ['the first is empty', { facts: { captures: { ...ranked, first: 0, both: 0 } } }, /has no keys/],
  ['more keys than drawn', { facts: { captures: { ...ranked, both: 4 } } }, /number drawn differs/],
  [
    'a key ranks above',
    { facts: { captures: { ...ranked, ranks: [{ ...ranks, largest: tenth + 1 }, null] } } },
    /ranks above/,
  ],
  [
    'the other holds all of the random one',
    {
      proof: { ...twice(byRank, null), drawn: 200 },
      facts: { captures: { ...ranked, second: 200, both: 100 } },
    },
    /more, or fewer, are in the random one/,
  ],
  [
    'the other leaves out whoever is in the random one',
    {
      proof: { ...twice(byRank, null), drawn: 300 },
      facts: { captures: { ...ranked, second: 200, both: 0 } },
    },
    /more, or fewer, are in the random one/,
  ],
  [
    'the other holds all of the random one',
    {
      proof: { ...twice(byRank, null), drawn: 200 },
      facts: { captures: { ...ranked, second: 200, both: 100 } },
    },
    /more, or fewer, are in the random one/,
  ],
  [
    'the other leaves out whoever is in the random one',
    {
      proof: { ...twice(byRank, null), drawn: 300 },
      facts: { captures: { ...ranked, second: 200, both: 0 } },
    },
    /more, or fewer, are in the random one/,
  ],
  ['no rank is known', { facts: { captures: { ...ranked, ranks: [null, null] } } }, /ranks above/],
  [
    'the other holds a key that this draw takes, and this one does not',
    { facts: { captures: { ...ranked, ranks: [{ ...ranks, missing: 1 }, null] } } },
    /is not in it/,
  ],
  [
    'the ranks bunch',
    { facts: { captures: { ...ranked, ranks: [{ ...ranks, parts: bunched(100) }, null] } } },
    /less evenly/,
  ],
  [
    'everybody is let in',
    { proof: twice({ ...byRank, threshold: RANK_SPACE - 1 }, null) },
    /keys picked in any other way/,
  ],
]);
test('two captures say how many there are only where one is a random draw', () => {
  const ask = (proof: Proof, captures: DrawFacts['captures']) =>
    checkDraw({ asked: null, proof, population: null, facts: { ...facts, captures: captures as never } })
      .captures;
  assert.deepEqual(ask(twice(byRank, null), ranked), { first: 100, second: 50, both: 5, independent: true });
  const neither = ask(twice(null, null), { ...both, ranks: [null, null] });
  assert.equal(neither?.independent, false);
});

test('a proof of one design is none for another, and what could not be read goes with the evidence', () => {
  const ask = (asked: 'census' | 'first-n' | 'srs-people', unread?: number) =>
    checkDraw({
      asked,
      proof: base,
      population: null,
      facts: { ...facts, unitDocuments: 100, ...(unread !== undefined && { unread }) },
    });
  assert.match(ask('census').warnings.join(), /not the one that was asked for/);
  assert.match(ask('srs-people').warnings.join(), /not the one that was asked for/);
  assert.deepEqual([ask('first-n').kind, ask('first-n').warnings], ['first-n', []]);
  assert.deepEqual(
    [ask('first-n', 3).unread, ask('first-n', 1).unread, ask('first-n', 0).unread],
    [3, 1, undefined],
  );
});
