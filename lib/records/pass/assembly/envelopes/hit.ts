// Hits of Elasticsearch: an object around each document, with its index, type and id.
import { LineError } from '../../wasm/shared/line-error';
import { checkError, checkedEnd } from '../json/check-value';
import { valueEnd } from '../json/grammar';
import { lastRoot, readDocument } from '../json/key-sets';
import { skipBlanks } from '../json/strings';
import { undo } from '../tape/tape';
import { CLOSE_BRACE, COMMA, OPEN_BRACE } from '../text/characters';
import {
  FIELDS,
  ID,
  INDEX,
  OTHER,
  SOURCE,
  TYPE,
  beginNotes,
  isKey,
  isRead,
  memberError,
  memberValue,
  note,
  noteRead,
  noted,
  putNotes,
  readPayload,
} from './notes';

/** Has some hit had its type behind its source? Then sources wait for the end of their hit. */
let sourceWaits: bool = false;

/** Reads the hit from `p` to `end`; an object that is no hit is a document itself. */
export function readHit(p: usize, end: usize, doc: u32): i32 {
  if (load<u8>(p) != OPEN_BRACE) return readDocument(p, end, doc);
  beginNotes();
  let q = skipBlanks(p + 1),
    source: usize = 0,
    fields: usize = 0;
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
              : OTHER;
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
      noteRead();
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
