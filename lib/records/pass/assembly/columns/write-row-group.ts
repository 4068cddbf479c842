// One row group of a table: its fixed columns, then its paths.
import { ChunkKind, Encoding } from '../../wasm/shared/chunk-kind';
import { Node, Table, exists } from '../tape/node';
import { Numbers } from '../tape/numbers';
import { TAPE_ENTRY, TapeEntry } from '../tape/tape';
import { column } from './column';
import { describeChunk } from './output';
import { integerChunk } from './pages';
import { DOCUMENT_PLACE, DocumentPlace, entryAt } from './row-group';

/** Places of a row group's rows, whose fields become its fixed columns. */
let rowPlaces: usize = 0;
let rowPlacesCapacity: usize = 0;

@inline export function placeAt(list: usize, i: u32): DocumentPlace {
  return changetype<DocumentPlace>(list + i * DOCUMENT_PLACE);
}

@inline export function distribute(from: usize, end: usize, to: usize): void {
  for (let p = from; p < end; p += TAPE_ENTRY) {
    const entry = changetype<TapeEntry>(p);
    const node = entry.node;
    const sortedEntry = entryAt(to, node.at++);
    sortedEntry.row = entry.row;
    sortedEntry.text = entry.text;
    sortedEntry.lengthAndType = entry.lengthAndType;
  }
}

export function writeRowGroup(
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
