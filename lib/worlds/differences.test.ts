import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { parseMeasureId } from '../contract/measure-id';
import { worldParameters } from './parameters/load-parameters';
import type { WorldMade } from './make/world-options';
import { documentsOf, PARAMETERS, smallWorld, WORLDS, type Flat } from './testing/small-world';
import { notEmpty } from '../testing/not-empty';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('differences-test');

/**
 * Everything in which the accounts, and so the worlds, differ. A path that is not here is the same in all of them.
 *
 * - when the newest document was written: live up to the publication, a nightly copy, a copy of 4 December; every date
 *   hangs on it, and what firmware a device had by then
 * - whether request logs hold API tokens, the end of each, or only that the body was redacted
 * - whether hosts lie in a Chinese cloud, and in whose
 * - bone density and mass, bone mass alone, or a bone field without a unit; protein eaten, in the body, or without a unit
 */
const DIFFER: Record<string, string[]> = {
  accounts: ['create_ts', 'last_login_ts', 'last_logout_ts'],
  shares: ['share_ts'],
  devices: ['conn_state_ts', 'first_activation_ts', 'firmware_ver'],
  requests: ['ts', 'host', 'body.access_token', 'body.access_token_tail', 'body.redacted'],
  events: ['event_ts'],
  scale: [
    'measure_ts',
    'bone_density',
    'bone_mass',
    'bone_mineral',
    'daily_protein_intake',
    'protein',
    'body_protein_pct',
  ],
};

let worlds: Record<string, { made: WorldMade; documents: Record<string, Flat[]> }> = {};
before(async () => {
  for (const name of WORLDS) {
    const made = await smallWorld(folder, name);
    worlds = { ...worlds, [name]: { made, documents: documentsOf(made) } };
  }
});

test('the worlds differ at the paths listed, at each of them, and nowhere else', () => {
  const [one, ...others] = WORLDS.map((name) => worlds[name]?.documents ?? {});
  for (const [kind, documents] of notEmpty(Object.entries(one ?? {}))) {
    const differing = new Set<string>();
    for (const other of others) {
      assert.equal(other[kind]?.length, documents.length, kind);
      documents.forEach((document, i) => {
        const twin = other[kind]?.[i] ?? {};
        for (const path of new Set([...Object.keys(document), ...Object.keys(twin)]))
          if (document[path] !== twin[path]) differing.add(path);
      });
    }
    assert.deepEqual([...differing].sort(), [...(DIFFER[kind] ?? [])].sort(), kind);
  }
});

test('each world has the fields of its account, and none has a password', () => {
  const paths = (name: string) =>
    new Set(worlds[name]?.made.truth.fields.map(({ kind, path }) => `${kind}.${path}`));
  const own: Record<string, string[]> = {
    researcher: [
      'request.body.access_token',
      'scale.bone_density',
      'scale.bone_mass',
      'scale.daily_protein_intake',
    ],
    vendor: ['request.body.redacted', 'scale.bone_mass', 'scale.body_protein_pct'],
    mixed: ['request.body.access_token_tail', 'scale.bone_mineral', 'scale.protein'],
  };
  const all = [...new Set(Object.values(own).flat())];
  for (const name of WORLDS) {
    assert.deepEqual(all.filter((path) => paths(name).has(path)).sort(), [...(own[name] ?? [])].sort(), name);
    assert.deepEqual(
      [...paths(name)].filter((path) => /pass(word|wd)|\bpw\b/i.test(path)),
      [],
    );
    for (const id of ['people.with:password', 'people.with:password-hash', 'people.with:card-number'])
      assert.equal(worlds[name]?.made.truth.measures[id]?.population, 0, id);
  }
});

test('the newest records tell a live store, a nightly copy and a copy of 4 December apart', () => {
  const newest = (name: string) =>
    Math.max(...(worlds[name]?.documents['requests'] ?? []).map(({ ts }) => ts as number));
  const behind = (name: string, instant: string) => (Date.parse(instant) - newest(name)) / 3_600_000;
  const within = (hours: number, limit: number) => assert.ok(hours >= 0 && hours < limit, `${hours} hours`);
  within(behind('researcher', '2019-12-26T17:35:00Z'), 2);
  within(behind('mixed', '2019-12-26T09:00:00Z'), 2);
  within(behind('vendor', '2019-12-05T08:00:00Z'), 15);
});

test('a disputed field counts under each of its meanings and is certain under none', () => {
  for (const id of ['api-token', 'bone-density', 'protein-intake']) {
    const counts = (measure: string) =>
      WORLDS.map((name) => worlds[name]?.made.truth.measures[`${measure}:${id}`]?.file ?? NaN);
    const [researcher = 0, vendor, mixed] = counts('people.with');
    assert.ok(researcher > 0 && vendor === 0 && mixed === researcher, id);
    assert.deepEqual(counts('people.with-certain'), [researcher, 0, 0]);
  }
});

test('hosts lie in the clouds that each account allows', () => {
  const found = (name: string) =>
    Object.entries(worlds[name]?.made.truth.measures ?? {})
      .flatMap(([id, { population }]) => {
        const known = parseMeasureId(id);
        return known?.family === 'hosts.provider' && (population ?? 0) > 0 ? [known.parameter] : [];
      })
      .sort();
  assert.deepEqual(found('researcher'), ['alibaba', 'aws-china']);
  assert.deepEqual(found('mixed'), ['aws-china'], 'a cloud in China, and not Alibaba');
  assert.deepEqual(found('vendor'), []);
});

test('values of the body fields lie where their unit puts them, and where both readings fit no unit is told', () => {
  const values = (name: string, path: string) =>
    (worlds[name]?.documents['scale'] ?? []).map((document) => document[path] as number);
  const inside = (all: number[], low: number, high: number) =>
    assert.ok(all.length > 30 && all.every((each) => each >= low && each <= high));
  inside(values('researcher', 'bone_density'), 0.7, 1.6);
  for (const [name, path] of [
    ['researcher', 'bone_mass'],
    ['vendor', 'bone_mass'],
    ['mixed', 'bone_mineral'],
  ] as const)
    inside(values(name, path), 1, 5.2);
  inside(values('researcher', 'daily_protein_intake'), 30, 200);
  for (const [name, path] of [
    ['vendor', 'body_protein_pct'],
    ['mixed', 'protein'],
  ] as const)
    inside(values(name, path), 9, 25);
});

test('what is true of each claim differs between the worlds only where the accounts do', () => {
  const claims = WORLDS.map((name) => worldParameters(join(PARAMETERS, `${name}.yaml`)).claims);
  const differing = Object.keys(claims[0] ?? {}).filter(
    (id) => new Set(claims.map((each) => each[id])).size > 1,
  );
  assert.deepEqual(
    differing.sort(),
    [
      'ts-api-tokens',
      'ts-bone-density',
      'ts-bone-mass',
      'ts-protein-intake',
      'verge-tokens-compromised',
    ].sort(),
  );
});
