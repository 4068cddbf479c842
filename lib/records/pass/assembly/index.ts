// The byte pass: what the host may call. One instance a worker thread; AssemblyScript, a typed subset of TypeScript.
// parse() checks every line of a block strictly and lays its values on a tape; emit() sorts the tape by path and writes counts,
// distinct values and Parquet column chunks. No JavaScript string and no copy of a value exists before its page is written.
import { addressMap } from './columns/addresses';
import { blankLines, initBlock, input, rejectCount, rejects, spareInput } from './tape/block';
import { initColumns } from './columns/column';
import { comments, repeatedHeaders, startCount, starts, strayQuotes } from './csv/csv-block';
import { initFoldedKeys } from './json/folded-keys';
import { DEPTH_LIMIT, initGrammar } from './json/grammar';
import { chunkCount, logged } from './columns/hash-log';
import { uniqueAmong } from './columns/hash-set';
import { groupCounts, takeHashes, taken } from './columns/take-hashes';
import {
  initKeySets,
  keyList,
  keyListLength,
  indexAt,
  indexBytes,
  namedRootOf,
  namedTotal,
  plainRoot,
  rootOf,
  rootTotal,
  typeAt,
  typeBytes,
} from './json/key-sets';
import { actionLines, deletedLines, skippedLines } from './envelopes/envelope';
import { Node, exists, initNodes, nodeAt, nodeCount, tableAt, tableCount } from './tape/node';
import { chunkRecords, chunks, initOutput, output, outputAt } from './columns/output';
import { initSplit, places, placeCount, scanned, lines, looseCommas, topValues } from './split/split-json';
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
} from './sql/sql-text';
import { hashText, setSeed, sip, sipHigh, sipLow } from './text/siphash';
import { duplicateKeys, initTape, loneSurrogates } from './tape/tape';

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
export { setDialect } from './csv/csv-text';
export { assign, documentsOf, useOneRoot } from './json/key-sets';
export { absentChunk } from './columns/pages';
export { addMap, addName } from './json/folded-keys';
export { emit, flushAll } from './columns/row-groups';
export { beginShape, nameShapeColumn, parseRows, reserveRows } from './sql/sql-rows';
export {
  beginSql,
  beginTuples,
  clearRows,
  forgetText,
  linesTo,
  noteBadRow,
  noteLongRow,
  readCopy,
  readTuples,
  resumeTuples,
  setEscapes,
} from './sql/sql-text';
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
  initBlock(blockBytes);
  initTape(DEPTH_LIMIT);
  initGrammar(maxDepth);
  initColumns();
  initOutput();
  initKeySets();
  return input;
}

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
export function hashChunkCount(): u32 {
  return chunkCount;
}
export function nodeTotal(): u32 {
  return nodeCount;
}
export function tableTotal(): u32 {
  return tableCount;
}

// The key set that the host is asked about.
export function keyTotal(): u32 {
  return keyListLength;
}
@inline function listed(i: u32): Node {
  return changetype<Node>(load<u32>(keyList + i * 4));
}
export function keyStart(i: u32): usize {
  return listed(i).key;
}
export function keyBytes(i: u32): u32 {
  return listed(i).nameLength;
}

// Roots, paths and tables by number.
export function plainRootId(): u32 {
  return plainRoot.id;
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
export function kindNameStart(part: u32): usize {
  return part ? typeAt : indexAt;
}
export function kindNameBytes(part: u32): u32 {
  return part ? typeBytes : indexBytes;
}
export function namedRootTotal(): u32 {
  return namedTotal();
}
export function namedRootId(kind: u32): u32 {
  return namedRootOf(kind).id;
}
export function clusterTotal(): u32 {
  return rootTotal();
}
export function clusterRootId(cluster: u32): u32 {
  return rootOf(cluster).id;
}
export function tableOwner(id: u32): u32 {
  return tableAt(id).owner.id;
}
export function tableDepth(id: u32): u32 {
  return tableAt(id).depth;
}
export function nodeParent(id: u32): i32 {
  const parent = nodeAt(id).parent;
  return exists(parent) ? <i32>parent.id : -1;
}
export function nodeTable(id: u32): u32 {
  return nodeAt(id).table.id;
}
export function nodeRole(id: u32): u32 {
  return nodeAt(id).role;
}
export function nodePathHash(id: u32): u64 {
  return nodeAt(id).pathHash;
}
export function nodeKeyStart(id: u32): usize {
  return nodeAt(id).key;
}
export function nodeKeyBytes(id: u32): u32 {
  return nodeAt(id).nameLength;
}
/** Where a path's counters begin (wasm/shared/path-counter.ts). */
export function nodeCounters(id: u32): usize {
  return changetype<usize>(nodeAt(id).counters);
}
export function nodeSamples(id: u32): usize {
  return changetype<usize>(nodeAt(id).samples);
}
export function nodeSampleCount(id: u32): u32 {
  return nodeAt(id).sampleCount;
}
export function nodeFold(id: u32): u32 {
  return nodeAt(id).fold;
}
export function nodeMaxBytes(id: u32): u32 {
  return nodeAt(id).maxBytes;
}

/** Where the map of addresses lies; 0 before a path is watched. */
export function addressMapStart(): usize {
  return addressMap();
}

// Distinct values.
export function loggedOf(id: u32): u32 {
  return logged(nodeAt(id));
}
export function takeHashesOf(id: u32): usize {
  return takeHashes(nodeAt(id));
}
export function takenTotal(): u32 {
  return taken;
}
export function takenGroups(): usize {
  return changetype<usize>(groupCounts);
}
export function uniqueHashes(hashes: usize, count: u32): u32 {
  return uniqueAmong(hashes, count);
}
/** Hashes `length` bytes at `p`: for the test against the published vectors. */
export function hashLow(p: usize, length: u32): u64 {
  sip(p, length);
  return sipLow;
}
export function hashHigh(p: usize, length: u32): u64 {
  sip(p, length);
  return sipHigh;
}
/** The same for values of a path: for the test that short ones can be read back. */
export function textLow(p: usize, length: u32): u64 {
  hashText(p, length);
  return sipLow;
}
export function textHigh(p: usize, length: u32): u64 {
  hashText(p, length);
  return sipHigh;
}

// Raw memory for hashes that travel between workers.
export function allocate(bytes: usize): usize {
  return heap.alloc(bytes);
}
export function release(p: usize): void {
  heap.free(p);
}
