import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Truth } from '../contract/truth';
import { openCase } from './open-case';
import { refuses, refusesLater } from '../testing/refuses';
import { ROOT, WYZE } from '../testing/repository';
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
  await refusesLater(openCase(), 'RUN_MISSING', /nowhere holds no results\.json/);
  delete process.env['BREACHSCOPE_RUN'];
});

test('without a run the committed sample is run, and its records can be asked', async () => {
  const folder = join(scratch, 'b');
  mkdirSync(folder);
  symlinkSync(join(ROOT, 'data'), join(folder, 'data'));
  process.chdir(folder);
  const opened = await openCase();
  assert.equal(opened.name, 'wyze-2019');
  const truth = JSON.parse(readFileSync(join(WYZE, 'sample', 'truth.json'), 'utf8')) as Truth;
  assert.equal(opened.measure('people.accounts').inFile, truth.measures['people.accounts']?.file);
  assert.equal(opened.claim('ts-affected-users').id, 'ts-affected-users');
  refuses(
    () => opened.measure('people.with:feathers'),
    'MEASURE_MISSING',
    /no measure people\.with:feathers; it has: /,
  );
  refuses(() => opened.claim('nobody-said-so'), 'CLAIM_MISSING', /no claim nobody-said-so; it has: /);
  const store = await opened.records();
  assert.equal(store.manifest.documents, opened.results.inputs[0]?.documents);
  store.close();
  rmSync(join(scratch, 'cache', 'private-1'), { recursive: true });
  await refusesLater(opened.records(), 'RUN_FORGOTTEN', /working copy behind this run is gone/);
});
