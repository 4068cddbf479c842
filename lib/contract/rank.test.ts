import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RANK_SPACE, ranker, sipHash24 } from './rank';

// First and a few later vectors of the SipHash-2-4 reference implementation (key 00..0f, message 00..n-1),
// Aumasson and Bernstein, "SipHash: a fast short-input PRF", appendix A and vectors.h.
const VECTORS: [number, string][] = [
  [0, '310e0edd47db6f72'],
  [1, 'fd67dc93c539f874'],
  [2, '5a4fa9d909806c0d'],
  [7, '37d1018bf50002ab'],
  [8, '6224939a79f5f593'],
  [15, 'e545be4961ca29a1'],
];

test('SipHash-2-4 gives the published vectors', () => {
  const key = Buffer.from(Array.from({ length: 16 }, (_, i) => i));
  for (const [length, hex] of VECTORS) {
    const message = Buffer.from(Array.from({ length }, (_, i) => i));
    const [high, low] = sipHash24(key, message, length);
    const out = Buffer.alloc(8);
    out.writeInt32LE(low, 0);
    out.writeInt32LE(high, 4);
    assert.equal(out.toString('hex'), hex, `message of ${length} bytes`);
  }
});

test('ranks depend on the seed, are stable and fill their space', () => {
  const rank = ranker('one');
  assert.equal(rank('a'), ranker('one')('a'));
  assert.notEqual(rank('a'), ranker('two')('a'));
  let sum = 0;
  for (let i = 0; i < 10_000; i++) sum += rank(`person ${i}`) / RANK_SPACE;
  assert.ok(Math.abs(sum / 10_000 - 0.5) < 4.5 * Math.sqrt(1 / 12 / 10_000), `mean rank ${sum / 10_000}`);
});
