import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomsOf } from '../../testing/randoms-of';
import { nameGate } from './name-gate';

/** What is shown of paths that so many documents have. */
function shown(
  paths: Record<string, number>,
  options: { hasHeader?: boolean; known?: string[] } = {},
): string[] {
  const fields = Object.entries(paths).map(([path, present]) => ({ kind: 'k0', path, present }));
  const gate = nameGate({ kinds: [], fields, hasHeader: false, known: [], ...options });
  return fields.map(({ path }) => gate.path(path));
}

test('a name of the vocabulary is shown however rare it is; any other by its number', () => {
  assert.deepEqual(
    shown({ id: 40, bone_density: 1, zqxone: 1, 'users.zqxtwo.email': 1, 'users["Zqx Y"]': 2 }),
    ['id', 'bone_density', '{key 1}', 'users.{key 2}.email', 'users.{key 3}'],
  );
});

test('ten documents make any name one of the schema, unless it is that of a person', () => {
  const paths = { id: 40, qzvl: 10, qzvk: 9, anna: 40 };
  assert.deepEqual(shown(paths), ['id', 'qzvl', '{key 1}', '{key 2}']);
});

test('marks of what lies in a value are no names', () => {
  const paths = ['note«address»', 'log«json».{*}«key»', 'log«json».zqxone[].id#2'];
  const all = Object.fromEntries(paths.map((path) => [path, 3]));
  assert.deepEqual(shown(all), ['note«address»', 'log«json».{*}«key»', 'log«json».{key 1}[].id#2']);
});

test('what a case knows is shown', () => {
  assert.deepEqual(shown({ zqxone: 1, zqxtwo: 1 }, { known: ['zqxone'] }), ['zqxone', '{key 1}']);
});

test('names beside addresses or people, and many of which each is rare, are values, however many documents share them', () => {
  assert.deepEqual(shown({ qzvl: 50, '["a@example.org"]': 50 }), ['{key 1}', '{e-mail-shaped key 1}']);
  assert.deepEqual(shown({ id: 50, qzvl: 50, maria: 50, piotr: 50, ayse: 50 })[1], '{key 1}');
  const letters = (i: number) => `qz${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + i / 26)}`;
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [letters(i), 20]));
  assert.ok(
    shown({ id: 1000, ...many })
      .slice(1)
      .every((path) => path.startsWith('{key')),
  );
});

test('a first line that hardly holds a word is no line of names', () => {
  const line = { qzvl: 50, hunterxx: 50, brnq: 50, city: 50 };
  assert.deepEqual(shown(line), ['qzvl', 'hunterxx', 'brnq', 'city']);
  assert.deepEqual(shown(line, { hasHeader: true }), ['{key 1}', '{key 2}', '{key 3}', 'city']);
});

test('a kind is shown by what is vocabulary of its name, else by its place', () => {
  const labels = ['shop.users', 'zqxbase.orders', 'zqxbase.users', 'Anna_Zqx', 'kind-3', 'email'];
  const kinds = labels.map((label, i) => ({ id: `k${i}`, label }));
  const gate = nameGate({
    kinds,
    fields: [{ kind: 'k3', path: 'users["Zqx Y"]', present: 3 }],
    hasHeader: false,
    known: [],
  });
  assert.deepEqual(labels.map(gate.kind), ['shop.users', 'orders', 'users', 'table 4', 'kind-3', 'email']);
  assert.equal(gate.key('Anna_Zqx: users["Zqx Y"]'), 'table 4: users.{key 1}');
  assert.equal(gate.text('Documents of kind Anna_Zqx.'), 'Documents of kind table 4.');
});

test('no made-up user name comes out of any path, and each keeps its number', () => {
  const random = randomsOf(17);
  for (let round = 0; round < 40; round++) {
    const user = () =>
      Array.from({ length: 6 + random() * 6 }, () => 'bcdfghjklmnpqrstvwxz'[Math.floor(random() * 20)]).join(
        '',
      );
    const users = Array.from({ length: 3 + Math.floor(random() * 100) }, user);
    const dress = [
      (u: string) => u,
      (u: string) => `users.${u}`,
      (u: string) => `list[].${u}.email`,
      (u: string) => `["${u} ${u}"]`,
    ];
    const fields = users.map((u, i) => ({
      kind: `k${i % 2}`,
      path: dress[i % 4]?.(u) ?? u,
      present: 1 + Math.floor(random() * 9),
    }));
    const names = {
      kinds: users.map((label, i) => ({ id: `k${i}`, label })),
      fields,
      hasHeader: false,
      known: [],
    };
    const gate = nameGate(names);
    const text = [
      ...fields.map(({ path }) => gate.path(path)),
      ...users.map(gate.kind),
      ...users.map(gate.text),
    ].join('\n');
    assert.deepEqual(
      users.filter((u) => text.includes(u)),
      [],
      `round ${round}`,
    );
    assert.equal(
      new Set(fields.map(({ path }) => gate.path(path))).size,
      new Set(fields.map(({ path }) => path)).size,
    );
    assert.deepEqual(
      fields.map(({ path }) => nameGate(names).path(path)),
      fields.map(({ path }) => gate.path(path)),
    );
  }
});
