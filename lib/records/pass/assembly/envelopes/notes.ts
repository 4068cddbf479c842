// What an envelope says of its document: index, type and id, noted until the document is on the tape and then put into its row.
import { ENVELOPE_MARK } from '../../wasm/shared/limits';
import { LineError } from '../../wasm/shared/line-error';
import { ValueCode } from '../../wasm/shared/value-code';
import { checkError, checkedEnd, stringBehind, stringError } from '../json/check-value';
import { parseValue } from '../json/grammar';
import { readValue, useRoot } from '../json/key-sets';
import { rootOfName } from '../json/roots';
import { sawLone, scanString, skipBlanks, stringEnd, unescape } from '../json/strings';
import { plainMember } from '../tape/members';
import { Node, exists } from '../tape/node';
import { advanceEscapes, escapeAt, mark, newRow, put } from '../tape/tape';
import { isWord } from '../text/bytes';
import { COLON, LOWER_N, MINUS, QUOTE, isDigit } from '../text/characters';
import { numberEnd } from '../text/number';

// Names of members, and where they are noted: pointer, length and type of a value; 0 = not there.
export const INDEX: u32 = 0;
export const TYPE: u32 = 1;
export const ID: u32 = 2;
export const SOURCE: u32 = 3;
export const FIELDS: u32 = 4;
export const OTHER: u32 = 99;
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

/** A value of a member that is noted; `text` is 0 where there is none. */
@unmanaged
class Note {
  text: usize;
  length: u32;
  type: u32;
}
const notes: usize = memory.data(3 * 12);

@inline function noteAt(what: u32): Note {
  return changetype<Note>(notes + what * offsetof<Note>());
}
/** Is the document of the hit at work on the tape? */
export let isRead: bool = false;

@inline export function noted(what: u32): usize {
  return noteAt(what).text;
}
/** Nothing is noted yet. */
export function beginNotes(): void {
  memory.fill(notes, 0, 3 * offsetof<Note>());
  isRead = false;
}
/** The document is on the tape from now on. */
export function noteRead(): void {
  isRead = true;
}

/** Is this the key that was read last? */
@inline export function isKey(name: string): bool {
  return isWord(keyStart, keyLength, name);
}

export let keyStart: usize = 0;
let keyLength: u32 = 0;
export let memberError: i32 = 0;

/** Where the value of the member at `p` begins, its key noted; or 0 with `memberError`. */
export function memberValue(p: usize): usize {
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
export function note(what: u32, p: usize): usize {
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
  const noting = noteAt(what);
  noting.text = text;
  noting.length = length;
  noting.type = type;
  return end;
}

/** Puts what is noted into the row of the document that was read last. */
export function putNotes(root: Node): i32 {
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
    put(node, row, text, noteAt(what).length, noteAt(what).type);
  }
  return 0;
}

/** Reads the value at `p` under the root of the noted index and type, or of its own keys; `valueEnd` is its end. */
export function readPayload(p: usize, doc: u32): i32 {
  if (!noted(INDEX)) return readValue(p, doc);
  const root = rootOfName(noted(INDEX), noteAt(INDEX).length, noted(TYPE), noteAt(TYPE).length);
  if (!exists(root)) return LineError.TOO_MANY_PATHS;
  useRoot(root);
  if (p) return parseValue(p, doc, root, true);
  newRow(root.table, doc); // a hit without its source
  return 0;
}
