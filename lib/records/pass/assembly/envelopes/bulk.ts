// Bulk requests of Elasticsearch: an action, and behind all but deletions its document.
import { LineError } from '../../wasm/shared/line-error';
import { checkError, checkedEnd } from '../json/check-value';
import { valueEnd } from '../json/grammar';
import { lastRoot, readDocument } from '../json/key-sets';
import { skipBlanks } from '../json/strings';
import { CLOSE_BRACE, COMMA, LOWER_U, OPEN_BRACE } from '../text/characters';
import {
  ID,
  INDEX,
  TYPE,
  beginNotes,
  isKey,
  keyStart,
  memberError,
  memberValue,
  note,
  putNotes,
  readPayload,
} from './notes';

export let actionLines: i64 = 0;
export let deletedLines: i64 = 0;
/** Actions that bring no document, such as an update by script. */
export let skippedLines: i64 = 0;

// Actions of a bulk request.
const DELETE: u32 = 2;
const UPDATE: u32 = 3;

let action: u32 = 0;

/** Reads the action from `p` to `end`; returns 0 or its error. */
function readAction(p: usize, end: usize): i32 {
  beginNotes();
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
