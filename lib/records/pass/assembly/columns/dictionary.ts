// Distinct values of a path while they are few: every value once, compared byte by byte.
import { fastHash, same } from '../text/bytes';
import { Node } from '../tape/node';

export const DICTIONARY_LIMIT: u32 = 8192;
/** An entry: +0 hash, +8 pointer, +12 length, +16 row group in which it occurred last, +20 its code there. */
export const ENTRY: u32 = 24;

/** Number of the value among the path's entries; made if new. */
@inline export function entryOf(node: Node, p: usize, length: u32): u32 {
  if (node.distinct * 2 >= node.capacity) grow(node);
  const hash = fastHash(p, length);
  let slot = (<u32>hash) & (node.capacity - 1),
    number: u32;
  while ((number = load<u32>(node.set + slot * 4))) {
    const entry = node.entriesAt + (number - 1) * ENTRY;
    if (load<u64>(entry) == hash && load<u32>(entry, 12) == length && same(load<u32>(entry, 8), p, length))
      return number - 1;
    slot = (slot + 1) & (node.capacity - 1);
  }
  addEntry(node, hash, p, length);
  store<u32>(node.set + slot * 4, ++node.distinct);
  return node.distinct - 1;
}

function addEntry(node: Node, hash: u64, p: usize, length: u32): void {
  if (node.distinct == node.entryCapacity) {
    node.entryCapacity = node.entryCapacity ? node.entryCapacity * 2 : 8;
    const bytes = node.entryCapacity * ENTRY;
    node.entriesAt = node.entriesAt ? heap.realloc(node.entriesAt, bytes) : heap.alloc(bytes);
  }
  if (!node.arena || node.arenaAt + length + 8 > node.arenaCapacity) {
    // a piece begins with a pointer to the one before
    node.arenaCapacity = max<u32>(min<u32>(65536, max<u32>(64, node.distinct * 16)), length + 32);
    const piece = heap.alloc(node.arenaCapacity + 16);
    store<u32>(piece, node.arena);
    node.arena = piece;
    node.arenaAt = 4;
  }
  const text = node.arena + node.arenaAt;
  memory.copy(text, p, length);
  node.arenaAt += length;
  const entry = node.entriesAt + node.distinct * ENTRY;
  store<u64>(entry, hash);
  store<u32>(entry, text, 8);
  store<u32>(entry, length, 12);
  store<u32>(entry, 0, 16);
}

function grow(node: Node): void {
  const capacity = node.capacity ? node.capacity * 2 : 16,
    set = heap.alloc(capacity * 4);
  memory.fill(set, 0, capacity * 4);
  for (let i: u32 = 0; i < node.distinct; i++) {
    let slot = (<u32>load<u64>(node.entriesAt + i * ENTRY)) & (capacity - 1);
    while (load<u32>(set + slot * 4)) slot = (slot + 1) & (capacity - 1);
    store<u32>(set + slot * 4, i + 1);
  }
  if (node.set) heap.free(node.set);
  node.set = set;
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
