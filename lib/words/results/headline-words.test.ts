import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineWords } from './headline-words';

test('one rounded number, what it rests on, and how far the ways of counting lie apart', () => {
  const said = (
    count: number | '<10' | 'withheld' | null,
    range: [number, number] | null,
    id = 'people.accounts',
  ) => headlineWords({ id, count }, range).replace(/\. .*$/, '.');
  assert.equal(
    said(2_403_112, [2_397_360, 2_405_089]),
    'About 2.4 million people, by account number; 2,397,360 to 2,405,089, whichever way they are counted.',
  );
  assert.equal(
    said(542, [542, 543]),
    '542 people, by account number; 542 to 543, whichever way they are counted.',
  );
  assert.equal(
    said(30, [30, 30], 'people.user-names'),
    '30 people, by user name; as many whichever way they are counted.',
  );
  assert.equal(
    said(62_340, [62_340, 62_340]),
    'About 62,000 people, by account number; as many whichever way they are counted.',
  );
  assert.equal(said(1, null), 'One person, by account number.');
  assert.equal(said('<10', [3, 5]), 'Fewer than 10 people, by account number.');
  assert.equal(said('withheld', null), 'Some people, by account number.');
  assert.equal(said(99_700, null), 'About 100,000 people, by account number.');
});
