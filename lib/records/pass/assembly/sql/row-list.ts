// The rows that were read, as the host takes them: cells one behind the other with a newline between them, and for each row where it
// lies and what its cells are. The files beside this one set its state (AssemblyScript lets a file set what it imports).
import { MOST_ROW_CELLS, NO_TABLE } from '../../wasm/shared/limits';
import { LineError } from '../../wasm/shared/line-error';
import { Row } from '../../wasm/shared/records';
import { ValueCode } from '../../wasm/shared/value-code';
import { Numbers, newNumbers, noNumbers } from '../tape/numbers';
import { packed } from '../tape/tape';
import { NEWLINE } from '../text/characters';

/** The text at hand; the host reads into it. Behind it are zeros while it is read. */
export let text: usize = 0;
/** Where reading stopped. */
export let stopped: u32 = 0;
/** The cells, and the byte behind them. */
export let cells: usize = 0;
export let cellsEnd: usize = 0;
/** Numbers of 32 bits: for each row six (line and byte behind those of the first row, length, table, error, number of cells), then for each of its cells length and type. */
export let list: Numbers = noNumbers();
export let listLength: u32 = 0;
export let rows: u32 = 0;
/** Line breaks before the first row in the list, and its byte. */
export let firstLine: u32 = 0;
export let firstByte: f64 = 0;
/** Values that are neither literals nor null: kept as they are written. */
export let expressions: u32 = 0;
/** Cells of the row that was read last. */
export let cellCount: u32 = 0;

const MOST_NUMBERS: u32 = 1 << 20;
const PADDING: u32 = 64;
export let end: usize = 0;
export let isLast: bool = false;
export let base: f64 = 0;
export let counted: u32 = 0;
export let lines: u32 = 0;
let longest: u32 = 0;
let enough: u32 = 0;
/** The cell at work: where it begins among the cells, and its type; is its row beyond reading? */
export let cell: usize = 0;
export let type: u32 = ValueCode.STRING;

export function initSql(capacity: u32, longestRow: u32, blockBytes: u32): usize {
  longest = longestRow;
  enough = blockBytes;
  text = heap.alloc(<usize>capacity + PADDING * 2);
  cells = heap.alloc(<usize>capacity * 2 + blockBytes + PADDING * 2);
  list = newNumbers(MOST_NUMBERS + MOST_ROW_CELLS + PADDING);
  return text;
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

function newlines(p: usize, stop: usize): u32 {
  const newline = i8x16.splat(NEWLINE);
  let count: u32 = 0;
  for (; p + 16 <= stop; p += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), newline)));
  for (; p < stop; p++) if (load<u8>(p) == NEWLINE) count++;
  return count;
}

@inline export function open(have: u32, last: bool): void {
  end = text + have;
  isLast = last;
  memory.fill(end, 0, PADDING);
}
@inline export function stop(p: usize, why: u32): u32 {
  stopped = <u32>(p - text);
  return why;
}
@inline export function isFull(): bool {
  return cellsEnd - cells >= enough || listLength >= MOST_NUMBERS - Row.FIELDS;
}

/** Puts the row from `p` to `q` into the list; its cells are there already. */
export function noteRow(p: usize, q: usize, table: u32, error: i32): void {
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

@inline export function beginCell(): void {
  cell = cellsEnd;
  type = ValueCode.STRING;
}

/** Ends the cell at work. Those beyond the table's width are only counted. */
@inline export function endCell(width: u32): void {
  if (cellCount < width) {
    list[listLength + Row.FIELDS + cellCount] = packed(<u32>(cellsEnd - cell), type);
    store<u8>(cellsEnd++, NEWLINE);
  } else cellsEnd = cell;
  cellCount++;
}

/** Ends the row from `p` to `q`; says whether it was read. */
export function endRow(p: usize, q: usize, before: usize, table: u32, columns: u32): bool {
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

/** Adds bytes to the cell at work. */
@inline export function keep(p: usize, q: usize): void {
  memory.copy(cellsEnd, p, q - p);
  cellsEnd += q - p;
}
