// What a block holds, value by value: (path, row, pointer, length and type), 16 bytes each, and the rows of its tables.
import { Node, Table, tableAt, tableCount } from './node';

export let tape: usize = 0;
export let tapeAt: usize = 0;
/** Where unescaped text goes next. */
export let escapeAt: usize = 0;
export let duplicateKeys: i64 = 0;
export let loneSurrogates: i64 = 0;
/** Index of the element at work, for each array around it. */
export let arrayIndex: usize = 0;
let tapeEnd: usize = 0,
  rowLog: usize = 0,
  rowLogAt: usize = 0,
  rowLogCapacity: usize = 0;
let markTape: usize = 0,
  markRows: usize = 0,
  markEscape: usize = 0,
  markDuplicates: i64 = 0,
  markLone: i64 = 0;

export function initTape(maxDepth: u32): void {
  tapeEnd = 1 << 20;
  tape = heap.alloc(tapeEnd);
  rowLogCapacity = 1 << 16;
  rowLog = heap.alloc(rowLogCapacity);
  arrayIndex = heap.alloc((maxDepth + 2) * 4);
}

/** Empties the tape for a new block. */
export function clearTape(escapes: usize): void {
  tapeAt = 0;
  escapeAt = escapes;
  rowLogAt = 0;
  for (let i: u32 = 0; i < tableCount; i++) tableAt(i).rows = 0;
}

@inline export function put(node: Node, row: u32, pointer: usize, length: u32, type: u32): void {
  if (tapeAt + 16 > tapeEnd) {
    tapeEnd <<= 1;
    tape = heap.realloc(tape, tapeEnd);
  }
  const to = tape + tapeAt;
  store<u32>(to, changetype<usize>(node));
  store<u32>(to, row, 4);
  store<u32>(to, pointer, 8);
  store<u32>(to, length | (type << 28), 12);
  tapeAt += 16;
}

@inline export function advanceEscapes(length: u32): void {
  escapeAt += length;
}
@inline export function countDuplicateKey(): void {
  duplicateKeys++;
}
@inline export function countLoneSurrogate(): void {
  loneSurrogates++;
}

/** A new row of a table for the document `doc` of the block. */
export function newRow(table: Table, doc: u32): u32 {
  const depth = table.depth;
  if (table.rows >= table.capacity) {
    table.capacity = table.capacity ? table.capacity * 2 : 64;
    table.doc = table.doc ? heap.realloc(table.doc, table.capacity * 4) : heap.alloc(table.capacity * 4);
    const indexBytes = table.capacity * 4 * depth;
    if (depth) table.index = table.index ? heap.realloc(table.index, indexBytes) : heap.alloc(indexBytes);
  }
  const row = table.rows++;
  store<u32>(table.doc + row * 4, doc);
  for (let i: u32 = 0; i < depth; i++)
    store<u32>(table.index + (row * depth + i) * 4, load<u32>(arrayIndex + i * 4));
  if (rowLogAt + 4 > rowLogCapacity) {
    rowLogCapacity <<= 1;
    rowLog = heap.realloc(rowLog, rowLogCapacity);
  }
  store<u32>(rowLog + rowLogAt, changetype<usize>(table));
  rowLogAt += 4;
  return row;
}

/** Takes back what was put since the tape stood at `at` and the escapes at `escapes`; rows stay. */
@inline export function undoCells(at: usize, escapes: usize): void {
  tapeAt = at;
  escapeAt = escapes;
}

/** Room for places, one for each level at which JSON is opened inside strings. */
const INNER: usize = memory.data(64 * 4, 16);
let inner: u32 = 0;

/** This place, for {@link returnTo}. */
export function place(): usize {
  const at = INNER + (inner++ & 3) * 64;
  store<usize>(at, tapeAt);
  store<usize>(at, rowLogAt, 4);
  store<i64>(at, duplicateKeys, 8);
  store<i64>(at, loneSurrogates, 16);
  return at;
}

/** Takes back everything since that place, but not what was unescaped. */
export function returnTo(at: usize): void {
  tapeAt = load<usize>(at);
  duplicateKeys = load<i64>(at, 8);
  loneSurrogates = load<i64>(at, 16);
  takeBackRows(load<usize>(at, 4));
}

/** Remembers this place, for {@link undo}. */
@inline export function mark(): void {
  markTape = tapeAt;
  markRows = rowLogAt;
  markEscape = escapeAt;
  markDuplicates = duplicateKeys;
  markLone = loneSurrogates;
}

/** Takes back everything since the last {@link mark}. */
export function undo(): void {
  tapeAt = markTape;
  escapeAt = markEscape;
  duplicateKeys = markDuplicates;
  loneSurrogates = markLone;
  takeBackRows(markRows);
}

function takeBackRows(before: usize): void {
  while (rowLogAt > before) {
    rowLogAt -= 4;
    changetype<Table>(load<u32>(rowLog + rowLogAt)).rows--;
  }
}
