import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import type { FieldNotes } from '../contract/case';
import type { Category } from '../contract/categories';
import { openInput } from '../records/open-input';
import { tempCache } from '../testing/temp-cache';
import { classifyFields } from './classify-fields';
import { refusedNames } from './refused-names';

const { folder } = tempCache('refused-names');
const PEOPLE = Array.from(
  { length: 30 },
  (_, i) => `{"id":"u${i}","h":"m${i}@example.org","zz":${i}}\n`,
).join('');

let made = 0;
async function named(
  name: string,
  text: string,
  notes: FieldNotes | null = null,
): Promise<(...categories: Category[]) => number | null> {
  const file = join(folder, `${made++}-${name}`);
  writeFileSync(file, text);
  const opened = await openInput([file]);
  const { store } = opened;
  const taxonomy = loadTaxonomy();
  const fields = await classifyFields(store, taxonomy, notes);
  const found = await refusedNames(store, { taxonomy, notes, fields });
  opened.close();
  return (...categories) => found(categories);
}

test('refused lines count for the categories whose names stand in them, and for no other', async () => {
  const lines = [
    '{"id":"u1","password":"x}',
    '{"id":"u2","userPassword":"x","email":"a"',
    '{"id":"u3","device":{"mac":"x"},',
    '{"id":"u4","note":"the password is x", "tags":["email"]',
    '{"id":"u5","passw',
    '{"zz":1}{"zz":2}',
  ];
  const notes = { fields: [{ path: '*.zz', category: 'diagnosis' }] };
  const count = await named('people.ndjson', `${PEOPLE}${lines.join('\n')}\n`, notes);
  assert.equal(count('password'), 3);
  assert.equal(count('email'), 1);
  assert.equal(count('mac-address'), 1);
  assert.equal(count('diagnosis'), 2);
  assert.equal(count('password', 'diagnosis'), 5);
  assert.equal(count('passport'), 0);
  assert.equal(count(), 7);
});

test('what a field of the input was found to hold counts under its name', async () => {
  const count = await named('people.ndjson', `${PEOPLE}{"id":"u1","h":"x}\n{"id":"u2","q":"x}\n`);
  assert.equal(count('email'), 1);
  assert.equal(count(), 2);
});

test('the columns of a table stand in each of its rows', async () => {
  const rows = (columns: string): string =>
    `${columns}\n${'1,a@example.org,x\n'.repeat(20)}2,b@example.org\n3,c@example.org,x,y,z,z\n`;
  const count = await named('users.csv', rows('id,email,password'));
  assert.equal(count('password'), count());
  assert.equal(await named('users.csv', rows('id,email,city')).then((other) => other('password')), 0);
  const dump = "CREATE TABLE t (id int, password text);\nINSERT INTO t VALUES (1,'a'),(2),(3,'b');\n";
  assert.equal(await named('users.sql', dump).then((other) => other('password')), 1);
});

test('where bytes are lost or were not looked at, nobody knows', async () => {
  assert.equal((await named('cut.ndjson', `${PEOPLE}{"id":"u1","ma`))('password'), null);
  const binary = `{"id":"u1","x":"${'\u0001\u0002'.repeat(40)}"}\n`;
  assert.equal((await named('binary.ndjson', PEOPLE + binary))('password'), null);
  assert.equal((await named('whole.ndjson', PEOPLE))('password'), 0);
});
