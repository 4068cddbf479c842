// A block of whole documents, of one part, onto the tape; refused ones by their place. The host copies the block to `input`, and
// where lines are not its documents the places of its records to `records`.
import { LineError } from '../../wasm/shared/line-error';
import { NOWHERE, PairPlace, RecordPlace, Reject } from '../../wasm/shared/records';
import { NO_DOCUMENT, actionError, readPair } from '../envelopes/bulk';
import { readHit } from '../envelopes/hit';
import { readDocument } from '../json/key-sets';
import { renewSerials } from '../json/serials';
import { scanNewline, skipBlanks } from '../json/strings';
import { NEWLINE, RETURN } from '../text/characters';
import { isUtf8 } from '../text/utf8';
import { Numbers, grownNumbers, newNumbers, noNumbers } from './numbers';
import { clearTape, mark, undo } from './tape';

export let input: usize = 0;
/** Where the next block may be laid while this one is at work. */
export let spareInput: usize = 0;
/** Documents that were accepted: their numbers among the block's records (from 0), lines (from 0) and bytes in the block. */
export let docs: u32 = 0;
export let docNumber: Numbers = noNumbers();
export let docLine: Numbers = noNumbers();
export let docByte: Numbers = noNumbers();
/** Where the records of a block lie, or its pairs of an action and a document. */
export let records: Numbers = noNumbers();
/** Refused records. */
export let rejects: Numbers = noNumbers();
export let rejectCount: u32 = 0;
export let blankLines: i64 = 0;
/** Bytes behind a block, so that sixteen at a time can be read at its end. */
const PADDING: u32 = 64;
/** A text is unescaped once; JSON in it is copied and unescaped again, and so is JSON in its strings. */
const ESCAPES: u32 = 6;
let escapes: usize = 0;
let docCapacity: u32 = 4096;
let rejectCapacity: u32 = 1024;
let recordCapacity: u32 = 0;

export function initBlock(capacity: u32): void {
  input = heap.alloc(<usize>capacity + PADDING);
  spareInput = heap.alloc(<usize>capacity + PADDING);
  escapes = heap.alloc(<usize>capacity * ESCAPES + PADDING);
  docNumber = newNumbers(docCapacity);
  docLine = newNumbers(docCapacity);
  docByte = newNumbers(docCapacity);
  rejects = newNumbers(rejectCapacity * Reject.FIELDS);
}

/** Makes room for the places of `count` records; returns where they go. */
export function reserveRecords(count: u32): usize {
  if (count > recordCapacity) {
    if (recordCapacity) heap.free(changetype<usize>(records));
    recordCapacity = count * 2;
    records = newNumbers(recordCapacity * PairPlace.FIELDS);
  }
  return changetype<usize>(records);
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
  for (; p < end; p++) if (load<u8>(p) == NEWLINE) count++;
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
    if (load<u8>(start) == NEWLINE) {
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
    const record = records.record(i, RecordPlace.FIELDS);
    const p = input + record[RecordPlace.begin];
    take(p, p, input + record[RecordPlace.end], allUtf8, i, record[RecordPlace.line], hits);
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
  for (; p < end; p++) if (load<u8>(p) == NEWLINE) store<u8>(p, RETURN);
}

/** Reads `count` pairs of an action and a document in `length` bytes, as {@link parseRecords} does. */
export function parsePairs(count: u32, length: u32, allUtf8: bool): u32 {
  begin();
  blankNewlines(input, input + length - 1);
  for (let i: u32 = 0; i < count; i++) {
    const pair = records.record(i, PairPlace.FIELDS);
    const actionAt = input + pair[PairPlace.actionBegin];
    const actionEnd = input + pair[PairPlace.actionEnd];
    const p: usize = pair[PairPlace.begin] != <u32>NOWHERE ? input + pair[PairPlace.begin] : 0;
    const end: usize = p ? input + pair[PairPlace.end] : pair[PairPlace.end];
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
    if (actionError) refuse(pair[PairPlace.actionLine], actionAt, actionEnd, actionError);
    if (!error) {
      accept(p, i, pair[PairPlace.line]);
      continue;
    }
    undo();
    if (error != NO_DOCUMENT) refuse(pair[PairPlace.line], p, end, error);
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
      ? LineError.NOT_UTF8
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
  docNumber[docs] = number;
  docLine[docs] = line;
  docByte[docs] = byte;
  docs++;
}

/** {@link noteDocument}, of a document that lies elsewhere in the part than in the block. */
@inline export function noteRow(number: u32, line: u32, byte: u32): void {
  if (docs == docCapacity) growDocs();
  acceptAt(byte, number, line);
}

function growDocs(): void {
  docCapacity <<= 1;
  docNumber = grownNumbers(docNumber, docCapacity);
  docLine = grownNumbers(docLine, docCapacity);
  docByte = grownNumbers(docByte, docCapacity);
}

export function refuse(line: u32, p: usize, end: usize, error: i32): void {
  refuseAt(line, <u32>(p - input), <u32>(end - p), error);
}

export function refuseAt(line: u32, byte: u32, length: u32, error: i32): void {
  if (rejectCount == rejectCapacity) {
    rejectCapacity <<= 1;
    rejects = grownNumbers(rejects, rejectCapacity * Reject.FIELDS);
  }
  const reject = rejects.record(rejectCount++, Reject.FIELDS);
  reject[Reject.line] = line;
  reject[Reject.byte] = byte;
  reject[Reject.length] = length;
  reject[Reject.error] = error;
}
