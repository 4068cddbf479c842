// Delimiter-separated text: where its records end and what their cells are. The rules are those of csv/read-record.ts.
import { NO_BYTE } from '../../wasm/shared/limits';
import { ValueCode } from '../../wasm/shared/value-code';
import { BACKSLASH, NEWLINE, QUOTE, RETURN, SPACE, TAB } from '../text/characters';
import { Node } from '../tape/node';
import { advanceEscapes, escapeAt, put, tapeBytes, undoCells } from '../tape/tape';

/** A quoted cell that swallows more lines than this, each of which fits the table by itself, is an unclosed quote. */
const SWALLOWED_LINES: u32 = 8;
/** A record of the wrong width over more lines than this is an unclosed quote. */
const SPANNED_LINES: u32 = 64;
/** More cells than this that go over a line's end are no record: a chain of stray quotes would be read again from each line. */
const CROSSING_CELLS: u32 = 64;

// What became of a record.
export const READ: u32 = 0;
export const REPAIRED: u32 = 1;
export const FEW: u32 = 2;
export const MANY: u32 = 3;
export const QUOTES: u32 = 4;

/** The byte behind the record that was read last, its cells, and whether an unquoted one of them holds a quote. */
export let recordEnd: usize = 0;
export let recordCells: u32 = 0;
export let strayQuote: bool = false;
export let lineEnd: u32 = NEWLINE;
let delimiter: u64 = 0,
  delimiterMask: u64 = 0,
  delimiterLength: u32 = 1,
  quote: u32 = QUOTE,
  escape: u32 = NO_BYTE,
  columns: u32 = 0;
/** Nodes of the columns, for cells that go onto the tape. */
let nodes: usize = 0,
  nodeCapacity: u32 = 0;
/** Did the cell at work hold an escape? Was there a quoted cell in the record? */
let sawEscape: bool = false,
  sawQuoted: bool = false;
/** Did the strict reading fail only because the text ends? */
let cutShort: bool = false;

/** Sets the dialect; `256` for no quote, no escape but the doubled quote. */
export function setDialect(
  delimiterBytes: u64,
  length: u32,
  quoteByte: u32,
  escapeByte: u32,
  end: u32,
  width: u32,
): void {
  delimiter = delimiterBytes;
  delimiterLength = length;
  delimiterMask = length < 8 ? ((<u64>1) << (length * 8)) - 1 : u64.MAX_VALUE;
  quote = quoteByte;
  escape = escapeByte;
  lineEnd = end;
  columns = width;
  if (width > nodeCapacity) {
    if (nodes) heap.free(nodes);
    nodeCapacity = width;
    nodes = heap.alloc(width * 4);
  }
}
@inline export function setColumn(i: u32, node: Node): void {
  store<u32>(nodes + i * 4, changetype<usize>(node));
}
@inline function columnAt(i: u32): Node {
  return changetype<Node>(load<u32>(nodes + i * 4));
}
@inline export function width(): u32 {
  return columns;
}
/** May a line of blanks be a record of empty cells? */
@inline export function blanksAreCells(): bool {
  const first = (<u32>delimiter) & 255;
  return columns == 1 || first == SPACE || first == TAB;
}

@inline function delimits(p: usize): bool {
  return (load<u64>(p) & delimiterMask) == delimiter;
}

/** Takes the physical line at `p` as it is. */
export function takeLine(p: usize): u32 {
  recordEnd = scanLineEnd(p) + 1;
  return MANY;
}

/** First line end from `p` on. */
@inline export function scanLineEnd(p: usize): usize {
  const end = i8x16.splat(<i8>lineEnd);
  while (true) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), end));
    if (found) return p + ctz(found);
    p += 16;
  }
}

/** First byte from `p` on that may begin a delimiter, or is a line end or a quote. */
@inline function scanCell(p: usize): usize {
  const end = i8x16.splat(<i8>lineEnd),
    first = i8x16.splat(<i8>delimiter),
    mark = i8x16.splat(<i8>quote);
  while (true) {
    const v = v128.load(p);
    const found = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, end), i8x16.eq(v, first)), i8x16.eq(v, mark)));
    if (found) return p + ctz(found);
    p += 16;
  }
}

/** The quote that closes the cell whose text begins at `p`, or 0. */
function closing(p: usize, end: usize): usize {
  const mark = i8x16.splat(<i8>quote),
    sign = i8x16.splat(escape == NO_BYTE ? <i8>quote : <i8>escape);
  sawEscape = false;
  while (true) {
    const v = v128.load(p),
      found = i8x16.bitmask(v128.or(i8x16.eq(v, mark), i8x16.eq(v, sign)));
    if (!found) {
      p += 16;
      if (p >= end) {
        cutShort = true;
        return 0;
      }
      continue;
    }
    p += ctz(found);
    if (p >= end) {
      cutShort = true;
      return 0;
    }
    if (load<u8>(p) == quote && load<u8>(p + 1) != quote) return p;
    sawEscape = true;
    p += 2;
    if (p >= end) {
      cutShort = true;
      return 0;
    }
  }
}

@inline function withoutReturn(from: usize, stop: usize): usize {
  return lineEnd == NEWLINE && stop > from && load<u8>(stop - 1) == RETURN ? stop - 1 : stop;
}

/** The byte behind the line end that stands at `p`, or 0. */
@inline function endAt(p: usize): usize {
  if (load<u8>(p) == lineEnd) return p + 1;
  return lineEnd == NEWLINE && load<u8>(p) == RETURN && load<u8>(p + 1) == NEWLINE ? p + 2 : 0;
}

/** By RFC 4180, over several lines if need be. Cells, or 0 where it is not well-formed. */
function strictly(p: usize, end: usize, row: u32, write: bool): u32 {
  const start = p;
  let cells: u32 = 0,
    firstLine: usize = 0,
    line: usize = 0,
    crossings: u32 = 0;
  sawQuoted = false;
  strayQuote = false;
  while (true) {
    if (load<u8>(p) == quote) {
      const close = closing(p + 1, end);
      if (!close) return 0;
      if (!sawQuoted) {
        sawQuoted = true;
        firstLine = scanLineEnd(start) + 1;
        line = firstLine;
      }
      if (close >= line) {
        line = scanLineEnd(close) + 1;
        if (++crossings > CROSSING_CELLS) return 0;
      }
      if (write && cells < columns) putQuoted(columnAt(cells), row, p + 1, close);
      cells++;
      p = close + 1;
      const after = endAt(p);
      if (after) {
        recordEnd = after;
        return cells;
      }
      if (!delimits(p)) {
        if (p + delimiterLength >= end) cutShort = true;
        return 0;
      }
    } else {
      let stop = scanCell(p);
      while (true) {
        const c = load<u8>(stop);
        if (c == lineEnd) {
          if (write && cells < columns)
            put(columnAt(cells), row, p, <u32>(withoutReturn(p, stop) - p), ValueCode.STRING);
          recordEnd = stop + 1;
          return cells + 1;
        }
        if (c == quote) strayQuote = true;
        else if (delimits(stop)) break;
        stop = scanCell(stop + 1);
      }
      if (write && cells < columns) put(columnAt(cells), row, p, <u32>(stop - p), ValueCode.STRING);
      cells++;
      p = stop;
    }
    if (firstLine && cells >= columns && p >= firstLine) return 0;
    p += delimiterLength;
  }
}

function putQuoted(node: Node, row: u32, from: usize, to: usize): void {
  if (!sawEscape) {
    put(node, row, from, <u32>(to - from), ValueCode.STRING);
    return;
  }
  putUnescaped(node, row, from, to);
}

/** Doubled quotes once; behind a backslash, where it is the escape, quotes and backslashes as themselves. */
function putUnescaped(node: Node, row: u32, from: usize, to: usize): void {
  let at = escapeAt;
  for (let p = from; p < to; p++) {
    const c: u32 = load<u8>(p);
    if (p + 1 < to) {
      const next: u32 = load<u8>(p + 1);
      if (c == quote ? next == quote : c == escape && (next == quote || next == BACKSLASH)) {
        store<u8>(at++, next);
        p++;
        continue;
      }
    }
    store<u8>(at++, c);
  }
  const length = <u32>(at - escapeAt);
  put(node, row, escapeAt, length, ValueCode.STRING);
  advanceEscapes(length);
}

/** The physical line by itself: a quote that does not close its cell is text. Returns its cells. */
function loosely(start: usize, row: u32, write: bool): u32 {
  const lineStop = scanLineEnd(start),
    stop = withoutReturn(start, lineStop);
  let cells: u32 = 0,
    p = start;
  while (true) {
    const close = p < stop && load<u8>(p) == quote ? looseClosing(p + 1, stop) : 0;
    if (close) {
      if (write && cells < columns) putUnescaped(columnAt(cells), row, p + 1, close);
      p = close + 1;
    } else {
      let to = p;
      while (to < stop && !(to + delimiterLength <= stop && delimits(to))) to++;
      if (write && cells < columns) put(columnAt(cells), row, p, <u32>(to - p), ValueCode.STRING);
      p = to;
    }
    cells++;
    if (p >= stop) {
      recordEnd = lineStop + 1;
      return cells;
    }
    p += delimiterLength;
  }
}

@inline function endsCell(p: usize, stop: usize): bool {
  return p == stop || (p + delimiterLength <= stop && delimits(p));
}

/** The first quote before `stop` that a delimiter or the line's end follows; 0 if another cell's quote comes first. */
function looseClosing(from: usize, stop: usize): usize {
  for (let p = from; p < stop; p++) {
    const c: u32 = load<u8>(p);
    if (c == escape) p++;
    else if (c == quote) {
      if (endsCell(p + 1, stop)) return p;
      if (load<u8>(p + 1) == quote && p + 1 < stop) {
        if (endsCell(p + 2, stop)) return p + 1;
        p++;
      } else if (p - delimiterLength >= from && delimits(p - delimiterLength)) return 0;
    }
  }
  return 0;
}

/** Is each of the many lines of a record a record of the table by itself? */
function swallows(p: usize, end: usize): bool {
  if (columns < 2) return false;
  let lines: u32 = 0;
  while (p < end) {
    if (loosely(p, 0, false) != columns) return false;
    p = recordEnd;
    lines++;
  }
  return lines > SWALLOWED_LINES;
}

/** Is a record of the wrong width rather several: too many lines, or its second one fits the table? */
function linesAreRecords(second: usize, end: usize): bool {
  let lines: u32 = 1;
  for (let p = second; p < end && lines <= SPANNED_LINES; p = scanLineEnd(p) + 1) lines++;
  return lines > SPANNED_LINES || loosely(second, 0, false) == columns;
}

/**
 * Reads the record at `p` of a text that ends with a line end at `end`; its cells go onto the tape if `write` is set. Sets
 * `recordEnd` and `recordCells`. What a record that is neither READ nor REPAIRED left on the tape is the caller's to take back.
 */
export function readRecord(p: usize, end: usize, row: u32, write: bool): u32 {
  const tapeMark = tapeBytes;
  const escapeMark = escapeAt;
  cutShort = false;
  const cells = strictly(p, end, row, write);
  recordCells = cells;
  if (cells && !sawQuoted) return judged(cells);
  const stop = recordEnd,
    line = scanLineEnd(p) + 1;
  if (cells && stop == line) return judged(cells);
  if (cells == columns && !swallows(p, stop)) {
    recordEnd = stop;
    return READ;
  }
  if (write) undoCells(tapeMark, escapeMark);
  const loose = loosely(p, row, write),
    looseEnd = recordEnd;
  recordCells = loose;
  if (loose == columns) return REPAIRED;
  if (cells && !linesAreRecords(line, stop)) {
    recordEnd = stop;
    recordCells = cells;
    return judged(cells);
  }
  recordEnd = looseEnd;
  return QUOTES;
}

@inline function judged(cells: u32): u32 {
  return cells == columns ? READ : cells < columns ? FEW : MANY;
}

/**
 * Up to where `length` bytes at `text` are whole records; 0 if the first one goes on behind them. A record that is longer
 * than `longest` is not waited for.
 */
export function wholeRecords(text: usize, length: u32, longest: u32): u32 {
  const end = text + length;
  let p = text;
  store<u8>(end, lineEnd);
  while (true) {
    const mark = scanQuote(p, end);
    let start = mark;
    while (start > p && load<u8>(start - 1) != lineEnd) start--;
    if (mark >= end) return <u32>(start - text);
    const outcome = readRecord(start, end, 0, false);
    if (recordEnd > end || (outcome >= REPAIRED && cutShort && end - start < longest))
      return <u32>(start - text);
    p = recordEnd;
  }
}

/** First quote from `p` on, or `end`. */
@inline function scanQuote(p: usize, end: usize): usize {
  const mark = i8x16.splat(<i8>quote);
  for (; p < end; p += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), mark));
    if (found) return min<usize>(p + ctz(found), end);
  }
  return end;
}
