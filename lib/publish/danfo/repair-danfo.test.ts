import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../testing/repository';

const KIT = "const { open } = require('breachscope');";
const DANFO = "const { DataFrame } = require('danfojs-node');";
const OPEN = "await open('no-such-leak').catch(() => undefined);";
const MEAN = `
  const rows = [{ k: 'a', v: 1 }, { k: 'a', v: null }, { k: 'b', v: 3 }];
  console.log(JSON.stringify(new DataFrame(rows).groupby(['k']).col(['v']).mean().values));`;

const printed = (script: string) =>
  execFileSync(process.execPath, ['-e', `(async () => {${script}})();`], {
    cwd: join(ROOT, 'notebooks'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

test('a script’s danfo is repaired: before the kit by its import, behind it by the first leak that is opened', () => {
  assert.equal(printed(DANFO + MEAN), '[["a",0.5],["b",3]]', 'danfo itself');
  const right = '[["a",1],["b",3]]';
  assert.equal(printed(DANFO + KIT + MEAN), right);
  assert.equal(printed(KIT + DANFO + OPEN + MEAN), right);
});

test('the kit’s import loads no danfo', () => {
  const names = "console.log(Object.keys(require.cache).some((name) => name.includes('danfojs')));";
  assert.equal(printed(KIT + names), 'false');
});
