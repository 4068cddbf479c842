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
 * @returns a function from a text, or from its UTF-8 bytes, to its rank, an integer in [0, 2^52)
 */
export function ranker(seed: string): (text: string | Buffer) => number {
  const key = createHash('sha256').update(seed, 'utf8').digest().subarray(0, 16);
  const scratch = Buffer.alloc(4096);
  return (text) => {
    let bytes: Buffer = scratch;
    let { length } = text;
    if (typeof text !== 'string') bytes = text;
    else {
      if (length * 3 > bytes.length) bytes = Buffer.alloc(length * 3);
      length = bytes.write(text, 'utf8');
    }
    const [high, low] = sipHash24(key, bytes, length);
    return (high >>> 0) * 0x100000 + (low >>> 12);
  };
}

/**
 * SipHash-2-4 with 64 bits of output, in 32-bit halves (a BigInt version is thirty times slower). All state is in local
 * variables and the round stands here once: in a function of its own it takes twice as long.
 *
 * @param key 16 bytes
 * @param bytes holds the message in its first `length` bytes
 * @returns [high, low] halves as signed 32-bit integers
 */
export function sipHash24(key: Buffer, bytes: Buffer, length: number): [number, number] {
  const k0l = word(key, 0);
  const k0h = word(key, 4);
  const k1l = word(key, 8);
  const k1h = word(key, 12);
  let v0h = k0h ^ 0x736f6d65;
  let v0l = k0l ^ 0x70736575;
  let v1h = k1h ^ 0x646f7261;
  let v1l = k1l ^ 0x6e646f6d;
  let v2h = k0h ^ 0x6c796765;
  let v2l = k0l ^ 0x6e657261;
  let v3h = k1h ^ 0x74656462;
  let v3l = k1l ^ 0x79746573;
  // One block for every eight bytes, one with the rest and the length, and the finish.
  const last = length >>> 3;
  for (let block = 0; block <= last + 1; block++) {
    const at = 8 * block;
    let low = 0;
    let high = 0;
    if (block < last) {
      low = word(bytes, at);
      high = word(bytes, at + 4);
    } else if (block === last) {
      for (let i = at; i < length; i++) {
        if (i < at + 4) low |= (bytes[i] ?? 0) << (8 * (i - at));
        else high |= (bytes[i] ?? 0) << (8 * (i - at - 4));
      }
      high |= length << 24;
    }
    if (block > last) v2l ^= 0xff;
    v3l ^= low;
    v3h ^= high;
    for (let round = block > last ? 4 : 2; round > 0; round--) {
      v0l = (v0l + v1l) | 0;
      v0h = (v0h + v1h + (v0l >>> 0 < v1l >>> 0 ? 1 : 0)) | 0;
      let t = (v1h << 13) | (v1l >>> 19);
      v1l = ((v1l << 13) | (v1h >>> 19)) ^ v0l;
      v1h = t ^ v0h;
      t = v0h;
      v0h = v0l;
      v0l = t;
      v2l = (v2l + v3l) | 0;
      v2h = (v2h + v3h + (v2l >>> 0 < v3l >>> 0 ? 1 : 0)) | 0;
      t = (v3h << 16) | (v3l >>> 16);
      v3l = ((v3l << 16) | (v3h >>> 16)) ^ v2l;
      v3h = t ^ v2h;
      v0l = (v0l + v3l) | 0;
      v0h = (v0h + v3h + (v0l >>> 0 < v3l >>> 0 ? 1 : 0)) | 0;
      t = (v3h << 21) | (v3l >>> 11);
      v3l = ((v3l << 21) | (v3h >>> 11)) ^ v0l;
      v3h = t ^ v0h;
      v2l = (v2l + v1l) | 0;
      v2h = (v2h + v1h + (v2l >>> 0 < v1l >>> 0 ? 1 : 0)) | 0;
      t = (v1h << 17) | (v1l >>> 15);
      v1l = ((v1l << 17) | (v1h >>> 15)) ^ v2l;
      v1h = t ^ v2h;
      t = v2h;
      v2h = v2l;
      v2l = t;
    }
    v0l ^= low;
    v0h ^= high;
  }
  return [v0h ^ v1h ^ v2h ^ v3h, v0l ^ v1l ^ v2l ^ v3l];
}

function word(bytes: Buffer, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}
