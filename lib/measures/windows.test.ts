import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseFile, Probe } from '../contract/case';
import { windows } from './windows';
import { daysBetween, durationOf, possibleInstants } from './zone-time';

function caseWith(zone: string, probes: [Probe['state'], string, string?][]): CaseFile {
  return {
    title: 'Invented',
    zone,
    published: '2019-12-26',
    populations: [],
    kinds: {},
    parties: {},
    reset: [],
    measures: {},
    worlds: [],
    defaultWorld: '',
    seed: '',
    probes: probes.map(([state, at, clockError]) => ({
      window: 'server',
      at,
      state,
      by: 'a',
      source: 's',
      ...(clockError !== undefined && { clockError }),
    })),
  };
}

const pacific = 'America/Los_Angeles';

test('a server created on 4 December and last seen open and closed on the 26th', () => {
  const [window] = windows(
    caseWith(pacific, [
      ['created', '2019-12-04'],
      ['open', '2019-12-04'],
      ['open', '2019-12-26'],
      ['closed', '2019-12-26'],
    ]),
  );
  assert.deepEqual(window, {
    id: 'server',
    by: ['a'],
    start: ['2019-12-04T08:00:00.000Z', '2019-12-05T07:59:59.999Z'],
    end: ['2019-12-26T08:00:00.000Z', '2019-12-27T07:59:59.999Z'],
    zone: pacific,
    elapsedDays: [21, 23],
    inclusiveDays: [23, 23],
    largestGapDays: 22,
  });
});

test('instants leave only what lies between them', () => {
  const [window] = windows(
    caseWith('UTC', [
      ['closed', '2020-01-01T00:00Z'],
      ['open', '2020-01-02T12:00Z'],
      ['open', '2020-01-05T12:00Z'],
      ['closed', '2020-01-06T00:00Z'],
    ]),
  );
  assert.deepEqual(window?.elapsedDays, [3, 5]);
  assert.deepEqual(window?.inclusiveDays, [4, 6]);
  assert.equal(window?.largestGapDays, 3);
});

test('without a closed probe an end is open, and one sighting is at least a moment', () => {
  const [window] = windows(caseWith('UTC', [['open', '2020-01-02T12:00Z']]));
  assert.deepEqual(window?.start, [null, '2020-01-02T12:00:00.000Z']);
  assert.deepEqual(window?.end, ['2020-01-02T12:00:00.000Z', null]);
  assert.deepEqual(
    [window?.elapsedDays, window?.inclusiveDays, window?.largestGapDays],
    [[0, null], [1, null], null],
  );
});

test('a window that nobody saw open is left out', () => {
  assert.deepEqual(windows(caseWith('UTC', [['closed', '2020-01-02']])), []);
});

test('a clock error widens what an instant can mean', () => {
  const [window] = windows(
    caseWith('UTC', [
      ['open', '2020-01-02T12:00Z', 'PT1H'],
      ['open', '2020-01-03T12:00Z'],
    ]),
  );
  assert.deepEqual(window?.elapsedDays[0], 0.96);
  assert.equal(durationOf('P1DT2H3M4S'), 93_784_000);
  assert.equal(durationOf(undefined), 0);
});

test('a date is the whole local day, however long: 23 hours in spring, 25 in autumn', () => {
  const length = (date: string) => {
    const { from, to } = possibleInstants(date, pacific);
    return daysBetween(from, to + 1) * 24;
  };
  assert.ok(Math.abs(length('2019-03-10') - 23) < 0.2);
  assert.ok(Math.abs(length('2019-11-03') - 25) < 0.2);
  assert.equal(length('2019-12-04'), 24);
  assert.equal(
    new Date(possibleInstants('2019-12-04T09:30', pacific).from).toISOString(),
    '2019-12-04T17:30:00.000Z',
  );
  assert.equal(
    new Date(possibleInstants('2019-12-04T09:30+09:00', pacific).from).toISOString(),
    '2019-12-04T00:30:00.000Z',
  );
});
