import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { beginOut, writeOut } from './write-out';
import { refuses } from '../testing/refuses';
import { tempFolder } from '../testing/temp-folder';

let out = '';
beforeEach(() => (out = tempFolder('write-out')));

test('a result is swapped in, and exactly one earlier result is kept', () => {
  for (const text of ['one', 'two', 'three']) writeOut(out, 'case', { 'a/b.txt': text });
  assert.equal(readFileSync(join(out, 'case/a/b.txt'), 'utf8'), 'three');
  assert.equal(readFileSync(join(out, '.case.earlier/a/b.txt'), 'utf8'), 'two');
  assert.deepEqual(readdirSync(out).sort(), ['.case.earlier', 'case']);
});

test('what was begun and discarded leaves nothing, and the result before it stays', () => {
  writeOut(out, 'case', { 'b.txt': 'one' });
  const folder = beginOut(out, 'case');
  folder.write({ 'b.txt': 'half' });
  assert.equal(readFileSync(join(out, 'case/b.txt'), 'utf8'), 'one');
  folder.discard();
  assert.deepEqual(readdirSync(out), ['case']);
});

test('what a killed run left half-written goes with the next result', () => {
  const { staging } = beginOut(out, 'case');
  const dead = staging.replace(`.${process.pid}.`, '.999999999.');
  mkdirSync(dead);
  assert.equal(
    statSync(staging).mode & 0o077,
    process.platform === 'win32' ? 0o66 : 0,
    'private while it is written',
  );
  writeOut(out, 'case', { 'b.txt': 'one' });
  assert.deepEqual([existsSync(dead), existsSync(staging)], [false, true]);
  const fresh = join(out, 'fresh');
  mkdirSync(fresh);
  assert.equal(statSync(join(out, 'case')).mode, statSync(fresh).mode, 'as any new folder');
});

test('a folder that cannot be made is refused with its code', () => {
  writeFileSync(join(out, 'file'), '');
  refuses(() => writeOut(join(out, 'file'), 'case', {}), 'OUT_UNWRITABLE', /file cannot be written/);
});

test('no file is written outside the result', () => {
  refuses(() => writeOut(out, 'case', { '../x.txt': '' }), 'OUT_UNWRITABLE', /cannot be written/);
  assert.equal(existsSync(join(out, 'x.txt')), false);
  assert.deepEqual(readdirSync(out), []);
});
