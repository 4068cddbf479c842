// What the host asks of the search for documents in a text: in JSON, and in SQL.
import { lines, looseCommas, placeCount, places, scanned, topValues } from '../split/scan-state';
import { initSplit } from '../split/split-json';
import {
  cellCount,
  cells,
  cellsEnd,
  expressions,
  firstByte,
  firstLine,
  initSql,
  list,
  listLength,
  rows,
  stopped,
} from '../sql/row-list';

/** Sets up the search for documents in text of up to `capacity` bytes at a time; returns where the text goes. */
export function initSplitter(capacity: u32, longestDocument: u32): usize {
  return initSplit(capacity, longestDocument);
}
export function placesFound(): usize {
  return changetype<usize>(places);
}
export function placesFoundCount(): u32 {
  return placeCount;
}
export function scannedTo(): u32 {
  return scanned;
}
export function linesScanned(): u32 {
  return lines;
}
export function looseCommaCount(): u32 {
  return looseCommas;
}
export function topValueCount(): u32 {
  return topValues;
}

/** Sets up the reading of SQL in text of up to `capacity` bytes at a time; returns where the text goes. */
export function initSqlText(capacity: u32, longestRow: u32, blockBytes: u32): usize {
  return initSql(capacity, longestRow, blockBytes);
}
export function stoppedAt(): u32 {
  return stopped;
}
export function rowCells(): usize {
  return cells;
}
export function rowCellsLength(): u32 {
  return <u32>(cellsEnd - cells);
}
export function rowList(): usize {
  return changetype<usize>(list);
}
export function rowListLength(): u32 {
  return listLength;
}
export function rowTotal(): u32 {
  return rows;
}
export function firstRowLine(): u32 {
  return firstLine;
}
export function firstRowByte(): f64 {
  return firstByte;
}
export function lastRowCells(): u32 {
  return cellCount;
}
export function expressionCount(): u32 {
  return expressions;
}
