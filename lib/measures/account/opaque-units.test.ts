import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../../cases/load-taxonomy';
import type { Category } from '../../contract/categories';
import type { PathLook } from '../../contract/review';
import { classifyFields } from '../../fields/classify-fields';
import { pathForms } from '../../fields/forms/path-forms';
import { findPeople } from '../../people/find-people';
import { madeStore } from '../../testing/made-store';
import type { MadeDocument } from '../../testing/made-tables';
import { opaqueUnits } from './opaque-units';

async function opaqueOf(kinds: Record<string, MadeDocument[]>, asked: Category[], looks: PathLook[] = []) {
  const store = await madeStore(kinds);
  try {
    const taxonomy = loadTaxonomy();
    const fields = await classifyFields(store, taxonomy, null);
    const { main } = await findPeople(store, fields, { notes: null, providers: taxonomy.mailProviders });
    const forms = await pathForms(store, taxonomy);
    const {
      fields: opaque,
      people,
      values,
    } = (await opaqueUnits({ store, fields, main, forms, looks }))(asked);
    return { paths: opaque.map(({ entry }) => entry.path), people, values };
  } finally {
    store.close();
  }
}

const people = (count: number, more: (i: number) => MadeDocument) =>
  Array.from({ length: count }, (_, i) => ({ user_id: 1e12 + i, email: `p${i}@example.org`, ...more(i) }));

const digest = (i: number) => `${i + 1000}`.padStart(32, 'f00d');

test('checksums in h and passwords in secret are two paths that were not looked at', async () => {
  const kinds = {
    k0: people(100, (i) => ({ h: digest(i), zzz: i < 30 ? `hunter${i}!` : null, at: '2019-12-04' })),
  };
  assert.deepEqual(await opaqueOf(kinds, ['password']), { paths: ['h', 'zzz'], people: 100, values: 130 });
  const look = (path: string) => ({
    kind: 'k0',
    path,
    cannot: ['password' as const],
    holds: null,
    by: 'a',
    on: '',
  });
  const one = await opaqueOf(kinds, ['password'], [look('h')]);
  assert.deepEqual(one, { paths: ['zzz'], people: 30, values: 30 });
  const both = await opaqueOf(kinds, ['password'], [look('h'), look('zzz')]);
  assert.deepEqual(both, { paths: [], people: 0, values: 0 });
  // A look for one thing is none for another.
  assert.deepEqual((await opaqueOf(kinds, ['api-token'], [look('h'), look('zzz')])).paths, ['h', 'zzz']);
});

test('only closed forms: nothing is opaque', async () => {
  const kinds = {
    k0: people(100, (i) => ({ last_seen: 1576454400000 + i, mac: `02:00:00:00:01:${(i % 90) + 10}` })),
  };
  assert.deepEqual(await opaqueOf(kinds, ['password']), { paths: [], people: 0, values: 0 });
});

test('a name is no look: a nickname may hold passwords; whoever is counted already is not counted again', async () => {
  const kinds = {
    k0: people(100, (i) => ({ nickname: `nick${i}`, password: i < 40 ? `Tr0ub4dor${i}` : 'REDACTED' })),
  };
  assert.deepEqual(await opaqueOf(kinds, ['password']), { paths: ['nickname'], people: 60, values: 100 });
});

test('one password for everybody is not counted and stays opaque; masked ones are nothing', async () => {
  const constant = { k0: people(20, () => ({ password: 'Welcome2019!' })) };
  assert.deepEqual(await opaqueOf(constant, ['password']), { paths: ['password'], people: 20, values: 20 });
  const masked = { k0: people(20, () => ({ password: 'REDACTED' })) };
  assert.deepEqual((await opaqueOf(masked, ['password'])).paths, []);
});

test('documents that name nobody may each be about one more person, in lists each value', async () => {
  const kinds = {
    k0: people(10, () => ({})),
    k1: Array.from({ length: 7 }, (_, i) => ({ memo: `some text ${i}`, lines: ['a1!', 'b2!'] })),
  };
  const { people: most } = await opaqueOf(kinds, ['password']);
  assert.equal(most, 7 + 14);
});

test('of a group whatever could be any of it is opaque', async () => {
  const kinds = { k0: people(100, (i) => ({ zz: i / 7, height: 150 + i / 3 })) };
  assert.deepEqual((await opaqueOf(kinds, ['weight'])).paths, ['zz', 'height']);
});
