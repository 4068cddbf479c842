// What the host asks of distinct values.
import { chunkCount, logged } from '../columns/hash-log';
import { uniqueAmong } from '../columns/hash-set';
import { groupCounts, takeHashes, taken } from '../columns/take-hashes';
import { nodeAt } from '../tape/node';
import { hashText, sip, sipHigh, sipLow } from '../text/siphash';

export function hashChunkCount(): u32 {
  return chunkCount;
}

// Distinct values.
export function loggedOf(id: u32): u32 {
  return logged(nodeAt(id));
}
export function takeHashesOf(id: u32): usize {
  return takeHashes(nodeAt(id));
}
export function takenTotal(): u32 {
  return taken;
}
export function takenGroups(): usize {
  return changetype<usize>(groupCounts);
}
export function uniqueHashes(hashes: usize, count: u32): u32 {
  return uniqueAmong(hashes, count);
}
/** Hashes `length` bytes at `p`: for the test against the published vectors. */
export function hashLow(p: usize, length: u32): u64 {
  sip(p, length);
  return sipLow;
}
export function hashHigh(p: usize, length: u32): u64 {
  sip(p, length);
  return sipHigh;
}
/** The same for values of a path: for the test that short ones can be read back. */
export function textLow(p: usize, length: u32): u64 {
  hashText(p, length);
  return sipLow;
}
export function textHigh(p: usize, length: u32): u64 {
  hashText(p, length);
  return sipHigh;
}
