import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NumberKeys } from './number-keys';
import { KeySets } from './key-sets';
import { TextKeys } from './text-keys';
import { tempFolder } from '../../testing/temp-folder';

const folder = tempFolder('key-sets');

for (const [name, limit] of [
  ['in memory', 1 << 25],
  ['through a file', 1 << 10],
] as const) {
  test(`different texts count once each, set by set and together, ${name}`, () => {
    const file = join(folder, name);
    const sets = new KeySets(file, limit);
    const [evens, all] = [new Set<string>(), new Set<string>()];
    const list = new NumberKeys();
    const texts = new TextKeys(list);
    for (const [set, exact, step] of [
      ['evens', evens, 2],
      ['threes', all, 3],
    ] as const) {
      for (let i = 0; i < 30_000; i++) {
        const text = `${(i * 7919 * step) % 30_030}x`;
        exact.add(text);
        texts.add(Buffer.from(text), 0, text.length);
        if (i % 997 === 0) sets.add(set, list.take());
      }
      sets.add(set, list.take());
    }
    assert.equal(sets.count('evens'), evens.size);
    assert.equal(sets.count('threes'), all.size);
    assert.equal(sets.count('evens', 'threes'), new Set([...evens, ...all]).size);
    assert.equal(sets.count('nothing'), 0);
    assert.equal(existsSync(file), limit < 1 << 20, 'the file is there where memory did not do');
    sets.close();
    assert.equal(existsSync(file), false);
  });
}

test('numbers up to 2^53 are told apart, zero is one of them', () => {
  const sets = new KeySets(join(folder, 'numbers'));
  const list = new NumberKeys();
  const numbers = [0, 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 52, 2 ** 53, 2 ** 53 - 1];
  for (const number of [...numbers, ...numbers]) list.addNumber(number);
  sets.add('numbers', list.take());
  assert.equal(sets.count('numbers'), numbers.length);
});

test('only the bytes between start and end count; the empty text is a text', () => {
  const sets = new KeySets(join(folder, 'texts'));
  const list = new NumberKeys();
  const texts = new TextKeys(list);
  const bytes = Buffer.from('abcabc');
  texts.add(bytes, 0, 3);
  texts.add(bytes, 3, 6);
  texts.add(bytes, 0, 6);
  texts.add(bytes, 2, 2);
  sets.add('texts', list.take());
  assert.equal(sets.count('texts'), 3);
});
