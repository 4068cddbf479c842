// Top-level keys of a document, listed for the host before its columns are known.
import { member, plainMember } from '../tape/members';
import { Node, exists, newRoot } from '../tape/node';
import { Numbers, grownNumbers, newNumbers, noNumbers } from '../tape/numbers';
import { escapeAt } from '../tape/tape';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from '../text/characters';
import { nextSerial } from './serials';
import { scanString, skipBlanks, stringEnd, unescape } from './strings';

/** The keys of the set that the host is asked about: pointers to nodes. */
export let keyList: Numbers = noNumbers();
export let keyListLength: u32 = 0;
let keyListCapacity: u32 = 0;
let names: Node = changetype<Node>(0);
export let listHash: u64 = 0;
let listSerial: u32 = 0;

export function initKeyList(): void {
  names = newRoot();
  keyListCapacity = 256;
  keyList = newNumbers(keyListCapacity);
}

/** From now on the keys of the top level are values. */
export function foldTopLevel(): void {
  names.map = true;
}

/** Begins a list of top-level keys, for documents whose keys are known before they are read. */
export function beginList(): void {
  keyListLength = 0;
  listHash = 0;
  listSerial = nextSerial();
}

/** Adds a key, if it is not there yet; false if there are too many paths. */
export function listKey(p: usize, length: u32): bool {
  const node = plainMember(names, p, length, true);
  if (!exists(node)) return false;
  if (node.stamp != listSerial) {
    node.stamp = listSerial;
    listHash += node.nameHash;
    list(node);
  }
  return true;
}

/** Walks over the top level of an object, lists its keys and returns the hash of their set. Any bytes are safe. */
export function skim(p: usize): u64 {
  const number = nextSerial();
  let hash: u64 = 0;
  keyListLength = 0;
  p = skipBlanks(p + 1);
  while (load<u8>(p) == QUOTE) {
    let node: Node;
    const q = scanString(p + 1);
    if (load<u8>(q) == QUOTE) {
      node = member(names, p + 1, <u32>(q - p - 1), true);
      p = q + 1;
    } else {
      const length = unescape(p + 1, escapeAt);
      if (length < 0) return hash;
      node = member(names, escapeAt, length, true);
      p = stringEnd;
    }
    if (!exists(node)) return hash;
    if (node.stamp != number) {
      node.stamp = number;
      hash += node.nameHash;
      list(node);
    }
    p = skipBlanks(p);
    if (load<u8>(p) != COLON) return hash;
    p = skipValue(p + 1);
    if (load<u8>(p) != COMMA) return hash;
    p = skipBlanks(p + 1);
  }
  return hash;
}

function list(node: Node): void {
  if (keyListLength == keyListCapacity) {
    keyListCapacity <<= 1;
    keyList = grownNumbers(keyList, keyListCapacity);
  }
  keyList[keyListLength++] = changetype<u32>(node);
}

/** The comma or bracket behind a value, or the newline at which it breaks off. */
function skipValue(p: usize): usize {
  let depth = 0;
  while (true) {
    const c = load<u8>(p);
    if (c == NEWLINE) return p;
    if (c == QUOTE) {
      p = scanString(p + 1);
      while (load<u8>(p) == BACKSLASH && load<u8>(p + 1) >= SPACE) p = scanString(p + 2);
      if (load<u8>(p) != QUOTE) return scanEnd(p);
    } else if (c == OPEN_BRACE || c == OPEN_BRACKET) depth++;
    else if (c == CLOSE_BRACE || c == CLOSE_BRACKET) {
      if (depth-- == 0) return p;
    } else if (c == COMMA && depth == 0) return p;
    p++;
  }
}

/** A string that breaks off: go to its line's end. */
@inline function scanEnd(p: usize): usize {
  while (load<u8>(p) != NEWLINE) p++;
  return p;
}
