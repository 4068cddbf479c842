import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse } from '../study/analyse';
import { tempCache } from '../testing/temp-cache';

const { folder } = tempCache('ids-by-file');
let made = 0;

/** People by their main definition, over CSV files of one header. */
async function counted(tables: Record<string, string[]>): Promise<[string | undefined, unknown, unknown]> {
  const dir = join(folder, `${made++}`);
  mkdirSync(dir);
  const files = Object.entries(tables).map(([name, lines]) => {
    const file = join(dir, `${name}.csv`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  });
  const { people } = (await analyse({ case: null, files })).results;
  const main = people.find((row) => row.main);
  return [main?.id, main?.count, people.find(({ id }) => id === 'people.linked-l4')?.count];
}

const rows = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i + 1));
const HEADER = 'id,name,phone';
const person = (town: string) => (i: number) =>
  `${i},Person ${town}${i},+49 ${town.charCodeAt(0)} ${String(500_000 + i * 7)}`;

test('numbers that begin anew in each file are other people’s in each', async () => {
  const towns = {
    berlin: [HEADER, ...rows(300, person('b'))],
    hamburg: [HEADER, ...rows(200, person('h'))],
    kiel: [HEADER, ...rows(20, person('k'))],
  };
  assert.deepEqual(await counted(towns), ['people.accounts', 520, 520]);
});

test('the same people in two files are counted once by their numbers', async () => {
  const months = {
    january: [HEADER, ...rows(300, person('b'))],
    february: [HEADER, ...rows(320, person('b'))],
  };
  const [id, count] = await counted(months);
  assert.deepEqual([id, count], ['people.accounts', 320]);
});

test('documents in a table of their own that give such a number are nobody’s: it does not say of which file', async () => {
  const header = 'user_id,name,email';
  const user = (town: string) => (i: number) => `${i},Person ${town}${i},${town}${i}@example.org`;
  const [id, count] = await counted({
    bonn: [header, ...rows(120, user('bonn'))],
    jena: [header, ...rows(90, user('jena'))],
    visits: ['visit,user_id,diagnosis', ...rows(400, (i) => `${9000 + i},${(i % 120) + 1},F32.${i % 9}`)],
  });
  assert.deepEqual([id, count], ['people.accounts', 210]);
});
