import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../../cases/load-taxonomy';
import { emailMeasures } from '../../measures/email-measures';
import { countDefinitions } from '../../measures/count-definitions';
import { repeatedDocuments } from '../../measures/repeated-documents';
import { findPeople } from '../../people/find-people';
import { madeStore } from '../../testing/made-store';
import type { MadeDocument } from '../../testing/made-tables';
import { randomsOf } from '../../testing/randoms-of';
import { classifyFields } from '../classify-fields';
import { spreadAddresses } from './spread-addresses';

/** Counts of definitions and of addresses, and how the fields are taken. */
async function look(documents: MadeDocument[]) {
  const read = await madeStore({ k0: documents });
  try {
    const taxonomy = loadTaxonomy();
    const store = await spreadAddresses(read, taxonomy);
    const fields = await classifyFields(store, taxonomy, null);
    const people = await countDefinitions(store, await findPeople(store, fields));
    const measures = await emailMeasures(store, fields);
    return {
      same: store === read,
      counts: Object.fromEntries([
        ...people.definitions.map(({ id, count }) => [id, count]),
        ...measures.map(({ id, count }) => [id, count]),
      ]) as Record<string, number>,
      fields: fields.map(({ entry, category, whose }) => `${entry.path} ${category} ${whose}`),
      repeated: (await repeatedDocuments(store)).get('k0'),
    };
  } finally {
    read.close();
  }
}

const address = (i: number) => `p${i}@example.org`;

test('where addresses stand by themselves the store stays as it is', async () => {
  const documents = Array.from({ length: 20 }, (_, i) => ({
    email: i % 2 ? ` ${address(i)}` : `P${i}@Example.org`,
  }));
  const { same, counts } = await look(documents);
  assert.equal(same, true);
  assert.equal(counts['people.emails-l2'], 20);
});

test('two addresses of a cell are two, a placeholder beside them is none, and documents stay what they were', async () => {
  const documents = Array.from({ length: 24 }, (_, i) => ({
    city: 'Ulm',
    email: i < 4 ? 'N/A' : i < 8 ? `${address(i)}; ${address(i + 100)}` : address(i),
  }));
  const { counts, fields, repeated } = await look([
    ...documents,
    { city: 'Ulm', email: `${address(5)},${address(105)}` },
  ]);
  assert.equal(counts['people.emails-l2'], 24);
  assert.deepEqual(fields, ['city city own', 'email email own']);
  assert.equal(repeated, 3);
});

test('a serialised cell that says so holds a person’s own address; a text mentions somebody', async () => {
  const documents = Array.from({ length: 20 }, (_, i) => ({
    entry: `a:2:{s:5:"email";s:13:"${address(i)}";s:4:"city";s:3:"Ulm";}`,
    note: i < 5 ? `Call back, or write to ${address(i + 50)}, she said.` : `Nothing to say about ${i}`,
  }));
  const { counts, fields } = await look(documents);
  assert.equal(counts['people.emails-l2'], 20);
  assert.equal(counts['people.emails-mentioned'], 5);
  assert.equal(counts['people.emails-any'], 20);
  assert.ok(fields.includes('entry«address» email own'));
  assert.ok(fields.includes('note«address» email mentioned'));
});

test('a password or the id of a message is no address', async () => {
  const documents = Array.from({ length: 20 }, (_, i) => ({
    password: `x;${i}@pass.word`,
    message_id: `<${i}.abc@mail.example.org>`,
  }));
  assert.equal((await look(documents)).same, true);
});

test('random cells of known addresses in random dress: the count is the size of the set', async () => {
  for (const seed of [1, 2, 3]) {
    const random = randomsOf(seed);
    const dresses: ((own: string[]) => string)[] = [
      (own) => own.join('; '),
      (own) => own.join(','),
      (own) => own.join('\n'),
      (own) => own.map((each, i) => `"Li, Ana ${i}" <${each}>`).join(', '),
      (own) => own.map((each) => `mailto:${each}`).join(' '),
      (own) => `<${own.join('>; <')}>`,
      (own) => (own.length === 1 ? ` ${own[0]} ` : own.join(' | ')),
    ];
    const pick = (most: number) => Math.floor(random() * most);
    const set = new Set<string>();
    const documents = Array.from({ length: 60 }, () => {
      const own = Array.from({ length: 1 + pick(3) }, () => address(pick(80)));
      for (const each of own) set.add(each);
      return { email: dresses[pick(dresses.length)]?.(own) ?? '' };
    });
    assert.equal((await look(documents)).counts['people.emails-l2'], set.size, `seed ${seed}`);
  }
});
