// From the tape of a block to row groups: sorted by path, then column by column. Small row groups wait (their bytes are copied),
// so that a thousand tables do not make a thousand tiny row groups a block.
import { Table, exists, tableAt, tableCount } from '../tape/node';
import { clearOutput } from './output';
import { beginRowGroup } from './row-group';
import { placeDocuments, places, sortTape, sorted } from './sort-tape';
import { flush, wait, waitingTotal } from './waiting-rows';
import { writeRowGroup } from './write-row-group';

const LITTLE_ROWS: u32 = 1024;
const LITTLE_VALUES: u32 = 256;
const FULL_ROWS: u32 = 65536;
const FULL_BYTES: u32 = 24 << 20;
const ALL_BYTES: u32 = 64 << 20;

/** Writes what the tape holds, or lets it wait. `doc`, `line` and `byte` are those of the block's first record; lines of a part count from 1. */
export function emit(doc: i64, part: i64, line: i64, byte: i64): void {
  clearOutput();
  placeDocuments(doc, part, line, byte);
  sortTape();
  for (let i: u32 = 0; i < tableCount; i++) {
    const table = tableAt(i);
    if (!table.rows) continue;
    if (table.waitingRows || isLittle(table)) {
      wait(table);
      if (table.waitingRows >= FULL_ROWS || table.waitingBytes >= FULL_BYTES) flush(table);
    } else {
      beginRowGroup(table.rows, table.doc, places, sorted);
      writeRowGroup(table, table.touched, table.rows, table.doc, table.index, places);
    }
  }
  if (waitingTotal > ALL_BYTES) for (let i: u32 = 0; i < tableCount; i++) flush(tableAt(i));
}

/** Writes all row groups that wait. */
export function flushAll(): void {
  clearOutput();
  for (let i: u32 = 0; i < tableCount; i++) flush(tableAt(i));
}

function isLittle(table: Table): bool {
  if (table.rows < LITTLE_ROWS) return true;
  let columns: u32 = 0,
    values: u32 = 0;
  for (let node = table.touched; exists(node); node = node.link) {
    columns++;
    values += node.entries;
  }
  return values < columns * LITTLE_VALUES;
}
