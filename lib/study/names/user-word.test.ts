import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Manifest } from '../../contract/manifest';
import { refuses } from '../../testing/refuses';
import { madeStore } from '../../testing/made-store';
import { requirePaths } from './require-paths';
import { userWord } from './user-word';

/** Visits of patients, and a table in which a key looks like a value. */
async function visits(): Promise<Manifest> {
  const store = await madeStore({
    k0: [{ id: 1, 'a=b': 2, patient: 1 }],
    k1: [{ id: 1, email: 'a@example.org' }],
    k2: [{ 'ana.doe@example.org': 3 }],
  });
  store.close();
  return { ...store.manifest, parts: [] };
}

const tables = { k1: 'kunden' };
const kindNames = { k0: 'visits', k1: 'patients', k2: 'ana' };

/** Kind and path of both sides. */
async function joined(written: string) {
  const input = { manifest: await visits(), kindNames, tables, known: [] };
  const { joins } = userWord(input, { joins: [written], fields: [], overrides: [] });
  return joins.map(({ from, to }) => `${from.kind} ${from.path} ${to.kind} ${to.path}`);
}

test('paths are meant as they are printed: alone, with their kind, by position', async () => {
  assert.deepEqual(await joined('patient=patients.id'), ['k0 patient k1 id']);
  assert.deepEqual(await joined('visits: patient = patients: id'), ['k0 patient k1 id']);
  assert.deepEqual(await joined('patient=kunden.id'), ['k0 patient k1 id']);
  assert.deepEqual(await joined('k0.["a=b"]=patients.id'), ['k0 ["a=b"] k1 id']);
  assert.deepEqual(await joined('patient={e-mail-shaped key 1}'), ['k0 patient k2 ["ana.doe@example.org"]']);
});

test('a path that is not there is refused with the nearest, a value among names only by its number; one of several kinds with the kinds', async () => {
  const manifest = await visits();
  const said = (written: string) =>
    userWord({ manifest, kindNames, tables, known: [] }, { joins: [written], fields: [], overrides: [] });
  refuses(() => said('patiant=patients.id'), 'PATH_UNKNOWN', /no path patiant; the nearest: patient/);
  const far = refuses(() => said('zzzz=patients.id'), 'PATH_UNKNOWN', /no path zzzz/);
  assert.doesNotMatch(far.message, /doe/);
  refuses(() => said('id=patients.id'), 'PATH_AMBIGUOUS', /visits\.id, patients\.id/);
  refuses(
    () => requirePaths(manifest, [{ path: 'nosuch', category: 'email' }], { known: [], tables }),
    'PATH_UNKNOWN',
    /no path nosuch/,
  );
});

test('what a case and the user say alike is said once', async () => {
  const input = { manifest: await visits(), kindNames, tables, known: [] };
  const joins = ['patient=patients.id', 'visits.patient=k1.id'];
  assert.equal(userWord(input, { joins, fields: [], overrides: [] }).joins.length, 1);
});
