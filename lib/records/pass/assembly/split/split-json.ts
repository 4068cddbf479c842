// Where the documents of a JSON text lie: the elements of its arrays and the values beside each other at its top, found by
// brackets outside strings, 64 bytes at a time, as the text streams through. Nothing is changed and no grammar is checked here:
// the pass reads every record strictly. A broken document costs itself: once one is met, a line that begins like a document at
// the documents' own indentation begins one.
import { FoundPlace } from '../../wasm/shared/records';
import { Numbers, newNumbers, noNumbers } from '../tape/numbers';
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
import {
  beginEnvelope,
  forgetEnvelope,
  initEnvelope,
  isBetween,
  leaveElements,
  metElements,
  newlinesRead,
  readEnvelope,
} from './split-responses';

/** The text at hand; the host reads into it. */
export let text: usize = 0;
/** Documents found. */
export let places: Numbers = noNumbers();
export let placeCount: u32 = 0;
/** How far the text is scanned, and the line breaks before that since the part began. */
export let scanned: u32 = 0;
export let lines: u32 = 0;
/** Commas without an element, and elements without a comma between them. */
export let looseCommas: u32 = 0;
/** Values at the top of the text. */
export let topValues: u32 = 0;

export const MOST_PLACES: u32 = 65536;
const CHUNK: u32 = 64;
/** What must lie behind a chunk: the widest indentation and more. */
const AHEAD: u32 = 128;
const WIDEST: u32 = 96;
const NONE: u32 = 0xffffffff;

// Where the scan is: at the top, among the elements of an array, or in a response around them.
const TOP: u32 = 0;
const ELEMENTS: u32 = 1;
const ENVELOPE: u32 = 2;
let level: u32 = TOP,
  around: u32 = TOP;
/** The document at work: begun where, in which line, with which byte, how deep is the scan in it. */
let inDocument: bool = false,
  begun: u32 = 0,
  begunLine: u32 = 0,
  begunWith: u32 = 0,
  depth: u32 = 0,
  isTooLong: bool = false;
/** Blanks before it, if it begins its line; those, and the bracket, of the last that did; whether such lines begin documents in any case. */
let ownIndent: u32 = NONE,
  indent: u32 = NONE,
  indentWith: u32 = 0,
  byLines: bool = false;
/** In an array: its elements so far, and whether a comma came last. */
let elements: u32 = 0,
  afterComma: bool = false;
/** Of the byte before `scanned`: all ones in a string; 1 behind a backslash that escapes. */
let inString: u64 = 0,
  isEscaped: u64 = 0;
let longest: u32 = 0,
  base: f64 = 0;

export function initSplit(capacity: u32, longestDocument: u32): usize {
  text = heap.alloc(<usize>capacity + 512);
  places = newNumbers((MOST_PLACES + CHUNK) * FoundPlace.FIELDS);
  longest = longestDocument;
  initEnvelope(longestDocument);
  return text;
}

/** Begins a text: responses of Elasticsearch, or any JSON. */
export function beginSplit(responses: bool): void {
  around = responses ? ENVELOPE : TOP;
  level = around;
  inDocument = false;
  isTooLong = false;
  indent = NONE;
  byLines = false;
  elements = 0;
  afterComma = false;
  inString = 0;
  isEscaped = 0;
  scanned = 0;
  lines = 0;
  placeCount = 0;
  looseCommas = 0;
  topValues = 0;
  base = 0;
  beginEnvelope();
}

/** The first byte that must stay at hand, and the line breaks before it. */
export function keepFrom(): u32 {
  return inDocument && !isTooLong ? begun : scanned;
}
export function linesBeforeOpen(): u32 {
  return begunLine;
}
/** Only follows the document at work to its end from now on. */
export function giveUp(): void {
  isTooLong = true;
}
/** The records are taken, and the first `count` bytes gone. */
export function forget(count: u32): void {
  scanned -= count;
  begun -= count;
  base += count;
  placeCount = 0;
}

/** Scans up to `have`, or until there are many records. */
export function split(have: u32, ended: bool): void {
  if (ended) memory.fill(text + have, 32, CHUNK + AHEAD);
  while (placeCount < MOST_PLACES) {
    if (level == ENVELOPE) {
      if (scanned >= have) return;
      scanned = readEnvelope(text, scanned, have, base, lines);
      lines += newlinesRead;
      if (metElements) {
        level = ELEMENTS;
        elements = 0;
        afterComma = false;
        inString = 0;
        isEscaped = 0;
      }
      continue;
    }
    const isThrough = ended ? scanned >= have : scanned + CHUNK + AHEAD > have;
    if (isThrough && !(ended && mayRecover())) return;
    if (isThrough) {
      recover();
      continue;
    }
    readChunk(text + scanned);
    if (scanned > have) scanned = have;
    if (inDocument && scanned - begun > longest && mayRecover()) recover();
  }
}

/** The text has ended: ends the document at work. Returns whether something was still open. */
export function finishSplit(have: u32): bool {
  const isOpen = level == ENVELOPE ? !isBetween() : level == ELEMENTS || (inDocument && depth > 0);
  if (level == ELEMENTS && around == ENVELOPE) leaveElements(inDocument ? elements - 1 : elements);
  if (inDocument) end(have);
  forgetEnvelope();
  return isOpen;
}

@inline function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    (<u64>i8x16.bitmask(a)) |
    ((<u64>i8x16.bitmask(b)) << 16) |
    ((<u64>i8x16.bitmask(c)) << 32) |
    ((<u64>i8x16.bitmask(d)) << 48)
  );
}
@inline function equal(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return bits(i8x16.eq(a, byte), i8x16.eq(b, byte), i8x16.eq(c, byte), i8x16.eq(d, byte));
}

/** Every bit, xor all below it. */
@inline function prefixXor(x: u64): u64 {
  x ^= x << 1;
  x ^= x << 2;
  x ^= x << 4;
  x ^= x << 8;
  x ^= x << 16;
  return x ^ (x << 32);
}

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

function readChunk(p: usize): void {
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

@inline function advance(count: u32, newlines: u64): void {
  lines += <u32>popcnt(count < 64 ? newlines & (((<u64>1) << count) - 1) : newlines);
  scanned += count;
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

function begin(at: u32, first: u32, line: u32): void {
  inDocument = true;
  begun = at;
  begunLine = line;
  begunWith = first;
  depth = first == OPEN_BRACE || first == OPEN_BRACKET ? 1 : 0;
  elements++;
  afterComma = false;
  ownIndent = indentOf(at);
  if (ownIndent != NONE && depth) {
    indent = ownIndent;
    indentWith = first;
  }
}

/** Ends the document at work before `at`, without the blanks there. */
function end(at: u32): void {
  if (!isTooLong) while (at > begun && isBlank(load<u8>(text + at - 1))) at--;
  const place = places.record(placeCount++, FoundPlace.FIELDS);
  place[FoundPlace.begin] = begun;
  place[FoundPlace.end] = at;
  place[FoundPlace.line] = begunLine;
  place[FoundPlace.isTooLong] = isTooLong || at - begun > longest ? 1 : 0;
  inDocument = false;
  isTooLong = false;
}

@inline function isBlank(c: u32): bool {
  return c == SPACE || c == NEWLINE || c == RETURN || c == TAB;
}

/** The array ends. Returns whether a response goes on. */
function leave(): bool {
  level = around;
  if (level == ENVELOPE) leaveElements(elements);
  return level == ENVELOPE;
}

/** Blanks between the line's beginning and `at`; {@link NONE} if there is anything else. */
function indentOf(at: u32): u32 {
  let count: u32 = 0;
  while (count <= WIDEST && count < at) {
    const c = load<u8>(text + at - 1 - count);
    if (c == NEWLINE) return count;
    if (c != SPACE && c != TAB) return NONE;
    count++;
  }
  if (count > WIDEST) return NONE;
  return base == 0 ? count : indent;
}

/** Does the line at `p` begin as documents here begin? */
function beginsDocument(p: usize): bool {
  if (indent == NONE) return false;
  for (let i: u32 = 0; i < indent; i++) {
    const c = load<u8>(p + i);
    if (c != SPACE && c != TAB) return false;
  }
  return load<u8>(p + indent) == indentWith;
}

/** Can the document at work be read again, line by line? */
function mayRecover(): bool {
  return !byLines && inDocument && !isTooLong && ownIndent != NONE && indent != NONE;
}

function recover(): void {
  byLines = true;
  depth = begunWith == OPEN_BRACE || begunWith == OPEN_BRACKET ? 1 : 0;
  scanned = begun + depth;
  lines = begunLine;
  inString = 0;
  isEscaped = 0;
}
