// The row group at work: its rows, the places of its documents, and the values of its paths, sorted.
import { Numbers, noNumbers } from '../tape/numbers';
import { typeOf } from '../tape/tape';

/** Where a document of the row group lies: its number in the store, its part, and line and byte in that. */
@unmanaged
export class DocumentPlace {
  doc: i64;
  part: i64;
  line: i64;
  byte: i64;
}
export const DOCUMENT_PLACE: u32 = offsetof<DocumentPlace>();

/** A value on the sorted tape, whose path is known by its place. */
@unmanaged
export class SortedEntry {
  row: u32;
  text: usize;
  lengthAndType: u32;
}
export const SORTED_ENTRY: u32 = offsetof<SortedEntry>();

@inline export function entryAt(entries: usize, i: u32): SortedEntry {
  return changetype<SortedEntry>(entries + i * SORTED_ENTRY);
}
@inline export function typeAt(entries: usize, i: u32): u32 {
  return typeOf(entryAt(entries, i).lengthAndType);
}
export let rows: u32 = 0;
/** Document of each row; place of each document. */
export let rowDocs: Numbers = noNumbers();
let places: usize = 0;
export let sorted: usize = 0;

/** Names the row group that {@link column} works on: the document of each row, the place of each document, the sorted tape. */
export function beginRowGroup(rowCount: u32, docOfRow: Numbers, placeOfDoc: usize, sortedTape: usize): void {
  rows = rowCount;
  rowDocs = docOfRow;
  places = placeOfDoc;
  sorted = sortedTape;
}

@inline export function placeOfRow(row: u32): DocumentPlace {
  return changetype<DocumentPlace>(places + rowDocs[row] * DOCUMENT_PLACE);
}
@inline export function firstDoc(): u32 {
  return <u32>placeOfRow(0).doc;
}
