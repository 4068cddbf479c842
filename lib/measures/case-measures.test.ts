import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { parseMeasureId } from '../contract/measure-id';
import type { CaseFile } from '../contract/case';
import { classifyFields } from '../fields/classify-fields';
import { madeStore } from '../testing/made-store';
import type { MadeDocument } from '../testing/made-tables';
import { findPeople } from '../people/find-people';
import { countMeasures } from './count-measures';
import { providerOf } from './host-measures';
import { instantOf } from './instant-of';

const CASE = { zone: 'UTC', reset: ['2019-12-26'], measures: {} } as unknown as CaseFile;

async function counted(kinds: Record<string, MadeDocument[]>, asked: string[] = []) {
  const store = await madeStore(kinds);
  // What an envelope says has a path of its own; a key of a document that is called so is written in brackets.
  for (const entry of store.manifest.paths) if (entry.path === '["@id"]') entry.path = '@id';
  try {
    const fields = await classifyFields(store, loadTaxonomy(), {
      fields: [
        { path: 'user_id', category: 'account-id', whose: 'own' },
        { path: 'ts', category: 'timestamp' },
        { path: 'seen', category: 'timestamp' },
        { path: 'token', category: 'api-token' },
        { path: 'host', category: 'hostname' },
      ],
    });
    const { counted: rows } = await countMeasures({
      store,
      fields,
      people: await findPeople(store, fields),
      caseFile: CASE,
      asked,
      kindNames: { k0: 'account', k1: 'share' },
      providers: loadTaxonomy().cloudProviders,
    });
    for (const { id } of rows) assert.ok(parseMeasureId(id), id);
    return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
  } finally {
    store.close();
  }
}

const HOUR = 3_600_000;
const NOON = Date.UTC(2019, 11, 26, 12);

test('a document repeats another if every value and every element of every array is the same, in its order and type', async () => {
  const documents: MadeDocument[] = [
    { user_id: 'a', list: ['x', 'y'], n: 1 },
    { user_id: 'a', list: ['x', 'y'], n: 1 },
    { user_id: 'a', list: ['y', 'x'], n: 1 },
    { user_id: 'a', list: ['x'], n: 1 },
    { user_id: 'a', n: 1 },
    { user_id: 'a', list: ['x', 'y'], n: 1 },
    { user_id: null, n: 1 },
    { user_id: null, n: 1 },
    ...Array.from({ length: 20 }, (_, i) => ({ user_id: `u${i}`, n: i })),
  ];
  assert.equal((await counted({ k0: documents }))['documents.twice'], 3);
});

test('what the envelope says is no part of a document', async () => {
  const documents = [0, 1, 2].map((i) => ({ '@id': `id${i}`, user_id: i < 2 ? 'a' : 'b' }));
  assert.equal((await counted({ k0: documents }))['documents.twice'], 1);
});

test('oldest and newest are hours with ten documents, whatever single dates lie beyond them', async () => {
  const at = (time: number, count: number): MadeDocument[] =>
    Array.from({ length: count }, (_, i) => ({ user_id: `u${time + i}`, ts: time + i * 1000 }));
  const documents = [
    ...at(NOON + 5 * HOUR, 9),
    ...at(NOON, 10),
    ...at(NOON - 48 * HOUR, 12),
    ...at(NOON - 90 * HOUR, 1),
    { user_id: 'x', ts: 1 },
    { user_id: 'y', ts: '9999-12-31T00:00:00Z' },
    ...Array.from({ length: 10 }, (_, i) => ({ user_id: `z${i}`, ts: '2019-12-26T14:30:00+01:00' })),
  ];
  const counts = await counted({ k0: documents });
  assert.equal(counts['newest-record'], NOON + HOUR);
  assert.equal(counts['oldest-record'], NOON - 48 * HOUR);
  const few = await counted({ k0: at(NOON, 9) });
  assert.equal(few['newest-record'], null);
});

test('one document with two dates in an hour is one document', async () => {
  const documents = Array.from({ length: 5 }, (_, i) => ({ user_id: `u${i}`, ts: NOON + i, seen: NOON + i }));
  assert.equal((await counted({ k0: documents }))['newest-record'], null);
});

test('tokens outlive a renewal where a document with them is dated after it', async () => {
  const reset = Date.UTC(2019, 11, 27);
  const documents: MadeDocument[] = [
    { user_id: 'a', token: 'SYNTHETIC-1', ts: reset },
    { user_id: 'a', token: 'SYNTHETIC-1', ts: reset - 1 },
    { user_id: 'b', token: 'SYNTHETIC-2', ts: reset - 1 },
    { user_id: 'c', token: null, ts: reset + HOUR },
    { user_id: 'd', token: 'SYNTHETIC-3', ts: reset + HOUR },
  ];
  const id = `tokens.alive-after:${new Date(NOON).toISOString()}`;
  const counts = await counted({ k0: documents }, [id]);
  assert.equal(counts['tokens.alive-after:2019-12-27T00:00:00.000Z'], 2);
  assert.equal(counts[id], 3);
});

test('hosts belong to a provider by the end of their name, never by a part of it', async () => {
  const documents = [
    'oss.aliyuncs.example.org',
    'OSS.aliyuncs.example.org:443',
    'notaliyuncs.example.org',
    'aliyuncs.com.example.org',
    'x.amazonaws-cn.example.org.',
  ].map((host, i) => ({ user_id: `u${i}`, host }));
  const counts = await counted({ k0: documents });
  assert.equal(counts['hosts.provider:alibaba'], 2);
  assert.equal(counts['hosts.provider:aws-china'], 1);
  assert.equal(counts['hosts.provider:aws'], 0);
  assert.equal(providerOf('aliyuncs.com', loadTaxonomy().cloudProviders)?.country, 'CN');
});

test('overlap and union of two kinds are counted by people, not by documents', async () => {
  const kinds = {
    k0: ['a', 'b', 'c', 'c'].map((user_id) => ({ user_id, email: `${user_id}@example.org` })),
    k1: ['b', 'c', 'd', 'b'].map((user_id) => ({ user_id, note: 'x', other: 'y' })),
  };
  const counts = await counted(kinds, [
    'overlap:account,share',
    'union:account,share',
    'overlap:account,nothing',
  ]);
  assert.equal(counts['overlap:account,share'], 2);
  assert.equal(counts['union:account,share'], 4);
  assert.equal(counts['overlap:account,nothing'], 0);
});

test('a written time is read by its digits or as ISO 8601; what is no time, or far off, is none', () => {
  for (const text of [
    `${NOON}`,
    `${NOON / 1000}`,
    `${NOON}000`,
    ' 2019-12-26T12:00:00Z',
    '2019-12-26 12:00',
    '2019-12-26T13:00:00.000+0100',
    '2019-12-26T13:00:00+01',
  ])
    assert.equal(instantOf(text), NOON, text);
  assert.equal(instantOf('2019-12-26'), NOON - 12 * HOUR);
  for (const text of ['', '0', '20191226', '2019-13-01', '12:00', '1e12', '9999999999999', '-1577361600'])
    assert.equal(instantOf(text), null, text);
});
