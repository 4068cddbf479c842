import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RANK_SPACE, ranker } from '../contract/rank';
import type { PrivateResults, ResultMeasure } from '../contract/results';
import type { Proof } from '../contract/truth';
import { validate } from '../contract/validate';
import { publishable } from '../publish/gate/publishable';
import { loadCase } from '../cases/load-case';
import { sealCase } from '../claims/seal-case';
import type { Case } from '../contract/case';
import { ROOT } from '../testing/repository';
import { analyse } from './analyse';
import { hypergeometricInterval } from '../evidence/intervals/hypergeometric-interval';
import { tempCache } from '../testing/temp-cache';

const { folder: scratch } = tempCache('designs');

interface Row {
  record_id: string;
  user_id: string;
  email: string;
  region: string;
  documents: number;
  weight?: number;
}

const PEOPLE = 6000;
const SEED = 'designs';
/** Every third person has a weight; people with many documents more often. Everybody has 1 to 4 documents. */
const population = Array.from({ length: PEOPLE }, (_, i) => {
  const documents = 1 + (i % 4);
  return {
    user_id: `SYNTHETIC-${String(i).padStart(6, '0')}`,
    documents,
    weighs: (i * 7919) % 12 < documents,
    region: i % 5 === 0 ? 'north' : 'south',
  };
});
const HOLDERS = population.filter((person) => person.weighs).length;
const rows: Row[] = population
  .flatMap(({ user_id, documents, weighs, region }, person) =>
    Array.from({ length: documents }, (_, i) => ({
      record_id: `SYNTHETIC-${person}-${i}`,
      user_id,
      email: `p${person}@example.org`,
      region,
      documents,
      ...(weighs && { weight: 60 + (person % 40) }),
    })),
  )
  .sort((a, b) => ranker('shuffled')(a.record_id) - ranker('shuffled')(b.record_id));
const rank = ranker(SEED);
const share = (part: number) => Math.floor(RANK_SPACE * part);

const base: Proof = {
  schema: 'breachscope/proof@2',
  kind: 'srs-people',
  unit: 'people.accounts',
  key: 'user_id',
  drawn: 0,
  total: null,
  population: { value: PEOPLE, source: 'the test' },
  draw: { rule: 'lowest-rank', seed: SEED, threshold: share(0.2) },
};

/** Fields that could be anything until somebody looks at them. */
const LOOKED = ['record_id', 'region', 'documents'];

let runs = 0;
async function studied(
  files: Row[][],
  proof: Proof,
  beside: Record<string, string> = {},
  caseFolder: Case | null = null,
): Promise<PrivateResults> {
  const folder = join(scratch, `run-${runs++}`);
  mkdirSync(folder);
  const names = files.map((own, i) => {
    const name = join(folder, `part-${i}.ndjson`);
    writeFileSync(name, own.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return name;
  });
  const parts = names.map((name) => createHash('sha256').update(readFileSync(name)).digest('hex'));
  const documents = files.flat().length;
  const text = JSON.stringify({ documents, ...proof }).replace(
    /PART-(\d)/g,
    (_, i) => parts[Number(i)] as string,
  );
  validate('proof', JSON.parse(text));
  writeFileSync(join(folder, 'proof.json'), text);
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content);
  const { results } = await analyse({
    files: names,
    case: caseFolder,
    proofFile: join(folder, 'proof.json'),
    // Somebody looked: these hold nothing that is counted here.
    overrides: [
      { path: 'user_id', category: 'account-id' },
      ...LOOKED.map((path) => ({ path, category: 'unknown' as const })),
    ],
  });
  validate('private-results', results);
  validate('results', publishable(results));
  return results;
}

function measure(results: PrivateResults, id: string): ResultMeasure & { low: number; high: number } {
  const found = results.measures.find((row) => row.id === id);
  assert.ok(found, id);
  return found as ResultMeasure & { low: number; high: number };
}

function holds(results: PrivateResults, id: string, truth: number, method: string): void {
  const { low, high, refused, method: used } = measure(results, id);
  assert.equal(refused, null, id);
  assert.equal(used, method, id);
  assert.ok(low <= truth && truth <= high, `${id}: ${truth} is not within ${low} and ${high}`);
}

function counted(results: PrivateResults, kind: string): void {
  assert.deepEqual(
    results.inputs[0]?.warnings.filter((text) => text.startsWith('PROOF')),
    [],
  );
  const [drawn] = results.drawn;
  assert.deepEqual([drawn?.kind, drawn?.proof, drawn?.whole], [kind, 'checked', true]);
  const population = kind === 'two-captures' || drawn?.population === null ? null : 'proof';
  assert.deepEqual(drawn?.words, { population, total: null, drawn: 'proof' });
}

async function fails(
  files: Row[][],
  proof: Proof,
  rule: RegExp,
  beside: Record<string, string> = {},
): Promise<void> {
  const results = await studied(files, proof, beside);
  const [drawn] = results.drawn;
  assert.deepEqual([drawn?.kind, drawn?.asked, drawn?.unit], ['unknown', 'unknown', null]);
  // Nothing that it says is used, its seed neither.
  assert.deepEqual([drawn?.population, drawn?.whole, results.provenance.seed], [null, false, null]);
  assert.deepEqual(drawn?.words, { population: null, total: null, drawn: 'user' });
  assert.match(results.inputs[0]?.warnings.join() ?? '', rule);
  assert.equal(measure(results, 'people.with:weight').value, null);
}

const drawnRecords = rows.filter((row) => rank(row.record_id) <= share(0.2));
const records: Proof = {
  ...base,
  kind: 'srs-records',
  unit: 'documents',
  key: 'record_id',
  drawn: drawnRecords.length,
  population: { value: rows.length, source: 'the test' },
};

test('documents drawn at random tell nothing of people while nobody knows how many each has', async () => {
  const results = await studied([drawnRecords], records);
  counted(results, 'srs-records');
  const people = measure(results, 'people.with:weight');
  assert.deepEqual([people.refused, people.value, people.high], ['SIZE_BIASED', null, null]);
  assert.equal(people.low, people.inFile);
  assert.equal(measure(results, 'documents').refused, 'IS_INPUT');
  assert.equal(measure(results, 'people.emails-any').refused, 'SIZE_BIASED');
});

test('with their numbers, which lie in the documents or in a file, documents tell of people', async () => {
  const inside = { person: 'user_id', path: 'documents', whole: true };
  const ranks = new Map(population.map((person) => [rank(person.user_id), person.documents]));
  const csv = `rank,count\n${[...ranks].map((row) => row.join()).join('\n')}\n`;
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const beside = { person: 'user_id', file: 'counts.csv', sha256, whole: true };
  const [one, two] = [
    await studied([drawnRecords], { ...records, counts: inside }),
    await studied([drawnRecords], { ...records, counts: beside }, { 'counts.csv': csv }),
  ];
  for (const results of [one, two]) {
    counted(results, 'srs-records');
    holds(results, 'people.accounts', PEOPLE, 'weighted-records');
    holds(results, 'people.with:weight', HOLDERS, 'weighted-records');
    holds(results, 'share.with:weight', HOLDERS / PEOPLE, 'korn-graubard');
  }
  assert.deepEqual(measure(one, 'people.with:weight'), measure(two, 'people.with:weight'));
  // Documents of holders are more than holders: counted as they come, they would be wrong.
  const asTheyCome = drawnRecords.filter((row) => row.weight !== undefined).length / drawnRecords.length;
  assert.ok(asTheyCome > measure(one, 'share.with:weight').high);

  const bounded = await studied([drawnRecords], { ...records, counts: { ...inside, whole: false } });
  const { value, low, high } = measure(bounded, 'people.with:weight');
  assert.ok(value === null && low <= HOLDERS && high > measure(one, 'people.with:weight').high);
  assert.equal(measure(bounded, 'share.with:weight').refused, 'SIZE_BIASED');

  await fails([drawnRecords], { ...records, counts: beside }, /file of counts/);
  await fails([drawnRecords], { ...records, counts: beside }, /file of counts/, { 'counts.csv': `${csv}\n` });
  await fails(
    [drawnRecords],
    { ...records, counts: { ...inside, path: 'weight' } },
    /no number of documents/,
  );
  await fails(
    [drawnRecords],
    { ...records, counts: { ...inside, person: 'email' } },
    /not counted by the key/,
  );
  await fails([drawnRecords], { ...records, drawn: drawnRecords.length - 1 }, /number of keys/);
  const twice = [...drawnRecords, drawnRecords[0] as Row];
  await fails([twice], records, /as many documents as different keys/);
});

const PAGE = 50;
const pages = Array.from({ length: Math.ceil(rows.length / PAGE) }, (_, i) =>
  rows.slice(i * PAGE, (i + 1) * PAGE),
);
const ids = pages.map((_, i) => i).filter((i) => rank(String(i)) <= share(0.2));
const drawnPages = ids.map((id) => pages[id] as Row[]);
const paged: Proof = {
  ...base,
  kind: 'cluster',
  unit: 'documents',
  key: null,
  drawn: ids.length,
  population: { value: rows.length, source: 'the test' },
  clusters: {
    frame: { value: pages.length, source: 'the test' },
    by: 'line',
    list: ids.map((id) => ({ id, lines: pages[id]?.length ?? 0 })),
  },
  counts: { person: 'user_id', path: 'documents', whole: true },
};

test('pages drawn at random tell of documents and people, by how much the pages differ', async () => {
  const results = await studied([drawnPages.flat()], paged);
  counted(results, 'cluster');
  holds(results, 'people.with:weight', HOLDERS, 'weighted-records');
  holds(results, 'share.with:weight', HOLDERS / PEOPLE, 'korn-graubard');
  holds(results, 'people.accounts', PEOPLE, 'weighted-records');
  const list = ids.map((id) => ({ id, lines: pages[id]?.length ?? 0 }));
  const clusters = { frame: { value: pages.length, source: 'x' }, by: 'line' as const };
  const others = list.map((page, i) => (i === 0 ? { ...page, id: pages.length - 1 } : page));
  await fails(
    [drawnPages.flat()],
    { ...paged, clusters: { ...clusters, list: others } },
    /again gives others/,
  );
  const short = { ...clusters, list: list.map((page, i) => (i === 0 ? { ...page, lines: 3 } : page)) };
  await fails([drawnPages.flat()], { ...paged, clusters: short }, /belongs to none of its clusters/);
  const larger = { ...clusters, list, frame: { value: pages.length * 4, source: 'x' } };
  await fails([drawnPages.flat()], { ...paged, clusters: larger }, /again gives others/);
});

test('files can be the clusters, and few of them tell nothing', async () => {
  const shards = Array.from({ length: 20 }, (_, i) =>
    rows.filter((row) => Number(row.user_id.slice(-6)) % 20 === i),
  );
  const few = shards.map((_, i) => i).filter((i) => rank(String(i)) <= share(0.2));
  const list = few.map((id, i) => ({ id, sha256: `PART-${i}` }));
  const proof: Proof = {
    ...base,
    kind: 'cluster',
    drawn: few.length,
    clusters: { frame: { value: 20, source: 'the test' }, by: 'part', list },
  };
  const text = JSON.stringify(proof);
  assert.ok(few.length > 1 && few.length < 10, text);
  const results = await studied(
    few.map((id) => shards[id] as Row[]),
    proof,
  );
  counted(results, 'cluster');
  assert.equal(measure(results, 'people.with:weight').refused, 'FEW_CLUSTERS');
});

test('the value of a path can name the clusters, which then hold whole people or the proof fails', async () => {
  const group = (row: Row) => String(Math.floor(Number(row.user_id.slice(-6)) / 60));
  const named = rows.map((row) => ({ ...row, region: group(row) }));
  const drawn = named.filter((row) => rank(row.region) <= share(0.3));
  const proof: Proof = {
    ...base,
    kind: 'cluster',
    drawn: new Set(drawn.map((row) => row.region)).size,
    draw: { rule: 'lowest-rank', seed: SEED, threshold: share(0.3) },
    clusters: { frame: { value: 100, source: 'the test' }, by: 'path', path: 'region' },
  };
  const results = await studied([drawn], proof);
  counted(results, 'cluster');
  holds(results, 'people.with:weight', HOLDERS, 'korn-graubard');
  holds(results, 'share.with:weight', HOLDERS / PEOPLE, 'korn-graubard');
  const moved = drawn.map((row, i) => (i === 0 ? { ...row, region: drawn.at(-1)?.region ?? '' } : row));
  await fails([moved], proof, /somebody is in two/);
  await fails([drawn], { ...proof, drawn: proof.drawn + 1 }, /differs from the number of clusters/);
});

test('strata drawn apart tell of everybody', async () => {
  const shares: Record<string, number> = { north: 0.4, south: 0.1 };
  const drawn = rows.filter((row) => rank(row.user_id) <= share(shares[row.region] ?? 0));
  const keys = (all: { user_id: string; region: string }[], region: string) =>
    new Set(all.filter((row) => row.region === region).map((row) => row.user_id)).size;
  const list = Object.entries(shares).map(([value, part]) => ({
    value,
    population: keys(population, value),
    drawn: keys(drawn, value),
    threshold: share(part),
  }));
  const proof: Proof = {
    ...base,
    kind: 'stratified',
    drawn: list.reduce((sum, row) => sum + row.drawn, 0),
    draw: { rule: 'lowest-rank', seed: SEED, threshold: share(0.4) },
    strata: { path: 'region', list },
  };
  const results = await studied([drawn], proof);
  counted(results, 'stratified');
  holds(results, 'people.with:weight', HOLDERS, 'stratified-exact');
  holds(results, 'share.with:weight', HOLDERS / PEOPLE, 'stratified-exact');
  assert.equal(measure(results, 'people.accounts').refused, 'IS_INPUT');
  const tight = list.map((row) => ({ ...row, threshold: share(0.1) }));
  await fails([drawn], { ...proof, strata: { path: 'region', list: tight } }, /ranks above its threshold/);
  const [north] = list;
  await fails([drawn], { ...proof, strata: { path: 'region', list: [north as never] } }, /do not add up/);
});

test('everybody with something, and some of the others at random, tell of everybody', async () => {
  const weighs = new Set(population.filter((person) => person.weighs).map(({ user_id }) => user_id));
  const isDrawn = (threshold: number) => (row: { user_id: string }) =>
    weighs.has(row.user_id) || rank(row.user_id) <= threshold;
  const strata = (threshold: number): NonNullable<Proof['strata']> => ({
    path: 'weight',
    by: 'presence',
    list: [
      { value: 'present', population: HOLDERS, drawn: HOLDERS, threshold: RANK_SPACE - 1 },
      {
        value: 'absent',
        population: PEOPLE - HOLDERS,
        drawn: population.filter(isDrawn(threshold)).length - HOLDERS,
        threshold,
      },
    ],
  });
  const proofOf = (own: NonNullable<Proof['strata']>): Proof => ({
    ...base,
    kind: 'stratified',
    drawn: own.list.reduce((sum, row) => sum + row.drawn, 0),
    draw: { rule: 'lowest-rank', seed: SEED, threshold: RANK_SPACE - 1 },
    strata: own,
  });
  // A person's weight stands in one document: the others are of the same person all the same.
  const met = new Set<string>();
  const once = rows.map((row): Row => {
    const { weight, ...bare } = row;
    if (weight === undefined || met.has(row.user_id)) return bare;
    met.add(row.user_id);
    return row;
  });
  const drawn = once.filter(isDrawn(share(0.1)));
  const proof = proofOf(strata(share(0.1)));
  const results = await studied([drawn], proof);
  counted(results, 'stratified');
  const weighing = measure(results, 'people.with:weight');
  assert.ok(results.inputs[0]?.warnings.includes('UNEVEN_CHANCES'));
  assert.deepEqual([weighing.low, weighing.value, weighing.method], [HOLDERS, HOLDERS, 'stratified-exact']);
  const absent = proof.strata?.list[1]?.drawn ?? 0;
  const { high } = hypergeometricInterval(0, absent, { population: PEOPLE - HOLDERS });
  assert.equal(weighing.high, HOLDERS + high);
  holds(results, 'people.with:email', PEOPLE, 'stratified-exact');

  // Forged: what is seen.
  const [present, rest] = proof.strata?.list ?? [];
  assert.ok(present && rest);
  const listed = (list: (typeof present)[]) => proofOf({ path: 'weight', by: 'presence', list });
  await fails([drawn], listed([{ ...present, population: HOLDERS + 1 }, rest]), /add up to the population/);
  const one = { population: HOLDERS + 1, drawn: HOLDERS + 1 };
  await fails(
    [drawn],
    listed([
      { ...present, ...one },
      { ...rest, population: rest.population - 1 },
    ]),
    /differs from the keys/,
  );
  const holder = drawn.find((row) => row.weight !== undefined && rank(row.user_id) > share(0.1));
  const without = drawn.filter((row) => row.user_id !== holder?.user_id);
  await fails([without], proof, /differs from the keys/);
  // Somebody of the others is given a weight, or somebody's weight is taken away.
  const given = drawn.findIndex((row) => !weighs.has(row.user_id));
  const moved = drawn.map((row, i) => (i === given ? { ...row, weight: 70 } : row));
  await fails([moved], proof, /differs from the keys/);
  const taken = drawn.map((row) => (row === holder ? { ...row, weight: undefined as never } : row));
  const counts = [
    { ...present, population: HOLDERS - 1, drawn: HOLDERS - 1 },
    { ...rest, population: rest.population + 1, drawn: rest.drawn + 1 },
  ];
  await fails([taken], listed(counts), /ranks above its threshold/);
  await fails([drawn], listed([{ ...present, value: 'absent' }, rest]), /none of its strata, or in two/);
  await fails(
    [drawn],
    { ...proof, strata: { ...strata(share(0.1)), path: 'no such path' } },
    /differs from the keys/,
  );

  // Not seen: somebody with a weight is left out, and the proof says one fewer, here and in all.
  const fewer = { population: HOLDERS - 1, drawn: HOLDERS - 1 };
  const unseen = await studied(
    [without],
    listed([
      { ...present, ...fewer },
      { ...rest, population: rest.population + 1 },
    ]),
  );
  counted(unseen, 'stratified');
});

test('two captures tell how many there are only where one is a random draw', async () => {
  const first = rows.filter((row) => Number(row.user_id.slice(-6)) < 1500);
  const random = rows.filter((row) => rank(row.user_id) <= share(0.2));
  const drawn = new Set([...first, ...random].map((row) => row.user_id)).size;
  const captures = (draw: Proof['draw']): NonNullable<Proof['captures']> => ({
    list: [
      { how: 'the first part', parts: ['PART-0'], draw: null },
      { how: 'by rank', parts: ['PART-1'], draw: draw as never },
    ],
    independence: 'the seed was fixed before',
  });
  const proof: Proof = { ...base, kind: 'two-captures', drawn, population: { value: null, source: 'none' } };
  const results = await studied([first, random], { ...proof, captures: captures(base.draw) });
  counted(results, 'two-captures');
  holds(results, 'people.accounts', PEOPLE, 'two-captures');
  assert.equal(measure(results, 'people.with:weight').refused, 'CONVENIENCE');
  const dependent = await studied([first, random], { ...proof, captures: captures(null) });
  const union = measure(dependent, 'people.accounts');
  assert.deepEqual(
    [union.refused, union.low, union.high, union.method],
    ['DEPENDENT_CAPTURES', drawn, null, 'union-bound'],
  );
});

test('a seal shows that nobody was left out since, however the proof is written anew', async () => {
  const gym = loadCase(join(ROOT, 'examples', 'harbour-gym'));
  const drawn = rows.filter((row) => rank(row.user_id) <= share(0.2));
  const people = [...new Set(drawn.map((row) => row.user_id))];
  const seal = sealCase(gym, { ranks: people.map((key) => rank(key)), at: new Date('2024-05-01T10:00:00Z') });
  const proof: Proof = { ...base, drawn: people.length, seal };
  const whole = await studied([drawn], proof, {}, gym);
  counted(whole, 'srs-people');
  assert.deepEqual(whole.drawn[0]?.seal, { sha256: seal.sha256, at: seal.at, people: true });
  // Five who weigh are left out, and the proof says five fewer: without a seal nothing shows it.
  const gone = new Set(
    population.filter(({ weighs, user_id }) => weighs && people.includes(user_id)).slice(0, 5),
  );
  const left = drawn.filter((row) => ![...gone].some(({ user_id }) => user_id === row.user_id));
  const forged = { ...proof, drawn: people.length - 5 };
  const unseen = await studied([left], forged, {}, gym);
  assert.deepEqual([unseen.drawn[0]?.kind, unseen.drawn[0]?.seal], ['srs-people', null]);
  const warned = unseen.inputs[0]?.warnings.join() ?? '';
  assert.match(warned, /SEAL_INVALID: those who are here are not those whose ranks were sealed/);
});
