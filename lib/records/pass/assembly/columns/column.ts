// One path in one row group: its counts, its distinct values, its text chunk and its type chunk.
import { markAddress } from './addresses';
import { DICTIONARY_LIMIT, ENTRY, entryOf } from './dictionary';
import { log, useLog } from './hash-log';
import { Node } from '../tape/node';
import {
  PLAIN,
  RLE_DICTIONARY,
  TEXT_CHUNK,
  TYPE_CHUNK,
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
import {
  ALL_CODES,
  ARRAY,
  BLANK,
  BLANK_CODE,
  BOOLEAN,
  LONE,
  NULL,
  OBJECT,
  PLAIN_CODES,
  STRING,
  hasText,
} from '../codes/value-types';

/** A document of the row group: +0 `_doc`, +8 part, +16 line, +24 byte. */
export const PLACE: u32 = 32;
/** An entry of the sorted tape: +0 row, +4 pointer, +8 length and type. */
export const SORTED: u32 = 12;

/** Types whose codes plain JSON does not need: as bits of `typesSeen`. */
const MORE_CODES: u32 = ((1 << LONE) - (1 << PLAIN_CODES)) | (1 << BLANK);

let rows: u32 = 0,
  rowDocs: usize = 0,
  places: usize = 0,
  sorted: usize = 0;
let rowGroup: u32 = 0;
/** Dictionary codes of the values of this row group, and the entry behind each code. */
let codes: usize = 0,
  codeCapacity: u32 = 0,
  entryOfCode: usize = 0;
let texts: u32 = 0,
  textBytes: u32 = 0,
  typesSeen: u32 = 0,
  dictionaryValues: u32 = 0,
  dictionaryBytes: u32 = 0;
/** Definition levels of the text chunk, kept for the type chunk. */
let levels: usize = 0,
  levelCapacity: u32 = 0,
  levelLength: u32 = 0;

export function initColumns(): void {
  entryOfCode = heap.alloc(DICTIONARY_LIMIT * 4 + 64);
  levelCapacity = 4096;
  levels = heap.alloc(levelCapacity);
}

/** Names the row group that {@link column} works on: the document of each row, the place of each document, the sorted tape. */
export function beginRowGroup(rowCount: u32, docOfRow: usize, placeOfDoc: usize, sortedTape: usize): void {
  rows = rowCount;
  rowDocs = docOfRow;
  places = placeOfDoc;
  sorted = sortedTape;
}

@inline function placeOfRow(row: u32): usize {
  return places + load<u32>(rowDocs + row * 4) * PLACE;
}
@inline function firstDoc(): u32 {
  return <u32>load<i64>(placeOfRow(0));
}

/** Counts the path's entries and writes its chunks. */
export function column(node: Node): void {
  const entries = sorted + node.at * SORTED,
    count = node.entries;
  const coded = countEntries(node, entries, count);
  notePlaces(node, entries, count);
  levelLength = 0;
  if (texts) writeTexts(node, entries, count, coded && dictionaryValues * 2 <= texts);
  writeTypes(node, entries, count);
}

function notePlaces(node: Node, entries: usize, count: u32): void {
  const first = placeOfRow(load<u32>(entries)),
    last = placeOfRow(load<u32>(entries + (count - 1) * SORTED));
  if (node.firstDoc < 0) {
    node.firstDoc = load<i64>(first);
    node.firstLine = load<i64>(first, 16);
    node.firstByte = load<i64>(first, 24);
  }
  node.lastDoc = load<i64>(last);
  node.lastLine = load<i64>(last, 16);
  node.lastByte = load<i64>(last, 24);
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
    if (codes) heap.free(codes);
    codes = heap.alloc(codeCapacity * 4);
  }
  let coded = node.mode == 0;
  for (let i: u32 = 0; i < count; i++) {
    const entry = entries + i * SORTED,
      lengthAndType = load<u32>(entry, 8);
    const type = lengthAndType >> 28,
      p = load<u32>(entry, 4),
      length = lengthAndType & 0xfffffff;
    const doc = load<u32>(rowDocs + load<u32>(entry) * 4);
    if (doc != lastDoc) {
      present++;
      lastDoc = doc;
    }
    const counter = changetype<usize>(node) + offsetof<Node>('countOfNull') + (type - 1) * 8;
    store<i64>(counter, load<i64>(counter) + 1);
    if (type == NULL) {
      typesSeen |= 1 << NULL;
      continue;
    }
    if (type == OBJECT || type == ARRAY) {
      typesSeen |= 1 << type;
      node.empties += length;
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
    const isBlank = type == STRING && maybeBlank(p, length) && blank(p, length);
    if (isBlank) {
      typesSeen |= 1 << BLANK;
      store<u32>(entry, (BLANK << 28) | length, 8);
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
        (node.distinct < 128 || <i64>node.distinct * 4 <= (node.texts + texts) * 3)
      ) {
        code(node, p, length, isBlank ? 0 : type, load<u32>(entry));
        continue;
      }
      coded = false;
      useLog(node);
    }
    if (isBlank) continue;
    if (type != BOOLEAN && node.fold != 7) node.fold |= foldBits(p, length);
    hashText(p, length);
    log(node, sipLow, sipHigh);
    if (node.watched) markAddress(p, length);
  }
  node.present += present;
  node.filled += filled;
  node.values += count;
  node.filledValues += filledValues;
  node.texts += texts;
  return coded;
}

/** Finds the value's entry and its code in this row group. `type` is 0 for a blank text. */
@inline function code(node: Node, p: usize, length: u32, type: u32, row: u32): void {
  const known = node.distinct,
    number = entryOf(node, p, length),
    entry = node.entriesAt + number * ENTRY;
  if (node.distinct != known && type) {
    if (type != BOOLEAN) node.fold |= foldBits(p, length);
    addSample(node, load<i64>(placeOfRow(row)), p, length);
  }
  if (load<u32>(entry, 16) != rowGroup) {
    store<u32>(entry, rowGroup, 16);
    store<u32>(entry, dictionaryValues, 20);
    store<u32>(entryOfCode + dictionaryValues * 4, number);
    dictionaryValues++;
    dictionaryBytes += length + 4;
  }
  store<u32>(codes + (texts - 1) * 4, load<u32>(entry, 20));
}

@inline function rowOf(entries: usize, i: u32): u32 {
  return load<u32>(entries + i * SORTED);
}
@inline function typeOf(entries: usize, i: u32): u32 {
  return load<u32>(entries + i * SORTED, 8) >> 28;
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
      const entry = node.entriesAt + load<u32>(entryOfCode + i * 4) * ENTRY;
      putText(load<u32>(entry, 8), load<u32>(entry, 12));
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
    withDictionary ? RLE_DICTIONARY : PLAIN,
  );
  moveHere(body, levelLength + 4);
  if (withDictionary) writeCodes(width, groups);
  else
    for (let i: u32 = 0; i < count; i++) {
      if (hasText(typeOf(entries, i)))
        putText(load<u32>(entries + i * SORTED, 4), load<u32>(entries + i * SORTED, 8) & 0xfffffff);
    }
  chunk(node.id, TEXT_CHUNK, start, data);
  describeChunk(rows, withDictionary ? RLE_DICTIONARY : PLAIN, firstDoc());
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
      if (!hasText(typeOf(entries, i))) {
        i++;
        continue;
      }
      const row = rowOf(entries, i);
      let length: u32 = 1,
        j = i + 1;
      while (j < count && hasText(typeOf(entries, j)) && rowOf(entries, j) == row + length) {
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
    if (!hasText(typeOf(entries, i))) continue;
    const row = rowOf(entries, i),
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
    store<u32>(q, load<u32>(q) | (load<u32>(codes + i * 4) << (bit & 7)));
  }
  skip(groups * width);
}

/** REQUIRED INT32 of type codes. Where only strings occur, the text's definition levels are the codes of a dictionary [0, 4]. */
function writeTypes(node: Node, entries: usize, count: u32): void {
  const onlyStrings = typesSeen == 1 << STRING;
  const codes = typesSeen & MORE_CODES ? ALL_CODES : PLAIN_CODES,
    width: u32 = codes == ALL_CODES ? 4 : 3;
  need((rows >> 1) + count * 12 + levelLength + 512);
  const start = outputAt;
  if (onlyStrings) {
    dictionaryHeader(8, 2);
    store<u32>(output + outputAt, 0);
    store<u32>(output + outputAt, STRING, 4);
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
  dataHeader(size, rows, RLE_DICTIONARY);
  moveHere(body, size);
  chunk(node.id, TYPE_CHUNK, start, data);
  describeChunk(rows, RLE_DICTIONARY, firstDoc());
}

@inline function typeCode(entries: usize, i: u32): u32 {
  const type = typeOf(entries, i);
  return type < LONE ? type : type == LONE ? STRING : BLANK_CODE;
}

function writeTypeCodes(entries: usize, count: u32, width: u32): void {
  if (count == rows && (typesSeen & (typesSeen - 1)) == 0) {
    run(typeCode(entries, 0), rows);
    return;
  }
  if (count * 16 < rows) {
    let at: u32 = 0;
    for (let i: u32 = 0; i < count; i++) {
      const row = rowOf(entries, i);
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
    const bit = rowOf(entries, i) * width,
      q = to + (bit >> 3);
    store<u16>(q, (<u32>load<u16>(q)) | (typeCode(entries, i) << (bit & 7)));
  }
  skip(groups * width);
}
