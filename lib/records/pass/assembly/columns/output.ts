// Parquet bytes of the row groups at work, and a record for the host about each column chunk in them.
import { Chunk } from '../../wasm/shared/records';
import { Numbers, grownNumbers, newNumbers, noNumbers } from '../tape/numbers';

export let output: usize = 0;
export let outputAt: usize = 0;
export let chunks: Numbers = noNumbers();
export let chunkRecords: u32 = 0;
let outputCapacity: usize = 0;
let chunkCapacity: u32 = 0;

export function initOutput(): void {
  outputCapacity = 1 << 20;
  output = heap.alloc(outputCapacity);
  chunkCapacity = 1 << 11;
  chunks = newNumbers(chunkCapacity * Chunk.FIELDS);
}

export function clearOutput(): void {
  outputAt = 0;
  chunkRecords = 0;
}
@inline export function moveTo(at: usize): void {
  outputAt = at;
}
@inline export function skip(bytes: usize): void {
  outputAt += bytes;
}

/** Makes room for `bytes` more, and 64. */
@inline export function need(bytes: usize): void {
  if (outputAt + bytes + 64 <= outputCapacity) return;
  while (outputAt + bytes + 64 > outputCapacity) outputCapacity <<= 1;
  output = heap.realloc(output, outputCapacity);
}

@inline export function byte(value: u32): void {
  store<u8>(output + outputAt++, value);
}
export function varint(value: u64): void {
  while (value >= 128) {
    byte((<u32>(value & 127)) | 128);
    value >>= 7;
  }
  byte(<u32>value);
}
@inline export function zigzag(value: i64): void {
  varint((value << 1) ^ (value >> 63));
}
@inline export function varintLength(value: u64): u32 {
  let n: u32 = 1;
  while (value >= 128) {
    n++;
    value >>= 7;
  }
  return n;
}

/** Moves `length` bytes of the output from offset `from` to the end. */
@inline export function moveHere(from: usize, length: usize): void {
  memory.copy(output + outputAt, output + from, length);
  outputAt += length;
}

/** Tells the host of a chunk that ends here; {@link describeChunk} completes the record. */
export function chunk(id: u32, kind: u32, start: usize, data: usize): void {
  if (chunkRecords == chunkCapacity) {
    chunkCapacity <<= 1;
    chunks = grownNumbers(chunks, chunkCapacity * Chunk.FIELDS);
  }
  const record = chunks.record(chunkRecords++, Chunk.FIELDS);
  record[Chunk.id] = id;
  record[Chunk.kind] = kind;
  record[Chunk.start] = <u32>start;
  record[Chunk.dataPage] = <u32>data;
  record[Chunk.end] = <u32>outputAt;
}

@inline export function describeChunk(rows: u32, encoding: u32, firstDoc: u32): void {
  const record = chunks.record(chunkRecords - 1, Chunk.FIELDS);
  record[Chunk.rows] = rows;
  record[Chunk.encoding] = encoding;
  record[Chunk.firstDoc] = firstDoc;
}
