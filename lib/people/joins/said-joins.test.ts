import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../../cases/load-taxonomy';
import type { FoundJoin } from '../../contract/people';
import type { Store } from '../../contract/store';
import { classifyFields } from '../../fields/classify-fields';
import { madeStore } from '../../testing/made-store';
import type { MadeDocument } from '../../testing/made-tables';
import { refusesLater } from '../../testing/refuses';
import { findPeople } from '../find-people';

const taxonomy = loadTaxonomy();
const rows = (count: number, row: (i: number) => MadeDocument) =>
  Array.from({ length: count }, (_, i) => row(i));
const KINDS: Record<string, MadeDocument[]> = {
  k0: rows(60, (i) => ({ nr: `P${1000 + i * 7}`, email: `p${i}@example.org`, phone: `+49 30 ${70000 + i}` })),
  k1: rows(90, (i) => ({
    no: i + 1,
    who: `P${1000 + (i % 30) * 7}`,
    seller: `S${200 + (i % 9)}`,
    note: 'x',
  })),
  k2: rows(9, (i) => ({ code: `S${200 + i}`, floor: i })),
  k3: rows(40, (i) => ({ visit: 2 * i + 1, who: `Q${i}` })),
};

/** What is found where the user says joins, and paths that hold account numbers. */
async function found(joins: string[], accounts: string[] = [], kinds = KINDS) {
  const store = await madeStore(kinds);
  try {
    const at = (place: string) => pathAt(store, place);
    const overrides = accounts.map((place) => ({ ...at(place), category: 'account-id' as const }));
    const fields = await classifyFields(store, taxonomy, null, overrides);
    const { relations, definitions } = await findPeople(store, fields, {
      taxonomy,
      said: {
        joins: joins.map((written) => {
          const [from = '', to = ''] = written.split('=');
          return { written, from: at(from), to: at(to) };
        }),
        paths: new Map(accounts.map((place) => [at(place), place])),
      },
    });
    const keys = definitions.find(({ id }) => id === 'people.accounts')?.keys ?? [];
    return {
      joins: (relations?.joins ?? []).map(written),
      keys: keys.map(({ kind, path }) => `${kind}.${path}`),
    };
  } finally {
    store.close();
  }
}

function pathAt(store: Store, place: string) {
  const [kind = '', path = ''] = place.split('.');
  const entry = store.find(kind, path);
  assert.ok(entry, place);
  return entry;
}

const written = ({ from, to, ground, matched, values, standing, over }: FoundJoin) =>
  `${from.kind}.${from.path}=${to.kind}.${to.path} ${ground} ${matched}/${values}${standing === 'used' ? '' : ` ${standing}`}${over.map(({ path }) => ` ${path}`).join('')}`;

test('what the user says is joined, and the chain goes on from there', async () => {
  assert.deepEqual((await found(['k1.who=k0.nr'])).joins, ['k1.who=k0.nr said 30/30']);
  const chain = await found(['k3.visit=k1.no', 'k1.who=k0.nr']);
  assert.deepEqual(chain.joins, ['k1.who=k0.nr said 30/30', 'k3.visit=k1.no said 40/40 who']);
});

test('an account number that the user says is a key of people', async () => {
  assert.ok((await found([], ['k0.nr'])).keys.includes('k0.nr'));
  assert.ok((await found([], ['k3.who'])).keys.includes('k3.who'));
});

test('a join that could change nothing is refused with the reason', async () => {
  const refusal = async (joins: string[], reason: RegExp) =>
    refusesLater(found(joins), 'JOIN_REFUSED', reason);
  await refusal(['k1.who=k1.no'], /stand in one table/);
  await refusal(['k3.who=k0.nr'], /none of the values/);
  await refusal(['k0.nr=k1.who'], /other way round/);
  await refusal(['k1.seller=k2.code'], /no table by which people are counted/);
  await refusal(['k1.who=k0.nr', 'k1.who=k3.who'], /same column/);
  await refusal(['k1.who=k0.nr', 'k3.visit=k1.no', 'k1.no=k3.visit'], /leads back/);
});

test('a column that points at two tables with equal right joins neither, and both are told', async () => {
  const shared = (i: number, own: string) => (i < 40 ? `U${10000 + i * 11}` : `${own}${20000 + i * 13}`);
  const kinds = {
    k0: rows(80, (i) => ({ id: shared(i, 'V'), email: `p${i}@example.org`, phone: `+49 30 ${70000 + i}` })),
    k1: rows(80, (i) => ({ code: shared(i, 'W'), floor: i })),
    k2: rows(90, (i) => ({ who: shared(i % 40, ''), note: 'x' })),
  };
  const unsure = await found([], [], kinds);
  assert.deepEqual(unsure.joins, ['k2.who=k0.id values 40/40 unsure', 'k2.who=k1.code values 40/40 unsure']);
  assert.deepEqual(unsure.keys, ['k0.id']);
  const said = await found(['k2.who=k0.id'], [], kinds);
  assert.deepEqual(said.joins, ['k2.who=k0.id said 40/40']);
  assert.deepEqual(said.keys, ['k0.id', 'k2.who']);
});
