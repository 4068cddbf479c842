import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResultDrawn } from '../../contract/results';
import { drawnWords } from './drawn-words';

const picked: ResultDrawn = {
  input: 0,
  kind: 'srs-people',
  asked: 'srs-people',
  unit: 'people.accounts',
  population: 2_400_000,
  proof: 'checked',
  whole: true,
  seal: null,
  words: { population: 'proof', total: null, drawn: 'proof' },
};

test('how an input came to be says on whose word it rests, the number of people too', () => {
  assert.equal(
    drawnWords(picked),
    'people picked at random, out of 2,400,000 (a number that the proof was given and cannot check). ' +
      'The proof agrees; that nobody was left out by hand rests on the word of whoever picked.',
  );
  assert.match(drawnWords({ ...picked, whole: false }), /Some of its documents may be missing/);
  const census = drawnWords({ ...picked, kind: 'census', words: { ...picked.words, population: 'counted' } });
  assert.match(census, /2,400,000 \(counted in this file\)\. .* word of whoever asked the server\.$/);
});

test('what nothing shows is on somebody’s word, and what nobody said on nobody’s', () => {
  const unproven = { ...picked, proof: 'none', whole: false } as const;
  const first = { ...unproven, kind: 'first-n' } as const;
  assert.match(drawnWords(first), /That rests on the word of the proof, which cannot show it\.$/);
  const words = { population: 'user', total: null, drawn: 'user' } as const;
  assert.equal(
    drawnWords({ ...first, words }),
    'the first part, out of 2,400,000 (on the word of whoever ran this). That rests on the word of whoever ran this.',
  );
  const unknown = drawnWords({
    ...unproven,
    kind: 'unknown',
    population: null,
    words: { ...words, population: null },
  });
  assert.equal(unknown, 'not known. Nothing says how, so it speaks only for itself.');
});
