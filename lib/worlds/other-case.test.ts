import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { validate } from '../contract/validate';
import type { Proof } from '../contract/truth';
import { ROOT } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';
import { designWorld } from './designs/design-world';
import { DESIGNS } from './designs/designs';
import { WORLD_FORMATS, worldFormat } from './documents/world-format';
import { makeWorld, SECOND } from './make/make-world';
import { worldParameters } from './parameters/load-parameters';
import { readReference } from './testing/reference-reader';
import { worldAt, type WorldMade, type WorldOptions } from './make/world-options';

const folder = tempFolder('other-case');
const parametersFile = join(ROOT, 'lib', 'worlds', 'testing', 'clinic.yaml');
const given = worldParameters(parametersFile);
const PEOPLE = 1_500;

let made = 0;
const optionsOf = (change: Partial<WorldOptions>): WorldOptions => ({
  case: 'clinic',
  world: 'clinic',
  population: PEOPLE,
  people: PEOPLE,
  seed: 'clinic',
  parametersFile,
  out: join(folder, `out-${made++}`),
  ...change,
});
const make = (change: Partial<WorldOptions> = {}) => makeWorld(optionsOf(change));

const sorted = (fields: WorldMade['truth']['fields']) =>
  [...fields].sort((a, b) => (`${a.kind} ${a.path}` < `${b.kind} ${b.path}` ? -1 : 1));

/** What the truth file says of the files, and what the reference reader finds in them. */
function bothOf(world: WorldMade): [said: unknown, found: unknown] {
  const { files, fields, measures, known } = world.truth;
  const found = readReference(world, given);
  const said = Object.fromEntries(Object.entries(measures).map(([id, { file }]) => [id, file]));
  const genuine = Object.fromEntries(
    Object.entries(known?.genuine ?? {}).map(([id, { file }]) => [id, file]),
  );
  const overlap = Object.fromEntries(Object.entries(said).filter(([id]) => id.includes('first,second')));
  return [
    { files, fields: sorted(fields), measures: said, genuine: { ...said, ...genuine }, wrongLinks: 0 },
    {
      ...found,
      fields: sorted(found.fields),
      measures: { ...found.measures, ...overlap },
      genuine: { ...found.genuine, ...overlap },
    },
  ];
}

test('the library knows no name of the case', () => {
  const names = Object.values(given.kinds).flatMap(({ file, columns }) => [file, ...Object.keys(columns)]);
  assert.ok(names.length > 25);
  for (const kind of ['patient', 'visit', 'prescription', 'inpatient']) assert.ok(kind in given.kinds);
});

for (const [what, change] of Object.entries({
  everybody: {},
  'a draw': { people: 400 },
  'one shard': { people: 900, shard: { index: 2, of: 3 }, threads: 2 },
  'many logs': { logs: 8, people: 300 },
  'two databases': { second: true, people: 700 },
})) {
  test(`a world of kinds that the library has never heard of: every number of its truth is found again, of ${what}`, async () => {
    const world = await make(change);
    const [said, found] = bothOf(world);
    assert.deepEqual(said, found);
    validate('truth', world.truth);
    validate('proof', JSON.parse(readFileSync(world.proofFile, 'utf8')));
    assert.ok(world.truth.files.every(({ documents }) => documents > 0));
    if (!('second' in change)) return;
    const place = join(world.dir, SECOND);
    const truth: unknown = JSON.parse(readFileSync(join(place, 'truth.json'), 'utf8'));
    const [one, other] = bothOf(worldAt(place, truth as WorldMade['truth']));
    assert.deepEqual(one, other);
  });
}

test('exact roles are exact, gaps and pairs are there, and people of both rules of logs', async () => {
  const { truth } = await make();
  const count = (id: string) => truth.measures[id]?.file ?? NaN;
  assert.equal(count('people.accounts'), PEOPLE);
  assert.equal(count('people.accounts') - count('people.linked-l4'), 8 + 6);
  assert.equal(count('people.with:height'), 40 + 3);
  assert.equal(truth.known?.genuine['people.with:height']?.file, 40);
  assert.deepEqual([truth.known.staff.length, truth.known.planted.length], [12, 3]);
  assert.ok(count('tokens.with:api-token') > count('people.with:api-token'), 'some have two sources');
  assert.ok(count('people.with:api-token') > 0.2 * PEOPLE && count('people.with:api-token') < 0.4 * PEOPLE);
  assert.ok(count('share.of:old-building') > 0.7 && count('share.of:old-building') < 0.9);
  assert.ok(count('hosts.provider:aws') > 100);
  assert.ok(count('people.with-any:health') > 0.6 * PEOPLE);
});

test('it is written in every format with the same documents and the same truth of its people', async () => {
  const { truth } = await make();
  for (const name of [...WORLD_FORMATS, 'ndjson.gz']) {
    const format = worldFormat(name);
    assert.ok(format);
    const world = await make({ format, threads: 2 });
    assert.deepEqual(world.truth.measures, truth.measures, name);
    assert.deepEqual(
      world.truth.files.map(({ documents, kinds }) => [documents, kinds]),
      truth.files.map(({ documents, kinds }) => [documents, kinds]),
      name,
    );
    assert.deepEqual(
      world.files.map((file) => basename(file).split('.')[0]),
      ['patients', 'visits', 'prescriptions', 'logins', 'inpatients'],
    );
    if (name === 'ndjson.gz') assert.match(textOf(world), /^\{"patient_no":"[0-9a-f]{32}"/);
    if (name === 'csv')
      assert.match(textOf(world), /^patient_no,full_name,contact\.mail,contact\.card,ward,registered\n/);
    if (name === 'es-bulk') assert.match(textOf(world), /"_index":"patients"/);
  }
});

function textOf({ files }: WorldMade): string {
  const [file = ''] = files;
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

for (const design of DESIGNS) {
  test(`it can be drawn from by the design ${design}`, async () => {
    const people = design === 'census' ? PEOPLE : 600;
    const world = await designWorld({ ...optionsOf({ people }), design });
    const proof = JSON.parse(readFileSync(world.proofFile, 'utf8')) as Proof;
    validate('proof', proof);
    assert.deepEqual(
      [proof.kind, proof.key],
      [
        design === 'presence' ? 'stratified' : design,
        proof.unit === 'people.accounts' ? 'patient_no' : proof.key,
      ],
    );
    assert.ok(world.truth.files.length > 0 && world.truth.people > 100);
    if (design === 'stratified') assert.equal(proof.strata?.path, 'ward');
    if (design === 'presence') assert.equal(proof.strata?.path, 'contact.card');
    if (design === 'first-n' || design === 'own-accounts') {
      const [said, found] = bothOf(world);
      assert.deepEqual((said as { files: unknown }).files, (found as { files: unknown }).files);
      assert.deepEqual((said as { fields: unknown }).fields, (found as { fields: unknown }).fields);
    }
  });
}
