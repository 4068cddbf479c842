import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { ranker } from '../contract/rank';
import type { Proof, Truth } from '../contract/truth';
import { cachedWorld } from './make/cached-world';
import { worldParameters } from './parameters/load-parameters';
import { makeWorld } from './make/make-world';
import { worldAt, type WorldMade } from './make/world-options';
import { readReference } from './testing/reference-reader';
import { PARAMETERS as data, smallParameters, weightsOf } from './testing/small-world';
import { notEmpty } from '../testing/not-empty';
import { refusesLater } from '../testing/refuses';
import { BIN } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('worlds-test');

const parametersOf = (world: string) => smallParameters(folder, world);

let made = 0;
function make(world: string, people: number, seed = 'test', change: object = {}): Promise<WorldMade> {
  const out = join(folder, `out-${made++}`);
  const base = { case: 'wyze-2019', population: 4_000, world, people, seed, out };
  return makeWorld({ ...base, parametersFile: parametersOf(world), ...change });
}

const bytesOf = (world: WorldMade) => world.files.map((file) => readFileSync(file));
const linesOf = (world: WorldMade) =>
  bytesOf(world).map((bytes) => bytes.toString('latin1').split('\n').slice(0, -1));

for (const name of ['researcher', 'vendor', 'mixed']) {
  test(`every number of ${name}'s truth file is what a slow reader of the files finds`, async () => {
    const whole = await make(name, 4_000);
    const part = await make(name, 1_000);
    const given = worldParameters(parametersOf(name));
    const found = { whole: readReference(whole, given), part: readReference(part, given) };
    for (const world of ['whole', 'part'] as const) {
      const { truth } = world === 'whole' ? whole : part;
      const file = Object.fromEntries(
        Object.entries(truth.measures).map(([id, measure]) => [id, measure.file]),
      );
      const population = Object.fromEntries(
        Object.entries(truth.measures).map(([id, measure]) => [id, measure.population]),
      );
      assert.deepEqual(file, found[world].measures);
      assert.deepEqual(population, found.whole.measures, 'the population is the same whoever is drawn');
      assert.deepEqual(truth.fields, found[world].fields);
      assert.deepEqual(truth.files, found[world].files);
      const { known } = truth;
      assert.ok(known);
      const genuine = Object.entries(known.genuine).map(([id, measure]) => [id, measure.file]);
      assert.deepEqual({ ...found[world].measures, ...Object.fromEntries(genuine) }, found[world].genuine);
      assert.equal(found[world].wrongLinks, 0);
      assert.ok(truth.files.some(({ broken }) => broken.length === 5));
    }
    const { measures } = whole.truth;
    const count = (id: string) => measures[id]?.file ?? 0;
    assert.ok(
      count('people.emails-l0') > count('people.emails-l1') &&
        count('people.emails-l1') > count('people.emails-l2') &&
        count('people.emails-l2') > count('people.emails-l3'),
    );
    assert.equal(count('people.accounts') - count('people.linked-l4'), 25 + 20 + 30);
    assert.equal(count('people.linked-l4') - count('people.households'), 40);
    assert.deepEqual([whole.truth.known?.staff.length, whole.truth.known?.planted.length], [20, 3]);
    assert.ok(count('people.share-only') >= 750, 'L2 does not see through dots and tags');
    assert.equal(count('people.with:third-party-token'), 40);
    assert.equal(count('people.with-any:health'), 15);
    assert.equal(count('people.with:password'), 0);
  });
}

test("every number of a shard's truth file is what a slow reader of the shard finds", async () => {
  const shard = await make('mixed', 2_000, 'test', { shard: { index: 2, of: 3 }, threads: 2 });
  const found = readReference(shard, worldParameters(parametersOf('mixed')));
  const file = Object.entries(shard.truth.measures).map(([id, measure]) => [id, measure.file]);
  assert.deepEqual(Object.fromEntries(file), found.measures);
  assert.deepEqual([shard.truth.fields, shard.truth.files], [found.fields, found.files]);
  assert.deepEqual([shard.truth.people, shard.truth.shard], [667, { index: 2, of: 3 }]);
});

test('a shard of a world with the 753 log documents a person that were reported is one of that many', async () => {
  const shard = await make('researcher', 4_000, 'busy', { logs: 753, shard: { index: 3, of: 100 } });
  const whole = await make('researcher', 4_000, 'busy', { shard: { index: 3, of: 100 } });
  const found = readReference(shard, worldParameters(parametersOf('researcher')));
  assert.deepEqual([shard.truth.files, shard.truth.fields], [found.files, found.fields]);
  const count = (world: WorldMade, id: string) => world.truth.measures[id]?.population ?? 0;
  const logs = count(shard, 'documents.kind:request') + count(shard, 'documents.kind:event');
  assert.ok(logs > 400 * 4_000 && logs < 1_500 * 4_000, `${logs / 4_000} a person`);
  for (const kind of ['account', 'share', 'device', 'scale'])
    assert.equal(count(shard, `documents.kind:${kind}`), count(whole, `documents.kind:${kind}`), kind);
  assert.equal(shard.truth.measures['hosts.provider:alibaba']?.population ?? null, null);
});

test('one seed gives the same bytes, another seed others', async () => {
  const [one, again, other] = [
    await make('researcher', 500),
    await make('researcher', 500),
    await make('researcher', 500, 'other'),
  ];
  assert.deepEqual(bytesOf(one), bytesOf(again));
  assert.deepEqual(one.truth, again.truth);
  for (const [i, file] of bytesOf(other).entries()) assert.notDeepEqual(file, bytesOf(one)[i]);
  for (const [i, { sha256 }] of one.truth.files.entries()) {
    assert.equal(
      createHash('sha256')
        .update(bytesOf(one)[i] as Buffer)
        .digest('hex'),
      sha256,
    );
  }
});

test('one, two and three threads make the same bytes and the same truth', async () => {
  for (const people of [4_000, 700]) {
    const [one, two, three] = [
      await make('mixed', people, 'threads', { threads: 1 }),
      await make('mixed', people, 'threads', { threads: 2 }),
      await make('mixed', people, 'threads', { threads: 3 }),
    ];
    for (const other of [two, three]) {
      assert.deepEqual(bytesOf(other), bytesOf(one));
      assert.deepEqual(other.truth, one.truth);
    }
  }
});

test('the documents of fewer people are documents of all, in the same order', async () => {
  const [some, all] = [linesOf(await make('mixed', 700)), linesOf(await make('mixed', 4_000))];
  some.forEach((lines, kind) => {
    const whole = all[kind] as string[];
    let at = 0;
    for (const line of lines.filter((each) => !each.includes('00c0ffee') && !each.includes('[[['))) {
      at = whole.indexOf(line, at) + 1;
      assert.ok(at > 0, 'a document of the part is missing or out of order in the whole');
    }
  });
});

const idsOf = (world: WorldMade) =>
  (linesOf(world)[0] as string[]).flatMap(
    (line) => /^\{"user_id":"((?!00c0ffee)[0-9a-f]{32})"/.exec(line)?.[1] ?? [],
  );

test('the proof names the seed and the largest rank of the draw, and the draw is the smallest ranks', async () => {
  const world = await make('vendor', 300);
  const proof = JSON.parse(readFileSync(world.proofFile, 'utf8')) as Proof;
  assert.ok(proof.draw?.rule === 'lowest-rank');
  assert.deepEqual(
    [proof.kind, proof.unit, proof.key, proof.drawn],
    ['srs-people', 'people.accounts', 'user_id', 300],
  );
  const { seed, threshold } = proof.draw;
  const ranksOf = (made: WorldMade) => [...new Set(idsOf(made))].map(ranker(seed)).sort((a, b) => a - b);
  const everybody = ranksOf(await make('vendor', 4_000));
  assert.equal(everybody.length, 4_000);
  assert.deepEqual(ranksOf(world), everybody.slice(0, 300));
  assert.equal(everybody[299], threshold);
});

test('everybody is a census, with the total of lines from outside the files', async () => {
  const world = await make('vendor', 4_000);
  const proof = JSON.parse(readFileSync(world.proofFile, 'utf8')) as Proof;
  assert.deepEqual([proof.kind, proof.draw, world.truth.draw], ['census', null, null]);
  assert.equal(
    proof.total?.value,
    linesOf(world).reduce((sum, lines) => sum + lines.length, 0),
  );
});

test('an interrupted run leaves nothing under its name or beside it, and keeps what stood there', async () => {
  const place = join(folder, 'interrupted');
  mkdirSync(place);
  const stop = new AbortController();
  const change = { out: join(place, 'world'), signal: stop.signal };
  const onProgress = ({ done }: { done: number }) => {
    if (done === 4_000) stop.abort();
  };
  await refusesLater(
    make('vendor', 4_000, 'test', { ...change, onProgress }),
    'INTERRUPTED',
    /^Stopped by you/,
  );
  assert.deepEqual(readdirSync(place), []);
  await make('vendor', 50, 'test', { out: change.out });
  const before = readFileSync(join(change.out, 'truth.json'), 'utf8');
  await refusesLater(make('vendor', 100, 'test', change), 'INTERRUPTED', /^Stopped by you/);
  assert.equal(readFileSync(join(change.out, 'truth.json'), 'utf8'), before);
  assert.deepEqual(readdirSync(place), ['world']);
});

test('a folder with other things in it, or a file, is never replaced', async () => {
  const foreign = join(folder, 'foreign');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'thesis.txt'), 'mine');
  for (const out of [foreign, join(foreign, 'thesis.txt'), join(foreign, 'thesis.txt', 'world')])
    await refusesLater(make('vendor', 50, 'test', { out }), 'OUT_UNWRITABLE', /foreign.* cannot be written/);
  assert.equal(readFileSync(join(foreign, 'thesis.txt'), 'utf8'), 'mine');
});

test('a cached world is made once, and again when anything that decides its bytes changes', async () => {
  const cache = join(folder, 'cache');
  const options = {
    case: 'c',
    population: 4_000,
    world: 'vendor',
    parametersFile: parametersOf('vendor'),
    people: 60,
    seed: 's',
  };
  const one = await cachedWorld(options, cache);
  const marker = join(one.dir, 'marker');
  writeFileSync(marker, '');
  const again = await cachedWorld(options, cache);
  assert.deepEqual(again, one);
  assert.ok(existsSync(marker), 'it was not made anew');
  const others = [{ seed: 't' }, { people: 61 }, { world: 'w' }, { parametersFile: parametersOf('mixed') }];
  const folders = [];
  for (const change of others) folders.push((await cachedWorld({ ...options, ...change }, cache)).dir);
  assert.equal(new Set([one.dir, ...folders]).size, 5);
});

test('what a killed run left in the cache is swept, what a living one is writing is not', async () => {
  const cache = join(folder, 'swept');
  const worlds = join(cache, 'worlds-2');
  const [dead, alive] = [join(worlds, 'abc.4194303-x.partial'), join(worlds, `abc.${process.pid}-x.partial`)];
  for (const each of [dead, alive]) mkdirSync(each, { recursive: true });
  const options = {
    case: 'c',
    population: 4_000,
    world: 'vendor',
    parametersFile: parametersOf('vendor'),
    people: 40,
    seed: 's',
  };
  await cachedWorld(options, cache);
  assert.deepEqual([existsSync(dead), existsSync(alive)], [false, true]);
});

test('the truth knows every claim of the ledger and no other', () => {
  const ledger = readFileSync(join(data, '..', 'claims.yaml'), 'utf8');
  const ids = [...ledger.matchAll(/^ *- id: (\S+)$/gm)].map((match) => match[1] as string).sort();
  for (const name of ['researcher', 'vendor', 'mixed']) {
    assert.deepEqual(Object.keys(worldParameters(join(data, `${name}.yaml`)).claims).sort(), ids);
  }
});

test('the zones of the worlds and of the case agree on which are Eastern', () => {
  const file = parse(readFileSync(join(data, '..', 'case.yaml'), 'utf8')) as {
    measures: { eastern: { values: string[] } };
  };
  for (const { name, sets } of notEmpty(
    weightsOf(worldParameters(join(data, 'researcher.yaml')), 'account', 'timezone_name'),
  )) {
    assert.equal(file.measures.eastern.values.includes(name), sets?.includes('eastern') ?? false, name);
  }
});

test('the committed sample is what the command makes that its README names, under 1 MB', () => {
  const sample = join(data, '..', 'sample');
  const readme = readFileSync(join(sample, 'README.md'), 'utf8');
  const [, command = ''] = /npx --no -- breachscope (world .*) --out out\/sample\n/.exec(readme) ?? [];
  const out = join(folder, 'sample');
  const cwd = folder;
  const run = spawnSync(process.execPath, [BIN, ...command.split(' '), '--out', out], {
    cwd,
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  const made = readdirSync(out).sort();
  assert.deepEqual(
    made,
    readdirSync(sample)
      .filter((name) => name !== 'README.md')
      .sort(),
  );
  const bytes = made.map((name) => readFileSync(join(out, name)));
  for (const [i, name] of made.entries())
    assert.ok(bytes[i]?.equals(readFileSync(join(sample, name))), `${name} differs`);
  assert.ok(bytes.reduce((sum, { length }) => sum + length, readme.length) < 1_000_000);
});

test('a slow reader of the committed sample finds every number of its truth file', () => {
  const dir = join(data, '..', 'sample');
  const truth = JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8')) as Truth;
  const found = readReference(worldAt(dir, truth), worldParameters(join(data, 'mixed.yaml')));
  const counted = Object.entries(truth.measures).map(([id, { file }]) => [id, file]);
  assert.deepEqual(Object.fromEntries(counted), found.measures);
  assert.deepEqual(truth.fields, found.fields);
  assert.deepEqual(truth.files, found.files);
  assert.equal(truth.measures['people.with-any:health']?.file, 142);
  assert.equal(truth.known?.genuine['people.with-any:health']?.file, 140);
});

test('the sample’s README says what each side’s world calls a disputed field', () => {
  const readme = readFileSync(join(data, '..', 'sample', 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| `([\w.]+)` +\| `([\w.]+)` +\| `([\w.]+)` +\|/gm)];
  const columnsOf = (world: string) =>
    Object.values(worldParameters(join(data, `${world}.yaml`)).kinds).flatMap(({ columns }) =>
      Object.entries(columns),
    );
  const disputed = columnsOf('mixed').filter(([, { definitions = [] }]) => definitions.length > 1);
  assert.deepEqual(rows.map(([, path]) => path).sort(), disputed.map(([path]) => path).sort());
  for (const [, path = '', researcher = '', vendor = ''] of rows) {
    assert.ok(
      columnsOf('researcher').some(([known]) => known === researcher),
      path,
    );
    assert.ok(
      columnsOf('vendor').some(([known]) => known === vendor),
      path,
    );
  }
});
