// SipHash-1-3 with 128 bits of output (Aumasson and Bernstein, 2012; reference code at github.com/veorq/SipHash).
// The key is random and new in every run: n values collide with probability n²/2^129, whatever their author does.
export let seed0: u64 = 0;
export let seed1: u64 = 0;
/** The two halves of the last hash; never both 0, which marks an empty place in a table. */
export let sipLow: u64 = 0;
export let sipHigh: u64 = 0;

export function setSeed(a: u64, b: u64): void {
  seed0 = a;
  seed1 = b;
}

/** Hashes `length` bytes at `p` into `sipLow` and `sipHigh`. */
@inline export function sip(p: usize, length: u32): void {
  let v0 = seed0 ^ 0x736f6d6570736575,
    v1 = seed1 ^ 0x646f72616e646f6d ^ 0xee;
  let v2 = seed0 ^ 0x6c7967656e657261,
    v3 = seed1 ^ 0x7465646279746573;
  const wholeEnd = p + (length & ~7);
  while (true) {
    const last = p == wholeEnd,
      rest = length & 7;
    const word = !last
      ? load<u64>(p)
      : ((<u64>length) << 56) | (rest ? load<u64>(p) & (((<u64>1) << (rest * 8)) - 1) : 0);
    v3 ^= word;
    v0 += v1;
    v1 = rotl(v1, 13);
    v1 ^= v0;
    v0 = rotl(v0, 32);
    v2 += v3;
    v3 = rotl(v3, 16);
    v3 ^= v2;
    v0 += v3;
    v3 = rotl(v3, 21);
    v3 ^= v0;
    v2 += v1;
    v1 = rotl(v1, 17);
    v1 ^= v2;
    v2 = rotl(v2, 32);
    v0 ^= word;
    if (last) break;
    p += 8;
  }
  v2 ^= 0xee;
  for (let round = 0; round < 3; round++) {
    v0 += v1;
    v1 = rotl(v1, 13);
    v1 ^= v0;
    v0 = rotl(v0, 32);
    v2 += v3;
    v3 = rotl(v3, 16);
    v3 ^= v2;
    v0 += v3;
    v3 = rotl(v3, 21);
    v3 ^= v0;
    v2 += v1;
    v1 = rotl(v1, 17);
    v1 ^= v2;
    v2 = rotl(v2, 32);
  }
  sipLow = v0 ^ v1 ^ v2 ^ v3;
  v1 ^= 0xdd;
  for (let round = 0; round < 3; round++) {
    v0 += v1;
    v1 = rotl(v1, 13);
    v1 ^= v0;
    v0 = rotl(v0, 32);
    v2 += v3;
    v3 = rotl(v3, 16);
    v3 ^= v2;
    v0 += v3;
    v3 = rotl(v3, 21);
    v3 ^= v0;
    v2 += v1;
    v1 = rotl(v1, 17);
    v1 ^= v2;
    v2 = rotl(v2, 32);
  }
  sipHigh = v0 ^ v1 ^ v2 ^ v3;
  if (!(sipLow | sipHigh)) sipLow = 1;
}

/** Texts below this length are told apart by 128 bits that hold them whole. */
const WHOLE_BELOW: u32 = 16;

/**
 * The same for values of a path, of which nearly all are short: up to 15 bytes and their number fill 128 bits, so that no
 * two of them can collide. Those bits are stirred by steps that can be undone, with the key, so that they spread as a hash does.
 */
@inline export function hashText(p: usize, length: u32): void {
  if (length >= WHOLE_BELOW) {
    sip(p, length);
    return;
  }
  let a = load<u64>(p),
    b = (<u64>length) << 56;
  if (length < 8) a &= ((<u64>1) << (length * 8)) - 1;
  else b |= load<u64>(p, 8) & (((<u64>1) << ((length - 8) * 8)) - 1);
  a ^= seed0;
  b ^= seed1;
  let c = b * 0x9e3779b97f4a7c15;
  a ^= c ^ (c >> 32);
  c = a * 0xc2b2ae3d27d4eb4f;
  b ^= c ^ (c >> 29);
  c = b * 0x165667b19e3779f9;
  a ^= c ^ (c >> 32);
  sipLow = a;
  sipHigh = b;
  if (!(a | b)) sipLow = 1;
}
