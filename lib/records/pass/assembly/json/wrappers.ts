// MongoDB's extended JSON (github.com/mongodb/specifications, extended-json, versions 1 and 2): an object with the one key
// `$oid`, `$date` and so on is a value of a type of its own. What does not have exactly that form is an object like any other.
import { ValueCode } from '../../wasm/shared/value-code';
import { advanceEscapes, escapeAt } from '../tape/tape';
import { isWord } from '../text/bytes';
import { CLOSE_BRACE, COLON, COMMA, DIGIT_0, DOLLAR, MINUS, OPEN_BRACE, QUOTE } from '../text/characters';
import { numberEnd } from '../text/number';
import { sawLone, scanString, skipBlanks, stringEnd, unescape } from './strings';

/** Type and text of the value in the wrapper read last. */
export let wrappedType: u32 = 0;
export let wrappedText: usize = 0;
export let wrappedLength: u32 = 0;
let escaped: u32 = 0;

const INT: u32 = 20;
const DOUBLE: u32 = 21;
const UUID: u32 = 22;

/** The byte behind the wrapper whose first key stands at `p`, on its quote; 0 if it is none. */
export function wrapperEnd(p: usize): usize {
  const q = scanString(++p);
  if (load<u8>(q) != QUOTE) return 0;
  const kind = kindOf(p, <u32>(q - p));
  if (!kind) return 0;
  p = skipBlanks(q + 1);
  if (load<u8>(p) != COLON) return 0;
  p = skipBlanks(p + 1);
  escaped = 0;
  p =
    kind == ValueCode.BINARY
      ? binaryEnd(p)
      : kind == ValueCode.DATE && load<u8>(p) == OPEN_BRACE
        ? dateEnd(p)
        : scalarEnd(p);
  if (!p || !fits(kind)) return 0;
  p = skipBlanks(p);
  if (load<u8>(p) != CLOSE_BRACE) return 0;
  advanceEscapes(escaped);
  return p + 1;
}

function kindOf(p: usize, length: u32): u32 {
  if (load<u8>(p) != DOLLAR) return 0;
  if (isWord(p, length, '$oid')) return ValueCode.OID;
  if (isWord(p, length, '$date')) return ValueCode.DATE;
  if (isWord(p, length, '$uuid')) return UUID;
  if (isWord(p, length, '$binary')) return ValueCode.BINARY;
  if (isWord(p, length, '$numberLong')) return ValueCode.LONG;
  if (isWord(p, length, '$numberInt')) return INT;
  if (isWord(p, length, '$numberDouble')) return DOUBLE;
  return isWord(p, length, '$numberDecimal') ? ValueCode.DECIMAL : 0;
}

/** A string or a number, as text; its end or 0. */
function scalarEnd(p: usize): usize {
  if (load<u8>(p) == QUOTE) {
    wrappedType = ValueCode.STRING;
    const q = scanString(p + 1);
    if (load<u8>(q) == QUOTE) {
      wrappedText = p + 1;
      wrappedLength = <u32>(q - p - 1);
      return q + 1;
    }
    const to = escapeAt + escaped,
      length = unescape(p + 1, to);
    if (length < 0 || sawLone) return 0;
    wrappedText = to;
    wrappedLength = length;
    escaped += length;
    return stringEnd;
  }
  const q = numberEnd(p);
  wrappedType = ValueCode.NUMBER;
  wrappedText = p;
  wrappedLength = <u32>(q - p);
  return q;
}

/** A date in milliseconds: `{"$numberLong": "…"}`. */
function dateEnd(p: usize): usize {
  p = skipBlanks(p + 1);
  if (load<u8>(p) != QUOTE) return 0;
  const q = scanString(++p);
  if (load<u8>(q) != QUOTE || kindOf(p, <u32>(q - p)) != ValueCode.LONG) return 0;
  p = skipBlanks(q + 1);
  if (load<u8>(p) != COLON) return 0;
  p = scalarEnd(skipBlanks(p + 1));
  if (!p || !isInteger()) return 0;
  p = skipBlanks(p);
  return load<u8>(p) == CLOSE_BRACE ? p + 1 : 0;
}

/** `{"base64": "…", "subType": "…"}`, or `"…", "$type": "…"` of version 1. */
function binaryEnd(p: usize): usize {
  if (load<u8>(p) == QUOTE) {
    p = scalarEnd(p);
    const text = wrappedText,
      length = wrappedLength;
    if (p) p = memberEnd(p, '$type');
    wrappedText = text;
    wrappedLength = length;
    return p;
  }
  if (load<u8>(p) != OPEN_BRACE) return 0;
  p = memberEnd(p, 'base64');
  const text = wrappedText,
    length = wrappedLength;
  if (p) p = memberEnd(p, 'subType');
  wrappedText = text;
  wrappedLength = length;
  if (!p) return 0;
  p = skipBlanks(p);
  return load<u8>(p) == CLOSE_BRACE ? p + 1 : 0;
}

/** Behind the comma or brace at `p`: a member of this name whose value is a string. */
function memberEnd(p: usize, name: string): usize {
  p = skipBlanks(p);
  const c = load<u8>(p);
  if (c != COMMA && c != OPEN_BRACE) return 0;
  p = skipBlanks(p + 1);
  if (load<u8>(p) != QUOTE) return 0;
  const q = scanString(++p);
  if (load<u8>(q) != QUOTE || !isWord(p, <u32>(q - p), name)) return 0;
  p = skipBlanks(q + 1);
  if (load<u8>(p) != COLON) return 0;
  p = skipBlanks(p + 1);
  return load<u8>(p) == QUOTE ? scalarEnd(p) : 0;
}

/** Is the text what a wrapper of this kind may hold? Then `wrappedType` is what it means. */
function fits(kind: u32): bool {
  const isText = wrappedType == ValueCode.STRING;
  if (kind == ValueCode.LONG || kind == INT) {
    if (!isInteger()) return false;
    wrappedType = kind == ValueCode.LONG ? ValueCode.LONG : ValueCode.NUMBER;
    return true;
  }
  if (kind == DOUBLE) {
    if (!isText || isNumber()) wrappedType = ValueCode.NUMBER; // NaN and Infinity stay strings
    return true;
  }
  if (kind != ValueCode.DATE && !isText) return false;
  wrappedType = kind == UUID ? ValueCode.BINARY : kind;
  return wrappedLength > 0;
}

/** A text of digits, perhaps behind a minus. */
function isInteger(): bool {
  let p = wrappedText;
  const end = p + wrappedLength;
  if (p < end && load<u8>(p) == MINUS) p++;
  if (p == end || (load<u8>(p) == DIGIT_0 && end - p > 1)) return false;
  for (; p < end; p++) if (<u32>load<u8>(p) - DIGIT_0 >= 10) return false;
  return true;
}

function isNumber(): bool {
  if (!wrappedLength) return false;
  const end = wrappedText + wrappedLength,
    behind = load<u8>(end);
  store<u8>(end, QUOTE);
  const isWhole = numberEnd(wrappedText) == end;
  store<u8>(end, behind);
  return isWhole;
}
