import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Results } from '../contract/results';
import { STORE_VERSION } from '../records/store/cache-folder';
import { BIN } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('pipes');
const cache = join(folder, 'cache');
const env = {
  ...process.env,
  BREACHSCOPE_CACHE: cache,
  breachscope: `${process.execPath} ${BIN}`,
  DUMP: join(folder, 'dump.ndjson.gz'),
};
const people = Array.from({ length: 500 }, (_, i) => `{"id":"u${i}","email":"p${i}@example.org"}\n`);
writeFileSync(env.DUMP, gzipSync(people.join('')));

/** Runs a line of bash, in which $breachscope is the command and $DUMP an input. */
function bash(line: string) {
  const args = ['-c', `set -o pipefail; ${line}`];
  return spawnSync('bash', args, { env, cwd: folder, encoding: 'utf8' });
}

/** What lies in a folder of the cache. */
function left(name: string): string[] {
  return existsSync(join(cache, name)) ? readdirSync(join(cache, name)) : [];
}

function assertNothingLeft(): void {
  assert.deepEqual([left('tmp'), left(`store-${STORE_VERSION}`)], [[], []]);
}

const noBash = process.platform === 'win32' && 'no bash here';

for (const [what, line] of [
  ['-', 'cat $DUMP | $breachscope inspect - --json'],
  ['/dev/stdin', 'cat $DUMP | $breachscope inspect /dev/stdin --json'],
  ['a named pipe', 'mkfifo p && (cat $DUMP > p & $breachscope inspect p --json)'],
  ['a pipe of the shell', '$breachscope inspect <(cat $DUMP) --json'],
  ['text of a pipe', 'zcat $DUMP | $breachscope inspect - --json'],
] as const)
  test(`${what} is read as a file is, and nothing of it stays`, { skip: noBash }, () => {
    const { status, stdout, stderr } = bash(line);
    assert.equal(status, 0, stderr);
    assert.equal((JSON.parse(stdout) as Results).inputs[0]?.documents, 500);
    assert.match(stderr, /kept privately until this command ends/);
    assert.doesNotMatch(stderr, /Private working copy/);
    assertNothingLeft();
  });

test('a fault of what came through a pipe speaks of the pipe', { skip: noBash }, () => {
  const { status, stderr } = bash('printf "" | $breachscope inspect -');
  assert.equal(status, 2);
  assert.match(stderr, /breachscope: FILE_EMPTY: What came through standard input is empty\./);
  assertNothingLeft();
});

test('several commands work in one pipe', { skip: noBash }, () => {
  const { status, stdout, stderr } = bash(
    'cat $DUMP | $breachscope inspect - --json | $breachscope inspect - --json',
  );
  assert.equal(status, 0, stderr);
  assert.equal((JSON.parse(stdout) as Results).inputs[0]?.documents, 1);
  assertNothingLeft();
});

test('a reader that has read enough is no fault', { skip: noBash }, () => {
  for (const reader of ['head -1', 'true']) {
    const { status, stderr } = bash(`cat $DUMP | $breachscope inspect - --json | ${reader}`);
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stderr, /EPIPE|^\s+at /m);
  }
});

test('Ctrl-C while a pipe is read: exit 130; what was read lay in a private file, and is gone', async () => {
  const child = spawn(process.execPath, [BIN, 'inspect', '-'], { env, stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  child.stdin.on('error', () => undefined).write(people.join(''));
  const ended = new Promise((done) => child.once('close', done));
  const kept = () =>
    left('tmp').flatMap((name) => left(join('tmp', name)).map((file) => join(cache, 'tmp', name, file)));
  for (let wait = 0; wait < 100 && kept().every((file) => statSync(file).size === 0); wait++) await sleep(50);
  assert.deepEqual(
    kept().map((file) => statSync(file).mode & 0o777),
    [0o600],
  );
  child.kill('SIGINT');
  assert.equal(await ended, 130, said);
  assert.match(said, /breachscope: INTERRUPTED: /);
  assertNothingLeft();
});
