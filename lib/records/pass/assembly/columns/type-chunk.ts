// The type chunk of one path in one row group: a code for each row.
import { ChunkKind, Encoding } from '../../wasm/shared/chunk-kind';
import { ValueCode } from '../../wasm/shared/value-code';
import { Node } from '../tape/node';
import { typesSeen } from './count-values';
import { byte, chunk, describeChunk, moveHere, moveTo, need, output, outputAt, skip, varint } from './output';
import { HEADER_ROOM, dataHeader, dictionaryHeader, run, typeDictionary } from './pages';
import { entryAt, firstDoc, rows, typeAt } from './row-group';
import { levelLength, levels } from './text-chunk';
import { ALL_CODES, BLANK_CODE, PLAIN_CODES } from './type-codes';

/** Types whose codes plain JSON does not need: as bits of `typesSeen`. */
const MORE_CODES: u32 = ((1 << ValueCode.LONE_SURROGATE) - (1 << PLAIN_CODES)) | (1 << ValueCode.BLANK);

/** REQUIRED INT32 of type codes. Where only strings occur, the text's definition levels are the codes of a dictionary [0, 4]. */
export function writeTypes(node: Node, entries: usize, count: u32): void {
  const onlyStrings = typesSeen == 1 << ValueCode.STRING;
  const codeCount = typesSeen & MORE_CODES ? ALL_CODES : PLAIN_CODES,
    width: u32 = codeCount == ALL_CODES ? 4 : 3;
  need((rows >> 1) + count * 12 + levelLength + 512);
  const start = outputAt;
  if (onlyStrings) {
    dictionaryHeader(8, 2);
    store<u32>(output + outputAt, 0);
    store<u32>(output + outputAt, ValueCode.STRING, 4);
    skip(8);
  } else typeDictionary(codeCount);
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
