import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Truth } from '../contract/truth';
import { makeWorld } from './make/make-world';
import type { WorldMade } from './make/world-options';
import { smallParameters, smallWorld, WORLDS } from './testing/small-world';
import { ROOT } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('recount-test');

const script = join(ROOT, 'scripts', 'recount.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const skip = hasPython ? false : 'there is no python3: the second reader did not run';
const recount = ({ dir }: WorldMade) => spawnSync('python3', [script, dir], { encoding: 'utf8' });

for (const name of WORLDS) {
  test(`a reader in Python finds every number of ${name}'s truth file`, { skip }, async () => {
    const whole = await smallWorld(folder, name);
    const options = { case: 'wyze-2019', world: name, population: 4_000, people: 900, seed: 'test' };
    const part = await makeWorld({
      ...options,
      parametersFile: smallParameters(folder, name),
      out: join(folder, `part-${name}`),
    });
    for (const world of [whole, part]) {
      const { status, stdout } = recount(world);
      assert.match(stdout, /: [1-9]\d* numbers of \d{4,} documents, 0 wrong\n$/);
      assert.equal(status, 0, stdout);
    }
  });
}

test('the reader in Python finds a number that is one off, wherever it stands', { skip }, async () => {
  const world = await smallWorld(folder, 'mixed');
  const said = readFileSync(world.truthFile, 'utf8');
  const wrong = (change: (truth: Truth) => void): string => {
    const truth = JSON.parse(said) as Truth;
    change(truth);
    writeFileSync(world.truthFile, JSON.stringify(truth));
    const { status, stdout } = recount(world);
    assert.equal(status, 1);
    return stdout;
  };
  const more = (truth: Truth, id: string) => void ((truth.measures[id] as { file: number }).file += 1);
  assert.match(
    wrong((truth) => more(truth, 'people.emails-l3')),
    /: measures people\.emails-l3: the truth file says \d+, the documents \d+/,
  );
  assert.match(
    wrong((truth) => more(truth, 'people.with:bone-density')),
    /people\.with:bone-density/,
  );
  assert.match(
    wrong((truth) => void ((truth.fields[3] as { distinct: number }).distinct -= 1)),
    / 1 wrong/,
  );
  assert.match(
    wrong((truth) => void truth.fields.pop()),
    /, [1-9]\d* wrong/,
  );
  assert.match(
    wrong((truth) => void truth.files[0]?.broken.pop()),
    /accounts\.ndjson, broken lines/,
  );
});
