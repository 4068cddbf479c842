// One line, strictly by RFC 8259, onto the tape. A line ends at its newline, which no token can cross.
import { LineError } from '../../wasm/shared/line-error';
import { PathRole } from '../../wasm/shared/path-role';
import { ValueCode } from '../../wasm/shared/value-code';
import { elementOf } from '../tape/members';
import { Node, exists, maxNodes, nodeCount } from '../tape/node';
import {
  advanceEscapes,
  arrayIndex,
  countDuplicateKey,
  countLoneSurrogate,
  escapeAt,
  newRow,
  put,
} from '../tape/tape';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LOWER_E,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  WORD_FALS,
  WORD_NULL,
  WORD_TRUE,
  isDigit,
} from '../text/characters';
import { numberEnd } from '../text/number';
import { initCheck, stringError } from './check-value';
import { Frame, above, below } from './frame';
import { maybeJson, openText } from './json-in-string';
import { foldedRow, keyEnd, keyNode, lookUp, predicted, repeated } from './member-keys';
import { nextSerial } from './serials';
import { sawLone, scanString, skipBlanks, stringEnd, unescape } from './strings';
import { wrappedLength, wrappedText, wrappedType, wrapperEnd } from './wrappers';

export const DEPTH_LIMIT: u32 = 1024;
/** Sum of the hashes of the top-level keys of the last line: the same for the same keys in any order. */
export let keySetHash: u64 = 0;
let maxDepth: u32 = 1000;
/** Of a document's own level; the frames above it follow. */
let stack: Frame = changetype<Frame>(0);
/** `"$`: how the first key of a wrapper begins. */
const QUOTE_DOLLAR: u16 = 0x2422;
/** The byte behind the value that {@link parseValue} read last. */
export let valueEnd: usize = 0;

export function initGrammar(depth: u32): void {
  maxDepth = min<u32>(depth, DEPTH_LIMIT);
  stack = changetype<Frame>(heap.alloc((DEPTH_LIMIT + 2) * offsetof<Frame>()));
  initCheck(maxDepth);
}

/** Reads the value at `p`, of the document `doc` of the block, under `root`. Returns 0 or why not. */
export function parseValue(p: usize, doc: u32, root: Node, mayCreate: bool): i32 {
  keySetHash = 0;
  return parseBelow(p, doc, root, newRow(root.table, doc), 0, stack, mayCreate);
}

/** The same in a row that is there, below `base` levels, the innermost of which is `frame`. */
export function parseBelow(
  p: usize,
  doc: u32,
  root: Node,
  row: u32,
  base: u32,
  frame: Frame,
  mayCreate: bool,
): i32 {
  let depth = base,
    node = root;
  let q: usize, c: u32, error: i32;
  while (true) {
    c = load<u8>(p);
    if (c == QUOTE) {
      q = scanString(p + 1);
      if (load<u8>(q) == QUOTE) {
        const text = p + 1,
          length = <u32>(q - text);
        put(node, row, text, length, ValueCode.STRING);
        p = q + 1;
        if (maybeJson(text, length)) openText(text, length, doc, node, row, depth, frame);
      } else {
        const length = unescape(p + 1, escapeAt);
        if (length < 0) return stringError(length);
        if (sawLone) countLoneSurrogate();
        const text = escapeAt;
        put(node, row, text, length, sawLone ? ValueCode.LONE_SURROGATE : ValueCode.STRING);
        advanceEscapes(length);
        p = stringEnd;
        if (maybeJson(text, length)) openText(text, length, doc, node, row, depth, frame);
      }
    } else if (c == OPEN_BRACE) {
      if (++depth > maxDepth) return LineError.TOO_DEEP;
      p = skipBlanks(p + 1);
      if (load<u8>(p) == CLOSE_BRACE) {
        put(node, row, p, 1, ValueCode.OBJECT);
        p++;
        depth--;
      } else if (load<u16>(p) == QUOTE_DOLLAR && depth > base + 1 && (q = wrapperEnd(p))) {
        put(node, row, wrappedText, wrappedLength, wrappedType);
        p = q;
        depth--;
      } else {
        put(node, row, p, 0, ValueCode.OBJECT);
        if (load<u8>(p) != QUOTE) return LineError.SYNTAX;
        p++;
        const number = nextSerial();
        frame = above(frame);
        frame.node = node;
        frame.row = row;
        frame.serial = number;
        frame.folded = 0;
        let child = predicted(node.first, p);
        if (exists(child)) p += child.keyLength;
        else {
          error = lookUp(node, p, mayCreate || node != root);
          if (error) return error;
          child = keyNode;
          p = keyEnd;
          node.first = child;
        }
        child.stamp = number;
        child.repeats = 1;
        if (depth == 1) keySetHash += child.nameHash;
        p = skipBlanks(p);
        if (load<u8>(p) != COLON) return LineError.SYNTAX;
        p = skipBlanks(p + 1);
        node = child;
        if (child.role == PathRole.FOLDED) row = foldedRow(child, frame, doc);
        continue;
      }
    } else if (c == OPEN_BRACKET) {
      if (++depth > maxDepth) return LineError.TOO_DEEP;
      p = skipBlanks(p + 1);
      if (load<u8>(p) == CLOSE_BRACKET) {
        put(node, row, p, 1, ValueCode.ARRAY);
        p++;
        depth--;
      } else {
        put(node, row, p, 0, ValueCode.ARRAY);
        frame = above(frame);
        frame.node = node;
        frame.row = row;
        frame.serial = 0;
        if (!exists(node.element) && nodeCount >= maxNodes) return LineError.TOO_MANY_PATHS;
        const element = elementOf(node);
        arrayIndex[node.own.depth - 1] = 0;
        row = newRow(node.own, doc);
        node = element;
        continue;
      }
    } else if (isDigit(c) || c == MINUS) {
      q = numberEnd(p);
      if (!q) return LineError.SYNTAX;
      put(node, row, p, <u32>(q - p), ValueCode.NUMBER);
      p = q;
    } else if (load<u32>(p) == WORD_TRUE) {
      put(node, row, p, 4, ValueCode.BOOLEAN);
      p += 4;
    } else if (load<u32>(p) == WORD_FALS && load<u8>(p + 4) == LOWER_E) {
      put(node, row, p, 5, ValueCode.BOOLEAN);
      p += 5;
    } else if (load<u32>(p) == WORD_NULL) {
      put(node, row, p, 0, ValueCode.NULL);
      p += 4;
    } else return LineError.SYNTAX;

    while (true) {
      // behind a value
      if (depth == base) {
        valueEnd = p;
        return 0;
      }
      p = skipBlanks(p);
      c = load<u8>(p);
      const number = frame.serial;
      const around = frame.node;
      if (c == COMMA) {
        p = skipBlanks(p + 1);
        row = frame.row;
        if (!number) {
          arrayIndex[around.own.depth - 1] += 1;
          row = newRow(around.own, doc);
          node = around.element;
          break;
        }
        if (load<u8>(p) != QUOTE) return LineError.SYNTAX;
        p++;
        let child = predicted(node.next, p);
        if (exists(child)) p += child.keyLength;
        else {
          error = lookUp(around, p, mayCreate || around != root);
          if (error) return error;
          child = keyNode;
          p = keyEnd;
          node.next = child;
        }
        if (child.stamp != number) {
          child.stamp = number;
          child.repeats = 1;
          if (depth == 1) keySetHash += child.nameHash;
        } else if (child.role != PathRole.FOLDED) {
          countDuplicateKey();
          child = repeated(child);
          if (!exists(child)) return LineError.TOO_MANY_PATHS;
        }
        p = skipBlanks(p);
        if (load<u8>(p) != COLON) return LineError.SYNTAX;
        p = skipBlanks(p + 1);
        node = child;
        if (child.role == PathRole.FOLDED) row = foldedRow(child, frame, doc);
        break;
      }
      if (c == CLOSE_BRACE) {
        if (!number) return LineError.SYNTAX;
      } else if (c == CLOSE_BRACKET) {
        if (number) return LineError.SYNTAX;
      } else return LineError.SYNTAX;
      node = around;
      p++;
      depth--;
      frame = below(frame);
    }
  }
  return 0;
}

/** Opens a cell of the document's own row, below its top level, if it is JSON. */
export function openCell(p: usize, length: u32, doc: u32, node: Node, row: u32): void {
  if (maybeJson(p, length)) openText(p, length, doc, node, row, 1, above(stack));
}

/** {@link parseValue}, of a value that must be all there is up to `end` (0: anything may follow). */
@inline export function parseWhole(p: usize, end: usize, doc: u32, root: Node, mayCreate: bool): i32 {
  const error = parseValue(p, doc, root, mayCreate);
  return error || !end ? error : valueEnd <= end && skipBlanks(valueEnd) >= end ? 0 : LineError.SYNTAX;
}
