import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../../cases/load-taxonomy';
import { classifyFields } from '../../fields/classify-fields';
import { madeStore } from '../../testing/made-store';
import type { MadeDocument } from '../../testing/made-tables';
import { findPeople } from '../find-people';
import { oneNumber } from '../../engine/one-number';
import { filledSql } from '../filled-sql';
import { keyEntry, personKeySql } from '../person-key-sql';

const taxonomy = loadTaxonomy();
const FIRST = ['Anna', 'Tom', 'Eva', 'Max', 'Ida', 'Leo', 'Mia'];
const LAST = ['Berg', 'Hill', 'Stone', 'Reed', 'Frost', 'Marsh', 'Wood', 'Field', 'Lane', 'Brook', 'Hunter'];
const name = (i: number) => `${FIRST[i % 7]} ${LAST[i % 11]}`;
const CODES = ['E11.9', 'J45.0', 'I10', 'F32.1', 'G43.9'];

const born = (i: number) => `19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 10}`;
const rows = (count: number, row: (i: number) => MadeDocument) =>
  Array.from({ length: count }, (_, i) => row(i));
const person = (i: number): MadeDocument => ({
  name: name(i),
  born: born(i),
  phone: `+49 30 ${100000 + i}`,
});
const id = (i: number) => `${(i * 2654435761) % 2 ** 32}`.padStart(12, '7') + 'abcdef';

/** Whose the documents are: different people by kind, and those of a kind that name one. */
async function people(
  kinds: Record<string, MadeDocument[]>,
  options: { names?: Record<string, string>; references?: [string, string, string, string | null][] } = {},
) {
  const { names = {}, references = [] } = options;
  const store = await madeStore(kinds);
  for (const kind of store.manifest.kinds) if (references.length > 0) kind.table = names[kind.id] ?? '';
  for (const [table, column, toTable, toColumn] of references)
    store.manifest.references.push({ table, column, toTable, toColumn });
  try {
    const fields = await classifyFields(store, taxonomy, null);
    const { main, relations } = await findPeople(store, fields, { taxonomy, names });
    const counts: Record<string, number> = {};
    for (const kind of Object.keys(kinds)) {
      const sql = main && personKeySql(store, main, kind);
      const entry = main && keyEntry(store, main, kind);
      counts[kind] =
        sql && entry
          ? await oneNumber(
              store.engine,
              `select count(distinct ${sql.key}) from ${sql.from} where ${filledSql(entry, sql.key)}`,
            )
          : 0;
    }
    const ways = relations?.owned.map(({ chain }) =>
      chain.map(({ from, to }) => `${from.path}=${to.path}`).join(' '),
    );
    return { main: main?.id, counts, ways: ways?.sort() ?? [] };
  } finally {
    store.close();
  }
}

const patients = rows(200, (i) => ({ id: i + 1, ...person(i) }));

test('counting numbers join by the names of key and table; the same numbers in other columns do not', async () => {
  const visits = rows(300, (i) => ({
    id: i + 1,
    patient_id: ((i * 7) % 90) + 1,
    room_id: (i % 8) + 1,
    diagnosis: CODES[i % 5]!,
  }));
  const rooms = rows(8, (i) => ({ id: i + 1, floor: `F${i}` }));
  const { counts, ways } = await people(
    { k0: patients, k1: visits, k2: rooms },
    { names: { k0: 'patients', k1: 'visits', k2: 'rooms' } },
  );
  assert.deepEqual(counts, { k0: 200, k1: 90, k2: 0 });
  assert.deepEqual(ways, ['patient_id=id']);
  const stock = rows(300, (i) => ({ id: i + 1, product_id: (i % 50) + 1, diagnosis: CODES[i % 5]! }));
  const apart = await people({ k0: patients, k1: stock }, { names: { k0: 'patients', k1: 'stock' } });
  assert.deepEqual(apart.counts, { k0: 200, k1: 0 });
});

test('keys that nothing fits by chance join whatever they are called, and over tables between', async () => {
  const customers = rows(120, (i) => ({
    id: id(i),
    full_name: name(i),
    email: `c${i}@example.org`,
  }));
  const orders = rows(200, (i) => ({ key: id(1000 + i), buyer: id(i % 60), total: i }));
  const items = rows(400, (i) => ({
    id: i + 1,
    belongs: id(1000 + (i % 80)),
    medication: ['aspirin', 'metformin'][i % 2]!,
  }));
  const { counts, ways } = await people({ k0: customers, k1: orders, k2: items });
  assert.deepEqual(counts, { k0: 120, k1: 60, k2: 60 });
  assert.deepEqual(ways, ['belongs=key buyer=id', 'buyer=id']);
});

test('names of tables and keys in other languages', async () => {
  const named: [string, string, string, string][] = [
    ['patienten', 'nr', 'behandlungen', 'patientennummer'],
    ['usuarios', 'id', 'pedidos', 'id_usuario'],
    ['pacjenci', 'id', 'wizyty', 'pacjent_id'],
    ['hastalar', 'hasta_no', 'randevular', 'hasta_no'],
    ['kunden', 'kunden_nr', 'bestellungen', 'kunde'],
    ['users', 'uid', 'posts', 'owner'],
  ];
  for (const [table, key, other, from] of named) {
    const whole = rows(150, (i) => ({ [key]: i + 1, ...person(i) }));
    const part = rows(220, (i) => ({ lfd: i + 1, [from]: (i % 70) + 1, text: CODES[i % 5]! }));
    const { counts } = await people({ k0: whole, k1: part }, { names: { k0: table, k1: other } });
    assert.deepEqual(counts, { k0: 150, k1: 70 }, table);
  }
});

test('a key that points at nobody, or at somebody who is not there, is nobody’s', async () => {
  const visits = rows(100, (i) => ({
    nr: i,
    client: i < 60 ? i + 1 : i < 80 ? 9000 + i : null,
    diagnosis: CODES[i % 5]!,
  }));
  const clients = rows(90, (i) => ({ client_no: i + 1, ...person(i) }));
  const { counts } = await people({ k0: clients, k1: visits }, { names: { k0: 'clients', k1: 'visits' } });
  assert.deepEqual(counts, { k0: 90, k1: 60 });
});

test('of two tables of people each is counted, and what points at both is that of the larger one’s', async () => {
  const staff = rows(20, (i) => ({ id: i + 1, ...person(i), job: 'nurse' }));
  const visits = rows(300, (i) => ({ nr: i, patient_id: (i % 40) + 1, staff_id: (i % 20) + 1 }));
  const shifts = rows(60, (i) => ({ nr: i, staff_id: (i % 20) + 1, diagnosis: CODES[i % 5]! }));
  const names = { k0: 'patients', k1: 'staff', k2: 'visits', k3: 'shifts' };
  const { counts } = await people({ k0: patients, k1: staff, k2: visits, k3: shifts }, { names });
  assert.deepEqual(counts, { k0: 200, k1: 20, k2: 40, k3: 20 });
});

test('names of many tables: a common beginning says nothing, a list of somebody’s things is not what their key points at', async () => {
  const users = rows(150, (i) => ({ user_id: i + 1, ...person(i) }));
  const addresses = rows(140, (i) => ({ address_id: i + 1, user_id: i + 1, street: `Lane ${i}` }));
  const posts = rows(200, (i) => ({
    post_id: i + 1,
    poster_id: (i % 50) + 1,
    topic_id: (i % 9) + 1,
    text: CODES[i % 5]!,
  }));
  const names = { k0: 'phpbb_users', k1: 'phpbb_user_addresses', k2: 'phpbb_posts' };
  const { counts, ways } = await people({ k0: users, k1: addresses, k2: posts }, { names });
  assert.deepEqual(counts, { k0: 150, k1: 140, k2: 50 });
  assert.deepEqual(ways, ['poster_id=user_id', 'user_id=user_id']);
});

test('a word for other people than the table’s does not point at it', async () => {
  const shifts = rows(100, (i) => ({ nr: i, doctor_id: (i % 40) + 1, diagnosis: CODES[i % 5]! }));
  const { counts } = await people({ k0: patients, k1: shifts }, { names: { k0: 'patients', k1: 'shifts' } });
  assert.deepEqual(counts, { k0: 200, k1: 0 });
});

test('a key whose table stands in a column beside it, and a table that everybody shares, tell of nobody', async () => {
  const notes = rows(100, (i) => ({
    id: i + 1,
    owner_type: i % 2 ? 'patient' : 'room',
    owner_id: (i % 40) + 1,
    text: CODES[i % 5]!,
  }));
  const names = { k0: 'patients', k1: 'notes' };
  assert.equal((await people({ k0: patients, k1: notes }, { names })).counts['k1'], 0);
  const members = rows(150, (i) => ({ id: i + 1, branch_id: (i % 4) + 1, ...person(i) }));
  const branches = rows(4, (i) => ({ id: i + 1, phone: `+49 40 1000${i}` }));
  const branch = await people({ k0: members, k1: branches }, { names: { k0: 'members', k1: 'branches' } });
  assert.deepEqual(branch.counts, { k0: 150, k1: 0 });
});

test('where tables join by addresses, an address is the same however it is written', async () => {
  const users = rows(60, (i) => ({
    email: i % 2 ? `U${i}@Example.org` : `u${i}@example.org`,
    name: name(i),
    born: born(i),
  }));
  const logins = rows(90, (i) => ({ nr: i, login: `u${i % 40}@example.org`, diagnosis: CODES[i % 5]! }));
  const { main, counts } = await people({ k0: users, k1: logins }, { names: { k0: 'users', k1: 'logins' } });
  assert.equal(main, 'people.emails-l2');
  assert.deepEqual(counts, { k0: 60, k1: 40 });
});

test('the accounts of a bank are their customers’, and no people', async () => {
  const customers = rows(50, (i) => ({ id: i + 1, ...person(i) }));
  const accounts = rows(70, (i) => ({ id: i + 1, customer_id: (i % 50) + 1, kind: 'giro' }));
  const moves = rows(300, (i) => ({ id: i + 1, account_id: (i % 70) + 1, amount: i, text: CODES[i % 5]! }));
  const names = { k0: 'customers', k1: 'accounts', k2: 'transactions' };
  const { counts } = await people({ k0: customers, k1: accounts, k2: moves }, { names });
  assert.deepEqual(counts, { k0: 50, k1: 50, k2: 50 });
});

test('what people point at, each at their own, is theirs', async () => {
  const members = rows(150, (i) => ({ id: i + 1, address_id: i < 100 ? 5000 + i : null, ...person(i) }));
  const addresses = rows(120, (i) => ({ address_id: 5000 + i, street: `Lane ${i}` }));
  const { counts } = await people(
    { k0: members, k1: addresses },
    { names: { k0: 'members', k1: 'addresses' } },
  );
  assert.deepEqual(counts, { k0: 150, k1: 100 });
});

test('a foreign key of the dump joins what no name and no value would', async () => {
  const log = rows(100, (i) => ({ n: i + 1, a: (i % 30) + 1, diagnosis: CODES[i % 5]! }));
  const names = { k0: 'patients', k1: 'log' };
  assert.deepEqual((await people({ k0: patients, k1: log }, { names })).counts, { k0: 200, k1: 0 });
  const references: [string, string, string, string | null][] = [['log', 'a', 'patients', 'id']];
  assert.deepEqual((await people({ k0: patients, k1: log }, { names, references })).counts, {
    k0: 200,
    k1: 30,
  });
});
