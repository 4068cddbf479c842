// Rows of small row groups that wait for more: copied, with their texts, and written as one row group.
import { ValueCode } from '../../wasm/shared/value-code';
import { Node, Table, exists, nobody } from '../tape/node';
import { grownNumbers } from '../tape/numbers';
import { TAPE_ENTRY, TapeEntry, lengthOf, typeOf } from '../tape/tape';
import { DOCUMENT_PLACE, SORTED_ENTRY, SortedEntry, beginRowGroup, entryAt } from './row-group';
import { places, sorted } from './sort-tape';
import { distribute, writeRowGroup } from './write-row-group';

/** Bytes of all that waits. */
export let waitingTotal: u32 = 0;

/** Copies a table's rows of this block to those that wait. */
export function wait(table: Table): void {
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
export function flush(table: Table): void {
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
