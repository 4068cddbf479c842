// Words of SQL, and the gaps between them: blanks and comments.
import { isWordInAnyCase } from '../text/bytes';
import {
  ASTERISK,
  AT_SIGN,
  BAR,
  CASE_BITS_4,
  DOLLAR,
  MINUS,
  NEWLINE,
  PLUS,
  QUOTE,
  SLASH,
  SPACE,
  UNDERSCORE,
  WORD_NULL,
  isDigit,
  isLetter,
} from '../text/characters';
import { end } from './row-list';

/** May a text go on as an expression: by an operator, or by COLLATE or AT TIME ZONE? */
export function goesOn(p: usize, c: u32): bool {
  if (c == BAR || c == PLUS || c == MINUS || c == ASTERISK || c == SLASH) return true;
  const length = <u32>(wordEnd(p) - p);
  return isWordInAnyCase(p, length, 'at') || isWordInAnyCase(p, length, 'collate');
}

@inline export function isWordByte(c: u32): bool {
  return isLetter(c) || isDigit(c) || c == UNDERSCORE || c == DOLLAR || c >= 128 || c == AT_SIGN;
}
@inline export function wordEnd(p: usize): usize {
  while (isWordByte(load<u8>(p))) p++;
  return p;
}
@inline export function isNull(p: usize): bool {
  return (load<u32>(p) | CASE_BITS_4) == WORD_NULL;
}
@inline export function isTruth(p: usize, length: u32): bool {
  return isWordInAnyCase(p, length, 'true') || isWordInAnyCase(p, length, 'false');
}
@inline export function isBinary(p: usize, length: u32): bool {
  return isWordInAnyCase(p, length, '_binary');
}
@inline export function isTime(p: usize, length: u32): bool {
  return (
    isWordInAnyCase(p, length, 'date') ||
    isWordInAnyCase(p, length, 'time') ||
    isWordInAnyCase(p, length, 'timestamp')
  );
}

@inline export function blanksEnd(p: usize): usize {
  let c: u32;
  while ((c = load<u8>(p)) == SPACE || c - 9 < 5) p++;
  return p;
}

/** Skips blanks and comments; the end of the text where a comment goes on behind it. */
@inline export function skipGaps(p: usize): usize {
  const c: u32 = load<u8>(p);
  return c > SLASH || (c > 35 && c < MINUS) || c == QUOTE ? p : gapsEnd(p);
}

function gapsEnd(p: usize): usize {
  while (true) {
    p = blanksEnd(p);
    const c: u32 = load<u8>(p),
      next: u32 = load<u8>(p + 1);
    if (c == 35 || (c == MINUS && next == MINUS)) {
      while (p < end && load<u8>(p) != NEWLINE) p++;
    } else if (c == SLASH && next == ASTERISK) {
      p += 2;
      while (p < end && !(load<u8>(p) == ASTERISK && load<u8>(p + 1) == SLASH)) p++;
      if (p >= end) return end;
      p += 2;
    } else return p;
    if (p >= end) return end;
  }
}
