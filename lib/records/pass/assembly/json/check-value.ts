// A JSON value that no path is made of: checked as strictly as any other, and passed over.
import { LineError } from '../../wasm/shared/line-error';
import { escapeAt } from '../tape/tape';
import {
  COLON,
  COMMA,
  LOWER_E,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  WORD_FALS,
  WORD_NULL,
  WORD_TRUE,
  isDigit,
} from '../text/characters';
import { numberEnd } from '../text/number';
import { CONTROL_IN_STRING, STRING_CUT, scanString, skipBlanks, stringEnd, unescape } from './strings';

/** Why {@link checkedEnd} or {@link stringBehind} answered 0. */
export let checkError: i32 = 0;
let levels: usize = 0,
  deepest: u32 = 0;

export function initCheck(maxDepth: u32): void {
  deepest = maxDepth;
  levels = heap.alloc(maxDepth + 2);
}

@inline function fail(error: i32): usize {
  checkError = error;
  return 0;
}

/** The error of a line for what `unescape` met. */
export function stringError(met: i32): i32 {
  return met == CONTROL_IN_STRING
    ? LineError.CONTROL_CHARACTER
    : met == STRING_CUT
      ? LineError.SYNTAX
      : LineError.BAD_ESCAPE;
}

/** The byte behind the string that begins at `p`, on its quote; or 0. */
export function stringBehind(p: usize): usize {
  const q = scanString(p + 1);
  if (load<u8>(q) == QUOTE) return q + 1;
  const length = unescape(p + 1, escapeAt);
  return length < 0 ? fail(stringError(length)) : stringEnd;
}

/** The byte behind the value at `p`; or 0. */
export function checkedEnd(p: usize): usize {
  let depth: u32 = 0;
  while (true) {
    const c: u32 = load<u8>(p);
    if (c == QUOTE) {
      p = stringBehind(p);
      if (!p) return 0;
    } else if (c == OPEN_BRACE || c == OPEN_BRACKET) {
      if (++depth > deepest) return fail(LineError.TOO_DEEP);
      store<u8>(levels + depth, c);
      p = skipBlanks(p + 1);
      if (load<u8>(p) == c + 2) {
        p++;
        depth--;
      } else {
        if (c == OPEN_BRACE) {
          p = valueBehindKey(p);
          if (!p) return 0;
        }
        continue;
      }
    } else if (isDigit(c) || c == MINUS) {
      p = numberEnd(p);
      if (!p) return fail(LineError.SYNTAX);
    } else if (load<u32>(p) == WORD_TRUE || load<u32>(p) == WORD_NULL) p += 4;
    else if (load<u32>(p) == WORD_FALS && load<u8>(p + 4) == LOWER_E) p += 5;
    else return fail(LineError.SYNTAX);
    while (true) {
      // behind a value
      if (!depth) return p;
      p = skipBlanks(p);
      const next: u32 = load<u8>(p),
        around: u32 = load<u8>(levels + depth);
      if (next == COMMA) {
        p = skipBlanks(p + 1);
        if (around == OPEN_BRACE) {
          p = valueBehindKey(p);
          if (!p) return 0;
        }
        break;
      }
      if (next != around + 2) return fail(LineError.SYNTAX);
      p++;
      depth--;
    }
  }
}

/** The value of the member whose key stands at `p`; or 0. */
function valueBehindKey(p: usize): usize {
  if (load<u8>(p) != QUOTE) return fail(LineError.SYNTAX);
  p = stringBehind(p);
  if (!p) return 0;
  p = skipBlanks(p);
  return load<u8>(p) == COLON ? skipBlanks(p + 1) : fail(LineError.SYNTAX);
}
