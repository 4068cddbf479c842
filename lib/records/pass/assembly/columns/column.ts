// One path in one row group: its counts, its distinct values, its text chunk and its type chunk.
import { ChunkKind, Encoding } from '../../wasm/shared/chunk-kind';
import { PathCounter } from '../../wasm/shared/path-counter';
import { ValueCode } from '../../wasm/shared/value-code';
import { markAddress } from './addresses';
import { DICTIONARY_LIMIT, dictionaryEntry, numberOf } from './dictionary';
import { log, useLog } from './hash-log';
import { Node } from '../tape/node';
import { Numbers, newNumbers, noNumbers } from '../tape/numbers';
import { lengthOf, packed, typeOf } from '../tape/tape';
import {
  byte,
  chunk,
  describeChunk,
  moveHere,
  moveTo,
  need,
  output,
  outputAt,
  skip,
  varint,
  varintLength,
} from './output';
import { HEADER_ROOM, dataHeader, dictionaryHeader, putText, run, typeDictionary } from './pages';
import { addSample } from './samples';
import { hashText, sipHigh, sipLow } from '../text/siphash';
import { blank, foldBits, maybeBlank } from '../text/text-traits';
import { ALL_CODES, BLANK_CODE, PLAIN_CODES, hasText } from './type-codes';

/** Where a document of the row group lies: its number in the store, its part, and line and byte in that. */
@unmanaged
export class DocumentPlace {
  doc: i64;
  part: i64;
  line: i64;
  byte: i64;
}
export const DOCUMENT_PLACE: u32 = offsetof<DocumentPlace>();

/** A value on the sorted tape, whose path is known by its place. */
@unmanaged
export class SortedEntry {
  row: u32;
  text: usize;
  lengthAndType: u32;
}
export const SORTED_ENTRY: u32 = offsetof<SortedEntry>();

@inline export function entryAt(entries: usize, i: u32): SortedEntry {
  return changetype<SortedEntry>(entries + i * SORTED_ENTRY);
}
@inline function typeAt(entries: usize, i: u32): u32 {
  return typeOf(entryAt(entries, i).lengthAndType);
}

/** Types whose codes plain JSON does not need: as bits of `typesSeen`. */
const MORE_CODES: u32 = ((1 << ValueCode.LONE_SURROGATE) - (1 << PLAIN_CODES)) | (1 << ValueCode.BLANK);

// The row group at work.
let rowGroup: u32 = 0;
let rows: u32 = 0;
/** Document of each row; place of each document. */
let rowDocs: Numbers = noNumbers();
let places: usize = 0;
let sorted: usize = 0;
/** Dictionary codes of the values of this row group, and the entry behind each code. */
let codes: Numbers = noNumbers();
let codeCapacity: u32 = 0;
let entryOfCode: Numbers = noNumbers();
/** Of the path at work: values with a text, and their bytes; a bit for each type. */
let texts: u32 = 0;
let textBytes: u32 = 0;
let typesSeen: u32 = 0;
let dictionaryValues: u32 = 0;
let dictionaryBytes: u32 = 0;
/** Definition levels of the text chunk, kept for the type chunk. */
let levels: usize = 0;
let levelCapacity: u32 = 0;
let levelLength: u32 = 0;

export function initColumns(): void {
  entryOfCode = newNumbers(DICTIONARY_LIMIT + 16);
  levelCapacity = 4096;
  levels = heap.alloc(levelCapacity);
}

/** Names the row group that {@link column} works on: the document of each row, the place of each document, the sorted tape. */
export function beginRowGroup(rowCount: u32, docOfRow: Numbers, placeOfDoc: usize, sortedTape: usize): void {
  rows = rowCount;
  rowDocs = docOfRow;
  places = placeOfDoc;
  sorted = sortedTape;
}

@inline function placeOfRow(row: u32): DocumentPlace {
  return changetype<DocumentPlace>(places + rowDocs[row] * DOCUMENT_PLACE);
}
@inline function firstDoc(): u32 {
  return <u32>placeOfRow(0).doc;
}

/** Counts the path's entries and writes its chunks. */
export function column(node: Node): void {
  const entries = sorted + node.at * SORTED_ENTRY;
  const count = node.entries;
  const coded = countEntries(node, entries, count);
  notePlaces(node, entries, count);
  levelLength = 0;
  if (texts) writeTexts(node, entries, count, coded && dictionaryValues * 2 <= texts);
  writeTypes(node, entries, count);
}

function notePlaces(node: Node, entries: usize, count: u32): void {
  const first = placeOfRow(entryAt(entries, 0).row);
  const last = placeOfRow(entryAt(entries, count - 1).row);
  const counters = node.counters;
  if (counters[PathCounter.FIRST_DOC] < 0) {
    counters[PathCounter.FIRST_DOC] = first.doc;
    counters[PathCounter.FIRST_LINE] = first.line;
    counters[PathCounter.FIRST_BYTE] = first.byte;
  }
  counters[PathCounter.LAST_DOC] = last.doc;
  counters[PathCounter.LAST_LINE] = last.line;
  counters[PathCounter.LAST_BYTE] = last.byte;
}

/** Counts; returns whether every text of the row group has a dictionary code. */
function countEntries(node: Node, entries: usize, count: u32): bool {
  texts = 0;
  textBytes = 0;
  typesSeen = 0;
  dictionaryValues = 0;
  dictionaryBytes = 0;
  rowGroup++;
  let present: u32 = 0,
    filled: u32 = 0,
    filledValues: u32 = 0,
    lastDoc: u32 = -1,
    lastFilled: u32 = -1;
  if (codeCapacity < count) {
    codeCapacity = count * 2;
    if (changetype<usize>(codes)) heap.free(changetype<usize>(codes));
    codes = newNumbers(codeCapacity);
  }
  const counters = node.counters;
  let coded = node.mode == 0;
  for (let i: u32 = 0; i < count; i++) {
    const entry = entryAt(entries, i);
    const type = typeOf(entry.lengthAndType);
    const p = entry.text;
    const length = lengthOf(entry.lengthAndType);
    const doc = rowDocs[entry.row];
    if (doc != lastDoc) {
      present++;
      lastDoc = doc;
    }
    counters[PathCounter.NULLS + type - ValueCode.NULL] += 1;
    if (type == ValueCode.NULL) {
      typesSeen |= 1 << ValueCode.NULL;
      continue;
    }
    if (type == ValueCode.OBJECT || type == ValueCode.ARRAY) {
      typesSeen |= 1 << type;
      counters[PathCounter.EMPTIES] += length;
      filledValues++;
      if (doc != lastFilled) {
        filled++;
        lastFilled = doc;
      }
      continue;
    }
    texts++;
    textBytes += length;
    if (length > node.maxBytes) node.maxBytes = length;
    const isBlank = type == ValueCode.STRING && maybeBlank(p, length) && blank(p, length);
    if (isBlank) {
      typesSeen |= 1 << ValueCode.BLANK;
      entry.lengthAndType = packed(length, ValueCode.BLANK);
    } else {
      typesSeen |= 1 << type;
      filledValues++;
      if (doc != lastFilled) {
        filled++;
        lastFilled = doc;
      }
    }
    if (coded) {
      if (
        node.distinct < DICTIONARY_LIMIT &&
        (node.distinct < 128 || <i64>node.distinct * 4 <= (counters[PathCounter.TEXTS] + texts) * 3)
      ) {
        code(node, p, length, isBlank ? 0 : type, entry.row);
        continue;
      }
      coded = false;
      useLog(node);
    }
    if (isBlank) continue;
    if (type != ValueCode.BOOLEAN && node.fold != 7) node.fold |= foldBits(p, length);
    hashText(p, length);
    log(node, sipLow, sipHigh);
    if (node.watched) markAddress(p, length);
  }
  counters[PathCounter.PRESENT] += present;
  counters[PathCounter.FILLED] += filled;
  counters[PathCounter.VALUES] += count;
  counters[PathCounter.FILLED_VALUES] += filledValues;
  counters[PathCounter.TEXTS] += texts;
  return coded;
}

/** Finds the value's entry and its code in this row group. `type` is 0 for a blank text. */
@inline function code(node: Node, p: usize, length: u32, type: u32, row: u32): void {
  const known = node.distinct;
  const number = numberOf(node, p, length);
  const entry = dictionaryEntry(node, number);
  if (node.distinct != known && type) {
    if (type != ValueCode.BOOLEAN) node.fold |= foldBits(p, length);
    addSample(node, placeOfRow(row).doc, p, length);
  }
  if (entry.rowGroup != rowGroup) {
    entry.rowGroup = rowGroup;
    entry.code = dictionaryValues;
    entryOfCode[dictionaryValues] = number;
    dictionaryValues++;
    dictionaryBytes += length + 4;
  }
  codes[texts - 1] = entry.code;
}

/** OPTIONAL BYTE_ARRAY, with a dictionary page where at least half of the texts repeat. */
function writeTexts(node: Node, entries: usize, count: u32, withDictionary: bool): void {
  const sparse = texts * 16 < rows,
    levelRoom = (sparse ? texts * 8 : rows / 8) + 64;
  need(textBytes + texts * 4 + levelRoom + (withDictionary ? dictionaryBytes + texts * 4 : 0) + 256);
  const start = outputAt;
  if (withDictionary) {
    dictionaryHeader(dictionaryBytes, dictionaryValues);
    for (let i: u32 = 0; i < dictionaryValues; i++) {
      const entry = dictionaryEntry(node, entryOfCode[i]);
      putText(entry.text, entry.length);
    }
  }
  const data = outputAt,
    body = data + HEADER_ROOM;
  moveTo(body + 4);
  writeLevels(entries, count, sparse);
  levelLength = <u32>(outputAt - body - 4);
  store<u32>(output + body, levelLength);
  keepLevels(output + body + 4);

  const width: u32 = dictionaryValues > 1 ? 32 - clz(dictionaryValues - 1) : 0,
    groups = (texts + 7) >> 3;
  const codeBytes: u32 =
    1 + (width ? varintLength(((<u64>groups) << 1) | 1) + groups * width : varintLength((<u64>texts) << 1));
  moveTo(data);
  dataHeader(
    levelLength + 4 + (withDictionary ? codeBytes : textBytes + texts * 4),
    rows,
    withDictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN,
  );
  moveHere(body, levelLength + 4);
  if (withDictionary) writeCodes(width, groups);
  else
    for (let i: u32 = 0; i < count; i++) {
      const entry = entryAt(entries, i);
      if (hasText(typeOf(entry.lengthAndType))) putText(entry.text, lengthOf(entry.lengthAndType));
    }
  chunk(node.id, ChunkKind.TEXT, start, data);
  describeChunk(rows, withDictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN, firstDoc());
}

/** Which rows have a text: one run, runs, or a bit for each row. */
function writeLevels(entries: usize, count: u32, sparse: bool): void {
  if (texts == rows) {
    run(1, rows);
    return;
  }
  if (sparse) {
    let at: u32 = 0,
      i: u32 = 0;
    while (i < count) {
      if (!hasText(typeAt(entries, i))) {
        i++;
        continue;
      }
      const row = entryAt(entries, i).row;
      let length: u32 = 1,
        j = i + 1;
      while (j < count && hasText(typeAt(entries, j)) && entryAt(entries, j).row == row + length) {
        length++;
        j++;
      }
      run(0, row - at);
      run(1, length);
      at = row + length;
      i = j;
    }
    run(0, rows - at);
    return;
  }
  const groups = (rows + 7) >> 3;
  varint(((<u64>groups) << 1) | 1);
  memory.fill(output + outputAt, 0, groups);
  for (let i: u32 = 0; i < count; i++) {
    if (!hasText(typeAt(entries, i))) continue;
    const row = entryAt(entries, i).row,
      to = output + outputAt + (row >> 3);
    store<u8>(to, (<u32>load<u8>(to)) | (1 << (row & 7)));
  }
  skip(groups);
}

function keepLevels(from: usize): void {
  if (levelLength > levelCapacity) {
    heap.free(levels);
    levelCapacity = levelLength * 2;
    levels = heap.alloc(levelCapacity);
  }
  memory.copy(levels, from, levelLength);
}

/** Dictionary codes, bit-packed. */
function writeCodes(width: u32, groups: u32): void {
  byte(width);
  if (!width) {
    varint((<u64>texts) << 1);
    return;
  }
  varint(((<u64>groups) << 1) | 1);
  const to = output + outputAt;
  memory.fill(to, 0, groups * width + 8);
  for (let i: u32 = 0, bit: u32 = 0; i < texts; i++, bit += width) {
    const q = to + (bit >> 3);
    store<u32>(q, load<u32>(q) | (codes[i] << (bit & 7)));
  }
  skip(groups * width);
}

/** REQUIRED INT32 of type codes. Where only strings occur, the text's definition levels are the codes of a dictionary [0, 4]. */
function writeTypes(node: Node, entries: usize, count: u32): void {
  const onlyStrings = typesSeen == 1 << ValueCode.STRING;
  const codes = typesSeen & MORE_CODES ? ALL_CODES : PLAIN_CODES,
    width: u32 = codes == ALL_CODES ? 4 : 3;
  need((rows >> 1) + count * 12 + levelLength + 512);
  const start = outputAt;
  if (onlyStrings) {
    dictionaryHeader(8, 2);
    store<u32>(output + outputAt, 0);
    store<u32>(output + outputAt, ValueCode.STRING, 4);
    skip(8);
  } else typeDictionary(codes);
  const data = outputAt,
    body = data + HEADER_ROOM;
  moveTo(body);
  if (onlyStrings) {
    byte(1);
    memory.copy(output + outputAt, levels, levelLength);
    skip(levelLength);
  } else {
    byte(width);
    writeTypeCodes(entries, count, width);
  }
  const size = <u32>(outputAt - body);
  moveTo(data);
  dataHeader(size, rows, Encoding.RLE_DICTIONARY);
  moveHere(body, size);
  chunk(node.id, ChunkKind.TYPE, start, data);
  describeChunk(rows, Encoding.RLE_DICTIONARY, firstDoc());
}

@inline function typeCode(entries: usize, i: u32): u32 {
  const type = typeAt(entries, i);
  if (type == ValueCode.LONE_SURROGATE) return ValueCode.STRING;
  return type == ValueCode.BLANK ? BLANK_CODE : type;
}

function writeTypeCodes(entries: usize, count: u32, width: u32): void {
  if (count == rows && (typesSeen & (typesSeen - 1)) == 0) {
    run(typeCode(entries, 0), rows);
    return;
  }
  if (count * 16 < rows) {
    let at: u32 = 0;
    for (let i: u32 = 0; i < count; i++) {
      const row = entryAt(entries, i).row;
      run(0, row - at);
      run(typeCode(entries, i), 1);
      at = row + 1;
    }
    run(0, rows - at);
    return;
  }
  const groups = (rows + 7) >> 3;
  varint(((<u64>groups) << 1) | 1);
  const to = output + outputAt;
  memory.fill(to, 0, groups * width + 8);
  for (let i: u32 = 0; i < count; i++) {
    const bit = entryAt(entries, i).row * width,
      q = to + (bit >> 3);
    store<u16>(q, (<u32>load<u16>(q)) | (typeCode(entries, i) << (bit & 7)));
  }
  skip(groups * width);
}
