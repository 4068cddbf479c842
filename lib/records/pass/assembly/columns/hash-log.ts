// Distinct values of a path once they are many: 16-byte hashes appended to logs. A path has one part, and 64 once there are many
// hashes, told apart by their top bits; each part is made unique again when it has doubled. Appending and working in cache beat
// one big hash table, and leave no half-empty memory.
import { HASH_GROUPS, HASH_GROUP_BITS, LOG_CHUNK_BYTES } from '../../wasm/shared/limits';
import { Node } from '../tape/node';
import { hashText, sipHigh, sipLow } from '../text/siphash';
import { blank } from '../text/text-traits';
import { markAddress } from './addresses';
import { dictionaryEntry, freeDictionary } from './dictionary';
import { HASH, Hash, addHash, clearHashSet } from './hash-set';

/** A path's hashes, or those of one group. */
@unmanaged
export class LogPart {
  /** Its newest chunk, and the place in it at which the next hash goes. */
  chunk: LogChunk;
  end: u32;
  /** Hashes; how many of them were unique when that was seen to last; how many there may be before it is again. */
  count: u32;
  unique: u32;
  limit: u32;
  /** Were nearly all different the last time? */
  mostlyUnique: u32;
}
const PART: u32 = 32;
const PARTS: u32 = HASH_GROUPS;
const FIRST_LIMIT: u32 = 16384;
const SPLIT_ABOVE: u32 = 32768;

/** A piece of a log: hashes from {@link CHUNK_BEGIN} to {@link CHUNK_END}. */
@unmanaged
export class LogChunk {
  before: LogChunk;
}
export const CHUNK_BEGIN: u32 = 16;
/** The allocator takes four bytes of its own. */
const CHUNK_BYTES: u32 = LOG_CHUNK_BYTES - 4;
export const CHUNK_END: u32 = CHUNK_BEGIN + ((CHUNK_BYTES - CHUNK_BEGIN) / HASH) * HASH;

/** Chunks in use: what the host's budget is about. */
export let chunkCount: u32 = 0;

@inline export function isChunk(chunk: LogChunk): bool {
  return changetype<usize>(chunk) != 0;
}
@inline export function hashIn(chunk: LogChunk, at: u32): Hash {
  return changetype<Hash>(changetype<usize>(chunk) + at);
}
@inline export function partAt(node: Node, i: u32): LogPart {
  return changetype<LogPart>(node.set + i * PART);
}
/** Number of the group to which a hash belongs. */
@inline export function groupOf(low: u64): u32 {
  return <u32>(low >> (64 - HASH_GROUP_BITS));
}
@inline function partOf(node: Node, low: u64): LogPart {
  return node.capacity == 1 ? partAt(node, 0) : partAt(node, groupOf(low));
}

export function newParts(count: u32): usize {
  const parts = heap.alloc(count * PART);
  memory.fill(parts, 0, count * PART);
  for (let i: u32 = 0; i < count; i++) {
    const part = changetype<LogPart>(parts + i * PART);
    part.end = CHUNK_END;
    part.limit = FIRST_LIMIT;
  }
  return parts;
}

/** Appends a hash to a part and returns how many it holds. */
@inline function append(part: LogPart, low: u64, high: u64): u32 {
  let end = part.end;
  let chunk = part.chunk;
  if (end == CHUNK_END) {
    const fresh = changetype<LogChunk>(heap.alloc(CHUNK_BYTES));
    chunkCount++;
    fresh.before = chunk;
    part.chunk = fresh;
    chunk = fresh;
    end = CHUNK_BEGIN;
  }
  const hash = hashIn(chunk, end);
  hash.low = low;
  hash.high = high;
  part.end = end + HASH;
  return ++part.count;
}

/** Notes a value of the path by its hash. */
@inline export function log(node: Node, low: u64, high: u64): void {
  const part = partOf(node, low);
  if (append(part, low, high) < part.limit) return;
  makeUnique(part);
  if (node.capacity == 1 && part.unique > SPLIT_ABOVE) split(node);
}

/** Drops repeated hashes in place: the writer never overtakes the reader. */
export function makeUnique(part: LogPart): void {
  const count = part.count;
  if (count == part.unique) return;
  clearHashSet(count);
  const newest = part.chunk;
  let from = newest;
  let fromEnd = part.end;
  let to = newest;
  let toEnd = CHUNK_BEGIN;
  let behindTo = changetype<LogChunk>(0);
  let kept: u32 = 0;
  while (isChunk(from)) {
    for (let at = CHUNK_BEGIN; at < fromEnd; at += HASH) {
      const hash = hashIn(from, at);
      const low = hash.low;
      const high = hash.high;
      if (!addHash(low, high)) continue;
      if (toEnd == CHUNK_END) {
        behindTo = to;
        to = to.before;
        toEnd = CHUNK_BEGIN;
      }
      const target = hashIn(to, toEnd);
      target.low = low;
      target.high = high;
      toEnd += HASH;
      kept++;
    }
    from = from.before;
    fromEnd = CHUNK_END;
  }
  freeChunks(to.before);
  // The part's newest chunk is the one with room: the last one written goes to the head of the list.
  if (isChunk(behindTo)) {
    behindTo.before = changetype<LogChunk>(0);
    to.before = newest;
    part.chunk = to;
  } else to.before = changetype<LogChunk>(0);
  part.end = toEnd;
  part.count = kept;
  part.unique = kept;
  const mostly = kept > count - count / 16;
  part.limit = max<u32>(FIRST_LIMIT, kept * (mostly ? 4 : 2));
  part.mostlyUnique = mostly;
}

export function freeChunks(newest: LogChunk): void {
  let chunk = newest;
  while (isChunk(chunk)) {
    const before = chunk.before;
    heap.free(changetype<usize>(chunk));
    chunkCount--;
    chunk = before;
  }
}

/** From one part to many. */
function split(node: Node): void {
  const old = partAt(node, 0);
  node.set = newParts(PARTS);
  node.capacity = PARTS;
  let chunk = old.chunk;
  let end = old.end;
  while (isChunk(chunk)) {
    for (let at = CHUNK_BEGIN; at < end; at += HASH) {
      const hash = hashIn(chunk, at);
      append(partOf(node, hash.low), hash.low, hash.high);
    }
    const before = chunk.before;
    heap.free(changetype<usize>(chunk));
    chunkCount--;
    chunk = before;
    end = CHUNK_END;
  }
  heap.free(changetype<usize>(old));
}

/** From dictionary to logs. Blank texts stay out: distinct counts filled values. */
export function useLog(node: Node): void {
  const count = node.distinct;
  if (node.set) heap.free(node.set);
  node.set = newParts(1);
  node.capacity = 1;
  node.mode = 1;
  for (let i: u32 = 0; i < count; i++) {
    const entry = dictionaryEntry(node, i);
    if (blank(entry.text, entry.length)) continue;
    hashText(entry.text, entry.length);
    log(node, sipLow, sipHigh);
    if (node.watched) markAddress(entry.text, entry.length);
  }
  const parts = node.set;
  const capacity = node.capacity;
  node.set = 0;
  freeDictionary(node);
  node.set = parts;
  node.capacity = capacity;
}

/** Hashes in the logs, repeated ones too; 0 for a dictionary. */
export function logged(node: Node): u32 {
  let count: u32 = 0;
  if (node.mode) for (let i: u32 = 0; i < node.capacity; i++) count += partAt(node, i).count;
  return count;
}
