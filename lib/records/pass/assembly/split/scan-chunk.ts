// One chunk of a JSON text: its structure as bits, then from structure to structure.
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
} from '../text/characters';
import { equal, prefixXor } from './bit-masks';
import {
  CHUNK,
  ELEMENTS,
  TOP,
  advance,
  afterComma,
  begin,
  beginsDocument,
  byLines,
  depth,
  elements,
  end,
  inDocument,
  inString,
  isEscaped,
  leave,
  level,
  lines,
  looseCommas,
  mayRecover,
  recover,
  text,
  topValues,
} from './scan-state';

/** The bytes behind an odd number of backslashes. */
@inline function escapedBits(backslashes: u64): u64 {
  const even: u64 = 0x5555555555555555;
  backslashes &= ~isEscaped;
  const follows = (backslashes << 1) | isEscaped;
  const oddStarts = backslashes & ~even & ~follows,
    sum = oddStarts + backslashes;
  isEscaped = sum < backslashes ? 1 : 0;
  return (even ^ (sum << 1)) & follows;
}

export function readChunk(p: usize): void {
  const a = v128.load(p),
    b = v128.load(p, 16),
    c = v128.load(p, 32),
    d = v128.load(p, 48);
  let quotes = equal(a, b, c, d, i8x16.splat(QUOTE));
  const backslashes = equal(a, b, c, d, i8x16.splat(BACKSLASH)),
    newlines = equal(a, b, c, d, i8x16.splat(NEWLINE));
  if (backslashes | isEscaped) quotes &= ~escapedBits(backslashes);
  const inside = prefixXor(quotes) ^ inString;
  const fold = i8x16.splat(SPACE),
    af = v128.or(a, fold),
    bf = v128.or(b, fold),
    cf = v128.or(c, fold),
    df = v128.or(d, fold);
  const opens = equal(af, bf, cf, df, i8x16.splat(OPEN_BRACE)) & ~inside,
    closes = equal(af, bf, cf, df, i8x16.splat(CLOSE_BRACE)) & ~inside;
  if (newlines & inside && mayRecover()) {
    recover();
    return;
  }
  if (inDocument && depth > 0 && !(byLines && newlines)) {
    const closing = <u32>popcnt(closes);
    if (closing < depth) {
      depth += <u32>popcnt(opens) - closing;
      advance(CHUNK, newlines);
      inString = <u64>((<i64>inside) >> 63);
      return;
    }
  }
  const commas = equal(a, b, c, d, i8x16.splat(COMMA)) & ~inside;
  const blanks =
    newlines |
    equal(a, b, c, d, i8x16.splat(SPACE)) |
    equal(a, b, c, d, i8x16.splat(TAB)) |
    equal(a, b, c, d, i8x16.splat(RETURN));
  const at = walk(p, opens, closes, commas, newlines, blanks);
  advance(at, newlines);
  if (at == CHUNK) inString = <u64>((<i64>inside) >> 63);
  else {
    inString = 0;
    isEscaped = 0;
  }
}

/** Goes from structure to structure; returns how many bytes it took: fewer than all where strings are to be counted anew. */
function walk(p: usize, opens: u64, closes: u64, commas: u64, newlines: u64, blanks: u64): u32 {
  const offset = <u32>(p - text);
  let at: u32 = 0;
  while (at < CHUNK) {
    const rest = ~(<u64>0) << at;
    if (!inDocument) {
      const next = ~blanks & rest;
      if (!next) return CHUNK;
      at = <u32>ctz(next);
      const c = load<u8>(p + at);
      if (c == COMMA) {
        looseCommas++;
        at++;
        continue;
      }
      if (level == ELEMENTS && c == CLOSE_BRACKET) {
        if (afterComma) looseCommas++;
        if (leave()) return at + 1;
        at++;
        continue;
      }
      if (level == TOP) {
        topValues++;
        if (c == OPEN_BRACKET) {
          level = ELEMENTS;
          elements = 0;
          afterComma = false;
          at++;
          continue;
        }
      }
      begin(offset + at, c, lines + <u32>popcnt(newlines & (((<u64>1) << at) - 1)));
      if (depth) at++;
      continue;
    }
    let next = opens | closes;
    if (!depth) next |= commas;
    if (byLines || (!depth && level == TOP)) next |= newlines;
    next &= rest;
    if (!next) return CHUNK;
    at = <u32>ctz(next);
    const bit = (<u64>1) << at;
    if (newlines & bit) {
      if (!depth && level == TOP) {
        end(offset + at);
        return at + 1;
      }
      if (beginsDocument(p + at + 1)) {
        afterComma = false;
        looseCommas++;
        end(offset + at);
        return at + 1;
      }
      at++;
    } else if (depth) {
      if (opens & bit) depth++;
      else if (--depth == 0 && level == TOP) end(offset + at + 1);
      at++;
    } else if (commas & bit) {
      end(offset + at);
      if (level == TOP) looseCommas++;
      afterComma = true;
      at++;
    } else if (opens & bit) {
      if (level != TOP) looseCommas++;
      end(offset + at);
    } else {
      if (level == ELEMENTS && load<u8>(p + at) == CLOSE_BRACKET) {
        end(offset + at);
        if (leave()) return at + 1;
      }
      at++;
    }
  }
  return CHUNK;
}
