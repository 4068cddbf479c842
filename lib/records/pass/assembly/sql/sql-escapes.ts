// Quoted texts of SQL, with what a backslash is in each dialect.
import {
  BACKSLASH,
  CASE_BIT,
  DIGIT_0,
  LOWER_A,
  LOWER_B,
  LOWER_F,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  LOWER_U,
  LOWER_X,
  UNDERSCORE,
  UPPER_A,
  UPPER_U,
  UPPER_Z,
} from '../text/characters';
import { cell, cellsEnd, end, isLast } from './row-list';

// What a backslash in quotes is.
export const PLAIN: u32 = 0;
const MYSQL: u32 = 1;
export const POSTGRES: u32 = 2;
export let escapes: u32 = PLAIN;

/** Says what a backslash in quotes is: 0 itself, 1 an escape as MySQL has it. */
export function setEscapes(kind: u32): void {
  escapes = kind;
}

/** Copies the text in quotes that begins at `p` to the cell; the byte behind its closing quote, or 0. */
export function quoted(p: usize, quote: u32, kind: u32): usize {
  const mark = i8x16.splat(<i8>quote),
    backslash = i8x16.splat(kind ? 92 : <i8>quote);
  while (true) {
    const v = v128.load(p),
      found = i8x16.bitmask(v128.or(i8x16.eq(v, mark), i8x16.eq(v, backslash)));
    v128.store(cellsEnd, v);
    if (!found) {
      p += 16;
      cellsEnd += 16;
      if (p >= end) return 0;
      continue;
    }
    p += ctz(found);
    cellsEnd += ctz(found);
    if (p >= end || (p + 1 >= end && !isLast)) return 0;
    const next: u32 = load<u8>(p + 1);
    if (load<u8>(p) == quote) {
      if (next != quote) return p + 1;
      store<u8>(cellsEnd++, quote);
      p += 2;
    } else {
      p = kind == MYSQL ? escaped(p + 1, next) : escapedInE(p + 1, next);
      if (p > end) return 0;
    }
  }
}

/** What stands behind a backslash of MySQL. */
@inline function escaped(p: usize, c: u32): usize {
  if (c == 37 || c == UNDERSCORE) store<u8>(cellsEnd++, BACKSLASH);
  store<u8>(
    cellsEnd++,
    c == DIGIT_0
      ? 0
      : c == LOWER_B
        ? 8
        : c == LOWER_N
          ? 10
          : c == LOWER_R
            ? 13
            : c == LOWER_T
              ? 9
              : c == UPPER_Z
                ? 26
                : c,
  );
  return p + 1;
}

@inline export function octal(c: u32): bool {
  return c - DIGIT_0 < 8;
}
@inline export function hexDigit(c: u32): u32 {
  const digit = c - DIGIT_0;
  return digit < 10 ? digit : (c | CASE_BIT) - LOWER_A < 6 ? (c | CASE_BIT) - 87 : 99;
}
@inline export function control(c: u32): u32 {
  return c == LOWER_B ? 8 : c == LOWER_F ? 12 : c == LOWER_N ? 10 : c == LOWER_R ? 13 : c == LOWER_T ? 9 : 0;
}

/** A byte by its number in octal digits, or behind x in hexadecimal ones. */
export function byNumber(p: usize, c: u32): usize {
  let code: u32 = 0;
  if (c == LOWER_X) {
    for (let i = 0; i < 2 && hexDigit(load<u8>(p + 1)) < 16; i++)
      code = (code << 4) | hexDigit(load<u8>(++p));
  } else {
    p--;
    for (let i = 0; i < 3 && octal(load<u8>(p + 1)); i++) code = (code << 3) | (load<u8>(++p) - DIGIT_0);
  }
  store<u8>(cellsEnd++, code);
  return p + 1;
}

/** What stands behind a backslash of PostgreSQL's E''. */
function escapedInE(p: usize, c: u32): usize {
  const sign = control(c);
  if (sign) {
    store<u8>(cellsEnd++, sign);
    return p + 1;
  }
  if (octal(c) || (c == LOWER_X && hexDigit(load<u8>(p + 1)) < 16)) return byNumber(p, c);
  const digits: u32 = c == LOWER_U ? 4 : c == UPPER_U ? 8 : 0;
  if (!digits) {
    store<u8>(cellsEnd++, c);
    return p + 1;
  }
  let code = character(p + 1, digits),
    behind = p + 1 + digits;
  if (code >= 0xd800 && code < 0xdc00 && load<u8>(behind) == BACKSLASH && load<u8>(behind + 1) == LOWER_U) {
    const low = character(behind + 2, 4);
    if (low >= 0xdc00 && low < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      behind += 6;
    }
  }
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
    store<u8>(cellsEnd++, BACKSLASH);
    store<u8>(cellsEnd++, c);
    return p + 1;
  }
  utf8(code);
  return behind;
}

function character(p: usize, digits: u32): u32 {
  let code: u32 = 0;
  for (let i: u32 = 0; i < digits; i++) {
    const digit = hexDigit(load<u8>(p + i));
    if (digit > 15 || code > 0xfffffff) return 0xffffffff;
    code = (code << 4) | digit;
  }
  return code;
}

function utf8(code: u32): void {
  if (code < 0x80) {
    store<u8>(cellsEnd++, code);
    return;
  }
  if (code < 0x800) store<u8>(cellsEnd++, 0xc0 | (code >> 6));
  else {
    if (code < 0x10000) store<u8>(cellsEnd++, 0xe0 | (code >> 12));
    else {
      store<u8>(cellsEnd++, 0xf0 | (code >> 18));
      store<u8>(cellsEnd++, 0x80 | ((code >> 12) & 63));
    }
    store<u8>(cellsEnd++, 0x80 | ((code >> 6) & 63));
  }
  store<u8>(cellsEnd++, 0x80 | (code & 63));
}

/** The byte behind the quote that closes the text at `p`, or 0. */
export function closing(p: usize, quote: u32, kind: u32): usize {
  for (; p < end; p++) {
    const c: u32 = load<u8>(p);
    if (c == BACKSLASH && kind) p++;
    else if (c == quote) {
      if (p + 1 >= end && !isLast) return 0;
      if (load<u8>(p + 1) != quote) return p + 1;
      p++;
    }
  }
  return 0;
}

/** Writes the cell at work in hexadecimal digits, as 0x…. */
export function hexadecimal(): void {
  const count = cellsEnd - cell;
  for (let i = count; i > 0; i--) {
    const byte: u32 = load<u8>(cell + i - 1),
      to = cell + i * 2;
    store<u8>(to, digitOf(byte >> 4));
    store<u8>(to, digitOf(byte & 15), 1);
  }
  store<u8>(cell, DIGIT_0);
  store<u8>(cell + 1, LOWER_X);
  cellsEnd = cell + 2 + count * 2;
}
@inline function digitOf(n: u32): u32 {
  return n < 10 ? DIGIT_0 + n : UPPER_A - 10 + n;
}
