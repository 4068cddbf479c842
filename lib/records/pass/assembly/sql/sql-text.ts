// The rows of an SQL dump as cells: tuples behind VALUES and lines behind COPY, unescaped, one cell behind the other with a newline
// between them. Whatever surrounds rows is the host's. A row that cannot be read stands in the list by its place and error.
import { MOST_ROW_CELLS, NO_TABLE } from '../../wasm/shared/limits';
import { Row } from '../../wasm/shared/records';
import { RowStop } from '../../wasm/shared/row-stop';
import { LineError } from '../../wasm/shared/line-error';
import { ValueCode } from '../../wasm/shared/value-code';
import {
  APOSTROPHE,
  ASTERISK,
  AT_SIGN,
  BACKSLASH,
  BACKTICK,
  BAR,
  CASE_BIT,
  CASE_BITS_2,
  CASE_BITS_4,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  DIGIT_0,
  DOLLAR,
  DOT,
  LOWER_A,
  LOWER_B,
  LOWER_E,
  LOWER_F,
  LOWER_N,
  LOWER_R,
  LOWER_T,
  LOWER_U,
  LOWER_X,
  MINUS,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PLUS,
  QUOTE,
  RETURN,
  SEMICOLON,
  SLASH,
  SPACE,
  TAB,
  UNDERSCORE,
  UPPER_U,
  UPPER_Z,
  WORD_FALS,
  WORD_NULL,
  WORD_TRUE,
  isDigit,
  isLetter,
} from '../text/characters';
import { lowBytes } from '../text/bytes';
import { numberEnd } from '../text/number';
import { Numbers, newNumbers, noNumbers } from '../tape/numbers';
import { packed } from '../tape/tape';
import { isUtf8 } from '../text/utf8';

// What a backslash in quotes is.
const PLAIN: u32 = 0;
const MYSQL: u32 = 1;
const POSTGRES: u32 = 2;

/** The text at hand; the host reads into it. Behind it are zeros while it is read. */
export let text: usize = 0;
/** Where reading stopped. */
export let stopped: u32 = 0;
/** The cells, and the byte behind them. */
export let cells: usize = 0,
  cellsEnd: usize = 0;
/** Numbers of 32 bits: for each row six (line and byte behind those of the first row, length, table, error, number of cells), then for each of its cells length and type. */
export let list: Numbers = noNumbers(),
  listLength: u32 = 0,
  rows: u32 = 0;
/** Line breaks before the first row in the list, and its byte. */
export let firstLine: u32 = 0,
  firstByte: f64 = 0;
/** Values that are neither literals nor null: kept as they are written. */
export let expressions: u32 = 0;
/** Cells of the row that was read last. */
export let cellCount: u32 = 0;

const MOST_NUMBERS: u32 = 1 << 20;
const PADDING: u32 = 64;
let end: usize = 0,
  isLast: bool = false,
  base: f64 = 0,
  counted: u32 = 0,
  lines: u32 = 0;
let longest: u32 = 0,
  enough: u32 = 0,
  escapes: u32 = PLAIN;
/** Has a tuple come, and no comma yet? */
let isBehind: bool = false;
/** The text from INSERT up to the tuple, which dumps repeat for each row. */
let head: usize = 0,
  headLength: u32 = 0,
  headCapacity: u32 = 0;
/** The cell at work: where it begins among the cells, and its type; is its row beyond reading? */
let cell: usize = 0,
  type: u32 = ValueCode.STRING,
  isBad: bool = false;

export function initSql(capacity: u32, longestRow: u32, blockBytes: u32): usize {
  longest = longestRow;
  enough = blockBytes;
  text = heap.alloc(<usize>capacity + PADDING * 2);
  cells = heap.alloc(<usize>capacity * 2 + blockBytes + PADDING * 2);
  list = newNumbers(MOST_NUMBERS + MOST_ROW_CELLS + PADDING);
  return text;
}

export function beginSql(): void {
  base = 0;
  counted = 0;
  lines = 0;
  expressions = 0;
  headLength = 0;
  escapes = PLAIN;
  clearRows();
}

/** Says what a backslash in quotes is: 0 itself, 1 an escape as MySQL has it. */
export function setEscapes(kind: u32): void {
  escapes = kind;
}
/** The list and its cells were taken. */
export function clearRows(): void {
  cellsEnd = cells;
  listLength = 0;
  rows = 0;
}
/** The first `count` bytes of the text are gone. */
export function forgetText(count: u32): void {
  linesTo(count);
  counted -= count;
  base += count;
}
/** Line breaks of the part before this byte of the text. */
export function linesTo(at: u32): u32 {
  if (at > counted) {
    lines += newlines(text + counted, text + at);
    counted = at;
  }
  return lines;
}

/** Begins the rows of a statement that began at `from` and whose first tuple begins at `to`. */
export function beginTuples(from: u32, to: u32): void {
  isBehind = false;
  headLength = to - from;
  if (headLength > headCapacity) {
    if (head) heap.free(head);
    headCapacity = headLength * 2;
    head = heap.alloc(headCapacity + 16);
  }
  memory.copy(head, text + from, headLength);
}

/** Says that a row was passed over: a comma or the end of the statement is next. */
export function resumeTuples(): void {
  isBehind = true;
}

function newlines(p: usize, stop: usize): u32 {
  const newline = i8x16.splat(NEWLINE);
  let count: u32 = 0;
  for (; p + 16 <= stop; p += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), newline)));
  for (; p < stop; p++) if (load<u8>(p) == NEWLINE) count++;
  return count;
}

@inline function open(have: u32, last: bool): void {
  end = text + have;
  isLast = last;
  memory.fill(end, 0, PADDING);
}
@inline function stop(p: usize, why: u32): u32 {
  stopped = <u32>(p - text);
  return why;
}
@inline function isFull(): bool {
  return cellsEnd - cells >= enough || listLength >= MOST_NUMBERS - Row.FIELDS;
}

/** Puts the row from `p` to `q` into the list; its cells are there already. */
function noteRow(p: usize, q: usize, table: u32, error: i32): void {
  const at = <u32>(p - text),
    line = linesTo(at);
  if (!rows++) {
    firstLine = line;
    firstByte = base + at;
  }
  const stored = error ? 0 : cellCount;
  const row = list.behind(listLength);
  row[Row.line] = line - firstLine;
  row[Row.byte] = <u32>(base + at - firstByte);
  row[Row.length] = <u32>(q - p);
  row[Row.table] = table;
  row[Row.error] = error;
  row[Row.cells] = stored;
  listLength += Row.FIELDS + stored;
}

/** Puts a row that the host found beyond reading into the list. */
export function noteBadRow(from: u32, to: u32, error: i32): void {
  noteRow(text + from, text + to, 0, error);
}
/** The same of a row whose beginning is no longer at hand. */
export function noteLongRow(byte: f64, line: u32, length: u32, error: i32): void {
  if (!rows++) {
    firstLine = line;
    firstByte = byte;
  }
  const row = list.behind(listLength);
  row[Row.line] = line - firstLine;
  row[Row.byte] = <u32>(byte - firstByte);
  row[Row.length] = length;
  row[Row.table] = 0;
  row[Row.error] = error;
  row[Row.cells] = 0;
  listLength += Row.FIELDS;
}

@inline function beginCell(): void {
  cell = cellsEnd;
  type = ValueCode.STRING;
}

/** Ends the cell at work. Those beyond the table's width are only counted. */
@inline function endCell(width: u32): void {
  if (cellCount < width) {
    list[listLength + Row.FIELDS + cellCount] = packed(<u32>(cellsEnd - cell), type);
    store<u8>(cellsEnd++, NEWLINE);
  } else cellsEnd = cell;
  cellCount++;
}

/** Ends the row from `p` to `q`; says whether it was read. */
function endRow(p: usize, q: usize, before: usize, table: u32, columns: u32): bool {
  let error: i32 = 0;
  if (table == <u32>NO_TABLE || !cellCount) error = LineError.ROWS_UNREAD;
  else if (q - p > longest || cellsEnd - before > longest) error = LineError.TOO_LONG;
  else if (max(cellCount, columns) > <u32>MOST_ROW_CELLS) error = LineError.TOO_MANY_PATHS;
  else if (columns && cellCount < columns) error = LineError.TOO_FEW_CELLS;
  else if (columns && cellCount > columns) error = LineError.TOO_MANY_CELLS;
  if (error) cellsEnd = before;
  noteRow(p, q, table, error);
  return !error;
}

/** Reads tuples of a table from `from` on; `columns` 0 where its width is not known. */
export function readTuples(from: u32, have: u32, last: bool, table: u32, columns: u32): u32 {
  open(have, last);
  const width = columns ? min<u32>(columns, MOST_ROW_CELLS) : MOST_ROW_CELLS;
  let p = text + from;
  while (true) {
    if (isFull()) return stop(p, RowStop.FULL);
    const gap = p;
    p = skipGaps(p);
    if (p >= end) return last ? stop(end, RowStop.CUT) : stop(gap, RowStop.MORE);
    const c: u32 = load<u8>(p);
    if (isBehind) {
      if (c == COMMA) {
        isBehind = false;
        p++;
        continue;
      }
      if (c != SEMICOLON) return stop(p, RowStop.OTHER);
      isBehind = false;
      const next = blanksEnd(++p);
      if (next + headLength >= end || load<u8>(next + headLength) != OPEN_PARENTHESIS || !isHead(next))
        return stop(p, RowStop.END);
      p = next + headLength;
      continue;
    }
    if (c != OPEN_PARENTHESIS) return stop(p, RowStop.OTHER);
    const before = cellsEnd,
      expressionsBefore = expressions,
      begun = p;
    p = tuple(p + 1, width);
    if (!p) {
      cellsEnd = before;
      expressions = expressionsBefore;
      return stop(begun, isBad || last ? RowStop.BAD : RowStop.MORE);
    }
    isBehind = true;
    if (endRow(begun, p, before, table, columns) && !columns) return stop(p, RowStop.FIRST);
  }
}

function isHead(p: usize): bool {
  let i: u32 = 0;
  for (; i + 8 <= headLength; i += 8) if (load<u64>(p + i) != load<u64>(head + i)) return false;
  const rest = headLength - i;
  return !rest || lowBytes(load<u64>(p + i) ^ load<u64>(head + i), rest) == 0;
}

/** The byte behind the tuple whose first value is sought at `p`; or 0, with `isBad` where it is not only cut. */
function tuple(p: usize, width: u32): usize {
  cellCount = 0;
  isBad = false;
  p = skipGaps(p);
  if (load<u8>(p) == CLOSE_PARENTHESIS) return p + 1;
  while (true) {
    beginCell();
    p = value(p);
    if (!p) return 0;
    endCell(width);
    if (load<u8>(p) == CLOSE_PARENTHESIS) return p + 1;
    p = skipGaps(p + 1);
  }
}

@inline function bad(): usize {
  isBad = true;
  return 0;
}

/** Reads the value at `p` into the cell at work; returns the comma or bracket behind it, or 0. */
function value(p: usize): usize {
  if (p >= end) return 0;
  const start = p,
    c: u32 = load<u8>(p);
  let isText = false,
    isPlainWord = false;
  if (c == APOSTROPHE || c == QUOTE) {
    p = quoted(p + 1, c, escapes);
    isText = true;
  } else if (isDigit(c) || c == MINUS || c == PLUS || c == DOT) p = number(p);
  else if (isWordByte(c)) {
    const behind = wordEnd(p),
      length = <u32>(behind - p);
    if (behind >= end) return 0;
    const quote =
      load<u8>(behind) == APOSTROPHE
        ? behind
        : load<u8>(behind) == SPACE && load<u8>(behind + 1) == APOSTROPHE
          ? behind + 1
          : 0;
    if (length == 4 && isNull(p)) {
      type = ValueCode.NULL;
      p = behind;
    } else if (quote) {
      const kind = length == 1 && quote == behind ? c | 32 : 0;
      if (kind == LOWER_X || kind == LOWER_B) {
        p = closing(quote + 1, APOSTROPHE, PLAIN);
        if (p) keep(start, p);
      } else if (kind == LOWER_E) {
        p = quoted(quote + 1, APOSTROPHE, POSTGRES);
        isText = true;
      } else if (kind == LOWER_N || c == UNDERSCORE || isTime(p, length)) {
        p = quoted(quote + 1, APOSTROPHE, escapes);
        isText = true;
        if (p && c == UNDERSCORE && isBinary(start, length) && !isUtf8(cell, cellsEnd)) hexadecimal();
      } else return expression(start);
    } else {
      if (
        (length == 4 && load<u32>(p) == WORD_TRUE) ||
        (length == 5 && load<u32>(p) == WORD_FALS && load<u8>(p + 4) == LOWER_E)
      )
        type = ValueCode.BOOLEAN;
      else isPlainWord = !isTruth(p, length);
      keep(p, behind);
      p = behind;
    }
  } else return bad();
  if (!p) return 0;
  p = skipGaps(p);
  if (p >= end) return 0;
  const next: u32 = load<u8>(p);
  if (next == COMMA || next == CLOSE_PARENTHESIS) {
    if (isPlainWord) expressions++;
    return p;
  }
  if (isText && next == COLON && load<u8>(p + 1) == COLON) return castEnd(p + 2);
  if (isText && !goesOn(p, next)) return bad();
  cellsEnd = cell;
  type = ValueCode.STRING;
  return expression(start);
}

/** May a text go on as an expression: by an operator, or by COLLATE or AT TIME ZONE? */
function goesOn(p: usize, c: u32): bool {
  if (c == BAR || c == PLUS || c == MINUS || c == ASTERISK || c == SLASH) return true;
  const length = wordEnd(p) - p;
  return (
    (length == 2 && (load<u16>(p) | CASE_BITS_2) == 0x7461) ||
    (length == 7 && (load<u32>(p) | CASE_BITS_4) == 0x6c6c6f63)
  );
}

@inline function isWordByte(c: u32): bool {
  return isLetter(c) || isDigit(c) || c == UNDERSCORE || c == DOLLAR || c >= 128 || c == AT_SIGN;
}
@inline function wordEnd(p: usize): usize {
  while (isWordByte(load<u8>(p))) p++;
  return p;
}
@inline function isNull(p: usize): bool {
  return (load<u32>(p) | CASE_BITS_4) == WORD_NULL;
}
@inline function isTruth(p: usize, length: u32): bool {
  return (
    (length == 4 && (load<u32>(p) | CASE_BITS_4) == WORD_TRUE) ||
    (length == 5 && (load<u32>(p) | CASE_BITS_4) == WORD_FALS && (load<u8>(p + 4) | CASE_BIT) == LOWER_E)
  );
}
/** _binary */
@inline function isBinary(p: usize, length: u32): bool {
  return (
    length == 7 && (load<u32>(p) | 0x20202000) == 0x6e69625f && (load<u32>(p + 3) | CASE_BITS_4) == 0x7972616e
  );
}
/** date, time, timestamp */
@inline function isTime(p: usize, length: u32): bool {
  const first = load<u32>(p) | CASE_BITS_4;
  return (
    (length == 4 && (first == 0x65746164 || first == 0x656d6974)) ||
    (length == 9 && first == 0x656d6974 && (load<u32>(p + 5) | CASE_BITS_4) == 0x706d6174)
  );
}

@inline function keep(p: usize, q: usize): void {
  memory.copy(cellsEnd, p, q - p);
  cellsEnd += q - p;
}

/** A number, or whatever begins like one; a number of JSON is one, anything else a text. */
function number(p: usize): usize {
  const start = p,
    isHex = (load<u8>(p + 1) | CASE_BIT) == LOWER_X;
  for (p++; ; p++) {
    const c: u32 = load<u8>(p);
    if (isWordByte(c) || c == DOT) continue;
    if ((c != MINUS && c != PLUS) || isHex || (load<u8>(p - 1) | CASE_BIT) != LOWER_E) break;
  }
  if (p >= end) return 0;
  keep(start, p);
  if (numberEnd(start) == p) type = ValueCode.NUMBER;
  return p;
}

/** Copies the text in quotes that begins at `p` to the cell; the byte behind its closing quote, or 0. */
function quoted(p: usize, quote: u32, kind: u32): usize {
  const mark = i8x16.splat(<i8>quote),
    backslash = i8x16.splat(kind ? 92 : <i8>quote);
  while (true) {
    const v = v128.load(p),
      found = i8x16.bitmask(v128.or(i8x16.eq(v, mark), i8x16.eq(v, backslash)));
    v128.store(cellsEnd, v);
    if (!found) {
      p += 16;
      cellsEnd += 16;
      if (p >= end) return 0;
      continue;
    }
    p += ctz(found);
    cellsEnd += ctz(found);
    if (p >= end || (p + 1 >= end && !isLast)) return 0;
    const next: u32 = load<u8>(p + 1);
    if (load<u8>(p) == quote) {
      if (next != quote) return p + 1;
      store<u8>(cellsEnd++, quote);
      p += 2;
    } else {
      p = kind == MYSQL ? escaped(p + 1, next) : escapedInE(p + 1, next);
      if (p > end) return 0;
    }
  }
}

/** What stands behind a backslash of MySQL. */
@inline function escaped(p: usize, c: u32): usize {
  if (c == 37 || c == UNDERSCORE) store<u8>(cellsEnd++, BACKSLASH);
  store<u8>(
    cellsEnd++,
    c == DIGIT_0
      ? 0
      : c == LOWER_B
        ? 8
        : c == LOWER_N
          ? 10
          : c == LOWER_R
            ? 13
            : c == LOWER_T
              ? 9
              : c == UPPER_Z
                ? 26
                : c,
  );
  return p + 1;
}

@inline function octal(c: u32): bool {
  return c - DIGIT_0 < 8;
}
@inline function hexDigit(c: u32): u32 {
  const digit = c - DIGIT_0;
  return digit < 10 ? digit : (c | CASE_BIT) - LOWER_A < 6 ? (c | CASE_BIT) - 87 : 99;
}
@inline function control(c: u32): u32 {
  return c == LOWER_B ? 8 : c == LOWER_F ? 12 : c == LOWER_N ? 10 : c == LOWER_R ? 13 : c == LOWER_T ? 9 : 0;
}

/** A byte by its number in octal digits, or behind x in hexadecimal ones. */
function byNumber(p: usize, c: u32): usize {
  let code: u32 = 0;
  if (c == LOWER_X) {
    for (let i = 0; i < 2 && hexDigit(load<u8>(p + 1)) < 16; i++)
      code = (code << 4) | hexDigit(load<u8>(++p));
  } else {
    p--;
    for (let i = 0; i < 3 && octal(load<u8>(p + 1)); i++) code = (code << 3) | (load<u8>(++p) - DIGIT_0);
  }
  store<u8>(cellsEnd++, code);
  return p + 1;
}

/** What stands behind a backslash of PostgreSQL's E''. */
function escapedInE(p: usize, c: u32): usize {
  const sign = control(c);
  if (sign) {
    store<u8>(cellsEnd++, sign);
    return p + 1;
  }
  if (octal(c) || (c == LOWER_X && hexDigit(load<u8>(p + 1)) < 16)) return byNumber(p, c);
  const digits: u32 = c == LOWER_U ? 4 : c == UPPER_U ? 8 : 0;
  if (!digits) {
    store<u8>(cellsEnd++, c);
    return p + 1;
  }
  let code = character(p + 1, digits),
    behind = p + 1 + digits;
  if (code >= 0xd800 && code < 0xdc00 && load<u8>(behind) == BACKSLASH && load<u8>(behind + 1) == LOWER_U) {
    const low = character(behind + 2, 4);
    if (low >= 0xdc00 && low < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      behind += 6;
    }
  }
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) {
    store<u8>(cellsEnd++, BACKSLASH);
    store<u8>(cellsEnd++, c);
    return p + 1;
  }
  utf8(code);
  return behind;
}

function character(p: usize, digits: u32): u32 {
  let code: u32 = 0;
  for (let i: u32 = 0; i < digits; i++) {
    const digit = hexDigit(load<u8>(p + i));
    if (digit > 15 || code > 0xfffffff) return 0xffffffff;
    code = (code << 4) | digit;
  }
  return code;
}

function utf8(code: u32): void {
  if (code < 0x80) {
    store<u8>(cellsEnd++, code);
    return;
  }
  if (code < 0x800) store<u8>(cellsEnd++, 0xc0 | (code >> 6));
  else {
    if (code < 0x10000) store<u8>(cellsEnd++, 0xe0 | (code >> 12));
    else {
      store<u8>(cellsEnd++, 0xf0 | (code >> 18));
      store<u8>(cellsEnd++, 0x80 | ((code >> 12) & 63));
    }
    store<u8>(cellsEnd++, 0x80 | ((code >> 6) & 63));
  }
  store<u8>(cellsEnd++, 0x80 | (code & 63));
}

/** The byte behind the quote that closes the text at `p`, or 0. */
function closing(p: usize, quote: u32, kind: u32): usize {
  for (; p < end; p++) {
    const c: u32 = load<u8>(p);
    if (c == BACKSLASH && kind) p++;
    else if (c == quote) {
      if (p + 1 >= end && !isLast) return 0;
      if (load<u8>(p + 1) != quote) return p + 1;
      p++;
    }
  }
  return 0;
}

/** A value that is no literal: as it is written, up to the comma or bracket behind it. */
function expression(start: usize): usize {
  let depth: u32 = 0,
    p = start;
  for (; p < end; p++) {
    const c: u32 = load<u8>(p);
    if (c == APOSTROPHE || c == QUOTE || c == BACKTICK) {
      p = closing(p + 1, c, c == BACKTICK ? PLAIN : escapes);
      if (!p) return 0;
      p--;
    } else if (c == OPEN_PARENTHESIS || c == OPEN_BRACKET || c == OPEN_BRACE) depth++;
    else if (c == CLOSE_PARENTHESIS || c == CLOSE_BRACKET || c == CLOSE_BRACE) {
      if (!depth) {
        if (c == CLOSE_PARENTHESIS) break;
        return bad();
      }
      depth--;
    } else if (c == COMMA && !depth) break;
    else if (c == SEMICOLON) return bad();
  }
  if (p >= end) return 0;
  let stop = p;
  while (load<u8>(stop - 1) <= SPACE) stop--;
  keep(start, stop);
  expressions++;
  return p;
}

/** The comma or bracket behind the name of a type; or 0. */
function castEnd(p: usize): usize {
  let depth: u32 = 0;
  for (; p < end; p++) {
    const c: u32 = load<u8>(p);
    if (c == OPEN_PARENTHESIS) depth++;
    else if (c == CLOSE_PARENTHESIS) {
      if (!depth) return p;
      depth--;
    } else if (c == COMMA) {
      if (!depth) return p;
    } else if (
      !isWordByte(c) &&
      c != SPACE &&
      c != DOT &&
      c != QUOTE &&
      c != OPEN_BRACKET &&
      c != CLOSE_BRACKET
    )
      return bad();
  }
  return 0;
}

/** Writes the cell at work in hexadecimal digits, as 0x…. */
function hexadecimal(): void {
  const count = cellsEnd - cell;
  for (let i = count; i > 0; i--) {
    const byte: u32 = load<u8>(cell + i - 1),
      to = cell + i * 2;
    store<u8>(to, digitOf(byte >> 4));
    store<u8>(to, digitOf(byte & 15), 1);
  }
  store<u16>(cell, 0x7830);
  cellsEnd = cell + 2 + count * 2;
}
@inline function digitOf(n: u32): u32 {
  return n < 10 ? 48 + n : 55 + n;
}

@inline function blanksEnd(p: usize): usize {
  let c: u32;
  while ((c = load<u8>(p)) == SPACE || c - 9 < 5) p++;
  return p;
}

/** Skips blanks and comments; the end of the text where a comment goes on behind it. */
@inline function skipGaps(p: usize): usize {
  const c: u32 = load<u8>(p);
  return c > SLASH || (c > 35 && c < MINUS) || c == QUOTE ? p : gapsEnd(p);
}

function gapsEnd(p: usize): usize {
  while (true) {
    p = blanksEnd(p);
    const c: u32 = load<u8>(p),
      next: u32 = load<u8>(p + 1);
    if (c == 35 || (c == MINUS && next == MINUS)) {
      while (p < end && load<u8>(p) != NEWLINE) p++;
    } else if (c == SLASH && next == ASTERISK) {
      p += 2;
      while (p < end && !(load<u8>(p) == ASTERISK && load<u8>(p + 1) == SLASH)) p++;
      if (p >= end) return end;
      p += 2;
    } else return p;
    if (p >= end) return end;
  }
}

/** Reads lines behind COPY from `from` on; `columns` 0 where the width is not known. */
export function readCopy(from: u32, have: u32, last: bool, table: u32, columns: u32): u32 {
  open(have, last);
  const width = columns ? min<u32>(columns, MOST_ROW_CELLS) : MOST_ROW_CELLS;
  let p = text + from;
  while (true) {
    if (isFull()) return stop(p, RowStop.FULL);
    if (p >= end) return stop(p, last ? RowStop.CUT : RowStop.MORE);
    if (load<u16>(p) == 0x2e5c) {
      const next: u32 = load<u8>(p + 2);
      if (p + 3 >= end && !last) return stop(p, RowStop.MORE);
      if (p + 2 >= end || next == NEWLINE) return stop(min(p + 3, end), RowStop.END);
      if (next == RETURN && load<u8>(p + 3) == NEWLINE) return stop(p + 4, RowStop.END);
    }
    const before = cellsEnd,
      begun = p;
    p = line(p, width);
    if (!p) {
      cellsEnd = before;
      if (!last) return stop(begun, RowStop.MORE);
      noteRow(begun, end, table, LineError.BAD_ROW);
      return stop(end, RowStop.CUT);
    }
    let stopAt = p - 1;
    if (stopAt > begun && load<u8>(stopAt - 1) == RETURN) stopAt--;
    if (columns > 1 && cellCount < columns && isCopy(begun, stopAt)) {
      cellsEnd = before;
      return stop(begun, RowStop.OTHER);
    }
    if (endRow(begun, stopAt, before, table, columns) && !columns) return stop(p, RowStop.FIRST);
  }
}

/** COPY … stdin; */
function isCopy(p: usize, stop: usize): bool {
  return (
    stop - p > 16 &&
    load<u32>(p) == 0x59504f43 &&
    load<u8>(p + 4) == SPACE &&
    load<u32>(stop - 6) == 0x69647473 &&
    load<u16>(stop - 2) == 0x3b6e
  );
}

/** The byte behind the end of the line at `p`, its cells read; or 0. */
function line(p: usize, width: u32): usize {
  const tab = i8x16.splat(TAB),
    newline = i8x16.splat(NEWLINE),
    backslash = i8x16.splat(BACKSLASH);
  cellCount = 0;
  isBad = false;
  let begun = p;
  beginCell();
  while (true) {
    const v = v128.load(p),
      found = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, tab), i8x16.eq(v, newline)), i8x16.eq(v, backslash)));
    v128.store(cellsEnd, v);
    if (!found) {
      p += 16;
      cellsEnd += 16;
      if (p >= end) return 0;
      continue;
    }
    p += ctz(found);
    cellsEnd += ctz(found);
    if (p >= end) return 0;
    const c: u32 = load<u8>(p);
    if (c == BACKSLASH) {
      if (p + 4 >= end && !isLast) return 0;
      if (p + 1 >= end) return 0;
      const kind: u32 = load<u8>(p + 1);
      if (kind == 78 && p == begun && endsCell(p + 2)) {
        type = ValueCode.NULL;
        p += 2;
        if (load<u8>(p) == RETURN) p++;
        continue;
      }
      p = copied(p + 1, kind);
      continue;
    }
    if (
      c == NEWLINE &&
      type != ValueCode.NULL &&
      cellsEnd > cell &&
      p > begun &&
      load<u8>(p - 1) == RETURN &&
      load<u8>(cellsEnd - 1) == RETURN &&
      load<u8>(p - 2) != BACKSLASH
    )
      cellsEnd--;
    endCell(width);
    p++;
    if (c == NEWLINE) return p;
    begun = p;
    beginCell();
  }
}

@inline function endsCell(p: usize): bool {
  const c: u32 = load<u8>(p);
  return c == TAB || c == NEWLINE || (c == RETURN && load<u8>(p + 1) == NEWLINE);
}

/** What stands behind a backslash of COPY. */
@inline function copied(p: usize, c: u32): usize {
  const sign = c == 118 ? 11 : control(c);
  if (sign) {
    store<u8>(cellsEnd++, sign);
    return p + 1;
  }
  if (octal(c) || (c == LOWER_X && hexDigit(load<u8>(p + 1)) < 16)) return byNumber(p, c);
  store<u8>(cellsEnd++, c);
  return p + 1;
}
