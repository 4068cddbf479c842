import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPass, startPass } from './wasm/load-pass';

const MASK = 2n ** 64n - 1n;
const rotl = (x: bigint, n: bigint): bigint => ((x << n) | (x >> (64n - n))) & MASK;

/** SipHash-c-d with 128 bits as Aumasson and Bernstein wrote it down, in whole numbers of any size. */
function sipHash128(message: Uint8Array, key: Buffer, [c, d]: [number, number]): string {
  const k0 = key.readBigUInt64LE(0);
  const k1 = key.readBigUInt64LE(8);
  let v = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn ^ 0xeen,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ];
  const round = (): void => {
    let [a, b, e, f] = v as [bigint, bigint, bigint, bigint];
    a = (a + b) & MASK;
    b = rotl(b, 13n) ^ a;
    a = rotl(a, 32n);
    e = (e + f) & MASK;
    f = rotl(f, 16n) ^ e;
    a = (a + f) & MASK;
    f = rotl(f, 21n) ^ a;
    e = (e + b) & MASK;
    b = rotl(b, 17n) ^ e;
    e = rotl(e, 32n);
    v = [a, b, e, f];
  };
  const flip = (i: number, bits: bigint): void => void (v[i] = (v[i] as bigint) ^ bits);
  const padded = Buffer.alloc((message.length & ~7) + 8);
  padded.set(message);
  padded[padded.length - 1] = message.length & 255;
  for (let at = 0; at < padded.length; at += 8) {
    const word = padded.readBigUInt64LE(at);
    flip(3, word);
    for (let i = 0; i < c; i++) round();
    flip(0, word);
  }
  const out = Buffer.alloc(16);
  for (const [half, bits] of [
    [0, 0xeen],
    [1, 0xddn],
  ] as const) {
    flip(half === 0 ? 2 : 1, bits);
    for (let i = 0; i < d; i++) round();
    out.writeBigUInt64LE(
      v.reduce((a, b) => a ^ b),
      half * 8,
    );
  }
  return out.toString('hex');
}

const KEY = Buffer.from(Array.from({ length: 16 }, (_, i) => i));

// Vectors for the key 00…0f and the empty message: crate siphasher (github.com/jedisct1/rust-siphash, src/tests128.rs); that of
// 2-4 is also the first line of vectors_sip128 in the authors' reference code (github.com/veorq/SipHash, vectors.h).
test('the reading of SipHash in this test gives the published vectors', () => {
  assert.equal(sipHash128(new Uint8Array(0), KEY, [2, 4]), 'a3817f04ba25a8e66df67214c7550293');
  assert.equal(sipHash128(new Uint8Array(0), KEY, [1, 3]), 'e77ebcb22788a5befd62db6add303001');
});

test('the pass hashes with SipHash-1-3 of 128 bits, at every length and offset', () => {
  const pass = startPass(loadPass());
  pass.init(1024, KEY.readBigUInt64LE(0), KEY.readBigUInt64LE(8), 1000, 1000);
  const start = pass.allocate(256);
  for (let length = 0; length < 80; length++) {
    const message = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
    const at = start + (length % 9);
    new Uint8Array(pass.memory.buffer, start, 200).fill(0xaa);
    new Uint8Array(pass.memory.buffer, at, length).set(message);
    const out = Buffer.alloc(16);
    out.writeBigUInt64LE(BigInt.asUintN(64, pass.hashLow(at, length)), 0);
    out.writeBigUInt64LE(BigInt.asUintN(64, pass.hashHigh(at, length)), 8);
    assert.equal(out.toString('hex'), sipHash128(message, KEY, [1, 3]), `length ${length}`);
  }
});

/** The text of fewer than 16 bytes behind its 128 bits: the steps of the pass, undone in whole numbers of any size. */
function textBehind(low: bigint, high: bigint, key: Buffer): Buffer {
  const stirred = (x: bigint, by: bigint, shift: bigint): bigint => {
    const product = (x * by) & MASK;
    return product ^ (product >> shift);
  };
  let [a, b] = [low, high];
  a ^= stirred(b, 0x165667b19e3779f9n, 32n);
  b ^= stirred(a, 0xc2b2ae3d27d4eb4fn, 29n);
  a ^= stirred(b, 0x9e3779b97f4a7c15n, 32n);
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(a ^ key.readBigUInt64LE(0), 0);
  bytes.writeBigUInt64LE(b ^ key.readBigUInt64LE(8), 8);
  return bytes.subarray(0, bytes[15]);
}

test('what stands for a text of up to 15 bytes can be read back, so that no two texts share it; longer ones are hashed', () => {
  const pass = startPass(loadPass());
  pass.init(1024, KEY.readBigUInt64LE(0), KEY.readBigUInt64LE(8), 1000, 1000);
  const start = pass.allocate(256);
  const groups = new Set<bigint>();
  for (let n = 0; n < 20_000; n++) {
    const length = n % 18;
    const message = Uint8Array.from({ length }, (_, i) => (i === 0 ? n : i === 1 ? n >> 8 : (i * 37) & 255));
    const at = start + (n % 9);
    new Uint8Array(pass.memory.buffer, start, 200).fill(n & 255);
    new Uint8Array(pass.memory.buffer, at, length).set(message);
    const low = BigInt.asUintN(64, pass.textLow(at, length));
    const high = BigInt.asUintN(64, pass.textHigh(at, length));
    if (length < 16) {
      assert.deepEqual(textBehind(low, high, KEY), Buffer.from(message), `length ${length}`);
      groups.add(low >> 58n);
    } else assert.equal(low, BigInt.asUintN(64, pass.hashLow(at, length)));
  }
  assert.equal(groups.size, 64, 'they spread over all groups');
});
