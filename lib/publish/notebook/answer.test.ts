import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { Answer } from './answer';
import { HIDDEN_NOTE } from '../../words/results/answer-words';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';

const rows = [
  { name: 'a<b', people: 12, of: 30 },
  { name: 'c', people: '<10' as const, of: 40 },
];

test('an answer prints as its title, a table and its notes; a hidden count is said and is a note', () => {
  const answer = new Answer({ title: 'Fruit', rows, notes: ['Counted once.'], synthetic: true });
  const text = inspect(answer);
  assert.match(text, /^Fruit\n\nname +people +of\na<b +12 +30\nc +fewer than 10 +40\n/);
  for (const note of [`${SYNTHETIC_STAMP}.`, 'Counted once.', HIDDEN_NOTE])
    assert.ok(text.includes(note), note);
  assert.deepEqual(answer.notes, [`${SYNTHETIC_STAMP}.`, 'Counted once.', HIDDEN_NOTE]);
  assert.ok(answer.html().includes('a&lt;b') && !answer.html().includes('<b '), 'texts are escaped');
});

test('chosen columns are shown under their headings; rows keep every key', () => {
  const answer = new Answer({ title: 'Fruit', rows, columns: [['people', 'how many']], synthetic: false });
  assert.match(answer.text(), /^Fruit\n\n +how many\n/);
  assert.deepEqual(answer.rows, rows);
});

test('of many rows a table shows the first and says how many there are; none is said', () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ row: i }));
  const text = new Answer({ title: 'Many', rows: many, synthetic: false }).text();
  assert.match(text, /The first 120 of 1000 rows/);
  assert.ok(text.includes('119') && !text.includes('121'));
  assert.match(new Answer({ title: 'None', rows: [], synthetic: false }).text(), /^None\n\nnone$/);
});

test('its frame has numbers as numbers and no hidden count', () => {
  const { frame } = new Answer({ title: 'Fruit', rows, synthetic: false });
  assert.deepEqual(frame.columns, ['name', 'people', 'of']);
  assert.deepEqual(
    frame.dtypes.slice(1).map((type) => type !== 'string'),
    [true, true],
  );
  assert.ok(!JSON.stringify(frame.values).includes('<10'));
});
