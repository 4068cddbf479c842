import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A compiled module; threads share it. */
export type PassModule = object;

/** The part of the WebAssembly interface in use; Node's types leave it to the DOM's. */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => PassModule;
  Instance: new (module: PassModule, imports: object) => { exports: unknown };
}

const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;

/** What assembly/index.ts exports. Pointers are offsets into `memory`. */
export interface PassExports {
  memory: { readonly buffer: ArrayBuffer };
  start(): void;
  init(blockBytes: number, seedA: bigint, seedB: bigint, maxDepth: number, maxPaths: number): number;
  spareStart(): number;
  swapInputs(): void;
  countLines(p: number, length: number): number;
  parse(length: number, allUtf8: boolean, hits: boolean): number;
  reserveRecords(count: number): number;
  parseRecords(count: number, length: number, allUtf8: boolean, hits: boolean): number;
  parsePairs(count: number, length: number, allUtf8: boolean): number;
  actionLineCount(): bigint;
  deletedLineCount(): bigint;
  skippedLineCount(): bigint;
  kindNameStart(part: number): number;
  kindNameBytes(part: number): number;
  namedRootTotal(): number;
  namedRootId(kind: number): number;
  initSplitter(capacity: number, longestDocument: number): number;
  beginSplit(responses: boolean): void;
  split(have: number, ended: boolean): void;
  finishSplit(have: number): boolean;
  keepFrom(): number;
  linesBeforeOpen(): number;
  giveUp(): void;
  forget(count: number): void;
  placesFound(): number;
  placesFoundCount(): number;
  scannedTo(): number;
  linesScanned(): number;
  looseCommaCount(): number;
  topValueCount(): number;
  /** Sets the dialect of the texts to come: its delimiter as a number of up to eight bytes; 256 stands for no byte. */
  setDialect(
    delimiter: bigint,
    length: number,
    quote: number,
    escape: number,
    lineEnd: number,
    columns: number,
  ): void;
  beginTable(): void;
  listName(p: number, length: number): void;
  enterTable(): void;
  nameColumn(i: number, p: number, length: number): void;
  setHeader(p: number, length: number): void;
  setComment(p: number, length: number): void;
  cutRecords(length: number, longest: number): number;
  countLineEnds(p: number, length: number): number;
  parseCsv(length: number, allUtf8: boolean): number;
  strayQuoteCount(): number;
  repeatedHeaderCount(): number;
  commentCount(): number;
  tableStarts(): number;
  tableStartCount(): number;
  /** Sets up the reading of SQL; returns where its text goes. */
  initSqlText(capacity: number, longestRow: number, blockBytes: number): number;
  beginSql(): void;
  /** What a backslash in quotes is: 0 itself, 1 an escape as MySQL has it. */
  setEscapes(kind: number): void;
  beginTuples(from: number, to: number): void;
  resumeTuples(): void;
  /** Reads rows from byte `from` of the text; why it stopped (sql-text.ts). `columns` 0: nobody knows how many. */
  readTuples(from: number, have: number, ended: boolean, table: number, columns: number): number;
  readCopy(from: number, have: number, ended: boolean, table: number, columns: number): number;
  stoppedAt(): number;
  noteBadRow(from: number, to: number, error: number): void;
  noteLongRow(byte: number, line: number, length: number, error: number): void;
  linesTo(at: number): number;
  forgetText(count: number): void;
  clearRows(): void;
  rowCells(): number;
  rowCellsLength(): number;
  rowList(): number;
  rowListLength(): number;
  rowTotal(): number;
  firstRowLine(): number;
  firstRowByte(): number;
  lastRowCells(): number;
  expressionCount(): number;
  beginShape(kind: number, columns: number): number;
  nameShapeColumn(shape: number, i: number, p: number, length: number): void;
  reserveRows(numbers: number): number;
  parseRows(count: number, allUtf8: boolean): number;
  addName(p: number, length: number): void;
  addMap(pathHash: bigint): void;
  emit(doc: bigint, part: bigint, line: bigint, byte: bigint): void;
  flushAll(): void;
  absentChunk(rows: number, isType: boolean): number;
  outputStart(): number;
  outputLength(): number;
  chunkRecords(): number;
  chunkRecordCount(): number;
  rejectRecords(): number;
  rejectRecordCount(): number;
  blankLineCount(): bigint;
  duplicateKeyCount(): bigint;
  loneSurrogateCount(): bigint;
  hashChunkCount(): number;
  nodeTotal(): number;
  tableTotal(): number;
  keyTotal(): number;
  keyStart(i: number): number;
  keyBytes(i: number): number;
  assign(hash: bigint, cluster: number): void;
  documentsOf(hash: bigint): bigint;
  useOneRoot(): void;
  plainRootId(): number;
  clusterTotal(): number;
  clusterRootId(cluster: number): number;
  tableOwner(id: number): number;
  tableDepth(id: number): number;
  nodeParent(id: number): number;
  nodeTable(id: number): number;
  nodeRole(id: number): number;
  nodePathHash(id: number): bigint;
  nodeKeyStart(id: number): number;
  nodeKeyBytes(id: number): number;
  nodeCounters(id: number): number;
  nodeSamples(id: number): number;
  nodeSampleCount(id: number): number;
  nodeFold(id: number): number;
  nodeMaxBytes(id: number): number;
  watch(id: number): void;
  markDictionary(id: number): void;
  unite(others: number): number;
  addressMapStart(): number;
  loggedOf(id: number): number;
  takeHashesOf(id: number): number;
  takenTotal(): number;
  takenGroups(): number;
  uniqueHashes(hashes: number, count: number): number;
  hashLow(p: number, length: number): bigint;
  hashHigh(p: number, length: number): bigint;
  textLow(p: number, length: number): bigint;
  textHigh(p: number, length: number): bigint;
  allocate(bytes: number): number;
  release(p: number): void;
}

/** What the module asks of its host while it reads, or tells it. */
export interface PassHost {
  /** A response of Elasticsearch, its hits replaced by their number; `cut`: 1 too long to keep, 2 without its end. */
  responseEnd(at: number, length: number, byte: number, line: number, cut: number): void;
  /** The cluster of a key set that is new here; 0xffffffff when there are too many sets. */
  chooseCluster(hash: bigint): number;
  /** The kind of an index and type that are new here; 0xffffffff when there are too many kinds. */
  chooseKind(): number;
  /** The set that was asked about last has an accepted document. */
  keepKeySet(): void;
}

/** Compiles the byte pass that lies beside this file. */
export function loadPass(): PassModule {
  return new Module(readFileSync(join(__dirname, 'pass.wasm')));
}

/** One instance, with its own memory. */
export function startPass(module: PassModule, host: Partial<PassHost> = {}): PassExports {
  const nothing = (): undefined => undefined;
  const env = {
    chooseCluster: () => 0,
    chooseKind: () => 0,
    keepKeySet: nothing,
    responseEnd: nothing,
    ...host,
  };
  const exports = new Instance(module, { env }).exports as PassExports;
  exports.start();
  return exports;
}
