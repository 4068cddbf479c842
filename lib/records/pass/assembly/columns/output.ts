// Parquet bytes of the row groups at work, and a record for the host about each column chunk in them.

export let output: usize = 0;
export let outputAt: usize = 0;
export let chunks: usize = 0;
export let chunksAt: usize = 0;
let outputCapacity: usize = 0,
  chunkCapacity: usize = 0;

// What a chunk holds: text or type of the path `id`, else a column of the table `id`.
export const TEXT_CHUNK: u32 = 0;
export const TYPE_CHUNK: u32 = 1;
export const DOC_CHUNK: u32 = 2;
export const LINE_CHUNK: u32 = 3;
export const BYTE_CHUNK: u32 = 4;
export const PART_CHUNK: u32 = 5;
export const INDEX_CHUNK: u32 = 16;
// Parquet's numbers of encodings.
export const PLAIN: u32 = 0;
export const DELTA_BINARY_PACKED: u32 = 5;
export const RLE_DICTIONARY: u32 = 8;

export function initOutput(): void {
  outputCapacity = 1 << 20;
  output = heap.alloc(outputCapacity);
  chunkCapacity = 1 << 16;
  chunks = heap.alloc(chunkCapacity);
}

export function clearOutput(): void {
  outputAt = 0;
  chunksAt = 0;
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
  if (chunksAt + 32 > chunkCapacity) {
    chunkCapacity <<= 1;
    chunks = heap.realloc(chunks, chunkCapacity);
  }
  const to = chunks + chunksAt;
  store<u32>(to, id);
  store<u32>(to, kind, 4);
  store<u32>(to, <u32>start, 8);
  store<u32>(to, <u32>data, 12);
  store<u32>(to, <u32>outputAt, 16);
  chunksAt += 32;
}

@inline export function describeChunk(rows: u32, encoding: u32, firstDoc: u32): void {
  const to = chunks + chunksAt - 32;
  store<u32>(to, rows, 20);
  store<u32>(to, encoding, 24);
  store<u32>(to, firstDoc, 28);
}
