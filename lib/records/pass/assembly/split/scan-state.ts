// The state of the scan of a JSON text, which the files beside this one read and set (AssemblyScript lets a file set what it
// imports), and what begins and ends documents in it.
import { FoundPlace } from '../../wasm/shared/records';
import { Numbers, noNumbers } from '../tape/numbers';
import { NEWLINE, OPEN_BRACE, OPEN_BRACKET, RETURN, SPACE, TAB } from '../text/characters';
import { leaveElements } from './split-responses';

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
export const CHUNK: u32 = 64;
const WIDEST: u32 = 96;
export const NONE: u32 = 0xffffffff;

// Where the scan is: at the top, among the elements of an array, or in a response around them.
export const TOP: u32 = 0;
export const ELEMENTS: u32 = 1;
export const ENVELOPE: u32 = 2;
export let level: u32 = TOP;
export let around: u32 = TOP;
/** The document at work: begun where, in which line, with which byte, how deep is the scan in it. */
export let inDocument: bool = false;
export let begun: u32 = 0;
export let begunLine: u32 = 0;
let begunWith: u32 = 0;
export let depth: u32 = 0;
export let isTooLong: bool = false;
/** Blanks before it, if it begins its line; those, and the bracket, of the last that did; whether such lines begin documents in any case. */
let ownIndent: u32 = NONE;
export let indent: u32 = NONE;
let indentWith: u32 = 0;
export let byLines: bool = false;
/** In an array: its elements so far, and whether a comma came last. */
export let elements: u32 = 0;
export let afterComma: bool = false;
/** Of the byte before `scanned`: all ones in a string; 1 behind a backslash that escapes. */
export let inString: u64 = 0;
export let isEscaped: u64 = 0;
export let longest: u32 = 0;
export let base: f64 = 0;

@inline export function advance(count: u32, newlines: u64): void {
  lines += <u32>popcnt(count < 64 ? newlines & (((<u64>1) << count) - 1) : newlines);
  scanned += count;
}

export function begin(at: u32, first: u32, line: u32): void {
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
export function end(at: u32): void {
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
export function leave(): bool {
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
export function beginsDocument(p: usize): bool {
  if (indent == NONE) return false;
  for (let i: u32 = 0; i < indent; i++) {
    const c = load<u8>(p + i);
    if (c != SPACE && c != TAB) return false;
  }
  return load<u8>(p + indent) == indentWith;
}

/** Can the document at work be read again, line by line? */
export function mayRecover(): bool {
  return !byLines && inDocument && !isTooLong && ownIndent != NONE && indent != NONE;
}

export function recover(): void {
  byLines = true;
  depth = begunWith == OPEN_BRACE || begunWith == OPEN_BRACKET ? 1 : 0;
  scanned = begun + depth;
  lines = begunLine;
  inString = 0;
  isEscaped = 0;
}
