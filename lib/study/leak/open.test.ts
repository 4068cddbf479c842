import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { publishable } from '../../publish/gate/publishable';
import { refusesLater } from '../../testing/refuses';
import { ROOT, WYZE } from '../../testing/repository';
import { tempCache } from '../../testing/temp-cache';
import { analyse } from '../analyse';
import { keepPrivate } from '../private-document';
import { open } from './open';

const { folder: scratch, cache } = tempCache('open');
const home = process.cwd();
const records = join(scratch, 'records');
const rows = Array.from({ length: 40 }, (_, i) => ({
  user_id: `u${i}`,
  email: `u${i}@example.org`,
  plan: i < 25 ? 'free' : 'paid',
}));
delete process.env['BREACHSCOPE_RUN'];
before(() => {
  mkdirSync(records);
  writeFileSync(join(records, 'users.ndjson'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
});
afterEach(() => delete process.env['BREACHSCOPE_RUN']);
after(() => process.chdir(home));

/** A finished run in `FOLDER/out/NAME`; its private document is kept too. */
async function madeRun(folder: string, name: string, age: number): Promise<string> {
  const run = join(scratch, folder, 'out', name);
  mkdirSync(run, { recursive: true });
  const { results } = await analyse({ files: [join(records, 'users.ndjson')], case: null, label: name });
  const text = JSON.stringify(publishable(results));
  keepPrivate(text, results);
  writeFileSync(join(run, 'results.json'), text);
  utimesSync(join(run, 'results.json'), age, age);
  return run;
}

test('a file or a folder is opened and can be asked', async () => {
  for (const what of [records, join(records, 'users.ndjson')]) {
    const leak = await open(what);
    assert.equal(leak.results.inputs[0]?.documents, 40);
    assert.equal(leak.results.case, null);
    assert.deepEqual((await leak.groups('plan')).rows, [
      { plan: 'free', people: 25 },
      { plan: 'paid', people: 15 },
    ]);
    assert.match(leak.claims().text(), /No case was named/);
  }
});

test('questions that are asked at once are answered as those asked one by one', async () => {
  const file = join(scratch, 'mails.ndjson');
  const mail = (i: number) => ({
    email: i % 2 ? `U${i}@Example.org` : ` u${i}@example.org`,
    plan: i < 25 ? 'free' : 'paid',
  });
  writeFileSync(file, Array.from({ length: 40 }, (_, i) => `${JSON.stringify(mail(i))}\n`).join(''));
  const leak = await open(file);
  const answers = await Promise.all([leak.groups('plan'), leak.groups('plan', 'email'), leak.groups('plan')]);
  const [first, pairs, last] = answers.map(({ rows: told }) => told);
  assert.deepEqual(first, [
    { plan: 'free', people: 25 },
    { plan: 'paid', people: 15 },
  ]);
  assert.deepEqual(last, first);
  assert.deepEqual((await leak.groups('plan', 'email')).rows, pairs);
});

test('a case and a draw can be named', async () => {
  const leak = await open(records, { case: 'wyze-2019', drawn: 'census-claimed' });
  assert.equal(leak.results.case, 'wyze-2019');
  assert.equal(leak.results.drawn[0]?.asked, 'census-claimed');
  assert.ok(leak.claims().rows.length > 50);
  await refusesLater(
    open(records, { case: 'wize-2019' }),
    'CASE_UNKNOWN',
    /no case wize-2019; there are: wyze-2019/,
  );
});

test('the sample of a case is opened by its name and by its folder, with what its truth says', async () => {
  process.chdir(scratch);
  for (const what of ['wyze-2019', WYZE, join(WYZE, 'sample')]) {
    const leak = await open(what);
    assert.equal(leak.results.case, 'wyze-2019');
    assert.ok(leak.results.inputs[0]?.synthetic, what);
    assert.equal(leak.results.drawn[0]?.proof, 'checked');
  }
});

test('nothing named: the run that the environment names, else the newest above, else the sample of the only case', async () => {
  const old = await madeRun('a', 'old', 1000);
  await madeRun('a', 'new', 2000);
  mkdirSync(join(scratch, 'a', 'notebooks'));
  mkdirSync(join(scratch, 'b'));
  const label = async (what?: string) => (await open(what)).results.inputs[0]?.label;
  process.chdir(join(scratch, 'a', 'notebooks'));
  assert.equal(await label(), 'new');
  assert.equal(await label('old'), 'old');
  assert.equal(await label('../out/old'), 'old');
  process.env['BREACHSCOPE_RUN'] = old;
  assert.equal(await label(), 'old');
  process.env['BREACHSCOPE_RUN'] = join(scratch, 'nowhere');
  await refusesLater(open(), 'RUN_MISSING', /nowhere holds no results\.json/);
  delete process.env['BREACHSCOPE_RUN'];
  process.chdir(join(scratch, 'b'));
  assert.equal((await open()).results.case, 'wyze-2019');
});

test('a run answers from its results; its records can be asked until they are forgotten', async () => {
  const run = await madeRun('c', 'one', 1000);
  const leak = await open(run);
  assert.ok(leak.read().notes.some((note) => note === 'A finished run.'));
  assert.equal((await leak.groups('plan')).rows.length, 2);
  await refusesLater(
    open(run, { drawn: 'census' }),
    'QUESTION_INVALID',
    /a finished run keeps the case and the draw/,
  );
  rmSync(join(cache, 'private-1'), { recursive: true });
  const forgotten = await open(run);
  assert.equal(forgotten.people().rows[0]?.people, 40);
  await refusesLater(forgotten.groups('plan'), 'RUN_FORGOTTEN', /working copy behind this run is gone/);
});

test('what is not there is told with the nearest names, but no name that looks like a value', async () => {
  process.chdir(scratch);
  writeFileSync(join(records, 'ana@example.org.ndjson'), '{"a":1}\n');
  await refusesLater(open('recrods'), 'PATH_MISSING', /recrods; the nearest: records\.$/);
  await refusesLater(open('records/user.ndjson'), 'PATH_MISSING', /the nearest: records\/users\.ndjson\.$/);
  await refusesLater(open('wize-2019'), 'PATH_MISSING', /the nearest: wyze-2019\.$/);
  const none = await refusesLater(open('records/ana@example.orgs'), 'PATH_MISSING', /nearest: wyze-2019\.$/);
  assert.doesNotMatch(none.message, /ndjson/);
  rmSync(join(records, 'ana@example.org.ndjson'));
});

test('a folder without documents is told as such', async () => {
  const folder = join(scratch, 'pictures');
  mkdirSync(folder);
  await refusesLater(open(folder), 'NOTHING_TO_READ', /pictures holds no documents: of its 0 files/);
  writeFileSync(join(folder, 'a.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(join(folder, 'b.ndjson'), '');
  await refusesLater(open(folder), 'NOTHING_TO_READ', /of its 2 files none is in a format that is read/);
});

test('from a folder below, a path and a case are found as from the root of the project; the nearest is told as it would be said', async () => {
  const clone = join(scratch, 'clone');
  mkdirSync(join(clone, 'notebooks'), { recursive: true });
  for (const part of ['data', 'examples', 'package.json']) symlinkSync(join(ROOT, part), join(clone, part));
  process.chdir(join(clone, 'notebooks'));
  const leak = await open('examples/harbour-gym/sample', { case: 'examples/harbour-gym' });
  assert.equal(leak.results.case, 'harbour-gym');
  const verdictOf = (rows: readonly { id: string; verdict: string | null }[]) =>
    rows.find(({ id }) => id === 'finder-heart-rates')?.verdict;
  // So few need a look in a made-up world too; its truth answers where it is asked to, and results say so.
  assert.equal(verdictOf(leak.claims().rows), 'Not decided');
  const answered = await open('examples/harbour-gym/sample', {
    case: 'examples/harbour-gym',
    answers: 'truth',
  });
  assert.equal(verdictOf(answered.claims().rows), 'Backed');
  assert.ok(answered.results.inputs[0]?.warnings.includes('ANSWERED_BY_TRUTH'));
  await refusesLater(open('data/wyze-2019/smaple'), 'PATH_MISSING', / data\/wyze-2019\/sample\b/);
});
