import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PrivateResults } from '../contract/results';
import { brief } from '../publish/brief/brief';
import { publishable } from '../publish/gate/publishable';
import { summary } from '../publish/summary';
import { tablesCsv } from '../publish/tables/tables-csv';
import { tempCache } from '../testing/temp-cache';
import { analyse } from './analyse';

const { folder } = tempCache('keys-of-people');
let made = 0;

async function read(...documents: unknown[]): Promise<PrivateResults> {
  const file = join(folder, `${made++}.json`);
  writeFileSync(file, documents.map((each) => `${JSON.stringify(each)}\n`).join(''));
  return (await analyse({ case: null, files: [file] })).results;
}

const FIRST = ['mara', 'tomas', 'qendrim', 'ulvi', 'ines', 'bartek'];
const LAST = ['zorn', 'vask', 'hild', 'prok', 'elgar'];
/** So many different user names, of which each is a canary. */
const users = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${FIRST[i % 6]}${i % 2 ? '.' : '_'}${LAST[i % 5]}${String(31 + i * 7).padStart(2, '0')}`,
  );
const each = <T>(names: readonly string[], of: (i: number) => T) =>
  Object.fromEntries(names.map((name, i) => [name, of(i)]));

/** Everything that leaves: documents, tables, page, terminal. */
function published(results: PrivateResults): string {
  const open = publishable(results);
  return [JSON.stringify(open), ...Object.values(tablesCsv(open)), brief(open), ...summary(open)].join('\n');
}

function counted({ people }: PrivateResults): [string, unknown] | null {
  const main = people.find((row) => row.main);
  return main ? [main.id, main.count] : null;
}

const names = users(120);
const people: [what: string, documents: unknown[], counted: [string, number]][] = [
  [
    'sites by the name of each account of a domain',
    [each(names, (i) => [`Site${i % 3}`])],
    ['people.user-names', 120],
  ],
  ['words by user, all in one object', [each(names, (i) => `word ${i}`)], ['people.user-names', 120]],
  [
    'a record a user, an object a line',
    names.map((name, i) => ({ [name]: { weight: 50 + (i % 40), city: 'Ulm' } })),
    ['people.accounts', 120],
  ],
  [
    'a list of followers',
    [{ followers: each(names, (i) => `2019-01-${String(1 + (i % 28)).padStart(2, '0')}T10:00:00`) }],
    ['people.user-names', 120],
  ],
  [
    'rooms of a chat, with the settings of each of their members',
    Array.from({ length: 30 }, (_, room) => ({
      room: `r${room}`,
      members: each(names.slice(room * 4, room * 4 + 4), (i) => ({ muted: i % 2 === 0, colour: 'red' })),
    })),
    ['people.accounts', 120],
  ],
];
for (const [what, documents, expected] of people)
  test(`${what}: people are counted by these keys, and no such key is in anything that leaves`, async () => {
    const results = await read(...documents);
    assert.deepEqual(counted(results), expected);
    const out = published(results);
    assert.deepEqual(
      names.filter((name) => out.includes(name)),
      [],
    );
  });

const things: [what: string, documents: unknown[]][] = [
  [
    'prices by country',
    Array.from({ length: 40 }, (_, i) => ({
      sku: `S-${i}`,
      price: each(
        ['de', 'fr', 'pl', 'es', 'it', 'nl', 'at', 'ch', 'be', 'dk', 'se', 'no'].slice(i % 4),
        () => i,
      ),
    })),
  ],
  [
    'sentences of a program by language',
    [
      each(['de', 'fr', 'pl', 'es', 'it', 'nl', 'tr', 'pt', 'da', 'sv'], (i) => ({
        greeting: `g${i}`,
        title: 't',
      })),
    ],
  ],
  [
    'switches of a program',
    Array.from({ length: 40 }, (_, i) => ({
      id: i,
      flags: each(
        ['darkMode', 'newCheckout', 'betaSearch', 'fastLogin', 'oldApi', 'showPrices'],
        () => i % 2 === 0,
      ),
    })),
  ],
  [
    'stock by the name of a shop',
    [
      {
        stock: each(
          ['Ulm Nord', 'Bonn', 'Jena', 'Kiel', 'Trier', 'Gera', 'Hof', 'Wesel', 'Marl', 'Hamm'],
          (i) => i,
        ),
      },
    ],
  ],
  [
    'the hours of machines',
    [
      {
        machines: each(
          ['ab-01', 'ab-02', 'cx-01', 'cx-02', 'cx-03', 'dz-1', 'dz-2', 'dz-3', 'ek-1', 'ek-2'],
          (i) => i,
        ),
      },
    ],
  ],
];
for (const [what, documents] of things)
  test(`${what}: nobody is counted by these keys`, async () => {
    assert.equal(counted(await read(...documents)), null);
  });
