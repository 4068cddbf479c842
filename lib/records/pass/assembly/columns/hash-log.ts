// Distinct values of a path once they are many: 16-byte hashes appended to logs (1 part, 64 once there are many), each part
// made unique again when it has doubled. Appending and working in cache beat one big hash table, and leave no half-empty memory.
import { markAddress } from './addresses';
import { blank } from '../text/text-traits';
import { ENTRY, freeDictionary } from './dictionary';
import { Node } from '../tape/node';
import { hashText, sipHigh, sipLow } from '../text/siphash';

// A part: +0 its newest chunk, +4 place in it, +8 hashes, +12 of them unique, +16 how many before it is made unique again,
// +20 whether nearly all were different the last time.
const PART: u32 = 32;
const PARTS: u32 = 64;
const FIRST_LIMIT: u32 = 16384;
/** So many are handed over with their repeats. */
const FEW: u32 = 4096;
const SPLIT_ABOVE: u32 = 32768;
// A chunk: +0 the chunk before, hashes from +16 on.
const CHUNK_BYTES: u32 = 4092;
const CHUNK_END: u32 = 16 + 254 * 16;

/** Chunks in use, of 4 KB: what the host's budget is about. */
export let chunkCount: u32 = 0;
let table: usize = 0,
  tableSlots: u32 = 0,
  tableMask: u32 = 0;

function clearTable(hashes: u32): void {
  let slots: u32 = 64;
  while (slots < hashes * 2) slots <<= 1;
  if (slots > tableSlots) {
    if (table) heap.free(table);
    table = heap.alloc(<usize>slots * 16);
    tableSlots = slots;
  }
  tableMask = slots - 1;
  memory.fill(table, 0, <usize>slots * 16);
}

/** Adds a hash to the table; false if it was there. */
@inline function addToTable(low: u64, high: u64): bool {
  let slot = (<u32>(low >> 4)) & tableMask;
  while (true) {
    const at = table + slot * 16,
      a = load<u64>(at),
      b = load<u64>(at, 8);
    if (a == low && b == high) return false;
    if (!(a | b)) {
      store<u64>(at, low);
      store<u64>(at, high, 8);
      return true;
    }
    slot = (slot + 1) & tableMask;
  }
}

function newParts(count: u32): usize {
  const parts = heap.alloc(count * PART);
  memory.fill(parts, 0, count * PART);
  for (let i: u32 = 0; i < count; i++) {
    store<u32>(parts + i * PART, CHUNK_END, 4);
    store<u32>(parts + i * PART, FIRST_LIMIT, 16);
  }
  return parts;
}

@inline function partOf(node: Node, low: u64): usize {
  return node.capacity == 1 ? node.set : node.set + <u32>(low >> 58) * PART;
}

/** Appends a hash to a part and returns how many it holds. */
@inline function append(part: usize, low: u64, high: u64): u32 {
  let at = load<u32>(part, 4),
    chunk = load<u32>(part);
  if (at == CHUNK_END) {
    const fresh = heap.alloc(CHUNK_BYTES);
    chunkCount++;
    store<u32>(fresh, chunk);
    store<u32>(part, fresh);
    chunk = <u32>fresh;
    at = 16;
  }
  store<u64>(chunk + at, low);
  store<u64>(chunk + at, high, 8);
  store<u32>(part, at + 16, 4);
  const count = load<u32>(part, 8) + 1;
  store<u32>(part, count, 8);
  return count;
}

@inline export function log(node: Node, low: u64, high: u64): void {
  const part = partOf(node, low);
  if (append(part, low, high) < load<u32>(part, 16)) return;
  unique(part);
  if (node.capacity == 1 && load<u32>(part, 12) > SPLIT_ABOVE) split(node);
}

/** Drops repeated hashes in place: the writer never overtakes the reader. */
function unique(part: usize): void {
  const count = load<u32>(part, 8);
  if (count == load<u32>(part, 12)) return;
  clearTable(count);
  const newest = load<u32>(part);
  let from = newest,
    fromEnd = load<u32>(part, 4),
    to = newest,
    toAt: u32 = 16,
    before: u32 = 0,
    kept: u32 = 0;
  while (from) {
    for (let at: u32 = 16; at < fromEnd; at += 16) {
      const low = load<u64>(from + at),
        high = load<u64>(from + at, 8);
      if (!addToTable(low, high)) continue;
      if (toAt == CHUNK_END) {
        before = to;
        to = load<u32>(to);
        toAt = 16;
      }
      store<u64>(to + toAt, low);
      store<u64>(to + toAt, high, 8);
      toAt += 16;
      kept++;
    }
    from = load<u32>(from);
    fromEnd = CHUNK_END;
  }
  freeChunks(load<u32>(to));
  // the part's newest chunk is the one with room: the last one written goes to the head of the list
  if (before) {
    store<u32>(before, 0);
    store<u32>(to, newest);
    store<u32>(part, to);
  } else store<u32>(to, 0);
  store<u32>(part, toAt, 4);
  store<u32>(part, kept, 8);
  store<u32>(part, kept, 12);
  const mostly = kept > count - count / 16;
  store<u32>(part, max<u32>(FIRST_LIMIT, kept * (mostly ? 4 : 2)), 16);
  store<u32>(part, mostly, 20);
}

function freeChunks(chunk: u32): void {
  while (chunk) {
    const before = load<u32>(chunk);
    heap.free(chunk);
    chunkCount--;
    chunk = before;
  }
}

function split(node: Node): void {
  const old = node.set;
  node.set = newParts(PARTS);
  node.capacity = PARTS;
  let chunk = load<u32>(old),
    end = load<u32>(old, 4);
  while (chunk) {
    for (let at: u32 = 16; at < end; at += 16) {
      const low = load<u64>(chunk + at);
      append(partOf(node, low), low, load<u64>(chunk + at, 8));
    }
    const before = load<u32>(chunk);
    heap.free(chunk);
    chunkCount--;
    chunk = before;
    end = CHUNK_END;
  }
  heap.free(old);
}

/** From dictionary to logs. Blank texts stay out: distinct counts filled values. */
export function useLog(node: Node): void {
  const count = node.distinct,
    entries = node.entriesAt;
  if (node.set) heap.free(node.set);
  node.set = newParts(1);
  node.capacity = 1;
  node.mode = 1;
  for (let i: u32 = 0; i < count; i++) {
    const p = load<u32>(entries + i * ENTRY, 8),
      length = load<u32>(entries + i * ENTRY, 12);
    if (blank(p, length)) continue;
    hashText(p, length);
    log(node, sipLow, sipHigh);
    if (node.watched) markAddress(p, length);
  }
  const parts = node.set,
    capacity = node.capacity;
  node.set = 0;
  freeDictionary(node);
  node.set = parts;
  node.capacity = capacity;
}

/** Hashes in the logs, repeated ones too; 0 for a dictionary. */
export function logged(node: Node): u32 {
  let count: u32 = 0;
  if (node.mode) for (let i: u32 = 0; i < node.capacity; i++) count += load<u32>(node.set + i * PART, 8);
  return count;
}

/** Hashes of each of the 64 groups in what was handed over last. */
export const groupCounts: usize = memory.data(256, 16);
/** How many were handed over last. */
export let taken: u32 = 0;
/** Where the next hash of each group goes while they are handed over. */
const groupEnds: usize = memory.data(256, 16);

/**
 * Hands over all hashes, one behind the other, grouped by their top 6 bits ({@link groupCounts}); the logs are empty
 * afterwards. Where they are few, or nearly all were different so far, repeats may be among them.
 */
export function takeHashes(node: Node): usize {
  if (node.mode == 0) useLog(node);
  for (let i: u32 = 0; i < node.capacity; i++) {
    const part = node.set + i * PART;
    if (!load<u32>(part, 20) && load<u32>(part, 8) > FEW) unique(part);
  }
  memory.fill(groupCounts, 0, PARTS * 4);
  for (let i: u32 = 0; i < node.capacity; i++) countGroups(node.set + i * PART);
  taken = logged(node);
  const hashes = heap.alloc(<usize>taken * 16 + 16);
  let to = hashes;
  for (let group: u32 = 0; group < PARTS; group++) {
    store<u32>(groupEnds + group * 4, <u32>to);
    to += load<u32>(groupCounts + group * 4) * 16;
  }
  for (let i: u32 = 0; i < node.capacity; i++) {
    placeHashes(node.set + i * PART);
    freeChunks(load<u32>(node.set + i * PART));
  }
  heap.free(node.set);
  node.set = newParts(node.capacity);
  return hashes;
}

function countGroups(part: usize): void {
  let chunk = load<u32>(part),
    end = load<u32>(part, 4);
  while (chunk) {
    for (let at: u32 = 16; at < end; at += 16) {
      const count = groupCounts + <u32>(load<u64>(chunk + at) >> 58) * 4;
      store<u32>(count, load<u32>(count) + 1);
    }
    chunk = load<u32>(chunk);
    end = CHUNK_END;
  }
}

/** Copies a part's hashes to the ends of their groups. */
function placeHashes(part: usize): void {
  let chunk = load<u32>(part),
    end = load<u32>(part, 4);
  while (chunk) {
    for (let at: u32 = 16; at < end; at += 16) {
      const low = load<u64>(chunk + at),
        groupEnd = groupEnds + <u32>(low >> 58) * 4,
        to = load<u32>(groupEnd);
      store<u64>(to, low);
      store<u64>(to, load<u64>(chunk + at, 8), 8);
      store<u32>(groupEnd, to + 16);
    }
    chunk = load<u32>(chunk);
    end = CHUNK_END;
  }
}

/** How many of the hashes at `hashes` are different. */
export function uniqueAmong(hashes: usize, count: u32): u32 {
  clearTable(count);
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++)
    if (addToTable(load<u64>(hashes + i * 16), load<u64>(hashes + i * 16, 8))) kept++;
  return kept;
}
