// JSON strings: scanned 16 bytes at a time, unescaped into a buffer of the block.
import {
  BACKSLASH,
  CASE_BIT,
  DIGIT_0,
  DIGIT_9,
  LOWER_B,
  LOWER_F,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  LOWER_U,
  NEWLINE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SLASH,
  SPACE,
  TAB,
} from '../text/characters';

/** Was there half a surrogate pair in the last unescaped string? */
export let sawLone: bool = false;
/** The byte behind the closing quote of the last unescaped string. */
export let stringEnd: usize = 0;
export const CONTROL_IN_STRING: i32 = -2;
export const STRING_CUT: i32 = -3;

/** First byte from `p` on that is a quote, a backslash or a control character. */
@inline export function scanString(p: usize): usize {
  const quote = i8x16.splat(QUOTE),
    backslash = i8x16.splat(BACKSLASH),
    blank = i8x16.splat(SPACE);
  while (true) {
    const v = v128.load(p);
    const found = i8x16.bitmask(
      v128.or(v128.or(i8x16.eq(v, quote), i8x16.eq(v, backslash)), i8x16.lt_u(v, blank)),
    );
    if (found) return p + ctz(found);
    p += 16;
  }
}

/** First newline from `p` on. */
@inline export function scanNewline(p: usize): usize {
  const newline = i8x16.splat(NEWLINE);
  while (true) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), newline));
    if (found) return p + ctz(found);
    p += 16;
  }
}

/** Skips what JSON takes for white space inside a line. */
@inline export function skipBlanks(p: usize): usize {
  let c: u32;
  while ((c = load<u8>(p)) == SPACE || c == TAB || c == RETURN) p++;
  return p;
}

@inline function hex4(p: usize): i32 {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const c: i32 = load<u8>(p + i);
    let digit = c - DIGIT_0;
    if (<u32>digit > 9) {
      digit = (c | CASE_BIT) - 87;
      if (digit < 10 || digit > 15) return -1;
    }
    value = (value << 4) | digit;
  }
  return value;
}

@inline function putUtf8(code: u32, to: usize): usize {
  if (code < 0x80) {
    store<u8>(to, code);
    return to + 1;
  }
  if (code < 0x800) {
    store<u8>(to, 0xc0 | (code >> 6));
    store<u8>(to + 1, 0x80 | (code & 63));
    return to + 2;
  }
  if (code < 0x10000) {
    store<u8>(to, 0xe0 | (code >> 12));
    store<u8>(to + 1, 0x80 | ((code >> 6) & 63));
    store<u8>(to + 2, 0x80 | (code & 63));
    return to + 3;
  }
  store<u8>(to, 0xf0 | (code >> 18));
  store<u8>(to + 1, 0x80 | ((code >> 12) & 63));
  store<u8>(to + 2, 0x80 | ((code >> 6) & 63));
  store<u8>(to + 3, 0x80 | (code & 63));
  return to + 4;
}

@inline function simpleEscape(c: u32): u32 {
  return c == QUOTE
    ? 34
    : c == BACKSLASH
      ? 92
      : c == SLASH
        ? 47
        : c == LOWER_B
          ? 8
          : c == LOWER_F
            ? 12
            : c == LOWER_N
              ? 10
              : c == LOWER_R
                ? 13
                : c == LOWER_T
                  ? 9
                  : 255;
}

/** Copies the string that begins at `p` (behind its quote) unescaped to `to`. Returns its length; -1 bad escape, -2 raw control, -3 the line ends first. */
export function unescape(p: usize, to: usize): i32 {
  const start = to;
  sawLone = false;
  while (true) {
    const c = load<u8>(p);
    if (c == QUOTE) {
      stringEnd = p + 1;
      return <i32>(to - start);
    }
    if (c < SPACE) return c == NEWLINE ? STRING_CUT : CONTROL_IN_STRING;
    if (c != BACKSLASH) {
      store<u8>(to++, c);
      p++;
      continue;
    }
    const kind = load<u8>(p + 1);
    p += 2;
    if (kind != LOWER_U) {
      const plain = simpleEscape(kind);
      if (plain == 255) return -1;
      store<u8>(to++, plain);
      continue;
    }
    let code = hex4(p);
    if (code < 0) return -1;
    p += 4;
    if (code >= 0xd800 && code < 0xdc00 && load<u8>(p) == BACKSLASH && load<u8>(p + 1) == LOWER_U) {
      const low = hex4(p + 2);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        p += 6;
      }
    }
    if (code >= 0xd800 && code < 0xe000) {
      to = keepEscape(p - 6, to);
      sawLone = true;
    } else to = putUtf8(code, to);
  }
}

/** Half a pair has no UTF-8 form: its escape itself is kept, in lower case. */
function keepEscape(from: usize, to: usize): usize {
  memory.copy(to, from, 6);
  for (let i = 2; i < 6; i++) {
    const c = load<u8>(to + i);
    if (c < OPEN_BRACKET && c > DIGIT_9) store<u8>(to + i, c + 32);
  }
  return to + 6;
}
