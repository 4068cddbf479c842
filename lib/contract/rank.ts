import { createHash } from 'node:crypto';

/** Ranks lie in 0 … 2^52 − 1, so that a rank is an exact JavaScript number. */
export const RANK_SPACE = 2 ** 52;

/** Parts of equal width that ranks up to a draw's threshold are counted in. */
export const RANK_PARTS = 20;

/**
 * Keyed rank of a text: the top 52 bits of SipHash-2-4 (Aumasson and Bernstein 2012) of its UTF-8 bytes, under the
 * first 16 bytes of SHA-256 of the seed. Taking the N smallest ranks of a population is a simple random sample of it
 * that a second person can draw again from the seed.
 *
 * @param seed any text; the proof of the draw names it
 * @returns a function from a text to its rank, an integer in [0, 2^52)
 */
export function ranker(seed: string): (text: string) => number {
  const key = createHash('sha256').update(seed, 'utf8').digest().subarray(0, 16);
  const scratch = Buffer.alloc(4096);
  return (text) => {
    const bytes = text.length * 3 <= scratch.length ? scratch : Buffer.alloc(text.length * 3);
    const [high, low] = sipHash24(key, bytes, bytes.write(text, 'utf8'));
    return (high >>> 0) * 0x100000 + (low >>> 12);
  };
}

/**
 * SipHash-2-4 with 64 bits of output, in 32-bit halves (a BigInt version is thirty times slower).
 *
 * @param key 16 bytes
 * @param bytes holds the message in its first `length` bytes
 * @returns [high, low] halves as signed 32-bit integers
 */
export function sipHash24(key: Buffer, bytes: Buffer, length: number): [number, number] {
  const k0l = key.readInt32LE(0);
  const k0h = key.readInt32LE(4);
  const k1l = key.readInt32LE(8);
  const k1h = key.readInt32LE(12);
  let v0h = k0h ^ 0x736f6d65;
  let v0l = k0l ^ 0x70736575;
  let v1h = k1h ^ 0x646f7261;
  let v1l = k1l ^ 0x6e646f6d;
  let v2h = k0h ^ 0x6c796765;
  let v2l = k0l ^ 0x6e657261;
  let v3h = k1h ^ 0x74656462;
  let v3l = k1l ^ 0x79746573;
  const rounds = (count: number) => {
    for (let i = 0; i < count; i++) {
      let low = (v0l >>> 0) + (v1l >>> 0);
      v0h = (v0h + v1h + (low > 0xffffffff ? 1 : 0)) | 0;
      v0l = low | 0;
      let t = (v1h << 13) | (v1l >>> 19);
      v1l = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
      v1h = t ^ v0h;
      t = v0h;
      v0h = v0l;
      v0l = t;
      low = (v2l >>> 0) + (v3l >>> 0);
      v2h = (v2h + v3h + (low > 0xffffffff ? 1 : 0)) | 0;
      v2l = low | 0;
      t = (v3h << 16) | (v3l >>> 16);
      v3l = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
      v3h = t ^ v2h;
      low = (v0l >>> 0) + (v3l >>> 0);
      v0h = (v0h + v3h + (low > 0xffffffff ? 1 : 0)) | 0;
      v0l = low | 0;
      t = (v3h << 21) | (v3l >>> 11);
      v3l = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
      v3h = t ^ v0h;
      low = (v2l >>> 0) + (v1l >>> 0);
      v2h = (v2h + v1h + (low > 0xffffffff ? 1 : 0)) | 0;
      v2l = low | 0;
      t = (v1h << 17) | (v1l >>> 15);
      v1l = ((v1l << 17) | (v1h >>> 15)) ^ v2l;
      v1h = t ^ v2h;
      t = v2h;
      v2h = v2l;
      v2l = t;
    }
  };
  const block = (low: number, high: number) => {
    v3l ^= low;
    v3h ^= high;
    rounds(2);
    v0l ^= low;
    v0h ^= high;
  };
  const whole = length & ~7;
  for (let at = 0; at < whole; at += 8) block(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
  let low = 0;
  let high = length << 24;
  for (let i = whole; i < length; i++) {
    const shift = (i & 3) * 8;
    if (i - whole < 4) low |= bytes.readUInt8(i) << shift;
    else high |= bytes.readUInt8(i) << shift;
  }
  block(low, high);
  v2l ^= 0xff;
  rounds(4);
  return [v0h ^ v1h ^ v2h ^ v3h, v0l ^ v1l ^ v2l ^ v3l];
}
