// Parquet pages (github.com/apache/parquet-format): headers in thrift's compact protocol, values uncompressed.
import { Encoding } from '../../wasm/shared/chunk-kind';
import {
  byte,
  chunk,
  clearOutput,
  moveHere,
  moveTo,
  need,
  output,
  outputAt,
  skip,
  varint,
  varintLength,
  zigzag,
} from './output';
import { PLAIN_CODES } from './type-codes';

/** More than any page header takes. */
export const HEADER_ROOM: u32 = 48;

/** Header of a data page (version 1); levels are RLE (3). */
export function dataHeader(size: u32, values: u32, encoding: u32): void {
  byte(0x15);
  zigzag(0);
  byte(0x15);
  zigzag(size);
  byte(0x15);
  zigzag(size);
  byte(0x2c);
  byte(0x15);
  zigzag(values);
  byte(0x15);
  zigzag(encoding);
  byte(0x15);
  zigzag(3);
  byte(0x15);
  zigzag(3);
  byte(0);
  byte(0);
}

export function dictionaryHeader(size: u32, values: u32): void {
  byte(0x15);
  zigzag(2);
  byte(0x15);
  zigzag(size);
  byte(0x15);
  zigzag(size);
  byte(0x4c);
  byte(0x15);
  zigzag(values);
  byte(0x15);
  zigzag(Encoding.PLAIN);
  byte(0);
  byte(0);
}

/** One run of the RLE and bit-packing hybrid; values of one byte. */
@inline export function run(value: u32, count: u32): void {
  if (count) {
    varint((<u64>count) << 1);
    byte(value);
  }
}

/** The first `codes` type codes, as the dictionary of a type chunk. */
export function typeDictionary(codes: u32): void {
  dictionaryHeader(codes * 4, codes);
  for (let code: u32 = 0; code < codes; code++) {
    store<u32>(output + outputAt, code);
    skip(4);
  }
}

/** PLAIN text: length and bytes. Overshoots by up to 15 bytes, for which `need` leaves room. */
@inline export function putText(p: usize, length: u32): void {
  const to = output + outputAt;
  store<u32>(to, length);
  let i: u32 = 0;
  do {
    v128.store(to + 4 + i, v128.load(p + i));
    i += 16;
  } while (i < length);
  skip(4 + length);
}

/** A chunk of required 64-bit integers: `count` of them at `values`, `stride` bytes apart. */
export function integerChunk(id: u32, kind: u32, values: usize, stride: u32, count: u32): void {
  need(count * 10 + 4096);
  const start = outputAt,
    body = start + HEADER_ROOM;
  moveTo(body);
  deltas(values, stride, count);
  const size = <u32>(outputAt - body);
  moveTo(start);
  dataHeader(size, count, Encoding.DELTA_BINARY_PACKED);
  moveHere(body, size);
  chunk(id, kind, start, start);
}

/** DELTA_BINARY_PACKED: blocks of 128 deltas in four miniblocks of 32, each with its own bit width. */
function deltas(v: usize, stride: u32, count: u32): void {
  varint(128);
  varint(4);
  varint(count);
  zigzag(load<i64>(v));
  for (let first: u32 = 1; first < count; first += 128) {
    const inBlock = min<u32>(128, count - first);
    let least: i64 = i64.MAX_VALUE;
    for (let j: u32 = 0; j < inBlock; j++) least = min(least, deltaAt(v, stride, first + j));
    zigzag(least);
    const widths = outputAt;
    skip(4);
    for (let k: u32 = 0; k < 4; k++) {
      const from = k * 32;
      store<u8>(
        output + widths + k,
        from < inBlock ? miniblock(v, stride, first + from, min<u32>(32, inBlock - from), least) : 0,
      );
    }
  }
}

@inline function deltaAt(v: usize, stride: u32, i: u32): i64 {
  return load<i64>(v + i * stride) - load<i64>(v + (i - 1) * stride);
}

/** Packs up to 32 deltas and returns the bit width. */
function miniblock(v: usize, stride: u32, first: u32, count: u32, least: i64): u32 {
  let bits: u64 = 0;
  for (let j: u32 = 0; j < count; j++) bits |= <u64>(deltaAt(v, stride, first + j) - least);
  const width = <u32>(64 - clz(bits));
  if (!width) return 0;
  memory.fill(output + outputAt, 0, width * 4 + 8);
  for (let j: u32 = 0; j < count; j++) {
    const delta = <u64>(deltaAt(v, stride, first + j) - least),
      bit = j * width,
      to = output + outputAt + (bit >> 3),
      shift = bit & 7;
    store<u64>(to, load<u64>(to) | (delta << shift));
    if (shift + width > 64) store<u8>(to + 8, <u32>(delta >> (64 - shift)));
  }
  skip(width * 4);
  return width;
}

/** Writes a chunk of `rows` absent values, for paths that a row group lacks. Returns where its data page begins. */
export function absentChunk(rows: u32, isType: bool): u32 {
  clearOutput();
  need(256);
  const runLength = varintLength((<u64>rows) << 1) + 1;
  if (isType) {
    typeDictionary(PLAIN_CODES);
    const data = outputAt;
    dataHeader(1 + runLength, rows, Encoding.RLE_DICTIONARY);
    byte(3);
    run(0, rows);
    return <u32>data;
  }
  dataHeader(4 + runLength, rows, Encoding.PLAIN);
  store<u32>(output + outputAt, runLength);
  skip(4);
  run(0, rows);
  return 0;
}
