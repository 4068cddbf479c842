// From the tape of a block to row groups: sorted by path, then column by column. Small row groups wait (their bytes are copied),
// so that a thousand tables do not make a thousand tiny row groups a block.
import { docByte, docLine, docNumber, docs } from '../tape/block';
import { PLACE, SORTED, beginRowGroup, column } from './column';
import { Node, Table, exists, nobody, tableAt, tableCount } from '../tape/node';
import {
  BYTE_CHUNK,
  DELTA_BINARY_PACKED,
  DOC_CHUNK,
  INDEX_CHUNK,
  LINE_CHUNK,
  PART_CHUNK,
  clearOutput,
  describeChunk,
} from './output';
import { integerChunk } from './pages';
import { tape, tapeAt } from '../tape/tape';

const LITTLE_ROWS: u32 = 1024;
const LITTLE_VALUES: u32 = 256;
const FULL_ROWS: u32 = 65536;
const FULL_BYTES: u32 = 24 << 20;
const ALL_BYTES: u32 = 64 << 20;
let waitingTotal: u32 = 0;
let sorted: usize = 0,
  sortedCapacity: usize = 0,
  places: usize = 0,
  placeCapacity: u32 = 0,
  column64: usize = 0,
  columnCapacity: usize = 0;

/** Writes what the tape holds, or lets it wait. `doc`, `line` and `byte` are those of the block's first record; lines of a part count from 1. */
export function emit(doc: i64, part: i64, line: i64, byte: i64): void {
  clearOutput();
  placeDocuments(doc, part, line, byte);
  sortTape();
  for (let i: u32 = 0; i < tableCount; i++) {
    const table = tableAt(i);
    if (!table.rows) continue;
    if (table.waitingRows || isLittle(table)) {
      wait(table);
      if (table.waitingRows >= FULL_ROWS || table.waitingBytes >= FULL_BYTES) flush(table);
    } else {
      beginRowGroup(table.rows, table.doc, places, sorted);
      writeRowGroup(table, table.touched, table.rows, table.doc, table.index, places);
    }
  }
  if (waitingTotal > ALL_BYTES) for (let i: u32 = 0; i < tableCount; i++) flush(tableAt(i));
}

/** Writes all row groups that wait. */
export function flushAll(): void {
  clearOutput();
  for (let i: u32 = 0; i < tableCount; i++) flush(tableAt(i));
}

function placeDocuments(doc: i64, part: i64, line: i64, byte: i64): void {
  if (placeCapacity < docs) {
    placeCapacity = docs * 2;
    if (places) heap.free(places);
    places = heap.alloc(placeCapacity * PLACE);
  }
  for (let i: u32 = 0; i < docs; i++) {
    const to = places + i * PLACE;
    store<i64>(to, doc + load<u32>(docNumber + i * 4));
    store<i64>(to, part, 8);
    store<i64>(to, line + load<u32>(docLine + i * 4), 16);
    store<i64>(to, byte + load<u32>(docByte + i * 4), 24);
  }
}

/** Counting sort of the tape by path, table by table; a path's `at` is then the end of its entries. */
function sortTape(): void {
  const bytes = (tapeAt >> 4) * SORTED,
    end = tape + tapeAt;
  if (bytes > sortedCapacity) {
    if (sorted) heap.free(sorted);
    sortedCapacity = bytes + bytes / 6 + 1024;
    sorted = heap.alloc(sortedCapacity);
  }
  for (let i: u32 = 0; i < tableCount; i++) tableAt(i).touched = nobody();
  for (let q = tape; q < end; q += 16) {
    const node = changetype<Node>(load<u32>(q));
    if (node.entries++ == 0) {
      node.link = node.table.touched;
      node.table.touched = node;
    }
  }
  let at: u32 = 0;
  for (let i: u32 = 0; i < tableCount; i++) {
    for (let node = tableAt(i).touched; exists(node); node = node.link) {
      node.at = at;
      at += node.entries;
    }
  }
  distribute(tape, end, sorted);
}

@inline function distribute(from: usize, end: usize, to: usize): void {
  for (let q = from; q < end; q += 16) {
    const node = changetype<Node>(load<u32>(q)),
      entry = to + node.at++ * SORTED;
    store<u64>(entry, load<u64>(q, 4));
    store<u32>(entry, load<u32>(q, 12), 8);
  }
}

function isLittle(table: Table): bool {
  if (table.rows < LITTLE_ROWS) return true;
  let columns: u32 = 0,
    values: u32 = 0;
  for (let node = table.touched; exists(node); node = node.link) {
    columns++;
    values += node.entries;
  }
  return values < columns * LITTLE_VALUES;
}

function writeRowGroup(
  table: Table,
  touched: Node,
  rows: u32,
  rowDocs: usize,
  index: usize,
  placeOfDoc: usize,
): void {
  const bytes = <usize>rows * PLACE;
  if (bytes > columnCapacity) {
    if (column64) heap.free(column64);
    columnCapacity = bytes * 2;
    column64 = heap.alloc(columnCapacity);
  }
  for (let row: u32 = 0; row < rows; row++)
    memory.copy(column64 + row * PLACE, placeOfDoc + load<u32>(rowDocs + row * 4) * PLACE, PLACE);
  const first = <u32>load<i64>(column64);
  integers(table, DOC_CHUNK, column64, rows, first);
  if (!table.depth) {
    integers(table, PART_CHUNK, column64 + 8, rows, first);
    integers(table, LINE_CHUNK, column64 + 16, rows, first);
    integers(table, BYTE_CHUNK, column64 + 24, rows, first);
  }
  for (let level: u32 = 0; level < table.depth; level++) {
    for (let row: u32 = 0; row < rows; row++)
      store<i64>(column64 + row * PLACE, load<u32>(index + (row * table.depth + level) * 4));
    integers(table, INDEX_CHUNK + level, column64, rows, first);
  }
  for (let node = touched; exists(node); node = node.link) {
    node.at -= node.entries;
    column(node);
    node.entries = 0;
  }
}

@inline function integers(table: Table, kind: u32, values: usize, rows: u32, first: u32): void {
  integerChunk(table.id, kind, values, PLACE, rows);
  describeChunk(rows, DELTA_BINARY_PACKED, first);
}

/** Copies a table's rows of this block to those that wait. */
function wait(table: Table): void {
  const before = table.waitingRows;
  waitRows(table, before);
  table.waitingRows += table.rows;
  for (let node = table.touched; exists(node); node = node.link) {
    for (let i = node.at - node.entries; i < node.at; i++)
      waitEntry(table, node, sorted + i * SORTED, before);
    node.entries = 0;
  }
}

function waitRows(table: Table, before: u32): void {
  const rows = table.rows,
    depth = table.depth;
  if (before + rows > table.waitingRowCapacity) {
    const capacity = max<u32>((before + rows) * 2, 64);
    table.waitingRowCapacity = capacity;
    table.waitingDoc = grown(table.waitingDoc, capacity * 4);
    if (depth) table.waitingIndex = grown(table.waitingIndex, capacity * 4 * depth);
  }
  if (depth) memory.copy(table.waitingIndex + before * 4 * depth, table.index, rows * 4 * depth);
  let last: u32 = -1;
  for (let row: u32 = 0; row < rows; row++) {
    const doc = load<u32>(table.doc + row * 4);
    if (doc != last) {
      last = doc;
      if (table.waitingDocs == table.waitingDocCapacity) {
        table.waitingDocCapacity = table.waitingDocCapacity ? table.waitingDocCapacity * 2 : 64;
        table.waitingPlaces = grown(table.waitingPlaces, table.waitingDocCapacity * PLACE);
      }
      memory.copy(table.waitingPlaces + table.waitingDocs++ * PLACE, places + doc * PLACE, PLACE);
    }
    store<u32>(table.waitingDoc + (before + row) * 4, table.waitingDocs - 1);
  }
}

function waitEntry(table: Table, node: Node, entry: usize, rowsBefore: u32): void {
  const lengthAndType = load<u32>(entry, 8),
    type = lengthAndType >> 28,
    length = lengthAndType & 0xfffffff;
  const bytes = type == 5 || type == 6 ? 0 : length; // the length of an object or array says that it is empty
  if (!table.waitingArena || table.waitingArenaAt + bytes + 16 > table.waitingArenaCapacity) {
    const capacity = max<u32>(min<u32>(65536, max<u32>(512, table.waitingBytes)), bytes + 32),
      piece = heap.alloc(capacity + 16);
    store<u32>(piece, table.waitingArena);
    table.waitingArena = piece;
    table.waitingArenaAt = 4;
    table.waitingArenaCapacity = capacity;
  }
  const text = table.waitingArena + table.waitingArenaAt;
  memory.copy(text, load<u32>(entry, 4), bytes);
  table.waitingArenaAt += bytes;
  table.waitingBytes += bytes + 16;
  waitingTotal += bytes + 16;
  if (table.waitingTapeAt + 16 > table.waitingTapeCapacity) {
    table.waitingTapeCapacity = table.waitingTapeCapacity ? table.waitingTapeCapacity * 2 : 256;
    table.waitingTape = grown(table.waitingTape, table.waitingTapeCapacity);
  }
  const to = table.waitingTape + table.waitingTapeAt;
  store<u32>(to, changetype<usize>(node));
  store<u32>(to, rowsBefore + load<u32>(entry), 4);
  store<u32>(to, text, 8);
  store<u32>(to, lengthAndType, 12);
  table.waitingTapeAt += 16;
}

@inline function grown(memory: usize, bytes: u32): usize {
  return memory ? heap.realloc(memory, bytes) : heap.alloc(bytes);
}

/** Writes the rows of a table that wait, as one row group. */
function flush(table: Table): void {
  if (!table.waitingRows) return;
  const end = table.waitingTape + table.waitingTapeAt;
  let touched = nobody(),
    at: u32 = 0;
  for (let q = table.waitingTape; q < end; q += 16) {
    const node = changetype<Node>(load<u32>(q));
    if (node.entries++ == 0) {
      node.link = touched;
      touched = node;
    }
  }
  for (let node = touched; exists(node); node = node.link) {
    node.at = at;
    at += node.entries;
  }
  const own = heap.alloc(<usize>at * SORTED + 16);
  distribute(table.waitingTape, end, own);
  beginRowGroup(table.waitingRows, table.waitingDoc, table.waitingPlaces, own);
  writeRowGroup(table, touched, table.waitingRows, table.waitingDoc, table.waitingIndex, table.waitingPlaces);
  heap.free(own);
  let piece = table.waitingArena;
  while (piece) {
    const before = load<u32>(piece);
    heap.free(piece);
    piece = before;
  }
  waitingTotal -= table.waitingBytes;
  table.waitingArena = 0;
  table.waitingBytes = 0;
  table.waitingRows = 0;
  table.waitingDocs = 0;
  table.waitingTapeAt = 0;
}
