// A block of delimiter-separated records, of one part, onto the tape; refused ones by their place.
import { LineError } from '../../wasm/shared/line-error';
import { ValueCode } from '../../wasm/shared/value-code';
import { openCell } from '../json/grammar';
import { beginList, listKey } from '../json/key-list';
import { countListed, rootOfList } from '../json/key-sets';
import { begin, countBlank, docs, input, noteDocument, refuse } from '../tape/block';
import { plainMember } from '../tape/members';
import { Node, exists, nobody } from '../tape/node';
import { TAPE_ENTRY, TapeEntry, lengthOf, mark, newRow, put, tape, tapeBytes, undo } from '../tape/tape';
import { same } from '../text/bytes';
import { NEWLINE, RETURN, SPACE, TAB } from '../text/characters';
import { isUtf8 } from '../text/utf8';
import { blanksAreCells, lineEnd, setColumn } from './csv-dialect';
import { scanLineEnd } from './csv-scan';
import { FEW, MANY, REPAIRED, readRecord, recordCells, recordEnd, strayQuote, takeLine } from './csv-text';
import { wholeRecords } from './whole-records';

/** Of the last block: records in which a quote was taken for text; headers met again; comments. */
export let strayQuotes: u32 = 0;
export let repeatedHeaders: u32 = 0;
export let comments: u32 = 0;
/** Where in the last block another table may begin: behind blank lines, and at rows of one other width. */
export let starts: usize = 0;
export let startCount: u32 = 0;
const START_LIMIT: u32 = 64;
/** Three bytes, as they are read into a number. */
const BYTE_ORDER_MARK: u32 = 0xbfbbef;
/** The header's bytes, and what a comment begins with; none where the length is 0. */
let header: usize = 0,
  headerLength: u32 = 0,
  comment: usize = 0,
  commentLength: u32 = 0;
let root: Node = nobody(),
  complete: bool = true;

/** Begins to list the names of a table's columns. */
export function beginTable(): void {
  beginList();
  complete = true;
}
/** Lists a name; each once. */
export function listName(p: usize, length: u32): void {
  if (!listKey(p, length)) complete = false;
}
/** Finds the root of documents with the listed names. */
export function enterTable(): void {
  root = rootOfList();
}
/** Names column `i`. */
export function nameColumn(i: u32, p: usize, length: u32): void {
  const node = plainMember(root, p, length, true);
  if (exists(node)) setColumn(i, node);
  else complete = false;
}
export function setHeader(p: usize, length: u32): void {
  header = kept(header, p, length);
  headerLength = length;
}
export function setComment(p: usize, length: u32): void {
  comment = kept(comment, p, length);
  commentLength = length;
}

function kept(old: usize, p: usize, length: u32): usize {
  if (old) heap.free(old);
  const copy = heap.alloc(<usize>length + 16);
  memory.copy(copy, p, length);
  return copy;
}

/** {@link wholeRecords} of the block's text. */
export function cutRecords(length: u32, longest: u32): u32 {
  return wholeRecords(input, length, longest);
}

/** Line ends among `length` bytes at `p`. */
export function countLineEnds(p: usize, length: u32): u32 {
  return lineEndsIn(p, p + length);
}

function lineEndsIn(p: usize, end: usize): u32 {
  const sign = i8x16.splat(<i8>lineEnd);
  let count: u32 = 0;
  for (; p + 16 <= end; p += 16) count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(p), sign)));
  for (; p < end; p++) if (load<u8>(p) == lineEnd) count++;
  return count;
}

/** Reads `length` bytes of whole records, the last byte a line end. Returns how many were accepted. */
export function parseCsv(length: u32, allUtf8: bool): u32 {
  begin();
  strayQuotes = 0;
  repeatedHeaders = 0;
  comments = 0;
  startCount = 0;
  let afterBlank = false,
    refused: usize = 0,
    refusedCells: u32 = 0;
  let line: u32 = 0,
    p = input;
  const end = input + length;
  while (p < end) {
    const behind = blankEnd(p);
    if (behind) {
      countBlank();
      line++;
      p = behind;
      afterBlank = true;
      continue;
    }
    if (afterBlank) {
      noteStart(p);
      afterBlank = false;
    }
    mark();
    const row = newRow(root.table, docs);
    put(root, row, p, 0, ValueCode.OBJECT);
    const cells = tapeBytes;
    const outcome = complete ? readRecord(p, end, row, true) : takeLine(p),
      next = recordEnd;
    const lines: u32 = next == scanLineEnd(p) + 1 ? 1 : lineEndsIn(p, next);
    if (outcome != FEW && outcome != MANY) refused = 0;
    else {
      if (refused && refusedCells == recordCells) noteStart(refused);
      refused = p;
      refusedCells = recordCells;
    }
    if (outcome <= REPAIRED) {
      if (isHeader(p, next)) {
        undo();
        repeatedHeaders++;
      } else if (!allUtf8 && !isUtf8(p, next)) {
        undo();
        refuse(line, p, contentEnd(p, next), LineError.NOT_UTF8);
      } else {
        if (outcome == REPAIRED || strayQuote) strayQuotes++;
        openCells(cells, row);
        noteDocument(line, line, p);
      }
    } else {
      undo();
      if (commentLength && same(p, comment, commentLength)) comments++;
      else
        refuse(
          line,
          p,
          contentEnd(p, next),
          !complete
            ? LineError.TOO_MANY_PATHS
            : outcome == FEW
              ? LineError.TOO_FEW_CELLS
              : outcome == MANY
                ? LineError.TOO_MANY_CELLS
                : LineError.BAD_QUOTES,
        );
    }
    line += lines;
    p = next;
  }
  if (refused) noteStart(refused);
  if (docs) countListed(docs);
  return docs;
}

/** Opens the cells of an accepted record that are JSON; they stand on the tape from `from` on. */
@inline function openCells(from: usize, row: u32): void {
  for (let at = from, stop = tapeBytes; at < stop; at += TAPE_ENTRY) {
    const cell = changetype<TapeEntry>(tape + at);
    openCell(cell.text, lengthOf(cell.lengthAndType), docs, cell.node, row);
  }
}

/** Notes a place, in rising order and as many as there is room for. */
function noteStart(p: usize): void {
  if (!starts) starts = heap.alloc(START_LIMIT * 4);
  const byte = <u32>(p - input);
  if (startCount == START_LIMIT || (startCount && load<u32>(starts + (startCount - 1) * 4) >= byte)) return;
  store<u32>(starts + startCount++ * 4, byte);
}

@inline function contentEnd(p: usize, next: usize): usize {
  return lineEnd == NEWLINE && next - 1 > p && load<u8>(next - 2) == RETURN ? next - 2 : next - 1;
}

/** The header again, as files that were joined have it: perhaps behind the byte order mark of its own file. */
@inline function isHeader(p: usize, next: usize): bool {
  if (!headerLength) return false;
  const from = (load<u32>(p) & 0xffffff) == BYTE_ORDER_MARK ? p + 3 : p;
  return contentEnd(p, next) - from == headerLength && same(from, header, headerLength);
}

/** The byte behind a line without text, or 0. Blanks are text where they may be cells. */
@inline function blankEnd(p: usize): usize {
  const c = load<u8>(p);
  if (c == lineEnd) return p + 1;
  if (c != RETURN && c != SPACE && c != TAB) return 0;
  return blanksEnd(p);
}

function blanksEnd(p: usize): usize {
  let c: u32 = load<u8>(p);
  if (!blanksAreCells()) while (c == SPACE || c == TAB) c = load<u8>(++p);
  if (c == lineEnd) return p + 1;
  return c == RETURN && lineEnd == NEWLINE && load<u8>(p + 1) == NEWLINE ? p + 2 : 0;
}
