import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../../cases/load-taxonomy';
import { CATEGORIES, type Category } from '../../contract/categories';
import { madeStore } from '../../testing/made-store';
import type { MadeValue } from '../../testing/made-tables';
import { LABELLED_TABLES } from '../testing/labelled-columns';
import { formOf } from './form-of';
import { pathForms } from './path-forms';

const { closedForms } = loadTaxonomy();

const nameOf = (text: string) => formOf(text, closedForms).form;

test('no value of a labelled column has a form that excludes its category', () => {
  let looked = 0;
  const wrong = new Set<string>();
  for (const columns of Object.values(LABELLED_TABLES)) {
    for (const [name, category, value] of columns) {
      for (let i = 0; i < 80; i++) {
        const text = value(i);
        if (category === 'unknown' || text === null || typeof text === 'object' || String(text).trim() === '')
          continue;
        const { form, admits } = formOf(String(text).trim(), closedForms);
        if (!admits.has(category)) wrong.add(`${name}: ${form} must admit ${category}`);
        looked++;
      }
    }
  }
  assert.deepEqual([...wrong], []);
  assert.ok(looked > 5000);
});

test('what a person types as a password is never excluded', () => {
  const passwords = [
    'hunter2',
    '1234',
    '123456',
    'correct horse',
    'P@ssw0rd',
    'qwerty',
    'deadbeef',
    'Zurich',
  ];
  for (const text of passwords) assert.ok(formOf(text, closedForms).admits.has('password'), text);
  // A pair of address and password is no address.
  for (const text of ['ana@example.org:hunter2', 'hunter2:ana@example.org', 'ana@example.org,hunter2'])
    assert.ok(formOf(text, closedForms).admits.has('password'), text);
  const inAddress = ['https://ana:hunter2@example.org/', 'https://example.org/?password=hunter2'];
  for (const text of inAddress) assert.ok(formOf(text, closedForms).admits.has('password'), text);
});

test('forms are told, and a checksum excludes nothing about passwords', () => {
  assert.equal(nameOf('5f4dcc3b5aa765d61d8327deb882cf99'), 'checksum');
  assert.ok(formOf('5f4dcc3b5aa765d61d8327deb882cf99', closedForms).admits.has('password'));
  assert.equal(nameOf('ana@bücher.example.org'), 'e-mail-address');
  assert.equal(nameOf('1576454400000'), 'milliseconds-since-1970');
  assert.equal(nameOf('4242424242424242'), 'whole-number');
  assert.equal(nameOf('2001:db8::1'), 'ip-address');
  assert.equal(nameOf('America/Argentina/Buenos_Aires'), 'time-zone');
  assert.equal(nameOf(`$2b$10$${'a'.repeat(53)}`), 'slow-hash');
  assert.deepEqual([...formOf(`$2b$10$${'a'.repeat(53)}`, closedForms).admits], ['password-hash']);
  assert.equal(nameOf('a@b'), 'text');
});

test('a number, a date, an address or a few words that could be something of somebody’s exclude nothing of it', () => {
  const may: [string, Category][] = [
    ['756.1234.5678.97', 'national-id'],
    ['12.345.678', 'national-id'],
    ['1.012.123.123', 'tax-id'],
    ['1576454400000', 'national-id'],
    ['1576454400000', 'password'],
    ['2010-03-02', 'diagnosis'],
    ['high', 'blood-pressure'],
    ['https://example.org/in/anna-berg', 'person-name'],
  ];
  for (const [text, category] of may) assert.ok(formOf(text, closedForms).admits.has(category), text);
});

test('a path plainly named for what its form may be admits no more; a name that says more does not count', async () => {
  const date = (i: number) => `2010-03-${String((i % 28) + 1).padStart(2, '0')}`;
  const rows = Array.from({ length: 60 }, (_, i) => ({
    created_at: date(i),
    lastLoginTime: 1576454400000 + i,
    diabetes_since: date(i),
    ip: `192.0.2.${i}`,
    doc: `12.345.${100 + i}`,
  }));
  const store = await madeStore({ k0: rows });
  try {
    const forms = await pathForms(store, loadTaxonomy());
    const may = (path: string, category: Category) =>
      [...(forms.get(store.find('k0', path)!) ?? [])].some(({ admits }) => admits.has(category));
    for (const path of ['created_at', 'lastLoginTime', 'ip'])
      assert.ok(!may(path, 'diagnosis') && !may(path, 'national-id') && !may(path, 'password'), path);
    assert.ok(may('created_at', 'timestamp') && may('ip', 'ip-address'));
    assert.ok(may('diabetes_since', 'diagnosis') && may('doc', 'national-id'));
  } finally {
    store.close();
  }
});

test('the last form admits everything, so that no text is ever excluded by default', () => {
  assert.deepEqual([...(closedForms.at(-1)?.admits ?? [])], [...CATEGORIES]);
});

async function formsAt(values: MadeValue[]): Promise<string[]> {
  const store = await madeStore({ k0: values.map((x) => ({ x })) });
  try {
    const forms = await pathForms(store, loadTaxonomy());
    return [...(forms.get(store.find('k0', 'x')!) ?? [])].map(({ form }) => form).sort();
  } finally {
    store.close();
  }
}

const addresses = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@example.org`);

test('every value counts, not a sample: one other among many is found', async () => {
  assert.deepEqual(await formsAt(addresses(500)), ['e-mail-address']);
  assert.deepEqual(await formsAt([...addresses(500), 'hunter2']), ['e-mail-address', 'text-without-at']);
  assert.deepEqual(await formsAt([...addresses(500), 'N/A', '****', '', null]), ['e-mail-address']);
  assert.deepEqual(await formsAt([...addresses(300), ...Array.from({ length: 300 }, (_, i) => i + 5000)]), [
    'e-mail-address',
    'text',
    'whole-number',
  ]);
});

test('few different values are told without a look at the column, masked ones have no form', async () => {
  assert.deepEqual(await formsAt(['REDACTED', 'REDACTED', 'n/a']), []);
  assert.deepEqual(await formsAt([true, 17, 1.5, 'US']), [
    'decimal-number',
    'short-number',
    'two-letters',
    'yes-or-no',
  ]);
});

test('each form is excluded by the others of other categories', () => {
  const excludes = (text: string, category: Category) => !formOf(text, closedForms).admits.has(category);
  for (const text of [
    'ana@example.org',
    '02:00:00:00:00:01',
    '2019-12-04',
    '192.0.2.1',
    'en_US',
    '1.5',
    '17',
  ])
    assert.ok(excludes(text, 'password'), text);
  for (const text of ['hunter2', '17', 'Kyiv', '2019-12-04']) assert.ok(excludes(text, 'email'), text);
  for (const text of ['ana@example.org', 'Kyiv']) assert.ok(excludes(text, 'card-number'), text);
});
