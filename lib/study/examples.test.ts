import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { loadCaseFolder } from '../cases/load-case-folder';
import { makeWorld } from '../worlds/make/make-world';
import { freshClone } from '../testing/fresh-clone';
import { ROOT } from '../testing/repository';
import { tempCache } from '../testing/temp-cache';
import { worldOptions } from './world-options';

const { folder, cache } = tempCache('examples-run');
const clone = freshClone('examples-clone');
const GYM = join(ROOT, 'examples', 'harbour-gym');

/** Runs an example as the README says. */
async function run(name: string): Promise<string> {
  const program = join(ROOT, 'node_modules', 'ts-node', 'dist', 'bin.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, join('examples', name)], {
    cwd: clone,
    env: { ...process.env, BREACHSCOPE_CACHE: cache },
  });
  return stdout;
}

test('an analysis in thirty lines: counts, a side table joined, a picture and the brief', async () => {
  const lines = readFileSync(join(ROOT, 'examples', 'analysis.ts'), 'utf8')
    .trim()
    .split('\n');
  assert.ok(lines.length <= 30, `${lines.length} lines`);
  const printed = await run('analysis.ts');
  assert.match(printed, /People, by each way of counting/);
  assert.match(printed, /second camera/);
  const out = join(clone, 'out');
  assert.match(readFileSync(join(out, 'devices.html'), 'utf8'), /second camera/);
  assert.match(readFileSync(join(out, 'brief.html'), 'utf8'), /^<!doctype html>/i);
});

test('a figure of one’s own', async () => {
  await run('own-figure.ts');
  assert.ok(existsSync(join(clone, 'out', 'time-zones.html')));
});

test('a case of one’s own: both sides are held against its records', async () => {
  const printed = await run('own-case.ts');
  // Long cells go on in lines below.
  assert.match(printed, /^The finder +The finder said that members’ heart rates.* Backed +/m);
  assert.match(printed, /^Harbour Gym +Harbour Gym said that the server held.* Contradicted +/m);
});

test('every example is run here, and the sample of its case is made again byte for byte', async () => {
  const scripts = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.ts'));
  assert.deepEqual(scripts.sort(), ['analysis.ts', 'own-case.ts', 'own-figure.ts']);
  const out = join(folder, 'gym');
  await makeWorld({ ...worldOptions(loadCaseFolder(GYM), 'finder', {}), out });
  const names = readdirSync(join(GYM, 'sample')).sort();
  assert.deepEqual(readdirSync(out).sort(), names);
  for (const name of names)
    assert.equal(
      readFileSync(join(out, name), 'utf8'),
      readFileSync(join(GYM, 'sample', name), 'utf8'),
      name,
    );
});
