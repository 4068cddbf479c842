import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permutation } from './permutation';
import { Randoms } from './randoms';

test('every number comes exactly once, whatever the size', () => {
  for (const size of [1, 2, 3, 4, 5, 16, 17, 140, 1000, 4097]) {
    const order = permutation(Randoms.of('p'), 10, size);
    const seen = new Set(Array.from({ length: size }, (_, place) => order(place)));
    assert.equal(seen.size, size);
    assert.ok([...seen].every((number) => number >= 0 && number < size));
  }
});

test('the first places are spread evenly and differ by seed and table', () => {
  const first = (seed: string, table: number) => {
    const order = permutation(Randoms.of(seed), table, 2_400_000);
    return Array.from({ length: 2_000 }, (_, place) => order(place));
  };
  const numbers = first('a', 10);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length / 2_400_000;
  assert.ok(Math.abs(mean - 0.5) < 5 * Math.sqrt(1 / 12 / numbers.length), `mean place ${mean}`);
  const inA = new Set(numbers);
  for (const other of [first('b', 10), first('a', 11)]) {
    assert.ok(other.filter((number) => inA.has(number)).length < 20, 'another key draws others');
  }
});
