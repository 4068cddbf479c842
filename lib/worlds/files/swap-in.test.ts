import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { swapIn } from './swap-in';
import { refusesLater } from '../../testing/refuses';
import { tempFolder } from '../../testing/temp-folder';

const folder = tempFolder('swap-test');

function fill(text: string): (half: string) => Promise<string> {
  return (half) => {
    mkdirSync(half);
    writeFileSync(join(half, 'truth.json'), text);
    return Promise.resolve(text);
  };
}

test('what was made takes the name, and replaces what an earlier run made', async () => {
  const out = join(folder, 'deep', 'world');
  for (const text of ['one', 'two']) {
    assert.equal(await swapIn(out, fill(text)), text);
    assert.equal(readFileSync(join(out, 'truth.json'), 'utf8'), text);
  }
  assert.deepEqual(readdirSync(join(folder, 'deep')), ['world']);
});

test('a full disk is said with what was needed and what is free, and leaves nothing', async () => {
  const out = join(folder, 'full', 'world');
  const run = swapIn(out, async (half) => {
    await fill('12345')(half);
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  const message = /^The working copy needs more than 5 bytes and \d+ bytes are free\.$/;
  await refusesLater(run, 'DISK_FULL', message);
  assert.deepEqual(readdirSync(join(folder, 'full')), []);
});

test('an error of another sort goes through, and what stood there stays', async () => {
  const out = join(folder, 'other', 'world');
  await swapIn(out, fill('old'));
  await assert.rejects(
    swapIn(out, () => Promise.reject(new RangeError('a fault'))),
    new RangeError('a fault'),
  );
  assert.equal(readFileSync(join(out, 'truth.json'), 'utf8'), 'old');
});
