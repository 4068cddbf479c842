import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import type { FieldNotes } from '../contract/case';
import type { CountedPeople } from '../contract/people';
import type { Store } from '../contract/store';
import { classifyFields } from '../fields/classify-fields';
import { countDefinitions } from '../measures/count-definitions';
import { madeStore } from '../testing/made-store';
import type { MadeDocument } from '../testing/made-tables';
import { findPeople } from './find-people';
import { foldedEmails } from './folded-emails';
import { normalise } from './normalise';
import { personKeySql } from './person-key-sql';

type Documents = MadeDocument[];

async function peopleOf<T>(
  kinds: Record<string, Documents>,
  look: (people: CountedPeople, store: Store) => T | Promise<T>,
  notes: FieldNotes | null = null,
): Promise<T> {
  const store = await madeStore(kinds);
  try {
    const fields = await classifyFields(store, loadTaxonomy(), notes);
    const found = await findPeople(store, fields, { notes, providers: loadTaxonomy().mailProviders });
    return await look(await countDefinitions(store, found), store);
  } finally {
    store.close();
  }
}

const counts = (people: CountedPeople) =>
  Object.fromEntries(people.definitions.map(({ id, count }) => [id, count]));

const VARIANTS = [
  'ana@example.org',
  'Ana@Example.org',
  ' ana@example.org ',
  '\u00a0ana@example.org',
  'ana＠example.org',
  'bo@b\u00fccher.example.org',
  'bo@xn--bcher-kva.example.org',
  'bo@bu\u0308cher.example.org',
  'I@example.org',
  'i@example.org',
  '\u0130@example.org',
  '\u0131@example.org',
  '',
  '  ',
  '\u3000',
  'ana.li@mail.example.com',
  'analI+shop@mail.example.com ',
  'ana.l.i+x+y@MAIL.example.com',
  'ana.li@example.org',
  '+only@mail.example.com',
  'ana.li+two@mail.example.com',
];

test('e-mail levels agree with a count that normalises every address by itself', async () => {
  const documents = [
    ...VARIANTS,
    ...VARIANTS,
    ...Array.from({ length: 40 }, (_, i) => `p${i}@example.net`),
  ].map((email) => ({ email }));
  const slow = (fold: (text: string) => string) =>
    new Set(
      documents
        .map(({ email }) => email)
        .filter((email) => email.trim() !== '')
        .map(fold),
    ).size;
  const people = await peopleOf({ k0: documents }, counts);
  assert.deepEqual(people, {
    'people.emails-l0': slow((text) => text),
    'people.emails-l1': slow((text) => text.trim()),
    'people.emails-l2': slow((text) => normalise(text, 2)),
    'people.emails-l3': slow((text) => normalise(text, 3, loadTaxonomy().mailProviders)),
    'people.linked-l4': 48,
  });
  assert.deepEqual(Object.values(people).slice(0, 4), [58, 56, 51, 48]);
});

test('level 2 takes case, width, Unicode form and the domain’s script as spelling, and the Turkish i as a letter', () => {
  assert.equal(normalise(' Ana@EXAMPLE.org\t', 2), 'ana@example.org');
  assert.equal(normalise('Ana@EXAMPLE.org', 1), 'Ana@EXAMPLE.org');
  assert.equal(normalise(' x ', 0), ' x ');
  assert.equal(normalise('ａｎａ＠example.org', 2), 'ana@example.org');
  assert.equal(normalise('bo@BÜCHER.example.org', 2), 'bo@xn--bcher-kva.example.org');
  assert.equal(normalise('İ@example.org', 2), 'i\u0307@example.org');
  assert.notEqual(normalise('ı@example.org', 2), 'i@example.org');
});

test('level 2 leaves ASCII domains alone that a URL parser would rewrite, and keeps what is no domain', () => {
  assert.equal(normalise('a@0x7f.1', 2), 'a@0x7f.1');
  assert.equal(normalise('a@ü b', 2), 'a@ü b');
  assert.equal(normalise('Straße', 2), 'straße');
});

test('level 2 applied twice is level 2', () => {
  for (const text of [
    ...VARIANTS,
    'a\u00b4b@example.org',
    '\u00b4',
    'ﬀ@ﬀ.example.org',
    'Ⅷ@x',
    '㎅@x',
    '\ufdfa@x',
  ]) {
    assert.equal(normalise(normalise(text, 2), 2), normalise(text, 2));
    assert.equal(normalise(normalise(text, 1), 1), normalise(text, 1));
  }
});

const ACCOUNTS: Documents = Array.from({ length: 50 }, (_, i) => ({
  user_id: `u${i}`,
  email: i === 1 ? 'P0@example.org' : `p${i}@example.org`,
  phone: `+1 202 555 0${100 + i}`,
}));
const DEVICES: Documents = Array.from({ length: 60 }, (_, i) => ({
  user_id: i < 58 ? `u${i % 50}` : `orphan${i}`,
  mac: `02:00:00:00:00:${10 + i}`,
}));
const SHARES: Documents = Array.from({ length: 30 }, (_, i) => ({
  user_id: `u${i}`,
  share_email: `guest${i}@example.org`,
}));

test('one definition for each own key; every kind that carries it counts; somebody else’s e-mail is no key', async () => {
  await peopleOf({ k0: DEVICES, k1: ACCOUNTS, k2: SHARES }, (people) => {
    assert.deepEqual(counts(people), {
      'people.accounts': 52,
      'people.emails-l0': 50,
      'people.emails-l1': 50,
      'people.emails-l2': 49,
      'people.emails-l3': 49,
      'people.phones': 50,
      'people.linked-l4': 51,
      'people.households': 51,
    });
    assert.equal(people.main?.id, 'people.accounts');
    assert.deepEqual(people.main?.keys.map(({ kind, path }) => `${kind} ${path}`).sort(), [
      'k0 user_id',
      'k1 user_id',
      'k2 user_id',
    ]);
    assert.deepEqual(people.warnings, []);
  });
});

test('the case says which definition is the main one; a definition that is not there is passed over', async () => {
  const main = (id: string) =>
    peopleOf({ k0: ACCOUNTS }, (people) => people.main?.id, { people: id, fields: [] });
  assert.equal(await main('people.emails-l1'), 'people.emails-l1');
  assert.equal(await main('people.linked-l4'), 'people.accounts');
});

test('without account ids, e-mails at level 2 are the main definition; only shared e-mails are nobody’s key', async () => {
  assert.equal(
    await peopleOf({ k0: [{ email: 'a@example.org' }] }, (people) => people.main?.id),
    'people.emails-l2',
  );
  await peopleOf({ k0: [{ share_email: 'a@example.org', note: 'x' }] }, (people) => {
    assert.deepEqual(people, { definitions: [], main: null, warnings: ['NO_PERSON_KEY'] });
  });
});

test('a key in an array counts people, and the same leaf nearer to the top is the kind’s key', async () => {
  const documents: Documents = [
    { members: [{ user_id: 'a1' }, { user_id: 'b1' }] },
    { members: [{ user_id: 'b1' }, { user_id: ' ' }] },
    { members: [] },
  ];
  await peopleOf({ k0: documents }, async (people, store) => {
    assert.deepEqual(counts(people), {
      'people.accounts': 2,
      'people.linked-l4': 2,
    });
    const sql = personKeySql(store, people.main!, 'k0');
    const rows = await store.engine.numbers(
      `select _doc, count(${sql!.key}) from ${sql!.from} group by 1 order by 1`,
    );
    assert.deepEqual(rows, [
      [0, 2],
      [1, 2],
    ]);
    assert.equal(personKeySql(store, people.main!, 'k9'), null);
  });
});

test('level 3 drops dots and tags only at providers that ignore them, and leaves an address that would be empty', () => {
  const form = (text: string) => normalise(text, 3, loadTaxonomy().mailProviders);
  assert.equal(form('A.n.a+shop@Mail.Example.com'), 'ana@mail.example.com');
  assert.equal(form('a.n.a@googlemail.com'), 'ana@gmail.com');
  assert.equal(form('a.n.a+x@outlook.com'), 'a.n.a@outlook.com');
  assert.equal(form('a.n.a+x@example.org'), 'a.n.a+x@example.org');
  assert.equal(form('+x@mail.example.com'), '+x@mail.example.com');
  assert.equal(form(form('a.b+c@mail.example.com')), form('a.b+c@mail.example.com'));
});

test('the SQL of a folded key gives each document its person', async () => {
  const notes: FieldNotes = { people: 'people.emails-l2', fields: [] };
  const documents: Documents = [
    { email: 'A@example.org' },
    { email: 'a@example.org ' },
    { email: 'b@example.org' },
    { email: null },
  ];
  await peopleOf(
    { k0: documents },
    async (people, store) => {
      assert.equal(people.main?.count, 2);
      const { key, from } = personKeySql(store, people.main, 'k0')!;
      const rows = await store.engine.numbers(
        `select count(*), count(distinct person) from (select _doc, ${key} as person from ${from}) where person is not null`,
      );
      assert.deepEqual(rows, [[3, 2]]);
    },
    notes,
  );
});

test('the table of folds holds only what changes, and is made once', async () => {
  const documents: Documents = [
    { email: 'A@example.org' },
    { email: 'b@example.org' },
    { email: 'ü@example.org' },
  ];
  await peopleOf({ k0: documents }, async (_, store) => {
    const entry = store.find('k0', 'email')!;
    const folds = await foldedEmails(store, entry, 2);
    assert.match(folds!, /^\w+$/);
    assert.deepEqual(await store.engine.numbers(`select count(*) from ${folds!}`), [[1]]);
    assert.equal(await foldedEmails(store, entry, 2), folds);
    assert.equal(await foldedEmails(store, entry, 1), null);
    assert.equal(await foldedEmails(store, entry, 0), null);
  });
});

test('an account is counted by its own key and not by the number of its document', async () => {
  const documents: Documents = [
    ...Array.from({ length: 40 }, (_, i) => ({ _id: `d${i}`, user_id: `u${i}` })),
    ...Array.from({ length: 4 }, (_, i) => ({ _id: `d${40 + i}`, user_id: `u${i}` })),
  ];
  const { definitions } = await peopleOf({ k0: documents }, (people) => people);
  assert.deepEqual(
    definitions.filter(({ id }) => id === 'people.accounts').map(({ count, keys }) => [count, keys]),
    [[40, [{ kind: 'k0', path: 'user_id' }]]],
  );
});

test('an id that names nothing else is no key in another kind', async () => {
  const people: Documents = Array.from({ length: 40 }, (_, i) => ({
    id: `p${i}`,
    email: `p${i}@example.org`,
  }));
  const notes: Documents = Array.from({ length: 30 }, (_, i) => ({
    id: `n${i}`,
    email: `q${i}@example.org`,
    text: 'x',
  }));
  const { definitions } = await peopleOf({ k0: people, k1: notes }, (found) => found);
  const accounts = definitions.find(({ id }) => id === 'people.accounts');
  if (accounts) assert.deepEqual(accounts.keys, [{ kind: 'k0', path: 'id' }]);
});

const NAMES = ['Ana', 'Bo', 'Cleo', 'Dan'].map((name) => ({ first_name: name, last_name: `${name}son` }));
const rowsOf = <T>(length: number, row: (i: number) => T) => Array.from({ length }, (_, i) => row(i));
const accountsOf = (kinds: Record<string, Documents>) =>
  peopleOf(kinds, (people) => [
    people.main?.id,
    people.main?.count,
    people.main?.keys.map(({ path }) => path),
  ]);

test('a bare id that counts the rows of a log is no account: its e-mail addresses are', async () => {
  const log = rowsOf(300, (i) => ({ id: String(i + 1), email: `p${i % 40}@example.org` }));
  assert.deepEqual(await accountsOf({ k0: log }), ['people.emails-l2', 40, ['email']]);
  const from = log.map((row, i) => ({ ...row, id: String(5_000 + i) }));
  assert.deepEqual(await accountsOf({ k0: from }), ['people.emails-l2', 40, ['email']]);
});

test('a table that counts its rows and holds one person a row numbers people', async () => {
  const users = rowsOf(300, (i) => ({ id: String(i + 1), email: `p${i}@example.org` }));
  assert.deepEqual(await accountsOf({ k0: users }), ['people.accounts', 300, ['id']]);
});

test('the counting id of a table without any other key is people’s where another table refers to it', async () => {
  const users = rowsOf(300, (i) => ({ id: String(i + 1), ...NAMES[i % 4] }));
  const orders = (from: number) => rowsOf(90, (i) => ({ user_id: String(from + (i % 30)), total: '12.50' }));
  const [, alone] = await accountsOf({ k0: users });
  assert.equal(alone, undefined, 'row numbers name nobody');
  const [id, count] = await accountsOf({ k0: users, k1: orders(7) });
  assert.deepEqual([id, count], ['people.accounts', 300]);
  const [, others] = await accountsOf({ k0: users, k1: orders(9_000) });
  assert.notEqual(others, 300, 'numbers of other accounts do not refer to these rows');
});

test('an id that counts with gaps may be a person’s, as before', async () => {
  const users = rowsOf(300, (i) => ({ id: String(1 + i + Math.floor(i / 7)), ...NAMES[i % 4] }));
  assert.deepEqual(await accountsOf({ k0: users }), ['people.accounts', 300, ['id']]);
});

const mail = (name: string, i: number) => `${name}${i}@example.org`;

test('all of a person’s own addresses and numbers are keys, and a row joins them', async () => {
  const documents = Array.from({ length: 20 }, (_, i) => ({
    work_email: mail('w', i),
    private_email: i % 2 === 0 ? mail('p', i) : i === 1 ? mail('w', 2) : '',
    phone: `+49 30 10000${i + 10}`,
    mobile: `+49 171 20000${i + 10}`,
  }));
  const people = await peopleOf({ k0: documents }, counts);
  assert.equal(people['people.emails-l2'], 30);
  assert.equal(people['people.phones'], 40);
  // The second and the third row share an address.
  assert.equal(people['people.linked-l4'], 19);
});

test('two addresses a row do not come before the account number beside them', async () => {
  const documents = Array.from({ length: 20 }, (_, i) => ({
    user_id: `u${1000 + i * 7}`,
    work_email: mail('w', i),
    private_email: mail('p', i),
  }));
  assert.equal(await peopleOf({ k0: documents }, (people) => people.main?.id), 'people.accounts');
});

test('a row with its second address alone is its owner’s', async () => {
  const documents = Array.from({ length: 20 }, (_, i) => ({
    work_email: i < 15 ? mail('w', i) : '',
    private_email: i < 5 ? '' : mail('p', i < 15 ? i : i - 10),
  }));
  const people = await peopleOf({ k0: documents }, counts);
  assert.equal(people['people.emails-l2'], 25);
  assert.equal(people['people.linked-l4'], 15);
});

test('user names count people only where nothing firmer does; senders and recipients where nothing else does', async () => {
  const documents = Array.from({ length: 20 }, (_, i) => ({ username: `ana.${i}` }));
  assert.deepEqual(await peopleOf({ k0: documents }, counts), { 'people.user-names': 20 });
  const firmer = documents.map((document, i) => ({ ...document, email: mail('p', i % 10) }));
  assert.equal(await peopleOf({ k0: firmer }, (people) => people.main?.id), 'people.emails-l2');
  const messages = Array.from({ length: 20 }, (_, i) => ({ from: mail('a', i), to: mail('a', i + 5) }));
  assert.deepEqual(await peopleOf({ k0: messages }, counts), { 'people.emails-named': 25 });
});
