import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { PrivateResults } from '../contract/results';
import { tempCache } from '../testing/temp-cache';
import { analyse } from './analyse';

const { folder } = tempCache('unread-of');
const PEOPLE = 300;
const LINES = Array.from(
  { length: PEOPLE },
  (_, i) => `{"user_id":"u${i}","email":"m${i * 7919}@example.org","password":"word-${i * 104_729}"}\n`,
).join('');

let made = 0;
async function results(
  name: string,
  content: string | Buffer,
  total: number | null,
  { key, people } = { key: 'user_id', people: PEOPLE },
): Promise<Pick<PrivateResults, 'inputs' | 'measures' | 'drawn'>> {
  const dir = join(folder, `${made++}`);
  mkdirSync(dir);
  const [file, proofFile] = [join(dir, name), join(dir, 'proof.json')];
  writeFileSync(file, content);
  const proof = {
    schema: 'breachscope/proof@2',
    kind: 'census',
    unit: 'people.accounts',
    key,
    population: { value: people, source: 's' },
    draw: null,
    drawn: people,
    total: { value: total, source: 'the server', at: '2019-12-26' },
    documents: total,
  };
  if (total !== null) writeFileSync(proofFile, JSON.stringify(proof));
  return (await analyse({ case: null, files: [file], ...(total !== null && { proofFile }) })).results;
}

function passwords({ measures }: Pick<PrivateResults, 'measures'>) {
  const measure = measures.find(({ id }) => id === 'people.with:password');
  assert.ok(measure);
  return measure;
}

test('each refused document of a checked census may be one more', async () => {
  const found = await results(
    'a.ndjson',
    `${LINES}{"user_id":"u1","password":"x}\n{"user_id":"u2","city":"x}\n`,
    PEOPLE + 2,
  );
  assert.equal(found.drawn[0]?.proof, 'checked');
  assert.deepEqual(found.inputs[0]?.unread, { documents: 2, files: 0, named: [] });
  const { inFile, high, unknowns } = passwords(found);
  assert.deepEqual([inFile, high], [PEOPLE, PEOPLE + 2]);
  assert.equal(unknowns?.unread, 2);
});

test('what a cut file lacks is known from an independent total, and else has no upper limit', async () => {
  const cut = gzipSync(LINES).subarray(0, -400);
  const checked = await results('a.ndjson.gz', cut, PEOPLE);
  const { inputs } = checked;
  const read = inputs[0]?.documents ?? 0;
  assert.ok(read > 0 && read < PEOPLE, `${read}`);
  assert.equal(inputs[0]?.unread.documents, PEOPLE - read);
  assert.equal(inputs[0].unread.named, null);
  assert.equal(passwords(checked).high, PEOPLE);
  const alone = await results('a.ndjson.gz', cut, null);
  assert.equal(alone.inputs[0]?.unread.documents, null);
  assert.equal(passwords(alone).high, null);
});

/** 20 documents of 30 people each, of which some cannot be read. */
const GROUPS = (damaged: number) =>
  Array.from({ length: 20 }, (_, group) => {
    const readings = Array.from({ length: 30 }, (_, i) => ({
      user_id: `u${group * 30 + i}`,
      email: `m${group * 30 + i}@example.org`,
      password: `word-${group}-${i * 104_729}`,
    }));
    const text = JSON.stringify({ group, readings });
    return `${group < damaged ? text.slice(0, -3) : text}\n`;
  }).join('');

const EACH = { key: 'readings[].user_id', people: 600 };

test('a document that cannot be read may hold as many people as others do: no limit where these hold lists', async () => {
  const whole = passwords(await results('lists.ndjson', GROUPS(0), 20, EACH));
  assert.deepEqual([whole.inFile, whole.high], [600, 600]);
  const damaged = passwords(await results('lists.ndjson', GROUPS(2), 20, EACH));
  assert.deepEqual([damaged.inFile, damaged.high], [540, null]);
});

test('a damaged document may hold any number of addresses, a damaged row of a table no more than it has columns', async () => {
  const emails = ({ measures }: Pick<PrivateResults, 'measures'>) =>
    measures.find(({ id }) => id === 'people.emails-any')?.high;
  const broken = `${LINES}{"user_id":"u1","password":"x}\n`;
  assert.equal(emails(await results('one.ndjson', broken, PEOPLE + 1)), null);
  const rows = Array.from({ length: PEOPLE }, (_, i) => `u${i},m${i * 7919}@example.org\n`).join('');
  const table = await results('one.csv', `user_id,email\n${rows}u9,a,b,c,d\n`, PEOPLE + 1);
  const unread = table.inputs[0]?.unread.documents ?? 0;
  assert.ok(unread > 0);
  assert.equal(emails(table), PEOPLE + unread);
});

test('where rows or documents are changed later on, no total says what they hold', async () => {
  const rows = Array.from({ length: PEOPLE }, (_, i) => `(${i},'m${i * 7919}@example.org',NULL)`).join(',');
  const dump = `CREATE TABLE users (user_id int, email text, password text);\nINSERT INTO users VALUES ${rows};\n`;
  const update = "UPDATE users SET password = CONCAT('word', user_id);\n";
  const whole = await results('a.sql', dump, PEOPLE);
  assert.equal(whole.inputs[0]?.unread.documents, 0);
  const changed = await results('b.sql', dump + update, PEOPLE);
  assert.equal(changed.inputs[0]?.unread.documents, null);

  const action = (verb: string, i: number) => `{"${verb}":{"_index":"users","_id":"${i}"}}\n`;
  const made = LINES.split('\n').slice(0, -1);
  const bulk = made.map((line, i) => `${action('index', i)}${line}\n`).join('');
  const updates = made.slice(0, 20).map((_, i) => `${action('update', i)}{"doc":{"password":"new-${i}"}}\n`);
  assert.equal((await results('a.json', bulk, PEOPLE)).inputs[0]?.unread.documents, 0);
  const updated = await results('b.json', bulk + updates.join(''), PEOPLE);
  assert.equal(updated.inputs[0]?.unread.documents, null);
});
