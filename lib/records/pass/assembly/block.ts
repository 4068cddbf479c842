// A block of whole lines, of one part, onto the tape; refused lines by their place.
import { renewSerials } from './grammar';
import { readDocument } from './key-sets';
import { ERROR_UTF8 } from './line-errors';
import { scanNewline, skipBlanks } from './strings';
import { clearTape, mark, undo } from './tape';
import { isUtf8 } from './utf8';

export let input: usize = 0;
/** Line in the block (from 0) and byte in the block of each document. */
export let docLine: usize = 0;
export let docByte: usize = 0;
export let docs: u32 = 0;
/** Refused lines, 16 bytes each: line, byte, length, error. */
export let rejects: usize = 0;
export let rejectCount: u32 = 0;
export let blankLines: i64 = 0;
let escapes: usize = 0, docCapacity: u32 = 4096, rejectCapacity: u32 = 1024;

export function initBlock(capacity: u32): void {
  input = heap.alloc(<usize>capacity + 64); escapes = heap.alloc(<usize>capacity + 64);
  docLine = heap.alloc(docCapacity * 4); docByte = heap.alloc(docCapacity * 4);
  rejects = heap.alloc(rejectCapacity * 16);
}

export function countLines(length: u32): u32 {
  const newline = i8x16.splat(10), end = input + length;
  let count: u32 = 0, p = input;
  for (; p + 16 <= end; p += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), newline)));
  for (; p < end; p++) if (load<u8>(p) == 10) count++;
  return count;
}

/** Reads `length` bytes of whole lines, the last one a newline. Returns how many documents were accepted. */
export function parse(length: u32, allUtf8: bool): u32 {
  clearTape(escapes); renewSerials();
  docs = 0; rejectCount = 0;
  let line: u32 = 0, p = input;
  const end = input + length;
  while (p < end) {
    const start = skipBlanks(p);
    if (load<u8>(start) == 10) { blankLines++; line++; p = start + 1; continue; }
    mark();
    if (docs == docCapacity) {
      docCapacity <<= 1;
      docLine = heap.realloc(docLine, docCapacity * 4); docByte = heap.realloc(docByte, docCapacity * 4);
    }
    const newline = scanNewline(p);
    const error = !allUtf8 && !isUtf8(p, newline) ? ERROR_UTF8 : readDocument(start, docs);
    if (error) { undo(); refuse(line, p, newline, error); }
    else { store<u32>(docLine + docs * 4, line); store<u32>(docByte + docs * 4, <u32>(p - input)); docs++; }
    line++; p = newline + 1;
  }
  return docs;
}

function refuse(line: u32, p: usize, newline: usize, error: i32): void {
  if (rejectCount == rejectCapacity) { rejectCapacity <<= 1; rejects = heap.realloc(rejects, rejectCapacity * 16); }
  const to = rejects + rejectCount++ * 16;
  store<u32>(to, line); store<u32>(to, <u32>(p - input), 4); store<u32>(to, <u32>(newline - p), 8); store<u32>(to, error, 12);
}
