// Distinct values of a path while they are few: every value once, compared byte by byte. The texts lie in pieces, each of which
// begins with a pointer to the one before.
import { Node } from '../tape/node';
import { Numbers, newNumbers } from '../tape/numbers';
import { fastHash, same } from '../text/bytes';

export const DICTIONARY_LIMIT: u32 = 8192;
/** One value. */
@unmanaged
export class DictionaryEntry {
  hash: u64;
  text: usize;
  length: u32;
  /** The row group in which it occurred last, and its code there. */
  rowGroup: u32;
  code: u32;
}
const ENTRY: u32 = (offsetof<DictionaryEntry>() + 7) & ~7;

@inline export function dictionaryEntry(node: Node, number: u32): DictionaryEntry {
  return changetype<DictionaryEntry>(node.entriesAt + number * ENTRY);
}

/** Slots by hash: a value's number plus one, or 0. */
@inline function slotsOf(node: Node): Numbers {
  return changetype<Numbers>(node.set);
}

/** Number of the value among the path's entries; made if new. */
@inline export function numberOf(node: Node, p: usize, length: u32): u32 {
  if (node.distinct * 2 >= node.capacity) grow(node);
  const hash = fastHash(p, length);
  let slot = (<u32>hash) & (node.capacity - 1),
    number: u32;
  while ((number = slotsOf(node)[slot])) {
    const entry = dictionaryEntry(node, number - 1);
    if (entry.hash == hash && entry.length == length && same(entry.text, p, length)) return number - 1;
    slot = (slot + 1) & (node.capacity - 1);
  }
  addEntry(node, hash, p, length);
  slotsOf(node)[slot] = ++node.distinct;
  return node.distinct - 1;
}

function addEntry(node: Node, hash: u64, p: usize, length: u32): void {
  if (node.distinct == node.entryCapacity) {
    node.entryCapacity = node.entryCapacity ? node.entryCapacity * 2 : 8;
    const bytes = node.entryCapacity * ENTRY;
    node.entriesAt = node.entriesAt ? heap.realloc(node.entriesAt, bytes) : heap.alloc(bytes);
  }
  if (!node.arena || node.arenaAt + length + 8 > node.arenaCapacity) {
    node.arenaCapacity = max<u32>(min<u32>(65536, max<u32>(64, node.distinct * 16)), length + 32);
    const piece = heap.alloc(node.arenaCapacity + 16);
    store<u32>(piece, node.arena);
    node.arena = piece;
    node.arenaAt = 4;
  }
  const text = node.arena + node.arenaAt;
  memory.copy(text, p, length);
  node.arenaAt += length;
  const entry = dictionaryEntry(node, node.distinct);
  entry.hash = hash;
  entry.text = text;
  entry.length = length;
  entry.rowGroup = 0;
}

function grow(node: Node): void {
  const capacity = node.capacity ? node.capacity * 2 : 16;
  const slots = newNumbers(capacity);
  memory.fill(changetype<usize>(slots), 0, capacity * 4);
  for (let i: u32 = 0; i < node.distinct; i++) {
    let slot = (<u32>dictionaryEntry(node, i).hash) & (capacity - 1);
    while (slots[slot]) slot = (slot + 1) & (capacity - 1);
    slots[slot] = i + 1;
  }
  if (node.set) heap.free(node.set);
  node.set = changetype<usize>(slots);
  node.capacity = capacity;
}

/** Gives the dictionary's memory back. */
export function freeDictionary(node: Node): void {
  if (node.set) heap.free(node.set);
  if (node.entriesAt) heap.free(node.entriesAt);
  let piece = node.arena;
  while (piece) {
    const before = load<u32>(piece);
    heap.free(piece);
    piece = before;
  }
  node.set = 0;
  node.capacity = 0;
  node.distinct = 0;
  node.entriesAt = 0;
  node.entryCapacity = 0;
  node.arena = 0;
}
