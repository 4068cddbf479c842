import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../../cases/load-taxonomy';
import { classifyFields } from '../../fields/classify-fields';
import { countMeasures } from '../../measures/count-measures';
import { findPeople } from '../find-people';
import { sampledIn } from './sampled-in';
import { randomSchema, relationalStore } from './testing/random-schema';

const taxonomy = loadTaxonomy();

for (const seed of [12, 28]) {
  test(`in a relational dump made by chance (${seed}) people with a diagnosis are counted over two joins`, async () => {
    const schema = randomSchema(seed);
    const declared = schema.declared ? [...schema.joins].map(([from, to]) => ({ from, to })) : [];
    const store = await relationalStore(schema.tables, declared);
    try {
      const names = Object.fromEntries(store.manifest.kinds.map(({ id, table }) => [id, table ?? id]));
      const fields = await classifyFields(store, taxonomy, null);
      const people = await findPeople(store, fields, { taxonomy, names });
      const at = ({ kind, path }: { kind: string; path: string }) => `${names[kind]}.${path}`;
      for (const { chain } of people.relations?.owned ?? [])
        for (const { from, to } of chain) assert.equal(schema.joins.get(at(from)), at(to), at(from));
      const { counted } = await countMeasures({ store, fields, people, caseFile: null, kindNames: names });
      const found = counted.find(({ id }) => id === 'people.with:diagnosis');
      assert.equal(found?.count, schema.diagnosed);
    } finally {
      store.close();
    }
  });
}

test('the texts kept of each path say how many of them stand in a column, whatever their case', async () => {
  const store = await relationalStore({
    a: [{ id: 'K1' }, { id: 'k2' }, { id: 'k3' }],
    b: [
      { a: 'k1', c: 'x' },
      { a: 'K2', c: 'k3' },
    ],
  });
  try {
    const [id, a, c] = [store.find('k0', 'id'), store.find('k1', 'a'), store.find('k1', 'c')];
    assert.ok(id && a && c);
    const shares = await sampledIn(store, id, [a, c]);
    assert.deepEqual([shares.get(a), shares.get(c)], [1, 0.5]);
    assert.equal((await sampledIn(store, id, [])).size, 0);
  } finally {
    store.close();
  }
});
