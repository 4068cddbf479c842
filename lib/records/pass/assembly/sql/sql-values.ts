// One value of a tuple: a literal, a number, a word, or an expression that is kept as it is written.
import { ValueCode } from '../../wasm/shared/value-code';
import {
  APOSTROPHE,
  BACKTICK,
  CASE_BIT,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  DOT,
  LOWER_B,
  LOWER_E,
  LOWER_N,
  LOWER_X,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PLUS,
  QUOTE,
  SEMICOLON,
  SPACE,
  UNDERSCORE,
  WORD_FALS,
  WORD_TRUE,
  isDigit,
} from '../text/characters';
import { numberEnd } from '../text/number';
import { isUtf8 } from '../text/utf8';
import { cell, cellsEnd, end, expressions, keep, type } from './row-list';
import { PLAIN, POSTGRES, closing, escapes, hexadecimal, quoted } from './sql-escapes';
import { goesOn, isBinary, isNull, isTime, isTruth, isWordByte, skipGaps, wordEnd } from './sql-tokens';

export let isBad: bool = false;

@inline function bad(): usize {
  isBad = true;
  return 0;
}

/** Reads the value at `p` into the cell at work; returns the comma or bracket behind it, or 0. */
export function value(p: usize): usize {
  if (p >= end) return 0;
  const start = p,
    c: u32 = load<u8>(p);
  let isText = false,
    isPlainWord = false;
  if (c == APOSTROPHE || c == QUOTE) {
    p = quoted(p + 1, c, escapes);
    isText = true;
  } else if (isDigit(c) || c == MINUS || c == PLUS || c == DOT) p = number(p);
  else if (isWordByte(c)) {
    const behind = wordEnd(p),
      length = <u32>(behind - p);
    if (behind >= end) return 0;
    const quote =
      load<u8>(behind) == APOSTROPHE
        ? behind
        : load<u8>(behind) == SPACE && load<u8>(behind + 1) == APOSTROPHE
          ? behind + 1
          : 0;
    if (length == 4 && isNull(p)) {
      type = ValueCode.NULL;
      p = behind;
    } else if (quote) {
      const kind = length == 1 && quote == behind ? c | 32 : 0;
      if (kind == LOWER_X || kind == LOWER_B) {
        p = closing(quote + 1, APOSTROPHE, PLAIN);
        if (p) keep(start, p);
      } else if (kind == LOWER_E) {
        p = quoted(quote + 1, APOSTROPHE, POSTGRES);
        isText = true;
      } else if (kind == LOWER_N || c == UNDERSCORE || isTime(p, length)) {
        p = quoted(quote + 1, APOSTROPHE, escapes);
        isText = true;
        if (p && c == UNDERSCORE && isBinary(start, length) && !isUtf8(cell, cellsEnd)) hexadecimal();
      } else return expression(start);
    } else {
      if (
        (length == 4 && load<u32>(p) == WORD_TRUE) ||
        (length == 5 && load<u32>(p) == WORD_FALS && load<u8>(p + 4) == LOWER_E)
      )
        type = ValueCode.BOOLEAN;
      else isPlainWord = !isTruth(p, length);
      keep(p, behind);
      p = behind;
    }
  } else return bad();
  if (!p) return 0;
  p = skipGaps(p);
  if (p >= end) return 0;
  const next: u32 = load<u8>(p);
  if (next == COMMA || next == CLOSE_PARENTHESIS) {
    if (isPlainWord) expressions++;
    return p;
  }
  if (isText && next == COLON && load<u8>(p + 1) == COLON) return castEnd(p + 2);
  if (isText && !goesOn(p, next)) return bad();
  cellsEnd = cell;
  type = ValueCode.STRING;
  return expression(start);
}

/** A number, or whatever begins like one; a number of JSON is one, anything else a text. */
function number(p: usize): usize {
  const start = p,
    isHex = (load<u8>(p + 1) | CASE_BIT) == LOWER_X;
  for (p++; ; p++) {
    const c: u32 = load<u8>(p);
    if (isWordByte(c) || c == DOT) continue;
    if ((c != MINUS && c != PLUS) || isHex || (load<u8>(p - 1) | CASE_BIT) != LOWER_E) break;
  }
  if (p >= end) return 0;
  keep(start, p);
  if (numberEnd(start) == p) type = ValueCode.NUMBER;
  return p;
}

/** A value that is no literal: as it is written, up to the comma or bracket behind it. */
function expression(start: usize): usize {
  let depth: u32 = 0,
    p = start;
  for (; p < end; p++) {
    const c: u32 = load<u8>(p);
    if (c == APOSTROPHE || c == QUOTE || c == BACKTICK) {
      p = closing(p + 1, c, c == BACKTICK ? PLAIN : escapes);
      if (!p) return 0;
      p--;
    } else if (c == OPEN_PARENTHESIS || c == OPEN_BRACKET || c == OPEN_BRACE) depth++;
    else if (c == CLOSE_PARENTHESIS || c == CLOSE_BRACKET || c == CLOSE_BRACE) {
      if (!depth) {
        if (c == CLOSE_PARENTHESIS) break;
        return bad();
      }
      depth--;
    } else if (c == COMMA && !depth) break;
    else if (c == SEMICOLON) return bad();
  }
  if (p >= end) return 0;
  let stop = p;
  while (load<u8>(stop - 1) <= SPACE) stop--;
  keep(start, stop);
  expressions++;
  return p;
}

/** The comma or bracket behind the name of a type; or 0. */
function castEnd(p: usize): usize {
  let depth: u32 = 0;
  for (; p < end; p++) {
    const c: u32 = load<u8>(p);
    if (c == OPEN_PARENTHESIS) depth++;
    else if (c == CLOSE_PARENTHESIS) {
      if (!depth) return p;
      depth--;
    } else if (c == COMMA) {
      if (!depth) return p;
    } else if (
      !isWordByte(c) &&
      c != SPACE &&
      c != DOT &&
      c != QUOTE &&
      c != OPEN_BRACKET &&
      c != CLOSE_BRACKET
    )
      return bad();
  }
  return 0;
}
