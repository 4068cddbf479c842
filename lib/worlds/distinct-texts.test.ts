import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DistinctTexts } from './distinct-texts';

test('different texts count once each, through every growth of the table', () => {
  const distinct = new DistinctTexts();
  const exact = new Set<string>();
  for (let i = 0; i < 50_000; i++) {
    const text = `${(i * 7919) % 30_011}x`;
    exact.add(text);
    distinct.add(Buffer.from(text), 0, text.length);
    if (i % 9973 === 0) assert.equal(distinct.count, exact.size);
  }
  assert.equal(distinct.count, exact.size);
});

test('only the bytes between start and end count; the empty text is a text', () => {
  const distinct = new DistinctTexts();
  const bytes = Buffer.from('abcabc');
  distinct.add(bytes, 0, 3);
  distinct.add(bytes, 3, 6);
  distinct.add(bytes, 0, 6);
  distinct.add(bytes, 2, 2);
  assert.equal(distinct.count, 3);
});
