import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Store } from '../../contract/store';
import { madeStore } from '../../testing/made-store';
import { instantOf } from '../instant-of';
import { localDay, zoneOffsets } from '../zone-time';
import { instantSql } from './instant-sql';

let store: Store;
before(async () => {
  store = await madeStore({ k0: [{ a: 'b' }] });
});
after(() => store.close());

const TIMES = [
  ...['1577318400', '1577318400123', '1577318400123456', '1577318400123456789', '9577318400', '157731840'],
  ...[
    '2019-12-26',
    '2019-12-26T10:11',
    '2019-12-26 10:11:12',
    '2019-12-26t10:11:12.5z',
    '2019-12-26T10:11:12.123Z',
  ],
  ...[
    '2019-12-26T10:11:12+01',
    '2019-12-26T10:11:12 -0830',
    '2019-12-26 23:59:59.999-08:00',
    '2019-12-26T10:11Z',
  ],
  ...[
    '1989-12-31T23:59:59Z',
    '1990-01-01',
    '2099-12-31T23:59:59Z',
    '2100-01-01',
    '2019-13-01',
    '2019-12-26T25:00',
  ],
  ...[
    '',
    'yesterday',
    '26.12.2019',
    '2019-12',
    '12345678901',
    '2019-12-26T10:11:12+1',
    '0000000000000000000',
  ],
];

test('the engine reads written times as the kit does', async () => {
  for (const text of TIMES) {
    const [row] = await store.engine.numbers(`select ${instantSql('t')} from (select ? as t)`, [text]);
    assert.equal(row?.[0] ?? null, instantOf(text), text);
  }
});

test('every change of a zone’s clocks is found, to the millisecond', () => {
  const span = { from: Date.UTC(2019, 0), to: Date.UTC(2021, 0) };
  const hour = 3_600_000;
  assert.deepEqual(zoneOffsets(span, 'UTC'), [{ since: span.from, ahead: 0 }]);
  assert.deepEqual(zoneOffsets(span, 'America/Los_Angeles'), [
    { since: span.from, ahead: -8 * hour },
    { since: Date.UTC(2019, 2, 10, 10), ahead: -7 * hour },
    { since: Date.UTC(2019, 10, 3, 9), ahead: -8 * hour },
    { since: Date.UTC(2020, 2, 8, 10), ahead: -7 * hour },
    { since: Date.UTC(2020, 10, 1, 9), ahead: -8 * hour },
  ]);
  assert.equal(localDay(Date.UTC(2019, 11, 26, 7, 59), 'America/Los_Angeles'), 18_255);
});
