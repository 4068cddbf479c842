// What a text is like: blank, and whether folding would change it.
import { SPACE, UPPER_A } from './characters';

/** 16 bytes of ones, then 16 of zeros: masks what lies behind a text's end. */
const MASK: usize = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0,
]);

/** Is there nothing but white space, as JavaScript's `trim` understands it (ECMA-262, WhiteSpace and LineTerminator)? */
export function blank(p: usize, length: u32): bool {
  const end = p + length;
  while (p < end) {
    const width = blankWidth(p);
    if (!width) return false;
    p += width;
  }
  return true;
}

/** Can the text be blank at all? A cheap look at its first byte. */
@inline export function maybeBlank(p: usize, length: u32): bool {
  if (length == 0) return true;
  const c = load<u8>(p);
  return c <= SPACE || c >= 0xc2;
}

/** Bytes of the white-space character at `p`, or 0. */
function blankWidth(p: usize): u32 {
  const a = load<u8>(p);
  if (a == SPACE || (a >= 9 && a <= 13)) return 1;
  const b = load<u8>(p + 1),
    c = load<u8>(p + 2);
  if (a == 0xc2) return b == 0xa0 ? 2 : 0;
  if (a == 0xe1) return b == 0x9a && c == 0x80 ? 3 : 0;
  if (a == 0xe2)
    return (b == 0x80 && (c <= 0x8a || c == 0xa8 || c == 0xa9 || c == 0xaf)) || (b == 0x81 && c == 0x9f)
      ? 3
      : 0;
  if (a == 0xe3) return b == 0x80 && c == 0x80 ? 3 : 0;
  return a == 0xef && b == 0xbb && c == 0xbf ? 3 : 0;
}

/** Bits: 1 upper case, 2 a blank or control at an end, 4 not ASCII. 0: lower(trim(x)) is x. */
@inline export function foldBits(p: usize, length: u32): u32 {
  let upper = i8x16.splat(0),
    high = i8x16.splat(0);
  for (let i: u32 = 0; i < length; i += 16) {
    let v = v128.load(p + i);
    if (length - i < 16) v = v128.and(v, v128.load(MASK + 16 - (length - i)));
    upper = v128.or(upper, i8x16.lt_u(i8x16.sub(v, i8x16.splat(UPPER_A)), i8x16.splat(26)));
    high = v128.or(high, v);
  }
  let bits: u32 = v128.any_true(upper) ? 1 : 0;
  if (i8x16.bitmask(high)) bits |= 4;
  if (load<u8>(p) <= SPACE || load<u8>(p + length - 1) <= SPACE) bits |= 2;
  return bits;
}
