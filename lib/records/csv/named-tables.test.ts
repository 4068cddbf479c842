import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openInput } from '../open-input';
import { tempCache } from '../../testing/temp-cache';
import { tempFolder } from '../../testing/temp-folder';

tempCache('named-tables');

/** The kinds of a folder of files: what they are called after, and their documents. */
async function kindsOf(files: Record<string, string>): Promise<string[]> {
  const folder = tempFolder('named-tables');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const opened = await openInput([folder]);
  const found = opened.store.manifest.kinds.map(({ file, documents }) => `${file} ${documents}`);
  opened.close();
  return found.sort();
}

test('tables of a folder are kinds of their own, whatever their columns share, and parts of one table are one', async () => {
  const rows = (from: number) => `${from},a${from}@example.org\n${from + 1},b${from}@example.org\n`;
  assert.deepEqual(
    await kindsOf({
      'staff.csv': `id,mail,role\n1,a@example.org,cook\n2,b@example.org,cook\n`,
      'guests-1.csv': `id,mail\n${rows(10)}`,
      'guests-2.csv': `id,mail,note\n20,c@example.org,x\n21,d@example.org,y\n`,
      'visits.csv': `id,mail,room\n7,e@example.org,4\n8,f@example.org,5\n`,
    }),
    ['guests 4', 'staff 2', 'visits 2'],
  );
});

test('one header in several files is one table, whatever they are called, with what is by its name a part of either', async () => {
  assert.deepEqual(
    await kindsOf({
      'berlin.csv': `id,mail\n1,a@example.org\n2,b@example.org\n`,
      'hamburg-1.csv': `id,mail\n3,c@example.org\n`,
      'hamburg-2.csv': `id,mail,note\n4,d@example.org,x\n`,
      'visits.csv': `id,mail,room\n7,e@example.org,4\n`,
    }),
    ['undefined 4', 'visits 1'],
  );
});

test('very many files with one header are one table, whatever they are called', async () => {
  const towns = Array.from(
    { length: 24 },
    (_, i) => `town${'abcdefghijklmnopqrstuvwxyz'[i]}${'q'.repeat(9)}`,
  );
  const files = Object.fromEntries(
    towns.map((town, i) => [`${town}.csv`, `id,mail\n${i},p${i}@example.org\n`]),
  );
  assert.deepEqual(await kindsOf(files), ['undefined 24']);
});
