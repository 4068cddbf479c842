import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Results } from '../contract/results';
import { validate } from '../contract/validate';
import { STORE_VERSION } from '../records/store/cache-folder';
import { filesIn } from '../testing/files-in';
import { BIN } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const scratch = tempFolder('refused');
const cache = join(scratch, 'cache');

function inspect(...args: string[]): { status: number | null; results: Results; said: string } {
  const env = { ...process.env, BREACHSCOPE_CACHE: cache };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'inspect', '--json', ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, results: JSON.parse(stdout) as Results, said: stderr };
}

const file = filesIn(scratch);

test('an input that is not read has a document of its own, and the command to run', () => {
  const database = file('leak.db', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(900)]));
  const { status, results, said } = inspect(database);
  validate('results', results);
  assert.equal(status, 2);
  assert.deepEqual([results.inputs[0]?.status, results.inputs[0]?.code], ['refused', 'NEEDS_CONVERSION']);
  assert.match(said, /is SQLite, which is not read\.[^]*sqlite3 -header -csv FILE/);
  assert.equal(JSON.stringify(results).includes('leak'), false, 'names are private');
});

test('a folder is one input: files at any depth, hidden and foreign ones skipped and counted, links not followed out', () => {
  const folder = join(scratch, 'dump');
  mkdirSync(join(folder, 'deep', "it's [odd]*?\n"), { recursive: true });
  const line = (i: number) => `{"id":"${i}","email":"p${i}@example.org"}\n`;
  writeFileSync(join(folder, 'a.ndjson'), line(1));
  writeFileSync(join(folder, 'deep', 'b.bin'), gzipSync(line(2)));
  writeFileSync(join(folder, 'deep', "it's [odd]*?\n", '-c; drop'), line(3));
  writeFileSync(join(folder, '.hidden.ndjson'), line(4));
  writeFileSync(join(folder, '.DS_Store'), 'x');
  writeFileSync(join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  file('outside.ndjson', line(5));
  symlinkSync(join(scratch, 'outside.ndjson'), join(folder, 'link.ndjson'));
  symlinkSync(join(folder, 'a.ndjson'), join(folder, 'again.ndjson'));
  symlinkSync('..', join(folder, 'deep', 'loop'));
  const { status, results } = inspect(folder);
  assert.equal(status, 0);
  const [input] = results.inputs;
  assert.deepEqual(
    [input?.documents, input?.parts, input?.status, input?.skipped, input?.rejectCounts, input?.compression],
    [3, 3, 'partial', 5, { FILE_HIDDEN: 3, FORMAT_UNKNOWN: 1 }, 'mixed'],
  );
  assert.ok(input?.warnings.includes('LITTER'));
});

test('a time limit is held, and leaves nothing behind', () => {
  // More than a gigabyte of text, a small part of it written again and again: no machine unpacks that in a second.
  const part = Array.from(
    { length: 500_000 },
    (_, i) => `{"a":${i * 7919},"b":"SYNTHETIC-canary-${i}"}\n`,
  ).join('');
  const large = file('large.ndjson.gz', Buffer.concat(Array<Buffer>(60).fill(gzipSync(part, { level: 1 }))));
  const { status, results, said } = inspect(large, '--time-limit', '1');
  assert.equal(status, 2);
  assert.equal(results.inputs[0]?.code, 'TIME_LIMIT');
  assert.match(said, /The time limit of 1 s is over\./);
  const left = readdirSync(join(cache, 'tmp'));
  assert.deepEqual(left, []);
  assert.deepEqual(
    readdirSync(join(cache, `store-${STORE_VERSION}`)).filter((name) => !/^[0-9a-f]{32}$/.test(name)),
    [],
  );
});
