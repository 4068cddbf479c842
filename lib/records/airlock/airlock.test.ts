import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import type { AnalysisError } from '../../contract/errors';
import { runAirlock } from './run-airlock';
import { readWithRetries } from './read-with-retries';
import { refusesLater } from '../../testing/refuses';
import { tempFolder } from '../../testing/temp-folder';

const root = tempFolder('airlock-test');
const dir = join(root, 'store');
const input = join(root, 'input');
const request = {
  files: [{ path: input }],
  dir,
  workers: 2,
};
const onLinux = { skip: process.platform !== 'linux' };

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  writeFileSync(input, '{"a":"SYNTHETIC-canary"}\n'.repeat(300_000));
});

test(
  'the reading process has a clean environment, no core dump and nothing on its standard streams',
  onLinux,
  async () => {
    process.env['SYNTHETIC_SECRET'] = 'canary';
    let seen = '';
    let limits = '';
    const look = (pid: number) => {
      seen = readFileSync(`/proc/${pid}/environ`, 'latin1');
      limits = readFileSync(`/proc/${pid}/limits`, 'latin1');
    };
    let pid = 0;
    const { documents } = await runAirlock(request, {
      tempDir: root,
      onStart: (id) => (pid = id),
      onProgress: () => seen === '' && look(pid),
    });
    assert.equal(documents, 300_000);
    assert.match(limits, /Max core file size +0 /);
    assert.match(limits, /Max data size +[1-9]\d+ /);
    assert.doesNotMatch(seen, /canary|HOME=|PATH=/);
    assert.match(seen, new RegExp(`TMPDIR=${root}`));
  },
);

test('a full disk while reading is told as a full disk', onLinux, async () => {
  // A file of this name is written last; /dev/full takes nothing.
  symlinkSync('/dev/full', join(dir, 'rejects.parquet'));
  await refusesLater(runAirlock(request, { tempDir: root }), 'DISK_FULL', /\d+ bytes are free/);
});

test('a fault inside the reading process is told by code and holds nothing of the input', async () => {
  rmSync(dir, { recursive: true });
  writeFileSync(dir, '');
  await assert.rejects(runAirlock(request, { tempDir: root }), (error: AnalysisError) => {
    assert.match(
      `${error.code}: ${error.message}`,
      /^INTERNAL: .*fault of its own|^CHILD_CRASHED: .*crashed/,
    );
    assert.doesNotMatch(inspect(error), /canary/);
    return true;
  });
  rmSync(dir);
});

test('the reading process has no network where the system lets it have none', onLinux, async (t) => {
  if (spawnSync('/usr/bin/unshare', ['-r', '-n', 'true']).status !== 0) return t.skip('not allowed here');
  let net = '';
  await runAirlock(request, {
    tempDir: root,
    onStart: (pid) => (net = String(pid)),
    onProgress: () => net.startsWith('net') || (net = readlinkSync(`/proc/${net}/ns/net`)),
  });
  assert.match(net, /^net:/);
  assert.notEqual(net, readlinkSync('/proc/self/ns/net'));
});

test(
  'memory over its limit and a disk that runs short end the reading, each by its code',
  onLinux,
  async () => {
    writeFileSync(input, '{"a":"SYNTHETIC-canary"}\n'.repeat(4_000_000));
    await refusesLater(
      runAirlock(request, { tempDir: root, memoryBytes: 50e6 }),
      'MEMORY_LIMIT',
      /more than 50000000 bytes of memory/,
    );
    rmSync(dir, { recursive: true });
    mkdirSync(dir);
    await refusesLater(
      runAirlock(request, { tempDir: root, reserveBytes: 1e18, diskNeeded: 5 }),
      'DISK_FULL',
      /needs more than \d{18,19} bytes and \d+ bytes are free/,
    );
  },
);

test('a part that crashes the reading process is named, and the others are read', onLinux, async () => {
  const files = [0, 1, 2].map((i) => ({ path: join(root, `part-${i}`) }));
  for (const { path } of files) writeFileSync(path, '{"a":"SYNTHETIC-canary"}\n'.repeat(200_000));
  let pid = 0;
  const result = await readWithRetries(
    { files, dir, workers: 2 },
    {
      tempDir: root,
      onStart: (id) => (pid = id),
      onProgress: ({ part, step }) => part === 1 && step === 'read' && process.kill(pid, 'SIGKILL'),
    },
    false,
  );
  assert.deepEqual(
    result.parts.map(({ status, code, documents }) => [status, code, documents]),
    [
      ['complete', null, 200_000],
      ['crashed', 'CHILD_CRASHED', 0],
      ['complete', null, 200_000],
    ],
  );
  assert.deepEqual([result.status, result.code, result.documents], ['partial', 'CHILD_CRASHED', 400_000]);
});

test(
  'an input of one part that crashes is given up at once, and one that always crashes after a few times',
  onLinux,
  async () => {
    let starts = 0;
    const options = { tempDir: root, onStart: (pid: number) => (starts++, process.kill(pid, 'SIGKILL')) };
    await refusesLater(
      readWithRetries(request, options, true),
      'CHILD_CRASHED',
      /crashed the reading process/,
    );
    assert.equal(starts, 1);
    await refusesLater(
      readWithRetries(request, options, false),
      'CHILD_CRASHED',
      /crashed the reading process/,
    );
    assert.equal(starts, 4, 'whole, part by part, without the first part');
  },
);
