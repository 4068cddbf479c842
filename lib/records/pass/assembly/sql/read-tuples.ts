// The tuples behind VALUES.
import { MOST_ROW_CELLS } from '../../wasm/shared/limits';
import { RowStop } from '../../wasm/shared/row-stop';
import { lowBytes } from '../text/bytes';
import { CLOSE_PARENTHESIS, COMMA, OPEN_PARENTHESIS, SEMICOLON } from '../text/characters';
import {
  beginCell,
  cellCount,
  cellsEnd,
  end,
  endCell,
  endRow,
  expressions,
  isFull,
  open,
  stop,
  text,
} from './row-list';
import { blanksEnd, skipGaps } from './sql-tokens';
import { isBad, value } from './sql-values';

/** Has a tuple come, and no comma yet? */
let isBehind: bool = false;
/** The text from INSERT up to the tuple, which dumps repeat for each row. */
let head: usize = 0;
export let headLength: u32 = 0;
let headCapacity: u32 = 0;

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
