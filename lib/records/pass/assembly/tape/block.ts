// A block of whole documents, of one part, onto the tape; refused ones by their place.
import { NEWLINE, RETURN } from '../text/characters';
import { renewSerials } from '../json/grammar';
import { NO_DOCUMENT, actionError, readHit, readPair } from '../envelopes/envelope';
import { readDocument } from '../json/key-sets';
import { ERROR_UTF8 } from '../codes/line-errors';
import { scanNewline, skipBlanks } from '../json/strings';
import { clearTape, mark, undo } from './tape';
import { isUtf8 } from '../text/utf8';

export let input: usize = 0;
/** Where the next block may be laid while this one is at work. */
export let spareInput: usize = 0;
/** Number of each document among the block's records (from 0), its line (from 0) and byte in the block. */
export let docNumber: usize = 0;
export let docLine: usize = 0;
export let docByte: usize = 0;
export let docs: u32 = 0;
/** Where the records of a block lie, if lines are not its documents: begin, end and line, 12 bytes each. */
export let records: usize = 0;
const RECORD: u32 = 12;
/** Of a pair: begin, end and line of its action (empty where there is none), then of its document: begin NOWHERE and end 0 where there is none, end 1 where it was skipped. */
const PAIR: u32 = 24;
const NOWHERE: u32 = 0xffffffff;
/** A text is unescaped once; JSON in it is copied and unescaped again, and so is JSON in its strings. */
const ESCAPES: u32 = 6;
/** Refused records, 16 bytes each: line, byte, length, error. */
export let rejects: usize = 0;
export let rejectCount: u32 = 0;
export let blankLines: i64 = 0;
let escapes: usize = 0,
  docCapacity: u32 = 4096,
  rejectCapacity: u32 = 1024,
  recordCapacity: u32 = 0;

export function initBlock(capacity: u32): void {
  input = heap.alloc(<usize>capacity + 64);
  spareInput = heap.alloc(<usize>capacity + 64);
  escapes = heap.alloc(<usize>capacity * ESCAPES + 64);
  docNumber = heap.alloc(docCapacity * 4);
  docLine = heap.alloc(docCapacity * 4);
  docByte = heap.alloc(docCapacity * 4);
  rejects = heap.alloc(rejectCapacity * 16);
}

/** Makes room for the places of `count` records; returns where they go. */
export function reserveRecords(count: u32): usize {
  if (count > recordCapacity) {
    if (records) heap.free(records);
    recordCapacity = count * 2;
    records = heap.alloc(recordCapacity * PAIR);
  }
  return records;
}

/** The block that was laid beside this one is the one at work. */
export function swapInputs(): void {
  const before = input;
  input = spareInput;
  spareInput = before;
}

export function countLines(p: usize, length: u32): u32 {
  const newline = i8x16.splat(NEWLINE),
    end = p + length;
  let count: u32 = 0;
  for (; p + 16 <= end; p += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), newline)));
  for (; p < end; p++) if (load<u8>(p) == 10) count++;
  return count;
}

/** Reads `length` bytes of whole lines, the last one a newline, each line a document. Returns how many were accepted. */
export function parse(length: u32, allUtf8: bool, hits: bool): u32 {
  begin();
  let line: u32 = 0,
    p = input;
  const end = input + length;
  while (p < end) {
    const start = skipBlanks(p);
    if (load<u8>(start) == 10) {
      blankLines++;
      line++;
      p = start + 1;
      continue;
    }
    const newline = scanNewline(p);
    take(p, start, newline, allUtf8, line, line, hits);
    line++;
    p = newline + 1;
  }
  return docs;
}

/** Reads `count` records in `length` bytes; the host has put their places at `records`, and a newline at the end. */
export function parseRecords(count: u32, length: u32, allUtf8: bool, hits: bool): u32 {
  begin();
  blankNewlines(input, input + length - 1);
  for (let i: u32 = 0; i < count; i++) {
    const record = records + i * RECORD,
      p = input + load<u32>(record);
    take(p, p, input + load<u32>(record, 4), allUtf8, i, load<u32>(record, 8), hits);
  }
  return docs;
}

/** A newline ends a line for the readers of a record; another blank does not. */
function blankNewlines(p: usize, end: usize): void {
  const newline = i8x16.splat(NEWLINE),
    blank = i8x16.splat(RETURN);
  for (; p + 16 <= end; p += 16) {
    const v = v128.load(p);
    v128.store(p, v128.bitselect(blank, v, i8x16.eq(v, newline)));
  }
  for (; p < end; p++) if (load<u8>(p) == 10) store<u8>(p, RETURN);
}

/** Reads `count` pairs of an action and a document in `length` bytes, as {@link parseRecords} does. */
export function parsePairs(count: u32, length: u32, allUtf8: bool): u32 {
  begin();
  blankNewlines(input, input + length - 1);
  for (let i: u32 = 0; i < count; i++) {
    const pair = records + i * PAIR,
      actionAt = input + load<u32>(pair),
      actionEnd = input + load<u32>(pair, 4);
    const offset = load<u32>(pair, 12),
      p = offset != NOWHERE ? input + offset : 0,
      end = p ? input + load<u32>(pair, 16) : load<u32>(pair, 16);
    // Both are lines: a string that is open at the end of one is cut there, as in a block's last line.
    if (actionEnd > actionAt) store<u8>(actionEnd, NEWLINE);
    if (p) store<u8>(end, NEWLINE);
    mark();
    if (docs == docCapacity) growDocs();
    const isText = allUtf8 || !p || isUtf8(p, end);
    const error = readPair(
      actionAt,
      allUtf8 || isUtf8(actionAt, actionEnd) ? actionEnd : 0,
      isText ? p : 1,
      end,
      docs,
    );
    if (actionError) refuse(load<u32>(pair, 8), actionAt, actionEnd, actionError);
    if (!error) {
      accept(p, i, load<u32>(pair, 20));
      continue;
    }
    undo();
    if (error != NO_DOCUMENT) refuse(load<u32>(pair, 20), p, end, error);
  }
  return docs;
}

/** Empties the tape and the lists for a new block. */
export function begin(): void {
  clearTape(escapes);
  renewSerials();
  docs = 0;
  rejectCount = 0;
}

/** Reads the record from `p` to `end`, whose document begins at `start`. */
@inline function take(
  p: usize,
  start: usize,
  end: usize,
  allUtf8: bool,
  number: u32,
  line: u32,
  hit: bool,
): void {
  mark();
  const error =
    !allUtf8 && !isUtf8(p, end)
      ? ERROR_UTF8
      : hit
        ? readHit(start, end, docs)
        : readDocument(start, end, docs);
  if (error) {
    undo();
    refuse(line, p, end, error);
    return;
  }
  noteDocument(number, line, p);
}

export function countBlank(): void {
  blankLines++;
}

/** Notes the place of a document that was accepted: the record `number` of the block, at `p`. */
@inline export function noteDocument(number: u32, line: u32, p: usize): void {
  if (docs == docCapacity) growDocs();
  accept(p, number, line);
}

@inline function accept(p: usize, number: u32, line: u32): void {
  acceptAt(<u32>(p - input), number, line);
}

@inline function acceptAt(byte: u32, number: u32, line: u32): void {
  store<u32>(docNumber + docs * 4, number);
  store<u32>(docLine + docs * 4, line);
  store<u32>(docByte + docs * 4, byte);
  docs++;
}

/** {@link noteDocument}, of a document that lies elsewhere in the part than in the block. */
@inline export function noteRow(number: u32, line: u32, byte: u32): void {
  if (docs == docCapacity) growDocs();
  acceptAt(byte, number, line);
}

function growDocs(): void {
  docCapacity <<= 1;
  docNumber = heap.realloc(docNumber, docCapacity * 4);
  docLine = heap.realloc(docLine, docCapacity * 4);
  docByte = heap.realloc(docByte, docCapacity * 4);
}

export function refuse(line: u32, p: usize, end: usize, error: i32): void {
  refuseAt(line, <u32>(p - input), <u32>(end - p), error);
}

export function refuseAt(line: u32, byte: u32, length: u32, error: i32): void {
  if (rejectCount == rejectCapacity) {
    rejectCapacity <<= 1;
    rejects = heap.realloc(rejects, rejectCapacity * 16);
  }
  const to = rejects + rejectCount++ * 16;
  store<u32>(to, line);
  store<u32>(to, byte, 4);
  store<u32>(to, length, 8);
  store<u32>(to, error, 12);
}
