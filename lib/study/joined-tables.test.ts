import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PrivateResults } from '../contract/results';
import { tempCache } from '../testing/temp-cache';
import { randomsOf } from '../testing/randoms-of';
import { analyse } from './analyse';

const { folder } = tempCache('joined-tables');
let made = 0;

type Row = Record<string, string | number>;

/** Reads a folder of a CSV file for each table. */
async function readCsv(tables: Record<string, Row[]>): Promise<PrivateResults> {
  const own = join(folder, `csv-${made++}`);
  mkdirSync(own);
  const files = Object.entries(tables).map(([name, rows]) => {
    const file = join(own, `${name}.csv`);
    const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
    writeFileSync(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
    return file;
  });
  return (await analyse({ case: null, files })).results;
}

/** Reads a dump of SQL; `keys` are clauses that stand in the definition of a table. */
async function readSql(
  tables: Record<string, Row[]>,
  keys: Record<string, string[]> = {},
): Promise<PrivateResults> {
  const file = join(folder, `${made++}.sql`);
  const cell = (value: string | number) => (typeof value === 'number' ? value : `'${value}'`);
  const text = Object.entries(tables).map(([name, rows]) => {
    const columns = Object.entries(rows[0] ?? {}).map(
      ([column, value]) => `${column} ${typeof value === 'number' ? 'int' : 'varchar(200)'}`,
    );
    const values = rows.map((row) => `(${Object.values(row).map(cell).join(',')})`);
    return `CREATE TABLE ${name} (\n  ${[...columns, ...(keys[name] ?? [])].join(',\n  ')}\n);\nINSERT INTO ${name} VALUES ${values.join(',\n')};\n`;
  });
  writeFileSync(file, text.join(''));
  return (await analyse({ case: null, files: [file] })).results;
}

const NAMES = ['Ana Berg', 'Tom Hill', 'Eva Stone', 'Max Reed', 'Ida Frost', 'Leo Marsh', 'Mia Wood'];
const rows = (count: number, row: (i: number) => Row) => Array.from({ length: count }, (_, i) => row(i));
const person = (i: number, prefix: string): Row => ({
  name: NAMES[i % 7] ?? '',
  birth_date: `19${40 + (i % 60)}-0${1 + (i % 9)}-1${i % 10}`,
  email: `${prefix}${i}@example.org`,
});
const inFile = ({ measures }: PrivateResults, id: string) => {
  const measure = measures.find((each) => each.id === id);
  return [measure?.inFile, measure?.unknowns?.nobodys ?? 0];
};
const countOf = ({ people }: PrivateResults, id: string) => people.find((row) => row.id === id)?.count;
const mainCount = ({ people }: PrivateResults) => people.find(({ main }) => main)?.count;

for (const [what, read] of [
  ['a folder', readCsv],
  ['a dump', readSql],
] as const)
  test(`what stands behind a table of links is told of all whom the links lead to, in ${what}`, async () => {
    const random = randomsOf(7);
    const below = (most: number) => Math.floor(random() * most);
    const links = rows(260, () => ({ patient_id: 1 + below(180), diagnose_id: 1 + below(12) }));
    const results = await read({
      patient: rows(180, (i) => ({ id: i + 1, ...person(i, 'p') })),
      diagnose: rows(10, (i) => ({ id: i + 1, diagnosis: `E1${i}.${i}` })),
      patient_diagnose: links,
    });
    // Two of the twelve numbers lead nowhere.
    const having = new Set(
      links.filter((link) => Number(link['diagnose_id']) <= 10).map((link) => link['patient_id']),
    );
    assert.deepEqual(inFile(results, 'people.with:diagnosis'), [having.size, 0]);
    assert.equal(mainCount(results), 180);
    const [told] = results.joins.filter(({ from }) => from === 'patient_diagnose: diagnose_id');
    assert.deepEqual(told?.over, ['patient_diagnose: patient_id']);
  });

test('a medicine that a visit points at is the visitor’s; the number of the room that it was in is not', async () => {
  const visits = rows(150, (i) => ({
    id: i + 1,
    patient_id: 1 + ((i * 7) % 60),
    room_id: 1 + (i % 6),
    medication_id: 1 + (i % 9),
    minutes: 10 + (i % 40),
  }));
  const results = await readCsv({
    patients: rows(100, (i) => ({
      id: i + 1,
      name: NAMES[i % 7] ?? '',
      birth_date: `1960-0${1 + (i % 9)}-1${i % 10}`,
    })),
    visits,
    rooms: rows(6, (i) => ({ id: i + 1, phone: `+49 30 55500${10 + i}` })),
    medications: rows(9, (i) => ({
      id: i + 1,
      medication: ['ibuprofen', 'metformin', 'ramipril'][i % 3] ?? '',
    })),
  });
  assert.deepEqual(inFile(results, 'people.with:medication'), [
    new Set(visits.map((visit) => visit['patient_id'])).size,
    0,
  ]);
  assert.deepEqual(inFile(results, 'people.with:phone')[0] ?? 0, 0);
});

for (const [what, read] of [
  ['a folder', readCsv],
  ['a dump', readSql],
] as const)
  test(`the people of two tables with overlapping numbers are all counted, and one in both links by address, in ${what}`, async () => {
    const visits = rows(300, (i) => ({
      id: i + 1,
      patient_id: 1 + ((i * 11) % 70),
      staff_id: 1 + (i % 40),
      diagnosis: `E1${i % 9}.${i % 10}`,
    }));
    const checks = rows(90, (i) => ({
      id: i + 1,
      staff_id: 1 + ((i * 3) % 25),
      medication: i % 2 ? 'ramipril' : 'metformin',
    }));
    // Five of the staff are patients too.
    const results = await read({
      patients: rows(150, (i) => ({ id: i + 1, ...person(i, 'p') })),
      staff: rows(40, (i) => ({
        id: i + 1,
        ...person(i, i < 5 ? 'p' : 's'),
        job_title: i % 2 ? 'nurse' : 'porter',
      })),
      visits,
      checks,
    });
    assert.equal(mainCount(results), 150 + 40);
    assert.equal(countOf(results, 'people.emails-l2'), 150 + 40 - 5);
    assert.equal(countOf(results, 'people.linked-l4'), 150 + 40 - 5);
    assert.deepEqual(inFile(results, 'people.with:diagnosis'), [70, 0]);
    assert.deepEqual(inFile(results, 'people.with:medication'), [25, 0]);
    assert.deepEqual(inFile(results, 'people.with:job-title'), [40, 0]);
  });

test('customers and employees beside a firm’s suppliers and a contact table of the customers’ own', async () => {
  const results = await readCsv({
    customers: rows(120, (i) => ({ id: i + 1, ...person(i, 'c') })),
    employees: rows(30, (i) => ({ id: i + 1, ...person(i, 'e'), salary: 2000 + i })),
    suppliers: rows(20, (i) => ({
      id: i + 1,
      company: `Firm ${i}`,
      email: `f${i}@example.org`,
      phone: `+49 40 55500${i + 10}`,
    })),
    orders: rows(200, (i) => ({ id: i + 1, customer_id: 1 + (i % 80), supplier_id: 1 + (i % 20), total: i })),
    contacts: rows(60, (i) => ({
      id: i + 1,
      customer_id: 1 + (i % 50),
      name: NAMES[i % 7] ?? '',
      email: `k${i}@example.org`,
    })),
  });
  assert.equal(mainCount(results), 120 + 30);
});
