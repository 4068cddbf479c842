// Responses of Elasticsearch around their hits: followed byte by byte down to `hits.hits`, whose elements are the documents. The
// text of a response goes to the host with the number of its hits in place of them; there it is read strictly.
import { isWord } from '../text/bytes';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from '../text/characters';

/** Tells the host of a response: its text, where it begins, line breaks before it; `cut`: 1 too long to keep, 2 without its end. */
@external("env", "responseEnd") declare function responseEnd(
  at: usize,
  length: u32,
  byte: f64,
  line: u32,
  cut: u32,
): void;

export let newlinesRead: u32 = 0;
/** Did the last reading stop at the first of the elements? */
export let metElements: bool = false;

const HITS: u32 = 1;
const RESPONSES: u32 = 2;
let kept: usize = 0,
  keptLength: u32 = 0,
  capacity: u32 = 0,
  cut: u32 = 0;
let begunAt: f64 = 0,
  begunLine: u32 = 0,
  isGarbage: bool = false;
/** Brackets around, whether each is an object (a bit), and how many are those of a multi-search. */
let depth: u32 = 0,
  objects: u64 = 0,
  outer: u32 = 0,
  inHits: bool = false;
let inString: bool = false,
  isEscaped: bool = false,
  stringAt: u32 = 0,
  stringIs: u32 = 0;
/** The name of the member at work. */
let key: u32 = 0;

export function initEnvelope(most: u32): void {
  capacity = most;
  kept = heap.alloc(<usize>most + 64);
}

export function beginEnvelope(): void {
  depth = 0;
  isGarbage = false;
  inString = false;
  metElements = false;
}

export function isBetween(): bool {
  return depth == 0;
}

/** Reads on from `from` up to `have`, or up to the first of the elements; returns how far. */
export function readEnvelope(text: usize, from: u32, have: u32, base: f64, line: u32): u32 {
  newlinesRead = 0;
  metElements = false;
  for (let at = from; at < have; at++) {
    const c: u32 = load<u8>(text + at);
    if (c == NEWLINE) newlinesRead++;
    if (isGarbage) {
      if (c != NEWLINE && c != OPEN_BRACE) {
        keep(c);
        continue;
      }
      finish();
    }
    if (!depth) {
      if (c <= SPACE || c == COMMA || c == OPEN_BRACKET || c == CLOSE_BRACKET) continue; // responses in an array, or one after the other
      begin(c, base + at, line + newlinesRead);
      continue;
    }
    keep(c);
    if (inString) inside(c);
    else if (c == QUOTE) {
      inString = true;
      stringAt = keptLength;
    } else if (c == COLON) key = stringIs;
    else if (c == OPEN_BRACE) open(true);
    else if (c == OPEN_BRACKET) {
      if (inHits && key == HITS && depth == outer + 2) {
        metElements = true;
        return at + 1;
      }
      open(false);
    } else if (c == CLOSE_BRACE || c == CLOSE_BRACKET) close();
    else if (c == COMMA) key = 0;
  }
  return have;
}

/** The elements have ended: notes how many they were. */
export function leaveElements(count: u32): void {
  let unit: u32 = 1;
  while (count / unit >= 10) unit *= 10;
  for (; unit; unit /= 10) keep(48 + ((count / unit) % 10));
  keep(CLOSE_BRACKET);
  key = 0;
}

/** The text has ended: closes what is open. */
export function forgetEnvelope(): void {
  if (isGarbage) finish();
  if (!depth) return;
  if (inString) keep(QUOTE);
  while (depth) {
    keep(isObject() ? 125 : 93);
    depth--;
  }
  if (!cut) cut = 2;
  finish();
}

@inline function keep(c: u32): void {
  if (keptLength < capacity) store<u8>(kept + keptLength++, c);
  else cut = 1;
}

function begin(c: u32, byte: f64, line: u32): void {
  keptLength = 0;
  cut = 0;
  begunAt = byte;
  begunLine = line;
  objects = 0;
  outer = 0;
  inHits = false;
  inString = false;
  isEscaped = false;
  key = 0;
  keep(c);
  if (c == OPEN_BRACE) open(true);
  else {
    isGarbage = true;
    depth = 1;
  }
}

function finish(): void {
  depth = 0;
  isGarbage = false;
  responseEnd(kept, keptLength, begunAt, begunLine, cut);
}

@inline function isObject(): bool {
  return depth >= 64 || ((objects >> depth) & 1) != 0;
}

@inline function inside(c: u32): void {
  if (isEscaped) isEscaped = false;
  else if (c == BACKSLASH) isEscaped = true;
  else if (c == QUOTE) {
    inString = false;
    stringIs = nameOf(kept + stringAt, keptLength - 1 - stringAt);
  }
}

function open(object: bool): void {
  depth++;
  if (depth < 64) objects = object ? objects | ((<u64>1) << depth) : objects & ~((<u64>1) << depth);
  if (object && depth == outer + 2 && key == HITS) inHits = true;
  if (!object && depth == 2 && key == RESPONSES) outer = 2;
  key = 0;
}

function close(): void {
  depth--;
  if (depth < outer + 2) inHits = false;
  if (depth < outer) outer = 0;
  key = 0;
  if (!depth) finish();
}

/** hits, responses, or another name. */
@inline function nameOf(p: usize, length: u32): u32 {
  if (isWord(p, length, 'hits')) return HITS;
  return isWord(p, length, 'responses') ? RESPONSES : 0;
}
