// Keys that are values and no names: they fold into one path `{*}`, with the key's text as a value of its own.
import {
  AT_SIGN,
  CASE_BIT,
  CLOSE_PARENTHESIS,
  COLON,
  DOT,
  LOWER_A,
  MINUS,
  OPEN_PARENTHESIS,
  PLUS,
  SLASH,
  SPACE,
  UNDERSCORE,
  UPPER_A,
  isDigit,
  isLetter,
} from '../text/characters';
import { sip, sipLow } from '../text/siphash';

const NAME_SLOTS: u32 = 8192;
const LONGEST_NAME: u32 = 64;
/** Shorter names count only where they are the whole key. */
const SHORTEST_BEHIND: u32 = 5;
let names: usize = 0,
  letters: usize = 0,
  starts: usize = 0,
  maps: usize = 0,
  mapCount: u32 = 0;

export function initFoldedKeys(): void {
  names = heap.alloc(NAME_SLOTS * 8);
  memory.fill(names, 0, NAME_SLOTS * 8);
  letters = heap.alloc(LONGEST_NAME + 16);
  starts = heap.alloc(LONGEST_NAME + 16);
}

@inline function slotOf(hash: u64): usize {
  let slot = (<u32>hash) & (NAME_SLOTS - 1);
  while (true) {
    const at = names + slot * 8,
      known = load<u64>(at);
    if (!known || known == hash) return at;
    slot = (slot + 1) & (NAME_SLOTS - 1);
  }
}

/** A name that is evidence of a category, in lower-case letters only: a key of that name is never folded. */
export function addName(p: usize, length: u32): void {
  sip(p, length);
  store<u64>(slotOf(sipLow), sipLow);
}

/** All keys of the objects at this path are values, as the host has found. */
export function addMap(pathHash: u64): void {
  const grown = heap.alloc((mapCount + 1) * 8);
  if (maps) {
    memory.copy(grown, maps, mapCount * 8);
    heap.free(maps);
  }
  maps = grown;
  store<u64>(maps + mapCount++ * 8, pathHash);
}

export function isMap(pathHash: u64): bool {
  for (let i: u32 = 0; i < mapCount; i++) if (load<u64>(maps + i * 8) == pathHash) return true;
  return false;
}

/** Is the key a name of a category, with or without other words before it? */
export function isName(key: usize, length: u32): bool {
  let count: u32 = 0,
    words: u32 = 0,
    before: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const c = <u32>load<u8>(key + i),
      lower = c | 32;
    if (lower - LOWER_A < 26) {
      if (count == LONGEST_NAME) return false;
      if (before - LOWER_A >= 26 && (c != lower || before - UPPER_A >= 26))
        store<u8>(starts + words++, count);
      else if (c != lower && before - LOWER_A < 26) store<u8>(starts + words++, count);
      store<u8>(letters + count++, lower);
    }
    before = c;
  }
  for (let i: u32 = 0; i < words; i++) {
    const start: u32 = load<u8>(starts + i);
    if (start && count - start < SHORTEST_BEHIND) break;
    sip(letters + start, count - start);
    if (load<u64>(slotOf(sipLow)) == sipLow) return true;
  }
  return false;
}

/** Is the key shaped like an e-mail address, a number, a date or an id? Names hold few digits. */
export function isValue(key: usize, length: u32): bool {
  if (!length) return false;
  let digits: u32 = 0,
    hex: u32 = 0,
    marks: u32 = 0,
    separators: u32 = 0,
    lowers: u32 = 0,
    uppers: u32 = 0;
  let run: u32 = 0,
    longest: u32 = 0,
    at: u32 = 0,
    dotBehind: u32 = 0,
    blanks: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const c = <u32>load<u8>(key + i);
    if (isDigit(c)) {
      digits++;
      if (++run > longest) longest = run;
      continue;
    }
    run = 0;
    if (isLetter(c)) {
      if ((c | CASE_BIT) < 103) hex++;
      if (c < LOWER_A) uppers++;
      else lowers++;
    } else if (c == MINUS || c == COLON) separators++;
    else if (c == AT_SIGN) {
      if (!at) at = i + 1;
      else blanks++;
    } else if (c == DOT) {
      if (at && i > at && i + 1 < length) dotBehind = 1;
      marks++;
    } else if (c == SPACE || c < SPACE) {
      blanks++;
      marks++;
    } else if (c == PLUS || c == SLASH || c == OPEN_PARENTHESIS || c == CLOSE_PARENTHESIS) marks++;
    else if (c != UNDERSCORE) blanks += 1 << 16; // neither in a number nor in an id
  }
  const signs = separators + marks;
  if (at > 1 && dotBehind && (blanks & 0xffff) == 0) return true;
  if (digits && digits + signs == length) return true;
  if (digits && digits + hex >= 12 && digits + hex + separators == length) return true;
  if (longest >= 7) return true;
  return length >= 20 && digits >= 4 && lowers > 0 && uppers > 0 && blanks == 0 && !at;
}
