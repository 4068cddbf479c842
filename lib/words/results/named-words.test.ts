import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedWords } from './named-words';

test('the range is rounded outwards to three digits, with what it rests on and what would narrow it', () => {
  const words = namedWords([9124, 9781], ['city', 'date-of-birth', 'person-name']);
  assert.match(words, /^Between 9,120 and 9,790 people, by name and date of birth\. /);
  assert.match(words, /A postal code or a national identity number beside each name would narrow this\.$/);
});

test('where the limits may not be told, their middle is', () => {
  assert.match(namedWords([52, 52], ['phone']), /^About 52 people, by name and phone number\. /);
});

test('a small range is said as it is, never from nobody', () => {
  assert.match(
    namedWords([0, 741], ['date-of-birth', 'postal-code', 'national-id']),
    /^Between 1 and 741 people, by name, date of birth, national identity number and postal code\. .*independent\.$/,
  );
});
