// From the tape of a block to row groups: sorted by path, then column by column. Small row groups wait (their bytes are copied),
// so that a thousand tables do not make a thousand tiny row groups a block.
import { ChunkKind, Encoding } from '../../wasm/shared/chunk-kind';
import { ValueCode } from '../../wasm/shared/value-code';
import { docByte, docLine, docNumber, docs } from '../tape/block';
import {
  DOCUMENT_PLACE,
  DocumentPlace,
  SORTED_ENTRY,
  SortedEntry,
  beginRowGroup,
  column,
  entryAt,
} from './column';
import { Node, Table, exists, nobody, tableAt, tableCount } from '../tape/node';
import { clearOutput, describeChunk } from './output';
import { integerChunk } from './pages';
import { Numbers, grownNumbers } from '../tape/numbers';
import { TAPE_ENTRY, TapeEntry, lengthOf, tape, tapeBytes, typeOf } from '../tape/tape';

const LITTLE_ROWS: u32 = 1024;
const LITTLE_VALUES: u32 = 256;
const FULL_ROWS: u32 = 65536;
const FULL_BYTES: u32 = 24 << 20;
const ALL_BYTES: u32 = 64 << 20;
/** Bytes of all that waits. */
let waitingTotal: u32 = 0;
let sorted: usize = 0;
let sortedCapacity: usize = 0;
/** Of the block's documents. */
let places: usize = 0;
let placeCapacity: u32 = 0;
/** Places of a row group's rows, whose fields become its fixed columns. */
let rowPlaces: usize = 0;
let rowPlacesCapacity: usize = 0;

@inline function placeAt(list: usize, i: u32): DocumentPlace {
  return changetype<DocumentPlace>(list + i * DOCUMENT_PLACE);
}

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
    places = heap.alloc(placeCapacity * DOCUMENT_PLACE);
  }
  for (let i: u32 = 0; i < docs; i++) {
    const place = placeAt(places, i);
    place.doc = doc + docNumber[i];
    place.part = part;
    place.line = line + docLine[i];
    place.byte = byte + docByte[i];
  }
}

/** Counting sort of the tape by path, table by table; a path's `at` is then the end of its entries. */
function sortTape(): void {
  const bytes = (tapeBytes / TAPE_ENTRY) * SORTED_ENTRY;
  const end = tape + tapeBytes;
  if (bytes > sortedCapacity) {
    if (sorted) heap.free(sorted);
    sortedCapacity = bytes + bytes / 6 + 1024;
    sorted = heap.alloc(sortedCapacity);
  }
  for (let i: u32 = 0; i < tableCount; i++) tableAt(i).touched = nobody();
  for (let p = tape; p < end; p += TAPE_ENTRY) {
    const node = changetype<TapeEntry>(p).node;
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
  for (let p = from; p < end; p += TAPE_ENTRY) {
    const entry = changetype<TapeEntry>(p);
    const node = entry.node;
    const sortedEntry = entryAt(to, node.at++);
    sortedEntry.row = entry.row;
    sortedEntry.text = entry.text;
    sortedEntry.lengthAndType = entry.lengthAndType;
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
  rowDocs: Numbers,
  index: Numbers,
  placeOfDoc: usize,
): void {
  const bytes = <usize>rows * DOCUMENT_PLACE;
  if (bytes > rowPlacesCapacity) {
    if (rowPlaces) heap.free(rowPlaces);
    rowPlacesCapacity = bytes * 2;
    rowPlaces = heap.alloc(rowPlacesCapacity);
  }
  for (let row: u32 = 0; row < rows; row++)
    memory.copy(rowPlaces + row * DOCUMENT_PLACE, placeOfDoc + rowDocs[row] * DOCUMENT_PLACE, DOCUMENT_PLACE);
  const first = <u32>placeAt(rowPlaces, 0).doc;
  integers(table, ChunkKind.DOC, rowPlaces + offsetof<DocumentPlace>('doc'), rows, first);
  if (!table.depth) {
    integers(table, ChunkKind.PART, rowPlaces + offsetof<DocumentPlace>('part'), rows, first);
    integers(table, ChunkKind.LINE, rowPlaces + offsetof<DocumentPlace>('line'), rows, first);
    integers(table, ChunkKind.BYTE, rowPlaces + offsetof<DocumentPlace>('byte'), rows, first);
  }
  for (let level: u32 = 0; level < table.depth; level++) {
    for (let row: u32 = 0; row < rows; row++) placeAt(rowPlaces, row).doc = index[row * table.depth + level];
    integers(table, ChunkKind.INDEX + level, rowPlaces + offsetof<DocumentPlace>('doc'), rows, first);
  }
  for (let node = touched; exists(node); node = node.link) {
    node.at -= node.entries;
    column(node);
    node.entries = 0;
  }
}

@inline function integers(table: Table, kind: u32, values: usize, rows: u32, first: u32): void {
  integerChunk(table.id, kind, values, DOCUMENT_PLACE, rows);
  describeChunk(rows, Encoding.DELTA_BINARY_PACKED, first);
}

/** Copies a table's rows of this block to those that wait. */
function wait(table: Table): void {
  const before = table.waitingRows;
  waitRows(table, before);
  table.waitingRows += table.rows;
  for (let node = table.touched; exists(node); node = node.link) {
    for (let i = node.at - node.entries; i < node.at; i++) waitEntry(table, node, entryAt(sorted, i), before);
    node.entries = 0;
  }
}

function waitRows(table: Table, before: u32): void {
  const rows = table.rows,
    depth = table.depth;
  if (before + rows > table.waitingRowCapacity) {
    const capacity = max<u32>((before + rows) * 2, 64);
    table.waitingRowCapacity = capacity;
    table.waitingDoc = grownNumbers(table.waitingDoc, capacity);
    if (depth) table.waitingIndex = grownNumbers(table.waitingIndex, capacity * depth);
  }
  for (let i: u32 = 0; i < rows * depth; i++) table.waitingIndex[before * depth + i] = table.index[i];
  let last: u32 = -1;
  for (let row: u32 = 0; row < rows; row++) {
    const doc = table.doc[row];
    if (doc != last) {
      last = doc;
      if (table.waitingDocs == table.waitingDocCapacity) {
        table.waitingDocCapacity = table.waitingDocCapacity ? table.waitingDocCapacity * 2 : 64;
        table.waitingPlaces = grown(table.waitingPlaces, table.waitingDocCapacity * DOCUMENT_PLACE);
      }
      memory.copy(
        table.waitingPlaces + table.waitingDocs++ * DOCUMENT_PLACE,
        places + doc * DOCUMENT_PLACE,
        DOCUMENT_PLACE,
      );
    }
    table.waitingDoc[before + row] = table.waitingDocs - 1;
  }
}

function waitEntry(table: Table, node: Node, entry: SortedEntry, rowsBefore: u32): void {
  const type = typeOf(entry.lengthAndType);
  // the length of an object or array says that it is empty
  const bytes = type == ValueCode.OBJECT || type == ValueCode.ARRAY ? 0 : lengthOf(entry.lengthAndType);
  if (!table.waitingArena || table.waitingArenaAt + bytes + 16 > table.waitingArenaCapacity) {
    const capacity = max<u32>(min<u32>(65536, max<u32>(512, table.waitingBytes)), bytes + 32),
      piece = heap.alloc(capacity + 16);
    store<u32>(piece, table.waitingArena);
    table.waitingArena = piece;
    table.waitingArenaAt = 4;
    table.waitingArenaCapacity = capacity;
  }
  const text = table.waitingArena + table.waitingArenaAt;
  memory.copy(text, entry.text, bytes);
  table.waitingArenaAt += bytes;
  table.waitingBytes += bytes + TAPE_ENTRY;
  waitingTotal += bytes + TAPE_ENTRY;
  if (table.waitingTapeAt + TAPE_ENTRY > table.waitingTapeCapacity) {
    table.waitingTapeCapacity = table.waitingTapeCapacity ? table.waitingTapeCapacity * 2 : 256;
    table.waitingTape = grown(table.waitingTape, table.waitingTapeCapacity);
  }
  const waiting = changetype<TapeEntry>(table.waitingTape + table.waitingTapeAt);
  waiting.node = node;
  waiting.row = rowsBefore + entry.row;
  waiting.text = text;
  waiting.lengthAndType = entry.lengthAndType;
  table.waitingTapeAt += TAPE_ENTRY;
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
  for (let p = table.waitingTape; p < end; p += TAPE_ENTRY) {
    const node = changetype<TapeEntry>(p).node;
    if (node.entries++ == 0) {
      node.link = touched;
      touched = node;
    }
  }
  for (let node = touched; exists(node); node = node.link) {
    node.at = at;
    at += node.entries;
  }
  const own = heap.alloc(<usize>at * SORTED_ENTRY + 16);
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
