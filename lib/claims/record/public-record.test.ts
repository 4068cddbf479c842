import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgePublic } from '../judge-public';
import { publicRecord } from './public-record';
import { publicRecordWords } from '../../words/reasons/public-record-words';
import { durationWords, spanWords } from '../../words/dates/span-words';
import { lengthOf } from './time-span';
import { goldenCase } from '../../testing/golden-case';
import { notEmpty } from '../../testing/not-empty';

const caseFolder = goldenCase();

test('the public record of the invented case says this and no more', () => {
  assert.deepEqual(
    publicRecord(caseFolder).map(({ reason }) => publicRecordWords(reason)),
    [
      'From 1 to 9 March 2021, named by Lamplight, is 8 days, or 9 with the first and the last day both counted; ' +
        'this does not agree with "two weeks" (The Gazette).',
      'Lamplight named 1 to 9 March 2021; The Gazette 1 to 12 March 2021. If they speak of the same thing, at most one of ' +
        'these can be right.',
      'What Lamplight said about the number of servers changed: on 11 March 2021, Lamplight said that one server was open; ' +
        'on 14 March 2021, Lamplight said that a second server had been open as well.',
      'In the sources used here Lamplight never says how passwords were stored.',
    ],
  );
});

test('a finding names claims of the ledger only', () => {
  const ids = new Set(caseFolder.claims.map(({ id }) => id));
  for (const { claims } of notEmpty(publicRecord(caseFolder)))
    assert.ok(claims.length > 0 && claims.every((id) => ids.has(id)));
});

test('a duration is judged by the dates that it speaks of', () => {
  const row = judgePublic(caseFolder).claims.find(({ id }) => id === 'gazette-week');
  // Eight or nine days by Lamplight's dates, eleven or twelve by The Gazette's own of the day after.
  assert.deepEqual([row?.basis, row?.verdict], ['public', 'disputed-definition']);
  const verdict = (value: number, without: string | null = null) => {
    const other = structuredClone(caseFolder);
    other.claims = other.claims.filter(({ id }) => id !== without);
    const week = other.claims.find(({ id }) => id === 'gazette-week');
    if (week?.wording) week.wording.value = value;
    return judgePublic(other).claims.find(({ id }) => id === 'gazette-week')?.verdict;
  };
  assert.equal(verdict(4), 'refuted');
  assert.equal(verdict(1), 'disputed-definition');
  assert.equal(verdict(1, 'gazette-window'), 'supported');
  assert.equal(verdict(2, 'gazette-window'), 'refuted');
});

test('without records no claim on records is decided', () => {
  const { claims, disagreements } = judgePublic(caseFolder);
  for (const row of claims.filter(({ basis }) => basis === 'records'))
    assert.equal(row.verdict, 'not-testable');
  assert.deepEqual(
    disagreements.map(({ outcome }) => outcome),
    ['cannot-tell'],
  );
});

test('days are counted over a change of clocks and over leap days, and spans are written short', () => {
  assert.deepEqual(lengthOf({ from: '2019-12-04', to: '2019-12-26' }), { value: 22, unit: 'days' });
  assert.deepEqual(lengthOf({ from: '2020-02-28', to: '2020-03-01' }), { value: 2, unit: 'days' });
  assert.deepEqual(lengthOf({ from: '2021-03-27', to: '2021-03-29' }), { value: 2, unit: 'days' });
  assert.equal(spanWords({ from: '2019-12-04', to: '2020-01-02' }), '4 December 2019 to 2 January 2020');
  assert.equal(spanWords({ from: '2019-11-04', to: '2019-12-02' }), '4 November to 2 December 2019');
  assert.equal(durationWords({ value: 1, unit: 'weeks' }), 'one week');
});
