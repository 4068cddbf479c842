// The tape of a block, sorted by path, and the places of its documents.
import { docByte, docLine, docNumber, docs } from '../tape/block';
import { exists, nobody, tableAt, tableCount } from '../tape/node';
import { TAPE_ENTRY, TapeEntry, tape, tapeBytes } from '../tape/tape';
import { DOCUMENT_PLACE, SORTED_ENTRY } from './row-group';
import { distribute, placeAt } from './write-row-group';

export let sorted: usize = 0;
let sortedCapacity: usize = 0;
/** Of the block's documents. */
export let places: usize = 0;
let placeCapacity: u32 = 0;

export function placeDocuments(doc: i64, part: i64, line: i64, byte: i64): void {
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
export function sortTape(): void {
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
