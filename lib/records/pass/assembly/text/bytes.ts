// Comparing and hashing byte ranges, eight at a time. Every buffer that is read here has 16 bytes to spare behind it.
import { CASE_BIT } from './characters';
import { seed0 } from './siphash';

/** The `n` (1 to 7) lowest bytes of a word. */
@inline export function lowBytes(word: u64, n: u32): u64 {
  return word & (((<u64>1) << (n * 8)) - 1);
}

/** Are `length` bytes at `a` and `b` the same? */
@inline export function same(a: usize, b: usize, length: u32): bool {
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(a + i) != load<u64>(b + i)) return false;
  const rest = length - i;
  return rest == 0 || lowBytes(load<u64>(a + i) ^ load<u64>(b + i), rest) == 0;
}

/** A fast seeded hash, for tables that compare the bytes afterwards. */
@inline export function fastHash(p: usize, length: u32): u64 {
  let hash: u64 = seed0 ^ (<u64>length * 0x9e3779b185ebca87);
  const end = p + length;
  while (p + 8 <= end) {
    hash = rotl(hash ^ (load<u64>(p) * 0xc2b2ae3d27d4eb4f), 31) * 0x9e3779b185ebca87;
    p += 8;
  }
  const rest = <u32>(end - p);
  if (rest) hash = rotl(hash ^ (lowBytes(load<u64>(p), rest) * 0xc2b2ae3d27d4eb4f), 31) * 0x9e3779b185ebca87;
  hash ^= hash >> 32;
  hash *= 0xd6e8feb86659fd93;
  hash ^= hash >> 32;
  return hash;
}

/** Are the `length` bytes at `p` this word of ASCII? */
export function isWord(p: usize, length: u32, word: string): bool {
  if (length != <u32>word.length) return false;
  for (let i: u32 = 0; i < length; i++)
    if (load<u8>(p + i) != load<u16>(changetype<usize>(word) + ((<usize>i) << 1))) return false;
  return true;
}

/** The same in any case; the word is given in lower case. */
export function isWordInAnyCase(p: usize, length: u32, word: string): bool {
  if (length != <u32>word.length) return false;
  for (let i: u32 = 0; i < length; i++) {
    const c: u32 = load<u8>(p + i);
    const expected: u32 = load<u16>(changetype<usize>(word) + ((<usize>i) << 1));
    if (c != expected && (c | CASE_BIT) != expected) return false;
  }
  return true;
}
