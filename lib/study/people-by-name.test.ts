import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PrivateResults } from '../contract/results';
import { linkageSet, type LinkageRow } from '../people/names/testing/linkage-set';
import { brief } from '../publish/brief/brief';
import { publishable } from '../publish/gate/publishable';
import { summary } from '../publish/summary';
import { tempCache } from '../testing/temp-cache';
import { analyse } from './analyse';

const { folder } = tempCache('people-by-name');
let made = 0;

/** A register as a CSV file with these columns, read by the kit. */
async function read(
  rows: readonly LinkageRow[],
  columns: Partial<Record<keyof LinkageRow, string>>,
): Promise<PrivateResults> {
  const file = join(folder, `${made++}.csv`);
  const keys = Object.keys(columns) as (keyof LinkageRow)[];
  const lines = rows.map((row) => keys.map((key) => row[key]).join(','));
  writeFileSync(file, `${Object.values(columns).join(',')}\n${lines.join('\n')}\n`);
  return (await analyse({ case: null, files: [file] })).results;
}

const NAMES = { given: 'first_name', family: 'last_name' };
const WAYS: Partial<Record<keyof LinkageRow, string>>[] = [
  { ...NAMES, born: 'date_of_birth' },
  { ...NAMES, born: 'date_of_birth', postcode: 'postcode' },
  { ...NAMES, born: 'date_of_birth', postcode: 'postcode', street: 'street_address' },
];

test('the range of people by name holds the truth of ten invented registers at 0 to 20 % of errors, on average at most 20 % wide at 10 %', async () => {
  const widths: number[] = [];
  for (let seed = 1; seed <= 10; seed++) {
    const errors = [0, 0.05, 0.1, 0.2][seed % 4] ?? 0;
    const { rows, people } = linkageSet({ seed, people: 900, errors });
    const results = await read(rows, WAYS[seed % 3] ?? {});
    assert.equal(
      results.people.some(({ main }) => main),
      false,
    );
    const range = results.people.find(({ id }) => id === 'people.linked-names')?.range;
    const [fewest, most] = range ?? [];
    assert.ok(typeof fewest === 'number' && typeof most === 'number');
    assert.ok(fewest <= people && people <= most, `seed ${seed}: ${people} in ${fewest} to ${most}`);
    if (errors === 0.1) widths.push((most - fewest) / people);
  }
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  assert.ok(mean <= 0.2, `${mean} wide`);
});

test('terminal and brief say the range, and no name, date or postcode leaves', async () => {
  const { rows } = linkageSet({ seed: 77, people: 1500, errors: 0.1 });
  const results = publishable(await read(rows, WAYS[1] ?? {}));
  const out = [JSON.stringify(results), brief(results), ...summary(results)].join('\n');
  assert.match(
    summary(results).join(' ').replaceAll(/\s+/gu, ' '),
    /Between 1,\d\d0 and 1,\d\d0 people, by name, date of birth and postal code\./,
  );
  assert.match(brief(results), /Between 1,\d\d0 and 1,\d\d0 people/);
  for (const { family, born } of rows.slice(0, 200))
    if (family.length > 6 && born) assert.ok(!out.includes(family) && !out.includes(born));
});
