import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isStale, withLock } from './lock';
import { refusesLater } from '../../testing/refuses';
import { tempFolder } from '../../testing/temp-folder';

const root = tempFolder('lock-test');
const lock = join(root, 'x.lock');

const held = (pid: number | undefined, host = hostname()) =>
  writeFileSync(lock, JSON.stringify({ pid, host }));

test('of two at once the second waits, and the lock is gone afterwards, also after a failure', async () => {
  const order: string[] = [];
  const one = withLock(lock, undefined, async () => {
    order.push('one in');
    await new Promise((resolve) => setTimeout(resolve, 150));
    order.push('one out');
  });
  const two = withLock(lock, undefined, () => Promise.resolve(order.push('two')));
  await Promise.all([one, two]);
  assert.deepEqual(order, ['one in', 'one out', 'two']);
  await assert.rejects(
    withLock(lock, undefined, () => Promise.reject(new Error('work'))),
    new Error('work'),
  );
  assert.equal(existsSync(lock), false);
});

test('the lock of a process that is no more is taken over', async () => {
  held(spawnSync(process.execPath, ['-e', '0']).pid);
  assert.equal(isStale(lock), true);
  assert.equal(await withLock(lock, undefined, () => Promise.resolve('done')), 'done');
});

test('a silent lock is stale whoever holds it; a fresh one of another machine is not', () => {
  held(1, 'another-machine');
  assert.equal(isStale(lock), false);
  held(process.pid);
  assert.equal(isStale(lock), false);
  utimesSync(lock, new Date(), new Date(Date.now() - 61_000));
  assert.equal(isStale(lock), true);
  writeFileSync(lock, '{');
  assert.equal(isStale(lock), false, 'half-written a moment ago');
  rmSync(lock);
  assert.equal(isStale(lock), true, 'there is none');
});

test('waiting ends with the signal, and the other’s lock stays', async () => {
  held(process.pid);
  const waiting = withLock(lock, AbortSignal.timeout(50), () => Promise.resolve());
  await refusesLater(waiting, 'INTERRUPTED', /^Stopped by you/);
  assert.equal(existsSync(lock), true);
});

test('a lock that cannot be written is told', async () => {
  const locked = withLock(join(root, 'no', 'x.lock'), undefined, () => Promise.resolve());
  await refusesLater(locked, 'CACHE_UNWRITABLE', /cannot be written/);
});
