// E-mail addresses of watched paths, marked in a map of bits by their hash: marks of several paths and of several workers
// laid over each other are never more than there are different addresses.
import { ADDRESS_MAP_BITS } from '../../wasm/shared/limits';
import { nodeAt } from '../tape/node';
import { AT_SIGN, SPACE, UPPER_A } from '../text/characters';
import { hashText, sipLow } from '../text/siphash';
import { dictionaryEntry } from './dictionary';

const MAP_MASK: u32 = (1 << ADDRESS_MAP_BITS) - 1;
const MAP_BYTES: usize = 1 << (ADDRESS_MAP_BITS - 3);
/** No address is longer (RFC 5321, section 4.5.3.1.3). */
const LONGEST: u32 = 254;
let map: usize = 0,
  lower: usize = 0;
/** Bits that are not yet in the map: it is larger than the caches, and many bits at a time wait for memory only once. */
const WAITING: u32 = 512;
const waiting: usize = memory.data(512 * 4, 16);
let waitingCount: u32 = 0;

/** The map, once a path is watched; 0 before. */
export function addressMap(): usize {
  return map;
}

/** From now on the addresses of this path are marked. */
export function watch(id: u32): void {
  if (!map) {
    map = heap.alloc(MAP_BYTES);
    memory.fill(map, 0, MAP_BYTES);
    lower = heap.alloc(LONGEST + 32);
  }
  nodeAt(id).watched = true;
}

/** Marks what the path has in its dictionary: those are not hashed while they are few. */
export function markDictionary(id: u32): void {
  const node = nodeAt(id);
  if (node.mode == 0)
    for (let i: u32 = 0; i < node.distinct; i++) {
      const entry = dictionaryEntry(node, i);
      hashText(entry.text, entry.length);
      markAddress(entry.text, entry.length);
    }
}

/** Where the watched path's text was hashed last: marks it if it has an @, in lower case; blanks or controls at an end leave it out. */
export function markAddress(p: usize, length: u32): void {
  if (length > LONGEST || length < 3 || load<u8>(p) <= SPACE || load<u8>(p + length - 1) <= SPACE) return;
  let at: u32 = 0,
    upper: u32 = 0;
  for (let i: u32 = 0; i < length; i += 16) {
    const v = v128.load(p + i),
      behind: u32 = length - i,
      within: u32 = behind < 16 ? (1 << behind) - 1 : 0xffff;
    at |= i8x16.bitmask(i8x16.eq(v, i8x16.splat(AT_SIGN))) & within;
    upper |= i8x16.bitmask(i8x16.lt_u(i8x16.sub(v, i8x16.splat(UPPER_A)), i8x16.splat(26))) & within;
  }
  if (!at) return;
  if (upper) lowered(p, length);
  store<u32>(waiting + waitingCount * 4, (<u32>sipLow) & MAP_MASK);
  if (++waitingCount == WAITING) setBits();
}

function setBits(): void {
  for (let i: u32 = 0; i < waitingCount; i++) {
    const bit = load<u32>(waiting + i * 4),
      to = map + (bit >> 3);
    store<u8>(to, (<u32>load<u8>(to)) | (1 << (bit & 7)));
  }
  waitingCount = 0;
}

/** Hashes the text in lower case. */
function lowered(p: usize, length: u32): void {
  for (let i: u32 = 0; i < length; i += 16) {
    const v = v128.load(p + i);
    v128.store(
      lower + i,
      v128.or(
        v,
        v128.and(i8x16.lt_u(i8x16.sub(v, i8x16.splat(UPPER_A)), i8x16.splat(26)), i8x16.splat(SPACE)),
      ),
    );
  }
  hashText(lower, length);
}

/** Takes the marks that lie at `others` over into the map; returns how many marks it has then. */
export function unite(others: usize): u32 {
  setBits();
  let count: u64 = 0;
  for (let i: usize = 0; i < MAP_BYTES; i += 8) {
    const bits = load<u64>(map + i) | load<u64>(others + i);
    store<u64>(map + i, bits);
    count += popcnt(bits);
  }
  return <u32>count;
}
