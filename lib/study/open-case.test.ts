import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openCase } from './open-case';
import { ROOT } from '../testing/repository';
import { tempCache } from '../testing/temp-cache';

const { folder: scratch } = tempCache('open-case');
const home = process.cwd();
delete process.env['BREACHSCOPE_RUN'];
after(() => process.chdir(home));

function run(folder: string, name: string, age: number): void {
  const at = join(scratch, folder, 'out', name);
  mkdirSync(at, { recursive: true });
  const file = join(at, 'results.json');
  writeFileSync(file, JSON.stringify({ case: name, inputs: [], measures: [], claims: [] }));
  utimesSync(file, age, age);
}

test('the newest run above the notebook is taken, or the one that is named', async () => {
  run('a', 'old', 1000);
  run('a', 'new', 2000);
  mkdirSync(join(scratch, 'a', 'notebooks'));
  process.chdir(join(scratch, 'a', 'notebooks'));
  assert.equal((await openCase()).name, 'new');
  assert.equal((await openCase('old')).name, 'old');
  process.env['BREACHSCOPE_RUN'] = join(scratch, 'a', 'out', 'old');
  assert.equal((await openCase()).name, 'old');
  process.env['BREACHSCOPE_RUN'] = join(scratch, 'nowhere');
  await assert.rejects(openCase(), { code: 'RUN_MISSING' });
  delete process.env['BREACHSCOPE_RUN'];
});

test('without a run the committed sample is run, and its records can be asked', async () => {
  const folder = join(scratch, 'b');
  mkdirSync(folder);
  symlinkSync(join(ROOT, 'data'), join(folder, 'data'));
  process.chdir(folder);
  const opened = await openCase();
  assert.equal(opened.name, 'wyze-2019');
  assert.equal(opened.measure('people.accounts').inFile, 400);
  assert.equal(opened.claim('ts-affected-users').id, 'ts-affected-users');
  assert.throws(() => opened.measure('people.with:feathers'), { code: 'MEASURE_MISSING' });
  assert.throws(() => opened.claim('nobody-said-so'), { code: 'CLAIM_MISSING' });
  const store = await opened.records();
  assert.equal(store.manifest.documents, opened.results.inputs[0]?.documents);
  store.close();
  rmSync(join(scratch, 'cache', 'private-1'), { recursive: true });
  await assert.rejects(opened.records(), { code: 'RUN_FORGOTTEN' });
});
