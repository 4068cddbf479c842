import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Randoms } from './randoms';

// threefry2x32 with 13 rounds: counter, key, result; from tests/kat_vectors of the authors' Random123 library.
const VECTORS: [number[], number[], string][] = [
  [[0, 0], [0, 0], '9d1c5ec6 8bd50731'],
  [[0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], 'fd36d048 2d17272c'],
  [[0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], 'ba3e4725 f27d669e'],
];

test('Threefry gives the published vectors', () => {
  for (const [counter, key, expected] of VECTORS) {
    const { high, low } = new Randoms(key[0] as number, key[1] as number).block(
      counter[0] as number,
      counter[1] as number,
    );
    assert.equal([high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' '), expected);
  }
});

test('a number depends on each of seed, table, person, field and i, and on nothing before it', () => {
  const at = (seed: string, ...counter: [number, number, number, number]) =>
    Randoms.of(seed)
      .u64(...counter)
      .unit();
  const base = at('s', 1, 2, 3, 4);
  const others = [
    at('t', 1, 2, 3, 4),
    at('s', 0, 2, 3, 4),
    at('s', 1, 3, 3, 4),
    at('s', 1, 2, 4, 4),
    at('s', 1, 2, 3, 5),
  ];
  assert.equal(new Set([base, ...others]).size, 6);
  const one = Randoms.of('s');
  for (let i = 0; i < 10; i++) one.u64(1, i, 1, i);
  assert.equal(one.u64(1, 2, 3, 4).unit(), base);
});

test('halves and whole are uniform, the bell has mean 0 and variance 1', () => {
  const randoms = Randoms.of('moments');
  const n = 40_000;
  let [first, second, bell, square] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    randoms.u64(1, i, 0);
    first += randoms.first();
    second += randoms.second();
    bell += randoms.bell();
    square += randoms.bell() ** 2;
  }
  const limit = 5 * Math.sqrt(1 / 12 / n);
  assert.ok(Math.abs(first / n - 0.5) < limit && Math.abs(second / n - 0.5) < limit);
  assert.ok(Math.abs(bell / n) < 5 / Math.sqrt(n), `mean ${bell / n}`);
  assert.ok(Math.abs(square / n - 1) < 0.03, `variance ${square / n}`);
});
