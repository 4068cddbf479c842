import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Proof, Truth } from '../contract/truth';
import { worldParameters } from './parameters/load-parameters';
import { makeWorld, SECOND } from './make/make-world';
import { worldAt, type WorldMade } from './make/world-options';
import { readReference } from './testing/reference-reader';
import { smallParameters } from './testing/small-world';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('second-test');
const parametersFile = smallParameters(folder, 'researcher', 'second: { share: 0.35, others: 300 }\n');

let number = 0;
const make = (change: object): Promise<WorldMade> =>
  makeWorld({
    case: 'wyze-2019',
    world: 'researcher',
    population: 4_000,
    people: 4_000,
    seed: 'second',
    parametersFile,
    out: join(folder, `out-${number++}`),
    second: true,
    ...change,
  });

function secondOf({ dir }: WorldMade): WorldMade {
  const place = join(dir, SECOND);
  return worldAt(place, JSON.parse(readFileSync(join(place, 'truth.json'), 'utf8')) as Truth);
}

function keysOf(world: WorldMade): Set<string> {
  const text = readFileSync(world.files[0] as string, 'latin1');
  const ids = [...text.matchAll(/^\{"user_id":"([0-9a-f]{32})"/gm)].map(([, id]) => id as string);
  return new Set(ids.filter((id) => !id.startsWith('00c0ffee')));
}

for (const people of [4_000, 900]) {
  test(`both databases' truths are what a slow reader finds, of ${people} people of the first`, async () => {
    const first = await make({ people });
    const second = secondOf(first);
    const given = worldParameters(parametersFile);
    const found = readReference(second, given);
    const file = Object.entries(second.truth.measures).map(([id, measure]) => [id, measure.file]);
    assert.deepEqual(Object.fromEntries(file), found.measures);
    assert.deepEqual([second.truth.fields, second.truth.files], [found.fields, found.files]);
    assert.deepEqual(readdirSync(second.dir).sort(), ['accounts.ndjson', 'proof.json', 'truth.json']);
    const [one, other] = [keysOf(first), keysOf(second)];
    const both = [...other].filter((id) => one.has(id)).length;
    assert.equal(first.truth.measures['overlap:first,second']?.file, both);
    assert.equal(first.truth.measures['union:first,second']?.file, one.size + other.size - both);
    assert.ok(
      both > 0.25 * one.size && both < 0.45 * one.size && both < other.size,
      'neither holds the other',
    );
    const { kind, drawn, population } = JSON.parse(readFileSync(second.proofFile, 'utf8')) as Proof;
    assert.deepEqual(
      [kind, drawn, population.value],
      [people === 4_000 ? 'census' : 'srs-people', other.size, second.truth.population],
    );
  });
}

test('the numbers of everybody are the same whoever is drawn, and of a census they are those of the files', async () => {
  const [all, some] = [await make({}), await make({ people: 500 })];
  for (const id of ['overlap:first,second', 'union:first,second']) {
    const { population, file } = all.truth.measures[id] ?? {};
    assert.deepEqual([file, some.truth.measures[id]?.population], [population, population]);
  }
  const populations = ({ truth }: WorldMade) =>
    Object.entries(truth.measures).map(([id, { population }]) => [id, population]);
  assert.deepEqual(populations(secondOf(some)), populations(secondOf(all)));
});

test('the first is the same with and without a second, for any number of threads; nobody gets one unasked', async () => {
  const [one, two, without] = [
    await make({ threads: 1 }),
    await make({ threads: 2 }),
    await make({ second: false }),
  ];
  one.files.forEach((file, i) => {
    for (const { files } of [two, without])
      assert.ok(readFileSync(file).equals(readFileSync(files[i] as string)));
  });
  assert.deepEqual(secondOf(two).truth, secondOf(one).truth);
  assert.equal(existsSync(join(without.dir, SECOND)), false);
});
