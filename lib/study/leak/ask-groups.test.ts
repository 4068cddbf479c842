import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Category } from '../../contract/categories';
import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { madeField } from '../../testing/made-field';
import { madeStore } from '../../testing/made-store';
import type { MadeDocument } from '../../testing/made-tables';
import { randomsOf } from '../../testing/randoms-of';
import { refusesLater } from '../../testing/refuses';
import { mostNote, OTHERS, WITHOUT, WITHOUT_PAIR } from '../../words/results/group-words';
import { askGroups, type OpenRecords } from './ask-groups';

const opened: Store[] = [];
after(() => opened.forEach((store) => store.close()));

/** Records of two kinds, both with the key `id`: `k0` with the other paths of the case, `k1` with devices. */
async function recordsOf(
  kinds: Record<string, MadeDocument[]>,
  categories: Record<string, Category> = {},
): Promise<OpenRecords> {
  const store = await madeStore(kinds);
  opened.push(store);
  const { paths } = store.manifest;
  const keys = paths.filter(({ path }) => path === 'id').map(({ kind, path }) => ({ kind, path }));
  const main: PeopleDefinition = { id: 'people.accounts', definition: 'by id', unit: 'accounts', keys };
  return {
    store,
    fields: paths.map((entry) => ({ ...madeField(categories[entry.path] ?? 'unknown'), entry })),
    main,
    kinds: new Map([
      ['k0', 'account'],
      ['k1', 'device'],
      ['k2', 'log'],
    ]),
    known: [],
    hasHeader: false,
    zone: 'America/Los_Angeles',
    synthetic: false,
  };
}

const people = (count: number, document: (i: number) => MadeDocument) =>
  Array.from({ length: count }, (_, i) => ({ id: `u${i}`, ...document(i) }));

test('people are counted by value; values of few, and those without one, stand together', async () => {
  const colours = people(60, (i) => ({
    colour: i < 20 ? 'red' : i < 35 ? ' blue' : i < 47 ? 'green' : `c${i % 4}`,
  }));
  const records = await recordsOf({
    k0: [...colours, { id: 'u0', colour: 'red' }, { id: 'u1', colour: ' ' }],
  });
  const answer = await askGroups(records, ['colour']);
  assert.equal(answer.title, 'People by colour');
  assert.deepEqual(answer.rows, [
    { colour: 'red', people: 20 },
    { colour: 'blue', people: 15 },
    { colour: 'green', people: 12 },
    { colour: OTHERS, people: 13 },
  ]);
  assert.ok(answer.figure?.alt.includes('red 20'));
  const some = await recordsOf({ k0: people(60, (i) => ({ colour: i < 30 ? 'red' : null })) });
  assert.deepEqual((await askGroups(some, ['account: colour'])).rows, [
    { 'account: colour': 'red', people: 30 },
    { 'account: colour': WITHOUT, people: 30 },
  ]);
});

test('a group that would give another back is told with the others', async () => {
  const records = await recordsOf({
    k0: people(60, (i) => ({ colour: i < 30 ? 'red' : i < 55 ? 'blue' : 'rare' })),
  });
  assert.deepEqual((await askGroups(records, ['colour'])).rows, [
    { colour: 'red', people: 30 },
    { colour: OTHERS, people: 30 },
  ]);
  const nine = await recordsOf({ k0: people(9, () => ({ colour: 'red' })) });
  assert.deepEqual((await askGroups(nine, ['colour'])).rows, [{ colour: OTHERS, people: '<10' }]);
});

test('pairs of one document, of one element of a list, and of one person across kinds', async () => {
  const records = await recordsOf({
    k0: people(40, (i) => ({
      zone: i < 20 ? 'east' : 'west',
      plan: i % 2 ? 'free' : 'paid',
      devices: [
        { model: 'A', firmware: 'a1' },
        { model: 'B', firmware: 'b1' },
      ],
    })),
    k1: people(40, (i) => ({ colour: i < 20 ? 'red' : 'blue' })),
  });
  const same = await askGroups(records, ['zone', 'plan']);
  assert.deepEqual(
    same.rows.map((row) => Object.values(row).join(' ')),
    ['east free 10', 'east paid 10', 'west free 10', 'west paid 10'],
  );
  const elements = await askGroups(records, ['devices[].model', 'devices[].firmware']);
  assert.deepEqual(
    elements.rows.map((row) => Object.values(row).join(' ')),
    ['A a1 40', 'B b1 40'],
  );
  const across = await askGroups(records, ['zone', 'colour']);
  assert.deepEqual(
    across.rows.map((row) => Object.values(row).join(' ')),
    ['east red 20', 'west blue 20'],
  );
  assert.ok(same.notes.some((note) => /in the same document/.test(note)));
  assert.ok(across.notes.some((note) => /of the same person/.test(note)));
});

test('times are grouped in the zone, in order; what is no time is no value', async () => {
  // Eight in the morning UTC is midnight in Los Angeles.
  const at = ['2019-12-05T07:59:59Z', '2019-12-05T08:00:00Z', '1577836800', 'never'];
  const records = await recordsOf(
    { k0: people(48, (i) => ({ seen: at[i % 4] as string })) },
    { seen: 'timestamp' },
  );
  const rows = async (by: 'day' | 'week' | 'month' | 'year') =>
    (await askGroups(records, ['seen'], { by })).rows.map((row) => `${row['seen']} ${row['people']}`);
  assert.deepEqual(await rows('day'), ['2019-12-04 12', '2019-12-05 12', '2019-12-31 12', 'no value 12']);
  assert.deepEqual(await rows('week'), ['2019-W49 24', '2020-W01 12', 'no value 12']);
  assert.deepEqual(await rows('month'), ['2019-12 36', 'no value 12']);
  assert.deepEqual(await rows('year'), ['2019 36', 'no value 12']);
  assert.deepEqual((await askGroups(records, ['seen'])).rows, [
    { seen: 'never', people: 12 },
    { seen: OTHERS, people: 36 },
  ]);
});

test('values of identifying categories, secrets and values that look like values never appear', async () => {
  const shared = { mail: 'ana@example.org', code: '00123456', host: '10.1.2.3', pin: 'hunter' };
  const records = await recordsOf({ k0: people(50, () => shared) }, { pin: 'password', mail: 'email' });
  for (const name of ['mail', 'code', 'host', 'pin', 'password', 'id']) {
    const answer = await askGroups(records, [name]);
    assert.deepEqual(answer.rows, [{ [name]: OTHERS, people: 50 }], name);
    for (const value of Object.values(shared)) assert.ok(!answer.text().includes(value), name);
  }
});

test('a path whose key looks like a value is asked for as results show it, and told so', async () => {
  const records = await recordsOf({ k0: people(30, () => ({ owners: { 'ana@example.org': 'yes' } })) });
  const answer = await askGroups(records, ['owners.{e-mail-shaped key 1}']);
  assert.equal(answer.rows[0]?.['people'], 30);
  assert.doesNotMatch(JSON.stringify(answer.rows) + answer.text(), /ana@/);
  await refusesLater(
    askGroups(records, ['owners["ana@example.org"]']),
    'NAME_UNKNOWN',
    /none of the paths and categories here; the nearest: (?!.*ana@)/,
  );
});

test('of many values the largest fifty have a row', async () => {
  const letter = (i: number) => 'abcdefghij'[i % 10] ?? '';
  const street = (i: number) => ({ street: `${letter(i)}${letter(Math.floor((i % 60) / 10))} street` });
  const { rows, notes } = await askGroups(await recordsOf({ k0: people(720, street) }), ['street']);
  assert.equal(rows.length, 51);
  assert.deepEqual(rows.at(-1), { street: OTHERS, people: 120 });
  assert.ok(notes.includes(mostNote(50)));
});

test('a wrong question says what is wrong with it', async () => {
  const records = await recordsOf(
    {
      k0: people(20, () => ({ colour: 'red', nickname: 'n' })),
      k1: people(20, () => ({ nickname: 'm' })),
      k2: [{ level: 'info' }],
    },
    { nickname: 'username' },
  );
  await refusesLater(askGroups(records, ['color']), 'NAME_UNKNOWN', /color is none .* nearest: colour\.$/);
  await refusesLater(askGroups(records, ['level']), 'FIELD_WITHOUT_PEOPLE', /that hold level name no person/);
  await refusesLater(askGroups(records, ['colour', 'colour']), 'QUESTION_INVALID', /same thing twice/);
  await refusesLater(
    askGroups(records, ['colour'], { by: 'day' }),
    'QUESTION_INVALID',
    /no times are recognised in colour/,
  );
  await refusesLater(
    askGroups(records, ['colour'], { by: 'hour' as 'day' }),
    'QUESTION_INVALID',
    /hour is no stretch/,
  );
  await refusesLater(askGroups({ ...records, main: null }, ['colour']), 'NO_PERSON_KEY', /identifies people/);
  const fields = records.fields.map((field) =>
    field.entry.kind === 'k1' && field.entry.path === 'nickname'
      ? { ...madeField('device-nickname'), entry: field.entry }
      : field,
  );
  await refusesLater(
    askGroups({ ...records, fields }, ['nickname']),
    'FIELD_AMBIGUOUS',
    /account: nickname, device: nickname/,
  );
});

test('random tables: what is told is so, and nothing that fewer than ten people share is told; asked again, the same', async () => {
  const random = randomsOf(15);
  for (let round = 0; round < 25; round++) {
    const count = 10 + Math.floor(random() * 150);
    const [values, several] = [2 + Math.floor(random() * 9), random() < 0.5];
    const pick = () => `v${'abcdefghij'[Math.floor(random() ** 2 * values)]}`;
    const documents = people(count, () => ({ a: random() < 0.9 ? pick() : null, b: pick() }));
    if (several) documents.push(...people(count, () => ({ a: pick(), b: pick() })));
    const records = await recordsOf({ k0: documents });
    const pairs = await askGroups(records, ['a', 'b']);
    const one = await askGroups(records, ['a']);
    for (const [answer, paths] of [
      [one, ['a']],
      [pairs, ['a', 'b']],
    ] as const) {
      const told = answer.rows.filter((row) => ![OTHERS, WITHOUT, WITHOUT_PAIR].includes(String(row['a'])));
      for (const row of told) {
        const same = (document: MadeDocument) => paths.every((path) => document[path] === row[path]);
        const own = new Set(documents.filter((document) => same(document)).map(({ id }) => id));
        assert.equal(row['people'], own.size);
        assert.ok(own.size >= 10);
      }
      for (const { people: number } of answer.rows)
        assert.ok(typeof number === 'string' || Number(number) >= 10, `round ${round}: ${number}`);
    }
    assert.deepEqual((await askGroups(records, ['a', 'b'])).rows, pairs.rows);
    const told = (rows: readonly Record<string, unknown>[]) =>
      rows.map(({ a, b, people: number }) => [a, b, number].join(' ')).sort();
    assert.deepEqual(told((await askGroups(records, ['b', 'a'])).rows), told(pairs.rows));
    assert.deepEqual((await askGroups(records, ['a'])).rows, one.rows);
  }
});
