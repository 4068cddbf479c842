// The lines behind COPY.
import { MOST_ROW_CELLS } from '../../wasm/shared/limits';
import { LineError } from '../../wasm/shared/line-error';
import { RowStop } from '../../wasm/shared/row-stop';
import { ValueCode } from '../../wasm/shared/value-code';
import { isWord } from '../text/bytes';
import { BACKSLASH, DOT, LOWER_X, NEWLINE, RETURN, TAB } from '../text/characters';
import {
  beginCell,
  cell,
  cellCount,
  cellsEnd,
  end,
  endCell,
  endRow,
  isFull,
  isLast,
  noteRow,
  open,
  stop,
  text,
  type,
} from './row-list';
import { byNumber, control, hexDigit, octal } from './sql-escapes';
import { isBad } from './sql-values';

/** Reads lines behind COPY from `from` on; `columns` 0 where the width is not known. */
export function readCopy(from: u32, have: u32, last: bool, table: u32, columns: u32): u32 {
  open(have, last);
  const width = columns ? min<u32>(columns, MOST_ROW_CELLS) : MOST_ROW_CELLS;
  let p = text + from;
  while (true) {
    if (isFull()) return stop(p, RowStop.FULL);
    if (p >= end) return stop(p, last ? RowStop.CUT : RowStop.MORE);
    if (load<u8>(p) == BACKSLASH && load<u8>(p + 1) == DOT) {
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
  return stop - p > 16 && isWord(p, 5, 'COPY ') && isWord(stop - 6, 6, 'stdin;');
}

/** The byte behind the end of the line at `p`, its cells read; or 0. */
export function line(p: usize, width: u32): usize {
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
