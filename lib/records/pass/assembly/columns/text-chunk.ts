// The text chunk of one path in one row group: definition levels (which rows have a text), and texts or codes of a dictionary.
import { ChunkKind, Encoding } from '../../wasm/shared/chunk-kind';
import { Node } from '../tape/node';
import { lengthOf, typeOf } from '../tape/tape';
import { codes, dictionaryBytes, dictionaryValues, entryOfCode, textBytes, texts } from './count-values';
import { dictionaryEntry } from './dictionary';
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
import { HEADER_ROOM, dataHeader, dictionaryHeader, putText, run } from './pages';
import { entryAt, firstDoc, rows, typeAt } from './row-group';
import { hasText } from './type-codes';

/** Definition levels of the text chunk, kept for the type chunk. */
export let levels: usize = 0;
let levelCapacity: u32 = 0;
export let levelLength: u32 = 0;

export function initLevels(): void {
  levelCapacity = 4096;
  levels = heap.alloc(levelCapacity);
}

/** OPTIONAL BYTE_ARRAY, with a dictionary page where at least half of the texts repeat; nothing where there is no text. */
export function writeTexts(node: Node, entries: usize, count: u32, withDictionary: bool): void {
  levelLength = 0;
  if (!texts) return;
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
