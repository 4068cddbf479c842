// What Elasticsearch wraps around a document: a hit with its `_source`, an action line before it. The document is read as if it
// stood alone, under the root of its index and type; index, type and id become members of it that no key of a document can be.
import { ENVELOPE_MARK } from '../../wasm/shared/limits';
import { isWord } from '../text/bytes';
import { LineError } from '../../wasm/shared/line-error';
import { ValueCode } from '../../wasm/shared/value-code';
import {
  CLOSE_BRACE,
  COLON,
  COMMA,
  DIGIT_0,
  LOWER_N,
  LOWER_U,
  MINUS,
  OPEN_BRACE,
  QUOTE,
  isDigit,
} from '../text/characters';
import { checkError, checkedEnd, stringBehind, stringError } from '../json/check-value';
import { parseValue, valueEnd } from '../json/grammar';
import { lastRoot, readDocument, readValue, rootOfName, useRoot } from '../json/key-sets';
import { Node, exists, plainMember } from '../tape/node';
import { numberEnd } from '../text/number';
import { sawLone, scanString, skipBlanks, stringEnd, unescape } from '../json/strings';
import { advanceEscapes, escapeAt, mark, newRow, put, undo } from '../tape/tape';

// Names of members, and where they are noted: pointer, length and type of a value; 0 = not there.
const INDEX: u32 = 0;
const TYPE: u32 = 1;
const ID: u32 = 2;
const SOURCE: u32 = 3;
const FIELDS: u32 = 4;
const MARK: u8 = <u8>ENVELOPE_MARK;
/** Keys of what is noted, behind a byte that no UTF-8 text holds. */
const KEYS: usize = memory.data<u8>([
  MARK,
  105,
  110,
  100,
  101,
  120,
  MARK,
  116,
  121,
  112,
  101,
  MARK,
  105,
  100,
]); // index type id

const NOTE: u32 = 12;
const notes: usize = memory.data(3 * 12);
/** Has some hit had its type behind its source? Then sources wait for the end of their hit. */
let sourceWaits: bool = false;
/** Is the document of the hit at work on the tape? */
let isRead: bool = false;

export let actionLines: i64 = 0;
export let deletedLines: i64 = 0;
/** Actions that bring no document, such as an update by script. */
export let skippedLines: i64 = 0;

@inline function noted(what: u32): usize {
  return load<u32>(notes + what * NOTE);
}
/** Is this the key that was read last? */
@inline function isKey(name: string): bool {
  return isWord(keyStart, keyLength, name);
}

let keyStart: usize = 0,
  keyLength: u32 = 0,
  memberError: i32 = 0;

/** Where the value of the member at `p` begins, its key noted; or 0 with `memberError`. */
function memberValue(p: usize): usize {
  memberError = LineError.SYNTAX;
  if (load<u8>(p) != QUOTE) return 0;
  const q = stringBehind(p);
  if (!q) {
    memberError = checkError;
    return 0;
  }
  keyStart = p + 1;
  keyLength = <u32>(q - p - 2);
  p = skipBlanks(q);
  return load<u8>(p) == COLON ? skipBlanks(p + 1) : 0;
}

/** Notes the scalar at `p`; returns its end or 0. Anything else than a scalar is passed over. */
function note(what: u32, p: usize): usize {
  let type = ValueCode.STRING,
    text = p + 1,
    length: u32 = 0,
    end: usize;
  const c: u32 = load<u8>(p);
  if (c == QUOTE) {
    const q = scanString(text);
    if (load<u8>(q) == QUOTE) {
      length = <u32>(q - text);
      end = q + 1;
    } else {
      const count = unescape(text, escapeAt);
      if (count < 0) {
        memberError = stringError(count);
        return 0;
      }
      if (sawLone) type = ValueCode.LONE_SURROGATE;
      text = escapeAt;
      length = count;
      end = stringEnd;
      advanceEscapes(count);
      if (!isRead) mark(); // reading under another root must not take it back
    }
  } else {
    end = checkedEnd(p);
    if (!end) {
      memberError = checkError;
      return 0;
    }
    if (c == LOWER_N) {
      type = ValueCode.NULL;
      text = p;
    } else if (c == MINUS || isDigit(c)) {
      type = ValueCode.NUMBER;
      text = p;
      length = <u32>(numberEnd(p) - p);
    } else return end;
  }
  if (noted(what)) return end; // a repeated key: the first counts
  store<u32>(notes + what * NOTE, text);
  store<u32>(notes + what * NOTE, length, 4);
  store<u32>(notes + what * NOTE, type, 8);
  return end;
}

/** Puts what is noted into the row of the document that was read last. */
function putNotes(root: Node): i32 {
  const row = root.table.rows - 1;
  for (let what: u32 = 0; what < 3; what++) {
    const text = noted(what);
    if (!text) continue;
    const node =
      what == INDEX
        ? plainMember(root, KEYS, 6, true)
        : what == TYPE
          ? plainMember(root, KEYS + 6, 5, true)
          : plainMember(root, KEYS + 11, 3, true);
    if (!exists(node)) return LineError.TOO_MANY_PATHS;
    put(node, row, text, load<u32>(notes + what * NOTE, 4), load<u32>(notes + what * NOTE, 8));
  }
  return 0;
}

/** Reads the value at `p` under the root of the noted index and type, or of its own keys; `valueEnd` is its end. */
function readPayload(p: usize, doc: u32): i32 {
  if (!noted(INDEX)) return readValue(p, doc);
  const root = rootOfName(
    noted(INDEX),
    load<u32>(notes + INDEX * NOTE, 4),
    noted(TYPE),
    load<u32>(notes + TYPE * NOTE, 4),
  );
  if (!exists(root)) return LineError.TOO_MANY_PATHS;
  useRoot(root);
  if (p) return parseValue(p, doc, root, true);
  newRow(root.table, doc); // a hit without its source
  return 0;
}

/** Reads the hit from `p` to `end`; an object that is no hit is a document itself. */
export function readHit(p: usize, end: usize, doc: u32): i32 {
  if (load<u8>(p) != OPEN_BRACE) return readDocument(p, end, doc);
  memory.fill(notes, 0, 3 * NOTE);
  let q = skipBlanks(p + 1),
    source: usize = 0,
    fields: usize = 0;
  isRead = false;
  if (load<u8>(q) == CLOSE_BRACE) return readDocument(p, end, doc);
  while (true) {
    q = memberValue(q);
    if (!q) return memberError;
    const what = isKey('_index')
      ? INDEX
      : isKey('_type')
        ? TYPE
        : isKey('_id')
          ? ID
          : isKey('_source')
            ? SOURCE
            : isKey('fields')
              ? FIELDS
              : 99;
    if (what == TYPE && isRead) {
      // it was read under another root
      sourceWaits = true;
      undo();
      return readHit(p, end, doc);
    }
    if (what <= ID) {
      q = note(what, q);
      if (!q) return memberError;
    } else if (what == SOURCE && !source && noted(INDEX) && !sourceWaits && load<u8>(q) == OPEN_BRACE) {
      source = q;
      isRead = true;
      const error = readPayload(q, doc);
      if (error) return error;
      q = valueEnd;
    } else {
      if (what == SOURCE && !source && load<u8>(q) == OPEN_BRACE) source = q;
      if (what == FIELDS && load<u8>(q) == OPEN_BRACE) fields = q;
      q = checkedEnd(q);
      if (!q) return checkError;
    }
    q = skipBlanks(q);
    const c = load<u8>(q);
    if (c == CLOSE_BRACE) break;
    if (c != COMMA) return LineError.SYNTAX;
    q = skipBlanks(q + 1);
  }
  q++;
  if (q > end || skipBlanks(q) < end) return LineError.SYNTAX;
  if (!source && !(noted(INDEX) && noted(ID))) return readDocument(p, end, doc);
  if (!isRead) {
    const error = readPayload(source ? source : fields, doc);
    if (error) return error;
  }
  return putNotes(lastRoot);
}

// Actions of a bulk request.
const DELETE: u32 = 2;
const UPDATE: u32 = 3;

let action: u32 = 0;

/** Reads the action from `p` to `end`; returns 0 or its error. */
function readAction(p: usize, end: usize): i32 {
  isRead = false;
  memory.fill(notes, 0, 3 * NOTE);
  if (load<u8>(p) != OPEN_BRACE) return LineError.SYNTAX;
  p = memberValue(skipBlanks(p + 1));
  if (!p) return memberError;
  const first = load<u8>(keyStart);
  action = first == 100 ? DELETE : first == LOWER_U ? UPDATE : 1;
  if (load<u8>(p) != OPEN_BRACE) return LineError.SYNTAX;
  p = skipBlanks(p + 1);
  if (load<u8>(p) != CLOSE_BRACE)
    while (true) {
      p = memberValue(p);
      if (!p) return memberError;
      const what = isKey('_index') ? INDEX : isKey('_type') ? TYPE : isKey('_id') ? ID : 99;
      if (what == 99) {
        p = checkedEnd(p);
        if (!p) return checkError;
      } else {
        p = note(what, p);
        if (!p) return memberError;
      }
      p = skipBlanks(p);
      if (load<u8>(p) == CLOSE_BRACE) break;
      if (load<u8>(p) != COMMA) return LineError.SYNTAX;
      p = skipBlanks(p + 1);
    }
  p = skipBlanks(p + 1);
  if (load<u8>(p) != CLOSE_BRACE) return LineError.SYNTAX;
  p++;
  return p <= end && skipBlanks(p) >= end ? 0 : LineError.SYNTAX;
}

/** What {@link readPair} answers for an action that brings no document. */
export const NO_DOCUMENT: i32 = -1;
/** Was the action of the last pair refused, and why? */
export let actionError: i32 = 0;

/**
 * Reads an action line (`actionEnd` = 0: it is not UTF-8) and the document of the line behind it. `p` = 0: there is none, or, with
 * an `end`, it was skipped; `p` = 1: it is not UTF-8.
 */
export function readPair(actionAt: usize, actionEnd: usize, p: usize, end: usize, doc: u32): i32 {
  actionError = 0;
  if (actionAt == actionEnd) return p == 1 ? LineError.NOT_UTF8 : readDocument(p, end, doc); // a document without an action
  actionError = actionEnd ? readAction(actionAt, actionEnd) : LineError.NOT_UTF8;
  if (actionError) return !p ? NO_DOCUMENT : p == 1 ? LineError.NOT_UTF8 : readDocument(p, end, doc);
  if (action == DELETE) {
    deletedLines++;
    return NO_DOCUMENT;
  }
  if (!p && !end) {
    actionError = LineError.SYNTAX;
    return NO_DOCUMENT;
  } // its document is missing
  actionLines++;
  if (!p) return NO_DOCUMENT; // too long: the host has skipped it
  if (p == 1) return LineError.NOT_UTF8;
  const error = action == UPDATE ? readUpdate(p, end, doc) : readPayload(p, doc);
  if (error) return error;
  if (action != UPDATE && (valueEnd > end || skipBlanks(valueEnd) < end)) return LineError.SYNTAX;
  return putNotes(lastRoot);
}

/** An update's document: its `doc`, else its `upsert`. */
function readUpdate(p: usize, end: usize, doc: u32): i32 {
  let part: usize = 0,
    upsert: usize = 0;
  if (load<u8>(p) != OPEN_BRACE) return LineError.SYNTAX;
  p = skipBlanks(p + 1);
  if (load<u8>(p) != CLOSE_BRACE)
    while (true) {
      p = memberValue(p);
      if (!p) return memberError;
      if (isKey('doc') && load<u8>(p) == OPEN_BRACE) part = p;
      if (isKey('upsert') && load<u8>(p) == OPEN_BRACE) upsert = p;
      p = checkedEnd(p);
      if (!p) return checkError;
      p = skipBlanks(p);
      if (load<u8>(p) == CLOSE_BRACE) break;
      if (load<u8>(p) != COMMA) return LineError.SYNTAX;
      p = skipBlanks(p + 1);
    }
  p++;
  if (p > end || skipBlanks(p) < end) return LineError.SYNTAX;
  if (!part) part = upsert;
  if (!part) {
    skippedLines++;
    return NO_DOCUMENT;
  }
  return readPayload(part, doc);
}
