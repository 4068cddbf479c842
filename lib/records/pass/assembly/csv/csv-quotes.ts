// Quoted cells: where they close, and how they come onto the tape without their escapes. csv-text.ts sets `cutShort` too
// (AssemblyScript lets a file set what it imports).
import { NO_BYTE } from '../../wasm/shared/limits';
import { ValueCode } from '../../wasm/shared/value-code';
import { Node } from '../tape/node';
import { advanceEscapes, escapeAt, put } from '../tape/tape';
import { BACKSLASH } from '../text/characters';
import { escape, quote } from './csv-dialect';

/** Did the cell at work hold an escape? Was there a quoted cell in the record? */
let sawEscape: bool = false;
/** Did the strict reading fail only because the text ends? */
export let cutShort: bool = false;

/** The quote that closes the cell whose text begins at `p`, or 0. */
export function closing(p: usize, end: usize): usize {
  const mark = i8x16.splat(<i8>quote),
    sign = i8x16.splat(escape == NO_BYTE ? <i8>quote : <i8>escape);
  sawEscape = false;
  while (true) {
    const v = v128.load(p),
      found = i8x16.bitmask(v128.or(i8x16.eq(v, mark), i8x16.eq(v, sign)));
    if (!found) {
      p += 16;
      if (p >= end) {
        cutShort = true;
        return 0;
      }
      continue;
    }
    p += ctz(found);
    if (p >= end) {
      cutShort = true;
      return 0;
    }
    if (load<u8>(p) == quote && load<u8>(p + 1) != quote) return p;
    sawEscape = true;
    p += 2;
    if (p >= end) {
      cutShort = true;
      return 0;
    }
  }
}

export function putQuoted(node: Node, row: u32, from: usize, to: usize): void {
  if (!sawEscape) {
    put(node, row, from, <u32>(to - from), ValueCode.STRING);
    return;
  }
  putUnescaped(node, row, from, to);
}

/** Doubled quotes once; behind a backslash, where it is the escape, quotes and backslashes as themselves. */
export function putUnescaped(node: Node, row: u32, from: usize, to: usize): void {
  let at = escapeAt;
  for (let p = from; p < to; p++) {
    const c: u32 = load<u8>(p);
    if (p + 1 < to) {
      const next: u32 = load<u8>(p + 1);
      if (c == quote ? next == quote : c == escape && (next == quote || next == BACKSLASH)) {
        store<u8>(at++, next);
        p++;
        continue;
      }
    }
    store<u8>(at++, c);
  }
  const length = <u32>(at - escapeAt);
  put(node, row, escapeAt, length, ValueCode.STRING);
  advanceEscapes(length);
}

/** No text has ended in a quoted cell yet. */
@inline export function beginQuotes(): void {
  cutShort = false;
}
