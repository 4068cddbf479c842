// The tape: what a block holds, value by value in the order of reading, and the rows of its tables. A line that turns out to be
// refused is taken back: everything put since the last mark().
import { Node, Table, tableAt, tableCount } from './node';
import { Numbers, grownNumbers, newNumbers } from './numbers';

/** How many bits of a number hold a length; the type of the value is above them. */
const LENGTH_BITS: u32 = 28;
const LENGTH_MASK: u32 = (1 << LENGTH_BITS) - 1;

@inline export function packed(length: u32, type: u32): u32 {
  return length | (type << LENGTH_BITS);
}
@inline export function lengthOf(lengthAndType: u32): u32 {
  return lengthAndType & LENGTH_MASK;
}
@inline export function typeOf(lengthAndType: u32): u32 {
  return lengthAndType >> LENGTH_BITS;
}

/** One value: its path, the row of the path's table, and its text. The length of an object or array says whether it is empty. */
@unmanaged
export class TapeEntry {
  node: Node;
  row: u32;
  text: usize;
  lengthAndType: u32;
}
export const TAPE_ENTRY: u32 = offsetof<TapeEntry>();

export let tape: usize = 0;
/** Bytes of it in use. */
export let tapeBytes: usize = 0;
/** Where unescaped text goes next. */
export let escapeAt: usize = 0;
export let duplicateKeys: i64 = 0;
export let loneSurrogates: i64 = 0;
/** Index of the element at work, for each array around it. */
export let arrayIndex: Numbers = changetype<Numbers>(0);
let tapeCapacity: usize = 0;
/** The table of each row that was begun. */
let rowTables: Numbers = changetype<Numbers>(0);
let rowCount: u32 = 0;
let rowCapacity: u32 = 0;

export function initTape(maxDepth: u32): void {
  tapeCapacity = 1 << 20;
  tape = heap.alloc(tapeCapacity);
  rowCapacity = 1 << 14;
  rowTables = newNumbers(rowCapacity);
  arrayIndex = newNumbers(maxDepth + 2);
}

/** Empties the tape for a new block. */
export function clearTape(escapes: usize): void {
  tapeBytes = 0;
  escapeAt = escapes;
  rowCount = 0;
  for (let i: u32 = 0; i < tableCount; i++) tableAt(i).rows = 0;
}

@inline export function put(node: Node, row: u32, text: usize, length: u32, type: u32): void {
  if (tapeBytes + TAPE_ENTRY > tapeCapacity) {
    tapeCapacity <<= 1;
    tape = heap.realloc(tape, tapeCapacity);
  }
  const entry = changetype<TapeEntry>(tape + tapeBytes);
  entry.node = node;
  entry.row = row;
  entry.text = text;
  entry.lengthAndType = packed(length, type);
  tapeBytes += TAPE_ENTRY;
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
    table.doc = grownNumbers(table.doc, table.capacity);
    if (depth) table.index = grownNumbers(table.index, table.capacity * depth);
  }
  const row = table.rows++;
  table.doc[row] = doc;
  for (let i: u32 = 0; i < depth; i++) table.index[row * depth + i] = arrayIndex[i];
  if (rowCount >= rowCapacity) {
    rowCapacity <<= 1;
    rowTables = grownNumbers(rowTables, rowCapacity);
  }
  rowTables[rowCount++] = changetype<u32>(table);
  return row;
}

/** Takes back what was put since the tape had `bytes` and the escapes stood at `escapes`; rows stay. */
@inline export function undoCells(bytes: usize, escapes: usize): void {
  tapeBytes = bytes;
  escapeAt = escapes;
}

/** A place to return to. */
@unmanaged
export class Checkpoint {
  tapeBytes: usize;
  rowCount: u32;
  duplicateKeys: i64;
  loneSurrogates: i64;
}

/** One for each level at which JSON is opened inside strings, taken in turn. */
const CHECKPOINTS: u32 = 4;
const checkpoints: usize = memory.data(CHECKPOINTS * 24, 16);
let checkpointNumber: u32 = 0;

/** This place, for {@link returnTo}. */
export function checkpoint(): Checkpoint {
  const here = changetype<Checkpoint>(
    checkpoints + (checkpointNumber++ & (CHECKPOINTS - 1)) * offsetof<Checkpoint>(),
  );
  here.tapeBytes = tapeBytes;
  here.rowCount = rowCount;
  here.duplicateKeys = duplicateKeys;
  here.loneSurrogates = loneSurrogates;
  return here;
}

/** Takes back everything since that place, but not what was unescaped. */
export function returnTo(place: Checkpoint): void {
  tapeBytes = place.tapeBytes;
  duplicateKeys = place.duplicateKeys;
  loneSurrogates = place.loneSurrogates;
  takeBackRows(place.rowCount);
}

let markTape: usize = 0;
let markRows: u32 = 0;
let markEscape: usize = 0;
let markDuplicates: i64 = 0;
let markLone: i64 = 0;

/** Remembers this place, for {@link undo}. */
@inline export function mark(): void {
  markTape = tapeBytes;
  markRows = rowCount;
  markEscape = escapeAt;
  markDuplicates = duplicateKeys;
  markLone = loneSurrogates;
}

/** Takes back everything since the last {@link mark}. */
export function undo(): void {
  tapeBytes = markTape;
  escapeAt = markEscape;
  duplicateKeys = markDuplicates;
  loneSurrogates = markLone;
  takeBackRows(markRows);
}

function takeBackRows(before: u32): void {
  while (rowCount > before) {
    rowCount--;
    changetype<Table>(rowTables[rowCount]).rows--;
  }
}
