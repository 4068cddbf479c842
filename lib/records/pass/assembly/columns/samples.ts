// The first different texts of each path, by document: what tells what a path holds, without reading its column again.
import { Sample } from '../../wasm/shared/records';
import { Node } from '../tape/node';
import { grownNumbers } from '../tape/numbers';

const MOST: u32 = 64;
/** Among so many paths, those that come later keep fewer. */
const MANY_PATHS: u32 = 2048;
const FEW: u32 = 12;
/** A longer text is cut. */
const MOST_BYTES: u32 = 1024;
const ALL_BYTES: u32 = 64 << 20;
const SAMPLE_BYTES: u32 = Sample.FIELDS * 4;
let allBytes: u32 = 0;
/** Texts lie one behind the other; they stay to the end. */
const PIECE_BYTES: u32 = 65536;
let pieceAt: usize = 0;
let pieceEnd: usize = 0;

/** Keeps a text that is new to its path. */
export function addSample(node: Node, doc: i64, p: usize, length: u32): void {
  if (node.sampleCount >= (node.id < MANY_PATHS ? MOST : FEW) || allBytes >= ALL_BYTES) return;
  if (length > MOST_BYTES) {
    length = MOST_BYTES;
    while ((load<u8>(p + length) & 0xc0) == 0x80) length--;
  }
  if (node.sampleCount == node.sampleCapacity) {
    node.sampleCapacity = node.sampleCapacity ? node.sampleCapacity * 2 : 4;
    node.samples = grownNumbers(node.samples, node.sampleCapacity * Sample.FIELDS);
  }
  const text = roomFor(length);
  memory.copy(text, p, length);
  const sample = node.samples.record(node.sampleCount++, Sample.FIELDS);
  sample[Sample.doc] = <u32>doc;
  sample[Sample.docHigh] = <u32>(doc >> 32);
  sample[Sample.text] = text;
  sample[Sample.length] = length;
  allBytes += length + SAMPLE_BYTES;
}

function roomFor(length: u32): usize {
  if (pieceAt + length > pieceEnd) {
    pieceAt = heap.alloc(PIECE_BYTES);
    pieceEnd = pieceAt + PIECE_BYTES;
  }
  const at = pieceAt;
  pieceAt += length;
  return at;
}
