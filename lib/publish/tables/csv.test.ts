import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { toCsv } from './csv';

const STARTS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1+1',
  '\t=1',
  '\r=1',
  '\u00a0=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  'safe\n=1+1',
];

test('no cell of text, and no line of one, starts a formula', () => {
  const rows = parse(
    toCsv(
      STARTS.map((text) => ({ text })),
      ['text'],
    ),
    { columns: true, relax_quotes: false },
  );
  assert.equal(rows.length, STARTS.length);
  for (const { text } of rows as { text: string }[]) {
    for (const line of text.split(/[\r\n]/)) assert.doesNotMatch(line, /^\s*[=+\-@＝＋－＠\t]/u);
  }
});

test('numbers are written bare, negative ones too', () => {
  assert.equal(toCsv([{ a: -5, b: 0.25, c: null }], ['a', 'b', 'c']), 'a,b,c\r\n-5,0.25,\r\n');
});

test('a text with comma, quote or blank at its end comes back as it was', () => {
  const texts = ['a,b', 'say "x"', 'end ', 'semi;colon'];
  const rows = parse(
    toCsv(
      texts.map((text) => ({ text })),
      ['text'],
    ),
    { columns: true },
  ) as unknown as { text: string }[];
  assert.deepEqual(
    rows.map((row) => row.text),
    texts,
  );
});

test('the stamp stands in every row', () => {
  assert.equal(toCsv([{ a: 1 }, { a: 2 }], ['a'], 'Made up'), 'note,a\r\nMade up,1\r\nMade up,2\r\n');
});
