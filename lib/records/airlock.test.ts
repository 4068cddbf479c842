import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { inspect } from 'node:util';
import type { AnalysisError } from '../contract/errors';
import { runAirlock } from './airlock';

const root = mkdtempSync(join(tmpdir(), 'airlock-test-'));
const dir = join(root, 'store');
const input = join(root, 'input');
const request = {
  parts: [{ path: input }],
  dir,
  workers: 2,
};
const onLinux = { skip: process.platform !== 'linux' };

beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  writeFileSync(input, '{"a":"SYNTHETIC-canary"}\n'.repeat(300_000));
});
after(() => rmSync(root, { recursive: true, force: true }));

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
    assert.doesNotMatch(seen, /canary|HOME=|PATH=/);
    assert.match(seen, new RegExp(`TMPDIR=${root}`));
  },
);

test('a full disk while reading is told as a full disk', onLinux, async () => {
  // A file of this name is written last; /dev/full takes nothing.
  symlinkSync('/dev/full', join(dir, 'rejects.parquet'));
  await assert.rejects(runAirlock(request, { tempDir: root }), (error: AnalysisError) => {
    assert.equal(error.code, 'DISK_FULL');
    assert.match(error.message, /\d+ bytes are free/);
    return true;
  });
});

test('a fault inside the reading process is told by code and holds nothing of the input', async () => {
  rmSync(dir, { recursive: true });
  writeFileSync(dir, '');
  await assert.rejects(runAirlock(request, { tempDir: root }), (error: AnalysisError) => {
    assert.ok(error.code === 'INTERNAL' || error.code === 'CHILD_CRASHED', error.code);
    assert.doesNotMatch(inspect(error), /canary/);
    return true;
  });
  rmSync(dir);
});
