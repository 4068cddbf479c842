import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { classifyFields } from '../fields/classify-fields';
import { findPeople } from '../people/find-people';
import { madeStore } from '../testing/made-store';
import type { MadeDocument } from '../testing/made-tables';
import { countMeasures } from './count-measures';

/** Counts by measure, and the reasons for what each path was taken for. */
async function counted(kinds: Record<string, MadeDocument[]>) {
  const store = await madeStore(kinds);
  try {
    const taxonomy = loadTaxonomy();
    const fields = await classifyFields(store, taxonomy, null);
    const people = await findPeople(store, fields, { notes: null, providers: taxonomy.mailProviders });
    const found = await countMeasures({ store, fields, people, caseFile: null, kindNames: {} });
    const why = Object.fromEntries(fields.map(({ entry, why: said }) => [entry.path, said.join('; ')]));
    return {
      of: (id: string) => found.counted.find((each) => each.id === id)?.count,
      why: (path: string) => why[path] ?? '',
    };
  } finally {
    store.close();
  }
}

const people = (count: number, more: (i: number) => MadeDocument) =>
  Array.from({ length: count }, (_, i) => ({ user_id: `u${i}`, email: `p${i}@example.org`, ...more(i) }));

for (const mask of ['REDACTED', '********', '[FILTERED]', 'n/a'])
  test(`a password that is ${mask} for everybody is no password, and its field says so`, async () => {
    const { of, why } = await counted({ k0: people(40, () => ({ password: mask })) });
    assert.equal(of('people.with:password'), 0);
    assert.equal(of('people.with-any:credentials'), 0);
    assert.equal(of('people.accounts'), 40);
    assert.match(why('password'), /one masked value stands|all of its values are placeholders/);
  });

test('of masked and true passwords the true ones count, in a few as in many different ones', async () => {
  for (const count of [40, 400]) {
    const { of, why } = await counted({
      k0: people(count, (i) => ({
        password: i % 4 === 0 ? ['REDACTED', '****'][(i / 4) % 2]! : `Tr0ub4dor${i}`,
      })),
    });
    assert.equal(of('people.with:password'), (count * 3) / 4);
    assert.match(why('password'), /some of its values are masked/);
  }
});

test('one value for many people is nobody’s password; for one person nobody can tell, and it counts', async () => {
  const constant = () => ({ password: 'Welcome2019!' });
  const many = await counted({ k0: people(10, constant) });
  assert.equal(many.of('people.with:password'), 0);
  assert.match(many.why('password'), /one value for everybody/);
  const one = Array.from({ length: 40 }, () => ({ user_id: 'u1', email: 'p@example.org', ...constant() }));
  assert.equal((await counted({ k0: one })).of('people.with:password'), 1);
  const mixed = await counted({
    k0: people(30, (i) => ({ password: i < 12 ? 'REDACTED' : 'Welcome2019!' })),
  });
  assert.equal(mixed.of('people.with:password'), 0);
  // Everybody may live in one country.
  const country = await counted({ k0: people(20, () => ({ country: 'US' })) });
  assert.equal(country.of('people.with:country'), 20);
});

test('one masked token for all is no token, and a placeholder is no person', async () => {
  const tokens = await counted({
    k0: people(100, (i) => ({ access_token: i < 50 ? '<hidden>' : `${'f00dfeed'.repeat(4)}${i + 100}` })),
  });
  assert.equal(tokens.of('tokens.with:api-token'), 50);
  assert.equal(tokens.of('people.with:api-token'), 50);
  const keys = await counted({
    k0: Array.from({ length: 200 }, (_, i) => ({
      email: i % 2 === 0 ? ['N/A', 'n/a', 'test@test.com', '-'][(i / 2) % 4]! : `p${i}@example.org`,
      city: 'Kyiv',
    })),
  });
  assert.equal(keys.of('people.emails-l2'), 100);
  assert.equal(keys.of('people.emails-l0'), 100);
  assert.equal(keys.of('people.linked-l4'), 100);
  assert.equal(keys.of('people.emails-any'), 100);
  assert.equal(keys.of('people.with:city'), 100);
});
