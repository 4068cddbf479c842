import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inspect } from 'node:util';
import { AnalysisError } from '../contract/errors';
import { Leaked } from '../contract/leaked';
import type { Engine } from '../contract/store';
import { lazyEngine } from './lazy-engine';
import { isAsking, openEngine } from './open-engine';
import { quoteIdentifier, quoteText } from './quote';
import { refusesLater } from '../testing/refuses';
import { tempFolder } from '../testing/temp-folder';

const CANARY = 'SYNTHETIC-canary-7f3a';
const root = tempFolder('engine-test');
const readable = join(root, 'it\'s " readable');
const closedFolder = join(root, 'closed');
let engine: Engine;

before(async () => {
  for (const dir of [readable, closedFolder, join(root, 'temp')]) mkdirSync(dir, { mode: 0o700 });
  writeFileSync(join(readable, 'in.csv'), 'a,b\n1,2\n');
  writeFileSync(join(closedFolder, 'out.csv'), `a\n${CANARY}\n`);
  symlinkSync(join(closedFolder, 'out.csv'), join(readable, 'link.csv'));
  engine = await openEngine({ tempDir: join(root, 'temp'), readable: [readable] });
});
after(() => engine.close());

/** The error must be ours and must hold nothing of the statement or the data. */
async function refusesQuietly(work: Promise<unknown>, kind: RegExp): Promise<void> {
  const fault = await refusesLater(work, 'INTERNAL', kind);
  assert.doesNotMatch(inspect(fault), /canary/i);
}

test('numbers come out bare: whole numbers, sums, averages, decimals, flags and null', async () => {
  const sql =
    'select 9007199254740991::bigint, sum(i), avg(i), 1.50::decimal(9,2), true, null from range(4) t(i)';
  assert.deepEqual(await engine.numbers(sql), [[9007199254740991, 6, 1.5, 1.5, 1, null]]);
});

test('a number beyond 2^53 and a text asked as a number are refused', async () => {
  await refusesQuietly(engine.numbers('select 9007199254740993::bigint'), /no safe number/);
  await refusesQuietly(engine.numbers(`select '${CANARY}'`), /no safe number/);
  await refusesQuietly(engine.texts('select 1'), /no text/);
});

test('whole numbers come out column by column, however many there are; anything else is refused', async () => {
  const seen: number[] = [];
  await engine.integers(
    'select cast(i as integer), cast(-i as integer) from range(10_000) t(i) order by i',
    ([up, down]) => up?.forEach((value, i) => seen.push(value, down?.[i] as number)),
  );
  assert.equal(seen.length, 20_000);
  assert.ok(seen.every((value, i) => value === (i % 2 === 0 ? i / 2 : -(i - 1) / 2)));
  for (const cell of ['null::integer', '1.5', '5000000000', `'${CANARY}'`, `'${CANARY}'::integer`])
    await refusesQuietly(
      engine.integers(`select ${cell}`, () => undefined),
      /integer/,
    );
  assert.deepEqual(await engine.numbers('select 1'), [[1]]);
});

test('texts come out sealed, null stays null', async () => {
  const [[text, none]] = (await engine.texts('select ?, null', [CANARY])) as [[Leaked, null]];
  assert.equal(none, null);
  assert.equal(`${String(text)}${JSON.stringify(text)}${inspect(text)}`.includes('canary'), false);
  assert.equal(Leaked.unseal(text), CANARY);
});

test('whole numbers are bound as whole numbers, so that 64-bit columns compare exactly', async () => {
  const sql = 'select count(*) from (values (9007199254740993::bigint)) t(i) where i = ?';
  assert.deepEqual(await engine.numbers(sql, [9007199254740992n]), [[0]]);
  assert.deepEqual(await engine.numbers('select count(*) from range(10) t(i) where i < ? limit ?', [5, 1]), [
    [5],
  ]);
  assert.deepEqual(await engine.numbers('select ?, ?, ?', [1.5, true, null]), [[1.5, 1, null]]);
});

test('a readable folder can be read, quotes in its name and all; no other file and no network', async () => {
  const csv = quoteText(join(readable, 'in.csv'));
  assert.deepEqual(await engine.numbers(`select count(*) from read_csv(${csv})`), [[1]]);
  for (const path of [
    '/etc/passwd',
    join(closedFolder, 'out.csv'),
    join(readable, '..', 'closed', 'out.csv'),
    join(readable, 'link.csv'),
  ]) {
    await refusesQuietly(engine.texts(`select * from read_text(${quoteText(path)})`), /Permission/);
  }
  await refusesQuietly(engine.run(`select * from read_csv('https://example.org/x.csv')`), /engine run/);
});

test('nothing can be written, attached, installed or set once the engine is open', async () => {
  await refusesQuietly(
    engine.run(`copy (select 1) to ${quoteText(join(closedFolder, 'x.csv'))}`),
    /Permission/,
  );
  await refusesQuietly(engine.run(`attach ${quoteText(join(closedFolder, 'x.db'))}`), /Permission/);
  await refusesQuietly(engine.run('install httpfs'), /Permission/);
  await refusesQuietly(engine.run('set enable_external_access = true'), /Invalid Input/);
  await refusesQuietly(engine.run("set allowed_directories = ['/']"), /engine run/);
  await refusesQuietly(engine.run('set lock_configuration = false'), /Invalid Input/);
});

test('a message of the engine never passes through', async () => {
  await refusesQuietly(engine.run(`select '${CANARY}'::integer`), /Conversion/);
  await refusesQuietly(engine.run(`select ${CANARY} from nowhere`), /Binder|Catalog/);
  await refusesQuietly(engine.run(`selec '${CANARY}'`), /Parser/);
});

test('fill makes a fresh table; null is null, and a second fill replaces the first', async () => {
  const column = 'odd " name';
  const rows = Array.from({ length: 5000 }, (_, i): [string, string | null] => [`v${i}`, i % 2 ? null : '']);
  await engine.fill('t " able', ['k', column], rows);
  const sql = `select count(*), count(distinct k), count(${quoteIdentifier(column)}) from ${quoteIdentifier('t " able')}`;
  assert.deepEqual(await engine.numbers(sql), [[5000, 5000, 2500]]);
  await engine.fill('t " able', ['k', column], []);
  assert.deepEqual(await engine.numbers(sql), [[0, 0, 0]]);
});

test('a column named __proto__ changes nobody’s prototype', async () => {
  await engine.texts(`select 'x' as "__proto__"`);
  assert.equal(Object.hasOwn(Object.prototype, 'x'), false);
  assert.equal((await engine.texts(`select 'x' as "__proto__"`))[0]?.length, 1);
});

test('statements asked at once are answered each with its own', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => engine.numbers('select ?', [i])));
  assert.deepEqual(
    answers.map((rows) => rows[0]?.[0]),
    Array.from({ length: 20 }, (_, i) => i),
  );
});

test('what does not fit into memory goes to the private folder and nowhere else', async () => {
  const tempDir = join(root, 'spill');
  mkdirSync(tempDir, { mode: 0o700 });
  const small = await openEngine({ tempDir, readable: [readable], memoryLimit: '60MB', threads: 1 });
  let spilled = 0;
  const watch = setInterval(() => (spilled = Math.max(spilled, readdirSync(tempDir).length)), 5);
  const sql = `select count(*) from (select distinct md5(i::varchar) || i as k from range(1_500_000) t(i)) where k < ?`;
  const [[count]] = (await small.numbers(sql, ['g'])) as [[number]];
  clearInterval(watch);
  assert.equal(count, 1_500_000);
  assert.ok(spilled > 0, 'it spilled');
  small.close();
});

test('a lazy engine opens once, at the first question, and tells a failure to whoever asks', async () => {
  let opened = 0;
  const lazy = lazyEngine(() => {
    opened++;
    return Promise.resolve(engine);
  });
  assert.equal(opened, 0);
  lazy.warm();
  assert.deepEqual(await lazy.numbers('select 1'), [[1]]);
  assert.equal(opened, 1);
  const broken = lazyEngine(() => Promise.reject(new AnalysisError('INTERNAL', { place: 'test' })));
  broken.warm();
  await refusesQuietly(broken.run('select 1'), /test/);
});

test('a statement that would take days ends when its signal is aborted, and nothing is asked after it', async () => {
  const control = new AbortController();
  const stopped = await openEngine({
    tempDir: join(root, 'temp'),
    readable: [readable],
    signal: control.signal,
  });
  const order: string[] = [];
  const days = 'select count(*) from range(100000000) a(i), range(100000000) b(j) where (i * j) % 7 = 3';
  const asked = stopped.numbers(days).catch((fault: unknown) => order.push((fault as AnalysisError).code));
  const next = stopped
    .numbers('select 1')
    .catch((fault: unknown) => order.push((fault as AnalysisError).code));
  setTimeout(() => {
    order.push(isAsking() ? 'asking' : 'idle');
    control.abort(new AnalysisError('TIME_LIMIT', { seconds: 1 }));
  }, 100);
  await asked;
  await next;
  assert.deepEqual(order, ['asking', 'TIME_LIMIT', 'TIME_LIMIT']);
  assert.equal(isAsking(), false);
  stopped.close();
});
