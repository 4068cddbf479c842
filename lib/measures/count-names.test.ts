import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { classifyFields } from '../fields/classify-fields';
import { linkageSet } from '../people/names/testing/linkage-set';
import { findPeople } from '../people/find-people';
import { madeStore } from '../testing/made-store';
import { countDefinitions } from './count-definitions';

type Row = [given: string, family: string, born: string, postcode: string];

/** The register that surrounds what is tested: 60 people, each once. */
const REGISTER = linkageSet({ seed: 3, people: 60, errors: 0, again: 0, undated: 0 });

/** How many more people the rows are taken for than none, at least and at most, before anything is said of what is missed. */
async function added(...rows: Row[]): Promise<[number, number]> {
  const register = REGISTER.rows.map((row): Row => [row.given, row.family, row.born, row.postcode]);
  const [before, after] = [await rangeOf(register), await rangeOf([...register, ...rows])];
  return [after[0] - before[0], after[1] - before[1]];
}

async function rangeOf(rows: readonly Row[]): Promise<[number, number]> {
  const documents = rows.map(([first_name, last_name, date_of_birth, postcode]) => ({
    first_name,
    last_name,
    date_of_birth,
    postcode,
  }));
  const store = await madeStore({ k0: documents });
  try {
    const fields = await classifyFields(store, loadTaxonomy(), null);
    const { definitions, main } = await countDefinitions(store, await findPeople(store, fields));
    assert.equal(main, null);
    const range = definitions.find(({ id }) => id === 'people.linked-names')?.range;
    assert.ok(range);
    return range;
  } finally {
    store.close();
  }
}

const same: [what: string, one: Row, other: Row][] = [
  ['umlauts', ['Jörg', 'Müller', '1961-04-22', '10115'], ['Joerg', 'Mueller', '1961-04-22', '10999']],
  [
    'letters without',
    ['Łukasz', 'Dąbrowski', '1983-08-30', '00950'],
    ['Lukasz', 'Dabrowski', '1983-08-30', '00951'],
  ],
  ['swapped names', ['Ines', 'Vidal', '1990-10-13', '28001'], ['Vidal', 'Ines', '1990-10-13', '28002']],
  ['nicknames', ['Robert', 'Ackroyd', '1955-01-19', '90210'], ['Bob', 'Ackroyd', '1955-01-19', '90211']],
  ['titles', ['Dr. Selin', 'Korkut', '1977-07-28', '34000'], ['Selin', 'Korkut', '1977-07-28', '34001']],
  [
    'an error where the postcode is equal',
    ['Birgit', 'Sander', '1949-12-24', '20095'],
    ['Birgit', 'Sadner', '1949-12-24', '20095'],
  ],
  [
    'day and month where the postcode is equal',
    ['Birgit', 'Sander', '1949-03-05', '20095'],
    ['Birgit', 'Sander', '1949-05-03', '20095'],
  ],
];
for (const [what, one, other] of same)
  test(`${what}: one person in both linkings`, async () => {
    const [fewest, most] = await added(one, other);
    // An error in one field says that two could be in another pair.
    assert.ok(fewest <= 1 && most === 1, `${fewest} to ${most}`);
  });

const open: typeof same = [
  [
    'an error with nothing else equal',
    ['Birgit', 'Sander', '1949-12-24', '20095'],
    ['Brigit', 'Sander', '1949-12-24', '50667'],
  ],
  [
    'a double name',
    ['Birgit', 'Sander-Holm', '1949-12-24', '20095'],
    ['Birgit', 'Sander', '1949-12-24', '50667'],
  ],
  [
    'day and month with nothing else equal',
    ['Birgit', 'Sander', '1949-03-05', '20095'],
    ['Birgit', 'Sander', '1949-05-03', '50667'],
  ],
  ['no date', ['Birgit', 'Sander', '1949-03-05', '20095'], ['Birgit', 'Sander', '', '50667']],
];
for (const [what, one, other] of open)
  test(`${what}: one person at least and two at most`, async () => {
    const [fewest, most] = await added(one, other);
    assert.ok(fewest <= 1 && most === 2, `${fewest} to ${most}`);
  });

test('a row without a date joins no two people who have one', async () => {
  const [fewest, most] = await added(
    ['Birgit', 'Sander', '1949-03-05', '20095'],
    ['Birgit', 'Sander', '1971-11-18', '50667'],
    ['Birgit', 'Sander', '', '80331'],
  );
  assert.deepEqual([fewest, most], [2, 3]);
});

test('twins and couples at one postcode are two people', async () => {
  const twins: Row[] = [
    ['Matteo', 'Brandl', '1988-06-17', '80331'],
    ['Severin', 'Brandl', '1988-06-17', '80331'],
  ];
  assert.deepEqual(await added(...twins, ['Rosalind', 'Brandl', '1959-02-27', '80331']), [3, 3]);
});
