import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeaderlessTables } from './headerless-tables';
import { profileOf } from './table-profile';

const rows = (row: (i: number) => string[]) => Array.from({ length: 40 }, (_, i) => row(i));
const NAMES = ['Ada Abel', 'Bela Holt', 'Cyd Orth', 'Dov Voss-Lind', "Eli O'Cole"];
const name = (i: number) => NAMES[i % NAMES.length] ?? '';
const note = (i: number) => `${'it was '.repeat(i % 7)}${i}${'!?.,;'.slice(i % 5)} ${'so A1 '.repeat(i % 6)}`;

/** Groups of tables, in their order. */
function groupsOf(...tables: string[][][]): (number | null)[] {
  const known = new HeaderlessTables();
  return tables.map((table) => known.groupOf(profileOf(table, table[0]?.length ?? 0)));
}

test('parts of one table are one group', () => {
  const users = (from: number) => rows((i) => [`${from + i}`, `u${from + i}@example.org`, name(i), note(i)]);
  assert.deepEqual(groupsOf(users(100), users(90_000), users(7).slice(0, 3)), [0, 0, 0]);
  const states = (list: string[]) => rows((i) => [`${i}`, list[i % list.length] ?? '']);
  assert.deepEqual(groupsOf(states(['done', 'open']), states(['open', 'lost'])), [0, 0]);
  assert.deepEqual(
    groupsOf(
      rows((i) => [`${i}`, '']),
      rows((i) => [`${i}`, name(i)]),
    ),
    [0, 0],
  );
});

test('tables of other content are others, whatever their width', () => {
  const users = rows((i) => [`${i}`, `u${i}@example.org`, name(i)]);
  const orders = rows((i) => [`${i}`, `shipped item ${i}`, 'done']);
  const towns = rows((i) => [`${i}`, name(i), ['Bonn', 'Kiel', 'Ulm'][i % 3] ?? '']);
  const colours = rows((i) => [`${i}`, name(i), ['Red', 'Blue', 'Teal'][i % 3] ?? '']);
  const notes = rows((i) => [`${i}`, name(i), note(i)]);
  assert.deepEqual(groupsOf(users, orders, towns, colours, notes, users), [0, 1, 2, 3, 4, 0]);
  assert.deepEqual(
    groupsOf(
      users,
      users.map((row) => row.slice(0, 2)),
    ),
    [0, 1],
  );
});

test('beyond so many, tables are told by their width alone', () => {
  const known = new HeaderlessTables();
  const groups = Array.from({ length: 502 }, (_, i) => known.groupOf(profileOf([], i + 1)));
  assert.deepEqual(groups.slice(498), [498, 499, null, null]);
});
