import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReferences } from './references';

const told = (source: string) =>
  readReferences(source, 'plain').map(
    ({ table, column, toTable, toColumn }) =>
      `${table.join('.')}.${column} ${toTable.join('.')}.${toColumn ?? ''}`,
  );

test('foreign keys of every dialect are read, behind a column, in the list and added later', () => {
  assert.deepEqual(
    told(
      'CREATE TABLE `visits` (\n `id` int NOT NULL,\n `pat` int DEFAULT NULL,\n PRIMARY KEY (`id`),\n KEY `k` (`pat`),\n' +
        ' CONSTRAINT `c` FOREIGN KEY (`pat`) REFERENCES `patients` (`id`) ON DELETE CASCADE\n) ENGINE=InnoDB;',
    ),
    ['visits.pat patients.id'],
  );
  assert.deepEqual(
    told(
      'ALTER TABLE ONLY public.visits\n ADD CONSTRAINT v FOREIGN KEY (pat) REFERENCES public.patients(id);',
    ),
    ['public.visits.pat public.patients.id'],
  );
  assert.deepEqual(
    told(
      'CREATE TABLE IF NOT EXISTS visits(id INTEGER PRIMARY KEY, pat INTEGER REFERENCES patients, d numeric(8,2) CHECK (d > 0), w "int" references "wards"("no"))',
    ),
    ['visits.pat patients.', 'visits.w wards.no'],
  );
});

test('a key of several columns, a text and a column called so are no reference', () => {
  assert.deepEqual(told('CREATE TABLE a (x int, y int, FOREIGN KEY (x, y) REFERENCES b (x, y));'), []);
  assert.deepEqual(told("CREATE TABLE a (x text DEFAULT 'FOREIGN KEY (x) REFERENCES b (c)');"), []);
  assert.deepEqual(told('CREATE TABLE a (x int, `references` int, y int);'), []);
});
