// The byte pass: what the host may call. One instance a worker thread; AssemblyScript, a typed subset of TypeScript.
// parse() checks every line of a block strictly and lays its values on a tape; emit() sorts the tape by path and writes counts,
// distinct values and Parquet column chunks. No JavaScript string and no copy of a value exists before its page is written.
import { initCodes } from './columns/count-values';
import { chunkRecords, chunks, initOutput, output, outputAt } from './columns/output';
import { initLevels } from './columns/text-chunk';
import { comments, repeatedHeaders, startCount, starts, strayQuotes } from './csv/csv-block';
import { actionLines, deletedLines, skippedLines } from './envelopes/bulk';
import { initFoldedKeys } from './json/folded-keys';
import { DEPTH_LIMIT, initGrammar } from './json/grammar';
import { initKeyList } from './json/key-list';
import { initKeySets } from './json/key-sets';
import { initRoots } from './json/roots';
import { blankLines, initBlock, input, rejectCount, rejects, spareInput } from './tape/block';
import { initMembers } from './tape/members';
import { initNodes } from './tape/node';
import { duplicateKeys, initTape, loneSurrogates } from './tape/tape';
import { setSeed } from './text/siphash';

export * from './host/hashes';
export * from './host/paths';
export * from './host/splitters';
export { markDictionary, unite, watch } from './columns/addresses';
export { countLines, parse, parsePairs, parseRecords, reserveRecords, swapInputs } from './tape/block';
export {
  beginTable,
  countLineEnds,
  cutRecords,
  enterTable,
  listName,
  nameColumn,
  parseCsv,
  setComment,
  setHeader,
} from './csv/csv-block';
export { setDialect } from './csv/csv-dialect';
export { assign, documentsOf } from './json/key-sets';
export { useOneRoot } from './json/roots';
export { absentChunk } from './columns/pages';
export { addMap, addName } from './json/folded-keys';
export { foldTopLevel } from './json/key-list';
export { emit, flushAll } from './columns/row-groups';
export { beginShape, nameShapeColumn, parseRows, reserveRows } from './sql/sql-rows';
export { beginSql } from './sql/begin-sql';
export { beginTuples, readTuples, resumeTuples } from './sql/read-tuples';
export { clearRows, forgetText, linesTo, noteBadRow, noteLongRow } from './sql/row-list';
export { readCopy } from './sql/read-copy';
export { setEscapes } from './sql/sql-escapes';
export {
  beginSplit,
  finishSplit,
  forget,
  giveUp,
  keepFrom,
  linesBeforeOpen,
  split,
} from './split/split-json';

/** Sets everything up for blocks of up to `blockBytes`; returns where the first goes. */
export function init(blockBytes: u32, seedA: u64, seedB: u64, maxDepth: u32, maxPaths: u32): usize {
  setSeed(seedA, seedB);
  initFoldedKeys();
  initNodes(maxPaths);
  initMembers();
  initBlock(blockBytes);
  initTape(DEPTH_LIMIT);
  initGrammar(maxDepth);
  initCodes();
  initLevels();
  initOutput();
  initRoots();
  initKeyList();
  initKeySets();
  return input;
}

// Where things are, and how many.
/** Where a block goes that {@link swapInputs} brings to work. */
export function spareStart(): usize {
  return spareInput;
}
export function outputStart(): usize {
  return output;
}
export function outputLength(): u32 {
  return <u32>outputAt;
}
export function chunkList(): usize {
  return changetype<usize>(chunks);
}
export function chunkTotal(): u32 {
  return chunkRecords;
}
export function rejectRecords(): usize {
  return changetype<usize>(rejects);
}
export function rejectRecordCount(): u32 {
  return rejectCount;
}
export function blankLineCount(): i64 {
  return blankLines;
}
export function duplicateKeyCount(): i64 {
  return duplicateKeys;
}
export function loneSurrogateCount(): i64 {
  return loneSurrogates;
}
export function strayQuoteCount(): u32 {
  return strayQuotes;
}
export function repeatedHeaderCount(): u32 {
  return repeatedHeaders;
}
export function tableStarts(): usize {
  return starts;
}
export function tableStartCount(): u32 {
  return startCount;
}
export function commentCount(): u32 {
  return comments;
}
export function actionLineCount(): i64 {
  return actionLines;
}
export function deletedLineCount(): i64 {
  return deletedLines;
}
export function skippedLineCount(): i64 {
  return skippedLines;
}

// Raw memory for hashes that travel between workers.
export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}
export function release(p: usize): void {
  heap.free(p);
}
