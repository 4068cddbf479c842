import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RANK_SPACE, ranker } from '../../contract/rank';
import type { Proof } from '../../contract/truth';
import type { DrawFacts } from '../../contract/draw/draw-facts';
import { type Seal, sealDigest } from '../../contract/draw/seal';
import { checkDraw } from './check-draw';
import { madeEvidence } from '../../testing/made-evidence';

const threshold = Math.floor(RANK_SPACE * 0.01);
const proof: Proof = {
  schema: 'breachscope/proof@2',
  kind: 'srs-people',
  unit: 'people.accounts',
  key: 'user_id',
  population: { value: 2_400_000, source: 'invented' },
  draw: { rule: 'lowest-rank', seed: 'one', threshold },
  drawn: 24_000,
  total: null,
  documents: 90_000,
};
const facts: DrawFacts = {
  people: { id: 'people.accounts', count: 24_000 },
  unitCount: 24_000,
  largestRank: threshold,
  documents: 90_000,
  declaredTotal: null,
};
const question = { asked: null, proof, population: null, facts };

test('a draw whose keys rank low enough is a random draw of the proof’s population', () => {
  assert.deepEqual(checkDraw(question), madeEvidence({ population: 2_400_000, examined: 24_000 }));
});

const broken: [string, Partial<typeof question>, RegExp][] = [
  [
    'a key above the threshold',
    { facts: { ...facts, largestRank: threshold + 1 } },
    /ranks above the threshold/,
  ],
  ['a missing key path', { facts: { ...facts, unitCount: null } }, /no keys at the path/],
  ['one key more than drawn', { facts: { ...facts, unitCount: 24_001 } }, /differs from the number of keys/],
  [
    'a draw that the threshold does not give',
    { proof: { ...proof, drawn: 25_000 }, facts: { ...facts, unitCount: 25_000 } },
    /outside the limits of the population/,
  ],
  ['no proof', { asked: 'srs-people', proof: null } as never, /needs a proof/],
  [
    'a proof of another kind',
    { asked: 'srs-people', proof: { ...proof, kind: 'census' } } as never,
    /not the one/,
  ],
  ['a list', { proof: { ...proof, draw: { rule: 'list', sha256: '00' } } } as never, /lowest rank only/],
];
for (const [name, change, rule] of broken) {
  test(`a random draw with ${name} counts as unknown`, () => {
    const evidence = checkDraw({ ...question, ...change });
    assert.equal(evidence.kind, 'unknown');
    assert.equal(evidence.proof, 'none');
    assert.equal(evidence.unit, null);
    assert.match(evidence.warnings.join(), /^PROOF_INVALID: /);
    assert.match(evidence.warnings.join(), rule);
  });
}

test('the limits of the number drawn are those of 99.9 %', () => {
  const drawn = (count: number) =>
    checkDraw({ ...question, proof: { ...proof, drawn: count }, facts: { ...facts, unitCount: count } }).kind;
  // 24,000 ± 3.29 standard deviations of 154.1.
  assert.equal(drawn(24_480), 'srs-people');
  assert.equal(drawn(23_520), 'srs-people');
  assert.equal(drawn(24_530), 'unknown');
  assert.equal(drawn(23_470), 'unknown');
});

test('everything is a census only with a total from outside that equals the documents', () => {
  const whole: Proof = {
    ...proof,
    kind: 'census',
    draw: null,
    population: { value: 24_000, source: 's' },
    total: { value: 90_000, source: 'server', at: '2019' },
  };
  assert.equal(checkDraw({ ...question, proof: whole }).kind, 'census');
  assert.equal(checkDraw({ ...question, proof: whole }).proof, 'checked');
  assert.equal(
    checkDraw({ ...question, proof: whole, facts: { ...facts, documents: 89_999 } }).kind,
    'unknown',
  );
  assert.equal(checkDraw({ ...question, proof: { ...whole, total: null } }).kind, 'census-claimed');
  assert.equal(checkDraw({ ...question, asked: 'census', proof: null }).kind, 'census-claimed');
  const short = { ...facts, declaredTotal: 90_001 };
  assert.equal(
    checkDraw({ ...question, asked: 'census-claimed', proof: null, facts: short }).kind,
    'unknown',
  );
});

test('kinds that no proof can show keep their name and give no unit; the others need one', () => {
  for (const kind of ['srs-records', 'cluster', 'stratified', 'two-captures'] as const)
    assert.match(checkDraw({ ...question, asked: kind, proof: null }).warnings.join(), /needs a proof/);
  for (const kind of ['first-n', 'truncated-scroll', 'own-accounts', 'unknown'] as const) {
    const evidence = checkDraw({ ...question, asked: kind, proof: null, population: 2_400_000 });
    assert.deepEqual([evidence.kind, evidence.unit, evidence.population], [kind, null, 2_400_000]);
    assert.deepEqual(evidence.words, { population: 'user', total: null, drawn: 'user' });
    assert.equal(evidence.whole, false);
  }
  assert.equal(checkDraw({ ...question, proof: null }).kind, 'unknown');
});

test('a draw whose ranks bunch was cut off, joined or filled up: it counts as unknown', () => {
  const even = Array.from({ length: 20 }, () => 1_200);
  const ask = (rankParts: number[]) => checkDraw({ ...question, facts: { ...facts, rankParts } });
  assert.equal(ask(even).kind, 'srs-people');
  // 4.8 standard deviations of 33.8 miss once in 600,000, and there are twenty parts with two sides.
  assert.equal(ask([1_200 + 150, 1_200 - 150, ...even.slice(2)]).kind, 'srs-people');
  for (const parts of [
    [1_200 + 190, ...even.slice(1)],
    [...even.slice(1), 1_200 - 190],
    [...even.slice(0, 10).map(() => 2_400), ...even.slice(10).map(() => 0)],
  ]) {
    const evidence = ask(parts);
    assert.equal(evidence.kind, 'unknown');
    assert.match(evidence.warnings.join(), /^PROOF_INVALID: the ranks of its keys lie less evenly/);
  }
});

test('honest draws keep their kind: a thousand seeds, small and large', () => {
  let lowered = 0;
  for (let seed = 0; seed < 1_000; seed++) {
    const rank = ranker(`honest-${seed}`);
    const [population, share] = seed % 2 ? [2_000, 0.1] : [300, 0.5];
    const limit = Math.floor(RANK_SPACE * share);
    const ranks = Array.from({ length: population }, (_, i) => rank(`${i}`)).filter((each) => each <= limit);
    const rankParts = Array.from({ length: 20 }, () => 0);
    for (const each of ranks) rankParts[Math.floor((each / (limit + 1)) * 20)]!++;
    const { kind } = checkDraw({
      asked: null,
      population: null,
      proof: {
        ...proof,
        population: { value: population, source: '' },
        drawn: ranks.length,
        draw: { rule: 'lowest-rank', seed: `honest-${seed}`, threshold: limit },
      },
      facts: { ...facts, unitCount: ranks.length, largestRank: Math.max(...ranks), rankParts },
    });
    if (kind !== 'srs-people') lowered++;
  }
  // The number drawn misses once in 1,000, the ranks once in 10,000.
  assert.ok(lowered <= 5, `${lowered} of 1,000 lowered`);
});

test('a census that contradicts the total that the input says of itself is none', () => {
  const whole: Proof = {
    ...proof,
    kind: 'census',
    draw: null,
    population: { value: 24_000, source: 's' },
    total: { value: 90_000, source: 's', at: '2019' },
  };
  const short = { ...facts, declaredTotal: 90_001 };
  assert.equal(checkDraw({ ...question, proof: whole, facts: short }).kind, 'unknown');
  assert.equal(checkDraw({ ...question, facts: short }).kind, 'srs-people');
});

test('of a proof that fails nothing is used, neither its number of people nor its way of drawing', () => {
  const bare = checkDraw({ ...question, proof: null });
  const strata = { path: 'country', list: [{ value: 'A', population: 9, drawn: 9, threshold: 1 }] };
  const lies: Partial<Proof>[] = [
    { drawn: 23_999 },
    { draw: null },
    { population: { value: 10_000, source: 'a lie' } },
    { kind: 'stratified', strata },
    { kind: 'census', total: { value: 1, source: 'a lie', at: '2019' } },
    { documents: 89_999 },
  ];
  for (const lie of lies) {
    const { warnings, ...rest } = checkDraw({ ...question, proof: { ...proof, ...lie } });
    assert.match(warnings.join(), /^PROOF_INVALID: /);
    assert.deepEqual({ ...rest, warnings: [] }, bare);
    const given = checkDraw({
      ...question,
      proof: { ...proof, ...lie },
      asked: 'srs-people',
      population: 50_000,
    });
    assert.deepEqual([given.kind, given.population, given.words.population], ['unknown', 50_000, 'user']);
  }
});

test('a proof says nothing where another answer was given, and its documents are no people', () => {
  const documents: Proof = {
    ...proof,
    kind: 'first-n',
    unit: 'documents',
    population: { value: 9e6, source: 's' },
  };
  assert.equal(checkDraw({ ...question, proof: documents }).population, null);
  assert.equal(checkDraw({ ...question, asked: 'first-n' }).population, null);
  const { population, words } = checkDraw({ ...question, proof: { ...documents, unit: 'people.accounts' } });
  assert.deepEqual([population, words], [9e6, { population: 'proof', total: null, drawn: 'proof' }]);
});

test('a proof binds as many documents as it names: fewer are told, more are another input’s', () => {
  const ask = (documents: number, change: Partial<Proof> = {}) =>
    checkDraw({ ...question, proof: { ...proof, ...change }, facts: { ...facts, documents } });
  assert.deepEqual([ask(90_000).whole, ask(90_000).warnings], [true, []]);
  const short = ask(89_880);
  assert.deepEqual([short.kind, short.proof, short.whole], ['srs-people', 'checked', false]);
  assert.deepEqual(short.warnings, ['DOCUMENTS_MISSING: 120 of 90000']);
  assert.match(ask(90_001).warnings.join(), /holds more documents than it names/);
  const before: Proof = { ...proof, schema: 'breachscope/proof@1' };
  delete before.documents;
  const old = checkDraw({ ...question, proof: before });
  assert.deepEqual([old.kind, old.whole, old.warnings], ['srs-people', false, ['PROOF_UNBOUND']]);
});

test('keys may be missing where documents could not be read, as many as these and no more', () => {
  const ask = (unitCount: number, unread: number) =>
    checkDraw({ ...question, facts: { ...facts, unitCount, unread } });
  const { kind, examined } = ask(23_998, 2);
  assert.deepEqual([kind, examined], ['srs-people', 24_000]);
  assert.match(ask(23_997, 2).warnings.join(), /differs from the number of keys/);
});

test('another number of people than the proof’s, or fewer than there are, is not believed', () => {
  assert.match(
    checkDraw({ ...question, population: 2_400_001 }).warnings.join(),
    /not the one that was given/,
  );
  assert.equal(checkDraw({ ...question, population: 2_400_000 }).kind, 'srs-people');
  const few = checkDraw({ ...question, proof: null, population: 23_999 });
  assert.deepEqual(
    [few.population, few.words.population, few.warnings],
    [null, null, ['POPULATION_TOO_SMALL']],
  );
});

test('a draw that lets everybody in, or nearly, is no sample of anything', () => {
  const ask = (population: number, threshold: number) =>
    checkDraw({
      ...question,
      proof: {
        ...proof,
        population: { value: population, source: 's' },
        draw: { rule: 'lowest-rank', seed: 'one', threshold },
      },
      facts: { ...facts, largestRank: threshold },
    });
  assert.match(ask(24_000, RANK_SPACE - 1).warnings.join(), /keys picked in any other way/);
  assert.match(ask(24_001, Math.floor(RANK_SPACE * 0.9999)).warnings.join(), /keys picked in any other way/);
  assert.match(ask(2_400_000, RANK_SPACE - 1).warnings.join(), /outside the limits/);
  assert.equal(ask(24_240, Math.floor(RANK_SPACE * 0.99)).kind, 'srs-people');
});

test('of everything the number of people is counted, or on the proof’s word, and never below those who are there', () => {
  const ask = (population: number, unit = 'people.accounts') =>
    checkDraw({
      ...question,
      proof: {
        ...proof,
        kind: 'census',
        unit,
        draw: null,
        population: { value: population, source: 's' },
        total: { value: 90_000, source: 's', at: '2019' },
      },
    });
  assert.deepEqual(ask(24_000).words, { population: 'counted', total: 'proof', drawn: 'proof' });
  assert.equal(ask(24_000, 'people.emails-l2').words.population, 'proof');
  assert.match(ask(23_999).warnings.join(), /smaller than the people in the input/);
  assert.match(ask(24_001).warnings.join(), /larger than the people in the input/);
  assert.deepEqual([ask(24_000).whole, ask(24_000).kind], [true, 'census']);
});

test('what was not read may be documents or none: a total fits with it and without', () => {
  const whole: Proof = {
    ...proof,
    kind: 'census',
    draw: null,
    population: { value: 24_000, source: 's' },
    documents: 90_003,
    total: { value: 90_003, source: 's', at: '2019' },
  };
  const ask = (lost: number) => checkDraw({ ...question, proof: whole, facts: { ...facts, lost } }).kind;
  assert.deepEqual([ask(2), ask(3), ask(4), ask(Infinity)], ['unknown', 'census', 'census', 'census']);
});

test('a seal counts where it is of this ledger, these readings and these people, and else is left out', () => {
  const ranks = { count: 24_000, sha256: 'c'.repeat(64) };
  const parts = {
    schema: 'breachscope/seal@1',
    at: '2019-12-26T10:00:00.000Z',
    ledger: 'a'.repeat(64),
    readings: 'b'.repeat(64),
    alpha: 0.05,
    stopping: 'all-drawn-once',
    ranks,
  } as const;
  const seal = { ...parts, sha256: sealDigest(parts) };
  const sealed = { ledger: parts.ledger, readings: parts.readings, alpha: 0.05, ranks };
  const ask = (given: Seal, found: DrawFacts['sealed'] = sealed) =>
    checkDraw({
      ...question,
      proof: { ...proof, seal: given },
      facts: { ...facts, ...(found && { sealed: found }) },
    });
  assert.deepEqual(ask(seal).seal, { sha256: seal.sha256, at: parts.at, people: true });
  const refused: [ReturnType<typeof ask>, RegExp][] = [
    [ask({ ...seal, at: '2019-12-25T10:00:00.000Z' }), /its hash is not that of its parts/],
    [ask(seal, { ...sealed, ledger: 'd'.repeat(64) }), /ledger is not the one/],
    [ask(seal, { ...sealed, readings: 'd'.repeat(64) }), /read in another way/],
    [ask(seal, { ...sealed, ranks: { ...ranks, count: 23_999 } }), /not those whose ranks were sealed/],
    [ask(seal, { ...sealed, ranks: null }), /cannot be listed/],
  ];
  for (const [{ kind, seal: none, warnings }, rule] of refused) {
    assert.deepEqual([kind, none], ['srs-people', undefined]);
    assert.match(warnings.join(), rule);
  }
  const unnamed = checkDraw({ ...question, proof: { ...proof, seal } });
  assert.match(unnamed.warnings.join(), /^SEAL_INVALID: no case was named/);
});
