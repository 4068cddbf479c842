// One line, strictly by RFC 8259, onto the tape. A line ends at its newline, which no token can cross.
import { lowBytes } from './bytes';
import { ERROR_CONTROL, ERROR_DEPTH, ERROR_ESCAPE, ERROR_PATHS, ERROR_SYNTAX, OTHER_ROOT } from './line-errors';
import { numberEnd } from './number';
import { Node, elementOf, exists, maxNodes, member, nobody, nodeAt, nodeCount } from './node';
import { CONTROL_IN_STRING, STRING_CUT, sawLone, scanString, skipBlanks, stringEnd, unescape } from './strings';
import { advanceEscapes, arrayIndex, countDuplicateKey, countLoneSurrogate, escapeAt, newRow, put } from './tape';
import { wrappedLength, wrappedText, wrappedType, wrapperEnd } from './wrappers';
import { ARRAY, BOOLEAN, LONE, NULL, NUMBER, OBJECT, STRING } from './value-types';

export const DEPTH_LIMIT: u32 = 1024;
/** Sum of the hashes of the top-level keys of the last line: the same for the same keys in any order. */
export let keySetHash: u64 = 0;
let maxDepth: u32 = 1000, stack: usize = 0, serial: u32 = 0;
let keyNode: Node = changetype<Node>(0), keyEnd: usize = 0;
/** The byte behind the value that {@link parseValue} read last. */
export let valueEnd: usize = 0;

export function initGrammar(depth: u32): void {
  maxDepth = min<u32>(depth, DEPTH_LIMIT);
  stack = heap.alloc((DEPTH_LIMIT + 2) * 16);
}

/** A number no object had before; starts again before it runs out. */
@inline export function nextSerial(): u32 { return ++serial; }

/** Must be asked between blocks: forgets all stamps when serial numbers run out. */
export function renewSerials(): void {
  if (serial < 0xe0000000) return;
  serial = 0;
  for (let i: u32 = 0; i < nodeCount; i++) nodeAt(i).stamp = 0;
}

/**
 * Reads the value at `p`, of the document `doc` of the block, under `root`. Returns 0 or why not.
 * A frame of the stack: +0 node, +4 row, +8 serial number of the object (0 for an array).
 */
export function parseValue(p: usize, doc: u32, root: Node, mayCreate: bool): i32 {
  let depth: u32 = 0, frame: usize = stack, node = root, row = newRow(root.table, doc), arrays: u32 = 0;
  let q: usize, c: u32, error: i32;
  keySetHash = 0;
  while (true) {
    c = load<u8>(p);
    if (c == 34) {
      q = scanString(p + 1);
      if (load<u8>(q) == 34) { put(node, row, p + 1, <u32>(q - p - 1), STRING); p = q + 1; }
      else {
        const length = unescape(p + 1, escapeAt);
        if (length < 0) return stringError(length);
        if (sawLone) countLoneSurrogate();
        put(node, row, escapeAt, length, sawLone ? LONE : STRING);
        advanceEscapes(length); p = stringEnd;
      }
    } else if (c == 123) {
      if (++depth > maxDepth) return ERROR_DEPTH;
      p = skipBlanks(p + 1);
      if (load<u8>(p) == 125) { put(node, row, p, 1, OBJECT); p++; depth--; }
      else if (load<u16>(p) == 0x2422 && depth > 1 && (q = wrapperEnd(p))) { put(node, row, wrappedText, wrappedLength, wrappedType); p = q; depth--; }
      else {
        put(node, row, p, 0, OBJECT);
        if (load<u8>(p) != 34) return ERROR_SYNTAX;
        p++;
        const number = nextSerial();
        frame += 16; store<u32>(frame, changetype<usize>(node)); store<u32>(frame, row, 4); store<u32>(frame, number, 8);
        let child = predicted(node.first, p);
        if (exists(child)) p += child.keyLength;
        else {
          error = lookUp(node, p, mayCreate || node != root); if (error) return error;
          child = keyNode; p = keyEnd; node.first = child;
        }
        child.stamp = number; child.repeats = 1;
        if (depth == 1) keySetHash += child.nameHash;
        p = skipBlanks(p); if (load<u8>(p) != 58) return ERROR_SYNTAX;
        p = skipBlanks(p + 1); node = child;
        continue;
      }
    } else if (c == 91) {
      if (++depth > maxDepth) return ERROR_DEPTH;
      p = skipBlanks(p + 1);
      if (load<u8>(p) == 93) { put(node, row, p, 1, ARRAY); p++; depth--; }
      else {
        put(node, row, p, 0, ARRAY);
        frame += 16; store<u32>(frame, changetype<usize>(node)); store<u32>(frame, row, 4); store<u32>(frame, 0, 8);
        if (!exists(node.element) && nodeCount >= maxNodes) return ERROR_PATHS;
        const element = elementOf(node);
        store<u32>(arrayIndex + arrays * 4, 0); arrays++;
        row = newRow(node.own, doc); node = element;
        continue;
      }
    } else if (c - 48 < 10 || c == 45) {
      q = numberEnd(p); if (!q) return ERROR_SYNTAX;
      put(node, row, p, <u32>(q - p), NUMBER); p = q;
    } else if (load<u32>(p) == 0x65757274) { put(node, row, p, 4, BOOLEAN); p += 4; }
    else if (load<u32>(p) == 0x736c6166 && load<u8>(p + 4) == 101) { put(node, row, p, 5, BOOLEAN); p += 5; }
    else if (load<u32>(p) == 0x6c6c756e) { put(node, row, p, 0, NULL); p += 4; }
    else return ERROR_SYNTAX;

    while (true) { // behind a value
      if (depth == 0) { valueEnd = p; return 0; }
      p = skipBlanks(p); c = load<u8>(p);
      const number = load<u32>(frame, 8), around = changetype<Node>(load<u32>(frame));
      if (c == 44) {
        p = skipBlanks(p + 1); row = load<u32>(frame, 4);
        if (!number) {
          const index = arrayIndex + (arrays - 1) * 4; store<u32>(index, load<u32>(index) + 1);
          row = newRow(around.own, doc); node = around.element;
          break;
        }
        if (load<u8>(p) != 34) return ERROR_SYNTAX;
        p++;
        let child = predicted(node.next, p);
        if (exists(child)) p += child.keyLength;
        else {
          error = lookUp(around, p, mayCreate || around != root); if (error) return error;
          child = keyNode; p = keyEnd; node.next = child;
        }
        if (child.stamp != number) { child.stamp = number; child.repeats = 1; if (depth == 1) keySetHash += child.nameHash; }
        else { countDuplicateKey(); child = repeated(child); if (!exists(child)) return ERROR_PATHS; }
        p = skipBlanks(p); if (load<u8>(p) != 58) return ERROR_SYNTAX;
        p = skipBlanks(p + 1); node = child;
        break;
      }
      if (c == 125) { if (!number) return ERROR_SYNTAX; }
      else if (c == 93) { if (number) return ERROR_SYNTAX; arrays--; }
      else return ERROR_SYNTAX;
      node = around; p++; depth--; frame -= 16;
    }
  }
  return 0;
}

/** {@link parseValue}, of a value that must be all there is up to `end`. */
@inline export function parseWhole(p: usize, end: usize, doc: u32, root: Node, mayCreate: bool): i32 {
  const error = parseValue(p, doc, root, mayCreate);
  return error ? error : valueEnd <= end && skipBlanks(valueEnd) >= end ? 0 : ERROR_SYNTAX;
}

/** The guessed node, if its key and closing quote stand at `p`; else nobody. */
@inline function predicted(guess: Node, p: usize): Node {
  if (!exists(guess)) return guess;
  const length = guess.keyLength, key = guess.key;
  let i: u32 = 0;
  for (; i + 8 <= length; i += 8) if (load<u64>(p + i) != load<u64>(key + i)) return nobody();
  const rest = length - i;
  if (length == 0 || (rest && lowBytes(load<u64>(p + i) ^ load<u64>(key + i), rest) != 0)) return nobody();
  return guess;
}

/** The line's error for what `unescape` met. */
function stringError(met: i32): i32 {
  return met == CONTROL_IN_STRING ? ERROR_CONTROL : met == STRING_CUT ? ERROR_SYNTAX : ERROR_ESCAPE;
}

/** Finds or makes the member whose key stands at `p`, behind its quote: `keyNode`, `keyEnd`. */
function lookUp(parent: Node, p: usize, mayCreate: bool): i32 {
  const q = scanString(p);
  if (load<u8>(q) == 34) { keyEnd = q + 1; keyNode = member(parent, p, <u32>(q - p), mayCreate); }
  else {
    const length = unescape(p, escapeAt);
    if (length < 0) return stringError(length);
    if (sawLone) countLoneSurrogate();
    keyEnd = stringEnd; keyNode = member(parent, escapeAt, length, mayCreate);
    advanceEscapes(length);
  }
  return exists(keyNode) ? 0 : mayCreate ? ERROR_PATHS : OTHER_ROOT;
}

/** The path of a key that its object has once more: the name, byte 255 (which no UTF-8 text holds) and the count. */
function repeated(first: Node): Node {
  const count = ++first.repeats;
  memory.copy(escapeAt, first.key, first.nameLength);
  let to = escapeAt + first.nameLength;
  store<u8>(to++, 255);
  let unit: u32 = 1;
  while (count / unit >= 10) unit *= 10;
  for (; unit; unit /= 10) store<u8>(to++, <u32>(48 + count / unit % 10));
  return member(first.parent, escapeAt, <u32>(to - escapeAt), true);
}
