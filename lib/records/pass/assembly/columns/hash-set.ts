// A set of 128-bit hashes, for making a list of them unique: open addressing, emptied before each use.

/** A hash, wherever it lies. All zeros stand for a free slot: no value is expected to have that hash. */
@unmanaged
export class Hash {
  low: u64;
  high: u64;
}
export const HASH: u32 = offsetof<Hash>();

let slots: usize = 0;
let capacity: u32 = 0;
let mask: u32 = 0;

/** Empties the set, for up to `hashes` of them. */
export function clearHashSet(hashes: u32): void {
  let count: u32 = 64;
  while (count < hashes * 2) count <<= 1;
  if (count > capacity) {
    if (slots) heap.free(slots);
    slots = heap.alloc(<usize>count * HASH);
    capacity = count;
  }
  mask = count - 1;
  memory.fill(slots, 0, <usize>count * HASH);
}

/** Adds a hash; false if it was there. */
@inline export function addHash(low: u64, high: u64): bool {
  let slot = (<u32>(low >> 4)) & mask;
  while (true) {
    const known = changetype<Hash>(slots + slot * HASH);
    const knownLow = known.low;
    const knownHigh = known.high;
    if (knownLow == low && knownHigh == high) return false;
    if (!(knownLow | knownHigh)) {
      known.low = low;
      known.high = high;
      return true;
    }
    slot = (slot + 1) & mask;
  }
}

/** How many of the hashes at `hashes` are different. */
export function uniqueAmong(hashes: usize, count: u32): u32 {
  clearHashSet(count);
  let different: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const hash = changetype<Hash>(hashes + i * HASH);
    if (addHash(hash.low, hash.high)) different++;
  }
  return different;
}
