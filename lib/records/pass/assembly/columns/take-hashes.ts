// A path's hashes for the host: one behind the other, grouped by their top bits, so that workers can share the counting.
import { HASH_GROUPS } from '../../wasm/shared/limits';
import { Node } from '../tape/node';
import { Numbers } from '../tape/numbers';
import {
  CHUNK_BEGIN,
  CHUNK_END,
  LogPart,
  freeChunks,
  groupOf,
  hashIn,
  isChunk,
  logged,
  makeUnique,
  newParts,
  partAt,
  useLog,
} from './hash-log';
import { HASH, Hash } from './hash-set';

/** So many are handed over with their repeats. */
const FEW: u32 = 4096;

/** Hashes of each group in what was handed over last. */
export const groupCounts: Numbers = changetype<Numbers>(memory.data(HASH_GROUPS * 4, 16));
/** How many were handed over last. */
export let taken: u32 = 0;
/** Where the next hash of each group goes while they are handed over. */
const groupEnds: Numbers = changetype<Numbers>(memory.data(HASH_GROUPS * 4, 16));

/**
 * Hands over all hashes, grouped ({@link groupCounts}); the logs are empty afterwards. Where they are few, or nearly all were
 * different so far, repeats may be among them.
 */
export function takeHashes(node: Node): usize {
  if (node.mode == 0) useLog(node);
  for (let i: u32 = 0; i < node.capacity; i++) {
    const part = partAt(node, i);
    if (!part.mostlyUnique && part.count > FEW) makeUnique(part);
  }
  memory.fill(changetype<usize>(groupCounts), 0, HASH_GROUPS * 4);
  for (let i: u32 = 0; i < node.capacity; i++) countGroups(partAt(node, i));
  taken = logged(node);
  const hashes = heap.alloc(<usize>taken * HASH + 16);
  let to = hashes;
  for (let group = 0; group < HASH_GROUPS; group++) {
    groupEnds[group] = <u32>to;
    to += groupCounts[group] * HASH;
  }
  for (let i: u32 = 0; i < node.capacity; i++) {
    const part = partAt(node, i);
    placeHashes(part);
    freeChunks(part.chunk);
  }
  heap.free(node.set);
  node.set = newParts(node.capacity);
  return hashes;
}

function countGroups(part: LogPart): void {
  let chunk = part.chunk;
  let end = part.end;
  while (isChunk(chunk)) {
    for (let at = CHUNK_BEGIN; at < end; at += HASH) groupCounts[groupOf(hashIn(chunk, at).low)] += 1;
    chunk = chunk.before;
    end = CHUNK_END;
  }
}

/** Copies a part's hashes to the ends of their groups. */
function placeHashes(part: LogPart): void {
  let chunk = part.chunk;
  let end = part.end;
  while (isChunk(chunk)) {
    for (let at = CHUNK_BEGIN; at < end; at += HASH) {
      const hash = hashIn(chunk, at);
      const group = groupOf(hash.low);
      const target = changetype<Hash>(groupEnds[group]);
      target.low = hash.low;
      target.high = hash.high;
      groupEnds[group] += HASH;
    }
    chunk = chunk.before;
    end = CHUNK_END;
  }
}
