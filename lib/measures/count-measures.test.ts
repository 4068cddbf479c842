import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseMeasureId } from '../contract/measure-id';
import type { CaseFile, CaseMeasure } from '../contract/case';
import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';
import type { Manifest, StorePath } from '../contract/manifest';
import type { CountedDefinition } from '../contract/people';
import { RANK_SPACE, ranker } from '../contract/rank';
import type { Engine, Store } from '../contract/store';
import type { Proof } from '../contract/truth';
import { openEngine } from '../engine/open-engine';
import { quoteIdentifier } from '../engine/quote';
import { findPeople } from '../people/find-people';
import { countMeasures } from './count-measures';
import { countByAttribute } from './attributes/count-by-attribute';
import { distinctOnlyIn, distinctTexts } from './distinct-texts';
import { countedAttributes, personAttributes } from './attributes/person-attributes';
import { peopleMeasures } from './people-measures';
import { rankFacts } from '../sampling/rank-facts';
import { madeField } from '../testing/made-field';
import { tempFolder } from '../testing/temp-folder';

type Row = (string | null)[];

// Two kinds and an array below the first. The key is c0 of both; k1 has a blank key and one person that k0 has not.
const TABLES: Record<string, { columns: string[]; rows: Row[] }> = {
  k0: {
    columns: ['_doc', 'c0', 'c1', 'c2', 'c3'],
    rows: [
      ['0', 'ann', 'ann@example.org', '60', 'America/New_York'],
      ['1', 'bob', ' Bob@example.org', ' \u3000', 'Europe/Berlin'],
      ['2', 'cyd', 'cyd@example.org', null, null],
      ['3', 'ann', 'ann@example.org', null, 'America/Detroit'],
    ],
  },
  'k0.c4': {
    columns: ['_doc', '_i', 'c4'],
    rows: [
      ['1', '0', '02:00:00:00:00:01'],
      ['1', '1', null],
      ['3', '0', '02:00:00:00:00:02'],
    ],
  },
  k1: {
    columns: ['_doc', 'c0', 'c1', 'c2'],
    rows: [
      ['4', 'dan', 'SYNTHETIC-1', 'bob@example.org'],
      ['5', ' ', 'SYNTHETIC-2', 'eve@example.org'],
      ['6', 'bob', null, 'eve@example.org'],
      ['7', 'bob', null, null],
    ],
  },
};

function field(
  [table, column, path]: [string, string, string],
  category: Category,
  definitions: Category[] = [],
  whose: Field['whose'] = 'own',
): Field {
  const { columns, rows } = TABLES[table] as { columns: string[]; rows: Row[] };
  const texts = rows.map((row) => row[columns.indexOf(column)] as string | null);
  const filled = texts.filter((text) => text !== null && text.trim() !== '');
  const entry = {
    kind: table.split('.')[0] as string,
    path,
    table,
    column,
    present: texts.length,
    filled: filled.length,
    values: texts.length,
    filledValues: filled.length,
    distinct: new Set(filled).size,
    types: { null: texts.filter((text) => text === null).length },
    fold: 7,
  };
  const because = 'invented';
  return madeField(category, entry, {
    whose,
    definitions: definitions.map((each) => ({ category: each, because })),
  });
}

const FIELDS = [
  field(['k0', 'c0', 'user_id'], 'account-id'),
  field(['k0', 'c1', 'email'], 'email'),
  field(['k0', 'c2', 'bone'], 'bone-mass', ['bone-mass', 'bone-density']),
  field(['k0', 'c3', 'zone'], 'timezone'),
  field(['k0.c4', 'c4', 'devices[].mac'], 'mac-address'),
  field(['k1', 'c0', 'user_id'], 'account-id'),
  field(['k1', 'c1', 'token'], 'api-token'),
  field(['k1', 'c2', 'share_email'], 'email', [], 'other'),
];

const CASE = {
  measures: {
    eastern: { title: 'Eastern', category: 'timezone', values: ['America/New_York', "America/O'Nowhere"] },
  },
} as unknown as CaseFile;

let engine: Engine;
let store: Store;
const folder = tempFolder('measures');

before(async () => {
  engine = await openEngine({ tempDir: folder, readable: [folder] });
  for (const [name, { columns, rows }] of Object.entries(TABLES)) await engine.fill(name, columns, rows);
  await engine.fill('folds', ['raw', 'folded'], [[' Bob@example.org', 'bob@example.org']]);
  const manifest = {
    parts: [],
    tables: Object.entries(TABLES).map(([name, { rows, columns }]) => ({ name, columns, rows: rows.length })),
    paths: FIELDS.map((each) => each.entry),
    kinds: [
      { id: 'k0', documents: 4, keys: [] },
      { id: 'k1', documents: 4, keys: [] },
    ],
    documents: 8,
  } as unknown as Manifest;
  const find = (kind: string, name: string) =>
    manifest.paths.find((each) => each.kind === kind && each.path === name);
  store = {
    manifest,
    dir: folder,
    engine,
    source: quoteIdentifier,
    find,
    derive: () => undefined,
    derived: () => undefined,
    close: () => engine.close(),
  };
});
after(() => store.close());

const byAttribute = (caseFile: CaseFile | null = CASE) =>
  countByAttribute({
    store,
    attributes: personAttributes({ fields: FIELDS, caseFile, documents: { k0: 4, k1: 4 } }),
    counts: countedAttributes({ fields: FIELDS, caseFile }),
    personKey: (kind) => ({ key: 'c0', from: quoteIdentifier(kind) }),
    keyPaths: FIELDS.filter((each) => each.category === 'account-id').map((each) => each.entry),
  });

test('people with each category are counted over every kind and array that carries their key', async () => {
  assert.deepEqual(Object.fromEntries([...(await byAttribute()).with].sort()), {
    'any:credentials': 1, // dan; the token of the blank key is nobody's
    'any:health': 1, // ann; bob's is blank
    'certain:account-id': 4,
    'certain:api-token': 1,
    'certain:email': 4,
    'certain:mac-address': 2,
    'certain:timezone': 2,
    'of:eastern': 1,
    owners: 2,
    'with:account-id': 4,
    'with:api-token': 1,
    'with:bone-density': 1,
    'with:bone-mass': 1,
    'with:email': 4, // dan by the address of somebody else in a document of dan's
    'with:mac-address': 2,
    'with:timezone': 2,
  });
});

test('a kind without the key counts for nobody', async () => {
  const attributes = personAttributes({ fields: FIELDS, caseFile: null, documents: { k0: 4, k1: 4 } });
  const { with: counts, all } = await countByAttribute({
    store,
    attributes,
    counts: countedAttributes({ fields: FIELDS, caseFile: null }),
    keyPaths: [FIELDS[0]?.entry as StorePath],
    personKey: (kind) => (kind === 'k0' ? { key: 'c0', from: '"k0"' } : null),
  });
  assert.equal(counts.get('with:api-token'), undefined);
  assert.equal(counts.get('with:email'), 3);
  assert.equal(all, 3, 'everybody whose key is in the one kind');
  const other = { ...(FIELDS[0]?.entry as StorePath), kind: 'k9' };
  const some = await countByAttribute({
    store,
    attributes,
    counts: new Map(),
    keyPaths: [FIELDS[0]?.entry as StorePath, other],
    personKey: (kind) => (kind === 'k0' ? { key: 'c0', from: '"k0"' } : null),
  });
  assert.equal(some.all, null, 'a kind that carries the key was not gone over');
});

test('more attributes than fit one number are counted all the same', async () => {
  const sets = Array.from({ length: 70 }, (_, i): [string, CaseMeasure] => [
    `set${i}`,
    { title: 'A set', category: 'timezone', values: [i % 7 === 0 ? 'America/New_York' : 'Nowhere'] },
  ]);
  const { with: counts } = await byAttribute({ measures: Object.fromEntries(sets) } as unknown as CaseFile);
  for (let i = 0; i < 70; i++)
    assert.equal(counts.get(`of:set${i}`), i % 7 === 0 ? 1 : undefined, `set ${i}`);
  assert.equal(counts.get('with:email'), 4);
});

test('a key that stands in another table than the fields is joined by document', async () => {
  const attributes = personAttributes({ fields: FIELDS.slice(0, 5), caseFile: null, documents: { k0: 4 } });
  const { with: counts, all } = await countByAttribute({
    store,
    attributes,
    counts: countedAttributes({ fields: FIELDS, caseFile: null }),
    keyPaths: [FIELDS[4]?.entry as StorePath],
    personKey: () => ({ key: 'c4', from: '"k0.c4"' }),
  });
  assert.equal(counts.get('with:email'), 2);
  assert.equal(counts.get('with:timezone'), 2);
  assert.equal(all, 2, 'everybody, by the table of the key');
});

test('measures say the denominator, and nobody where a category that was asked for does not occur', async () => {
  const main: CountedDefinition = {
    id: 'people.accounts',
    definition: 'Accounts',
    unit: 'accounts',
    keys: [],
    range: null,
    links: null,
    count: 4,
  };
  const rows = peopleMeasures({
    main,
    byAttribute: (await byAttribute()).with,
    fields: FIELDS,
    caseFile: CASE,
    categories: ['password'],
  });
  const row = (id: string) => rows.find((each) => each.id === id);
  assert.deepEqual([row('people.with:password')?.count, row('people.with:password')?.outOf], [0, null]);
  assert.deepEqual([row('share.with-any:health')?.count, row('share.with-any:health')?.outOf], [1, 4]);
  const eastern = row('share.of:eastern');
  assert.deepEqual([eastern?.count, eastern?.outOf, eastern?.of], [1, 2, 'people.with:timezone']);
  const all = row('share.of-all:eastern');
  assert.deepEqual([all?.count, all?.upper?.count, all?.outOf, all?.of], [1, 3, 4, 'people.accounts']);
  const told = peopleMeasures({
    main: { ...main, count: 2 },
    byAttribute: new Map([['with:timezone', 2]]),
    fields: FIELDS,
    caseFile: CASE,
    categories: [],
  });
  assert.ok(
    !told.some(({ id }) => parseMeasureId(id)?.family === 'share.of-all'),
    'everybody has a time zone',
  );
  assert.deepEqual(
    [row('people.with:bone-mass')?.count, row('people.with-certain:bone-mass')?.count],
    [1, 0],
  );
  assert.equal(row('people.with:diagnosis'), undefined);
});

test('distinct texts over several paths are folded first', async () => {
  const own = { entry: FIELDS[1]?.entry as StorePath, folds: '"folds"' };
  const other = { entry: FIELDS[7]?.entry as StorePath, folds: null };
  assert.equal(await distinctTexts(store, [own, other]), 4); // ann, bob, cyd, eve
  assert.equal(await distinctOnlyIn(store, [other], [own]), 1); // eve
  assert.equal(await distinctOnlyIn(store, [], [own]), 0);
  assert.equal(await distinctOnlyIn(store, [other], []), 2);
});

test('the ranks behind a draw are those of every distinct key', async () => {
  const proof: Proof = {
    schema: 'breachscope/proof@1',
    kind: 'srs-people',
    unit: 'people.accounts',
    key: 'user_id',
    drawn: 4,
    total: null,
    population: { value: 9, source: 'invented' },
    draw: { rule: 'lowest-rank', seed: 'one', threshold: RANK_SPACE },
  };
  const rank = ranker('one');
  const ranks = ['ann', 'bob', 'cyd', 'dan'].map(rank);
  const rankParts = Array.from(
    { length: 20 },
    (_, i) => ranks.filter((each) => Math.floor((each / RANK_SPACE) * 20) === i).length,
  );
  assert.deepEqual(await rankFacts(store, proof), {
    unitCount: 4,
    largestRank: Math.max(...ranks),
    rankParts,
  });
  assert.deepEqual(await rankFacts(store, { ...proof, key: 'nothing' }), {
    unitCount: null,
    largestRank: null,
  });
});

test('every measure that applies is counted once, in its unit, from records to people', async () => {
  const people = await findPeople(store, FIELDS);
  const context = {
    store,
    fields: FIELDS,
    people,
    caseFile: CASE,
    kindNames: { k0: 'account', k1: 'share' },
  };
  const { counted: rows } = await countMeasures({
    ...context,
    categories: ['password', 'third-party-token'],
  });
  assert.equal(new Set(rows.map((row) => row.id)).size, rows.length);
  const counts = Object.fromEntries(
    rows.map((row) => [row.id, row.outOf === null ? row.count : [row.count, row.outOf]]),
  );
  const expected = {
    documents: 8,
    'documents.kind:account': 4,
    'documents.kind:share': 4,
    'people.accounts': 4,
    'people.emails-l0': 3,
    'people.emails-l2': 3,
    'people.emails-l3': 3,
    'people.linked-l4': 4,
    'people.emails-any': 4,
    'people.emails-others': 2,
    'people.share-only': 1,
    'people.owners': 2,
    'people.with:email': 4,
    'people.with:password': 0,
    'share.of:eastern': [1, 2],
    'share.with-any:health': [1, 4],
    devices: 2,
    'tokens.with:api-token': 2,
    'tokens.with:third-party-token': 0,
  };
  for (const [id, count] of Object.entries(expected)) assert.deepEqual(counts[id], count, id);
  const drawnAs = Object.fromEntries(rows.map((row) => [row.id, row.drawnAs]));
  assert.equal(drawnAs['people.with:email'], 'people.accounts');
  assert.equal(drawnAs['people.emails-l2'], 'people.emails-l2');
  assert.equal(drawnAs['devices'], 'devices');
  for (const { id } of rows) assert.ok(parseMeasureId(id), id);
});

test('without a person key there are documents and things, and no people', async () => {
  const fields = FIELDS.filter((each) => each.category === 'mac-address');
  const people = await findPeople(store, fields);
  const { counted: rows, nobodys } = await countMeasures({
    store,
    fields,
    people,
    caseFile: null,
    kindNames: {},
  });
  assert.deepEqual(
    rows.map((row) => [row.id, row.count]),
    [
      ['documents', 8],
      ['documents.kind:k0', 4],
      ['documents.kind:k1', 4],
      ['people.with:mac-address', null],
      ['devices', 2],
    ],
  );
  // Documents hold it, and whose they are is not known: never "nobody".
  assert.deepEqual(nobodys.get('with:mac-address'), {
    documents: 2,
    people: 2,
  });
});
