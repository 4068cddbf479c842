// Delimiter-separated text: where its records end and what their cells are. The rules are those of csv/read-record.ts.
import { ValueCode } from '../../wasm/shared/value-code';
import { escapeAt, put, tapeBytes, undoCells } from '../tape/tape';
import { columnAt, columns, delimiterLength, delimits, escape, lineEnd, quote } from './csv-dialect';
import { beginQuotes, closing, cutShort, putQuoted, putUnescaped } from './csv-quotes';
import { endAt, scanCell, scanLineEnd, withoutReturn } from './csv-scan';

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
let sawQuoted: bool = false;

/** Takes the physical line at `p` as it is. */
export function takeLine(p: usize): u32 {
  recordEnd = scanLineEnd(p) + 1;
  return MANY;
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
  beginQuotes();
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
