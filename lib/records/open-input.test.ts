import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { AnalysisError, ErrorCode } from '../contract/errors';
import { Leaked } from '../contract/leaked';
import type { ProgressEvent } from '../contract/progress';
import { STORE_VERSION } from './store/cache-folder';
import { forget } from './store/forget';
import { previewInput } from './store/preview-input';
import type { OpenedInput, OpenInputOptions } from './open-input';
import { openInput } from './open-input';
import { privateInputs } from './private-inputs';
import { isAlive } from './store/private-temp-dir';
import { sweepCache } from './store/sweep-cache';
import { refuses, refusesLater } from '../testing/refuses';
import { tempCache } from '../testing/temp-cache';

const { folder: root, cache } = tempCache('open');
const input = join(root, 'people.ndjson');
const large = join(root, 'large.ndjson');

const person = (i: number) => `{"id":${i},"mail":"p${i}@example.org","token":"SYNTHETIC-${i}"}\n`;
const people = (count: number) => Array.from({ length: count }, (_, i) => person(i)).join('');
writeFileSync(large, people(400_000));

beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(input, people(1000));
});

const stores = () => readdirSync(join(cache, `store-${STORE_VERSION}`));
const leftOver = () => [...stores(), ...readdirSync(join(cache, 'tmp'))];

async function count(opened: OpenedInput): Promise<number | null | undefined> {
  const { store } = opened;
  return (await store.engine.numbers(`select count(*) from ${store.source('k0')}`))[0]?.[0];
}

async function fails(code: ErrorCode, options: OpenInputOptions, files = [large]): Promise<AnalysisError> {
  const error = await openInput(files, options).then(
    () => assert.fail(`no ${code}`),
    (fault: unknown) => fault as AnalysisError,
  );
  assert.equal(error.code, code, error.message);
  assert.deepEqual(leftOver(), [], 'nothing half-made is left');
  return error;
}

test('an input is read once and then opened from its copy, packed or not', async () => {
  for (const [i, content] of [people(1000), gzipSync(people(1000))].entries()) {
    writeFileSync(input, content);
    const events: ProgressEvent[] = [];
    const first = await openInput([input], { onProgress: (event) => events.push(event) });
    assert.equal(first.cached, false, `round ${i}`);
    assert.equal(first.store.manifest.documents, 1000);
    assert.equal(await count(first), 1000);
    assert.equal(events.at(-1)?.done, statSync(input).size);
    assert.equal(events.at(-1)?.known?.documents, 1000);
    first.close();
    assert.equal(previewInput([input]).diskNeeded, 0);
    const second = await openInput([input], { onProgress: () => assert.fail('nothing is read') });
    assert.equal(second.cached, true);
    assert.equal(second.commitment, first.commitment);
    assert.deepEqual(second.store.manifest, JSON.parse(JSON.stringify(first.store.manifest)));
    assert.equal(await count(second), 1000);
    await second.confirm();
    second.close();
  }
});

test('texts of the store are sealed, paths are found, unknown tables are refused', async () => {
  const opened = await openInput([input]);
  const { store } = opened;
  const mail = store.find('k0', 'mail');
  assert.equal(mail?.distinct, 1000);
  assert.equal(store.find('k0', 'nothing'), undefined);
  const rows = await store.engine.texts(
    `select ${mail.column} from ${store.source('k0')} order by _doc limit 1`,
  );
  const [text] = rows[0] as [Leaked];
  assert.equal(String(text).includes('example'), false);
  assert.equal(Leaked.unseal(text), 'p0@example.org');
  refuses(() => store.source('k9'), 'INTERNAL', /fault of its own/);
  await refusesLater(
    store.engine.texts(`select * from read_text('${input}')`),
    'INTERNAL',
    /fault of its own/,
  );
  opened.close();
});

test('two openings at once make one copy', async () => {
  const both = await Promise.all([openInput([large]), openInput([large])]);
  assert.deepEqual(both.map((opened) => opened.cached).sort(), [false, true]);
  assert.deepEqual(await Promise.all(both.map(count)), [400_000, 400_000]);
  both.forEach((opened) => opened.close());
  assert.equal(stores().length, 1);
});

test(
  'the cache is private: folders 0700, files 0600, a key of 32 bytes, a tag for backups',
  { skip: process.platform === 'win32' },
  async () => {
    const opened = await openInput([input]);
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    for (const dir of [cache, join(cache, `store-${STORE_VERSION}`), join(cache, 'tmp'), opened.copy.dir])
      assert.equal(mode(dir), '700', dir);
    for (const name of readdirSync(opened.copy.dir))
      assert.equal(mode(join(opened.copy.dir, name)), '600', name);
    assert.equal(mode(join(cache, 'key')), '600');
    assert.equal(statSync(join(cache, 'key')).size, 32);
    assert.match(
      readFileSync(join(cache, 'CACHEDIR.TAG'), 'utf8'),
      /^Signature: 8a477f597d28d172789f06886806bc55/,
    );
    opened.close();
  },
);

test('the commitment is the keyed hash of the bytes: stable under one key, different under another', async () => {
  const first = await openInput([input]);
  first.close();
  const digest = createHash('sha256').update(people(1000)).digest('hex');
  assert.equal(first.store.manifest.parts[0]?.sha256, digest);
  const key = readFileSync(join(cache, 'key'));
  const expected = createHmac('sha256', key)
    .update(`breachscope commitment\0${digest.length}:${digest}`)
    .digest('hex');
  assert.equal(first.commitment, expected);
  assert.equal(JSON.stringify(privateInputs(first)).includes(digest), true);
  rmSync(cache, { recursive: true });
  const second = await openInput([input]);
  second.close();
  assert.notEqual(second.commitment, first.commitment);
});

test('the private entry names the file; rejects are told by position and code', async () => {
  writeFileSync(input, `${person(1)}{"SYNTHETIC-broken\n${person(2)}`);
  const opened = await openInput([input]);
  const [entry] = privateInputs(opened);
  assert.deepEqual(
    [entry?.name, entry?.path, entry?.parts, entry?.bytes],
    ['people.ndjson', input, [input], statSync(input).size],
  );
  assert.equal(opened.rejects.length, 1);
  assert.deepEqual(
    { ...opened.rejects[0], code: '' },
    { part: 0, line: 2, byte: person(1).length, length: 18, code: '' },
  );
  assert.doesNotMatch(JSON.stringify(opened.rejects), /broken/);
  opened.close();
});

test('an input without a readable document is opened as refused, with its codes', async () => {
  writeFileSync(input, '<p>\n<b>1</b>\n');
  await refusesLater(openInput([input]), 'FORMAT_UNKNOWN', /no format that is read/);
  const bytes = gzipSync(people(1000));
  bytes.fill(0xff, 12, 60);
  writeFileSync(input, bytes);
  const { store } = await openInput([input]);
  assert.deepEqual([store.manifest.documents, store.manifest.status], [0, 'refused']);
  store.close();
});

test('a killed reading process is a crash that is reported, and nothing is left', async () => {
  const error = await fails('CHILD_CRASHED', { onStart: (pid) => process.kill(pid, 'SIGKILL') });
  assert.equal(error.exit, 2);
  await fails('CHILD_CRASHED', { onStart: (pid) => setTimeout(() => process.kill(pid, 'SIGSEGV'), 150) });
});

test('a reading process that stands still is killed', { skip: process.platform === 'win32' }, async () => {
  let child = 0;
  const error = await fails('CHILD_STALLED', {
    stallSeconds: 0.3,
    onStart: (pid) => {
      child = pid;
      process.kill(pid, 'SIGSTOP');
    },
  });
  assert.match(error.message, /no progress for 0.3 s/);
  assert.equal(isAlive(child), false);
});

test('stopping leaves nothing, before, while and waiting for another run', async () => {
  const before = new AbortController();
  before.abort();
  assert.equal((await fails('INTERRUPTED', { signal: before.signal })).exit, 130);
  const during = new AbortController();
  await fails('INTERRUPTED', { signal: during.signal, onProgress: () => during.abort() });
  const waiting = new AbortController();
  const first = openInput([large]);
  const second = openInput([large], { signal: waiting.signal });
  setTimeout(() => waiting.abort(), 50);
  await refusesLater(second, 'INTERRUPTED', /^Stopped by you/);
  (await first).close();
});

test('an input that changes while it is read is refused', async () => {
  writeFileSync(input, people(1000));
  await fails('INPUT_CHANGED', { onStart: () => appendFileSync(input, person(1000)) }, [input]);
});

test('a changed file is another input; a copy whose file lost its content is noticed on confirming', async () => {
  (await openInput([input])).close();
  appendFileSync(input, person(1000));
  const second = await openInput([input]);
  assert.deepEqual([second.cached, second.store.manifest.documents], [false, 1001]);
  second.close();
  const third = await openInput([input]);
  writeFileSync(input, people(1001).replaceAll('p1@', 'q1@'));
  await refusesLater(third.confirm(), 'INPUT_CHANGED', /changed while it was read/);
  third.close();
});

test(
  'a run killed outright leaves what the next start sweeps',
  { skip: process.platform === 'win32' },
  async () => {
    const script = `require(${JSON.stringify(join(__dirname, 'open-input.js'))}).openInput([${JSON.stringify(large)}], { onStart: (pid) => process.send(pid) })`;
    const run = fork('-e', [script], { execArgv: [], stdio: 'ignore' });
    const child = await new Promise<number>((resolve) => run.once('message', (pid) => resolve(Number(pid))));
    await sleep(100);
    run.kill('SIGKILL');
    await new Promise((resolve) => run.once('exit', resolve));
    for (let i = 0; i < 400 && isAlive(child); i++) await sleep(50);
    assert.equal(isAlive(child), false, 'the reading process ends with its parent');
    assert.notDeepEqual(leftOver(), []);
    sweepCache();
    assert.deepEqual(leftOver(), []);
  },
);

test('forget deletes the copies of a file, also when the file is gone, and all of them', async () => {
  (await openInput([input])).close();
  (await openInput([large])).close();
  rmSync(input);
  assert.equal(forget([input]).copies, 1);
  assert.equal(forget([input]).copies, 0);
  const all = forget('all');
  assert.ok(all.copies === 1 && all.bytes > 1_000_000);
  assert.deepEqual(stores(), []);
  assert.ok(existsSync(join(cache, 'key')), 'the key stays');
});

test('copies of another version of the kit go with the same rules', () => {
  const older = join(cache, 'store-1', '0'.repeat(32));
  mkdirSync(older, { recursive: true });
  sweepCache();
  assert.ok(existsSync(older), 'that version may still be in use');
  sweepCache(Date.now() + 7.1 * 24 * 3_600_000);
  assert.equal(existsSync(older), false);
});

test('a key or a private document that was never finished goes after a minute', () => {
  mkdirSync(join(cache, 'private-1'), { recursive: true });
  const halves = [join(cache, 'key.0123456789ab'), join(cache, 'private-1', 'x.json.new')];
  for (const path of halves) writeFileSync(path, 'half');
  sweepCache();
  assert.deepEqual(halves.map(existsSync), [true, true], 'its writer may be at work');
  sweepCache(Date.now() + 61_000);
  assert.deepEqual(halves.map(existsSync), [false, false]);
});

test('a copy unused for seven days goes at the next start, a kept one stays', async () => {
  const day = 24 * 3_600_000;
  (await openInput([input])).close();
  sweepCache(Date.now() + 6.9 * day);
  assert.equal(stores().length, 1);
  sweepCache(Date.now() + 7.1 * day);
  assert.equal(stores().length, 0);
  (await openInput([input], { keep: true })).close();
  sweepCache(Date.now() + 700 * day);
  assert.equal(stores().length, 1);
  forget([input]);
  assert.equal(stores().length, 0);
});

test(
  'a cache that cannot be written is refused by name',
  { skip: process.platform === 'win32' },
  async () => {
    process.env['BREACHSCOPE_CACHE'] = join(input, 'below-a-file');
    await refusesLater(
      openInput([input]),
      'CACHE_UNWRITABLE',
      /cache folder .*below-a-file.* cannot be written/,
    );
    process.env['BREACHSCOPE_CACHE'] = cache;
  },
);
