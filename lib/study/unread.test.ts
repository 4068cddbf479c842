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
): Promise<Pick<PrivateResults, 'inputs' | 'measures' | 'drawn'>> {
  const dir = join(folder, `${made++}`);
  mkdirSync(dir);
  const [file, proofFile] = [join(dir, name), join(dir, 'proof.json')];
  writeFileSync(file, content);
  const proof = {
    schema: 'breachscope/proof@2',
    kind: 'census',
    unit: 'people.accounts',
    key: 'user_id',
    population: { value: PEOPLE, source: 's' },
    draw: null,
    drawn: PEOPLE,
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
