import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belowAll, tableOfFile } from './table-of-file';

const all = (...paths: string[]) => [...new Set(paths.map(tableOfFile))];

test('parts of one table have one name', () => {
  assert.deepEqual(
    all(
      'users.csv',
      'a/users-2.csv.gz',
      '2019-12-04_users.tsv',
      'users (3).csv',
      'users_part2.txt',
      'users.csv.001',
    ),
    ['users'],
  );
  assert.deepEqual(all('x/part-00000-0b7f1c2e-aaaa-4bbb-8ccc-0123456789ab.csv', 'x/part-1.csv', 'x/xab'), [
    'x',
  ]);
  assert.deepEqual(all('orders/year=2019/data.csv', 'orders/year=2020/data.csv'), ['orders']);
});

test('other names are other tables', () => {
  assert.equal(all('public.users.csv', 'public.orders.csv', 'alumnos.csv', 'fichas_medicas.csv').length, 4);
  assert.equal(tableOfFile('dump/10.csv'), 'dump');
});

test('where an input is kept says nothing of its tables', () => {
  const names = (...paths: string[]) => belowAll(paths).map(tableOfFile);
  assert.deepEqual(names('/home/ann/patients/data.csv', '/home/ann/patients/rows.csv'), ['data', 'rows']);
  assert.deepEqual(names('/srv/x/data.csv'), ['data']);
  assert.deepEqual(names('/a/users/data.csv', '/a/orders/data.csv'), ['users', 'orders']);
});
