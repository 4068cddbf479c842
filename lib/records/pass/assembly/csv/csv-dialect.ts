// The dialect of the text at work: delimiter, quote, escape, line end, and the paths of its columns.
import { NO_BYTE } from '../../wasm/shared/limits';
import { Node } from '../tape/node';
import { Numbers, newNumbers, noNumbers } from '../tape/numbers';
import { NEWLINE, QUOTE, SPACE, TAB } from '../text/characters';

export let lineEnd: u32 = NEWLINE;
export let delimiter: u64 = 0;
let delimiterMask: u64 = 0;
export let delimiterLength: u32 = 1;
export let quote: u32 = QUOTE;
export let escape: u32 = NO_BYTE;
export let columns: u32 = 0;
/** Nodes of the columns, for cells that go onto the tape. */
let nodes: Numbers = noNumbers();
let nodeCapacity: u32 = 0;

/** Sets the dialect; `256` for no quote, no escape but the doubled quote. */
export function setDialect(
  delimiterBytes: u64,
  length: u32,
  quoteByte: u32,
  escapeByte: u32,
  end: u32,
  width: u32,
): void {
  delimiter = delimiterBytes;
  delimiterLength = length;
  delimiterMask = length < 8 ? ((<u64>1) << (length * 8)) - 1 : u64.MAX_VALUE;
  quote = quoteByte;
  escape = escapeByte;
  lineEnd = end;
  columns = width;
  if (width > nodeCapacity) {
    if (nodeCapacity) heap.free(changetype<usize>(nodes));
    nodeCapacity = width;
    nodes = newNumbers(width);
  }
}
@inline export function setColumn(i: u32, node: Node): void {
  nodes[i] = changetype<u32>(node);
}
@inline export function columnAt(i: u32): Node {
  return changetype<Node>(nodes[i]);
}
@inline export function width(): u32 {
  return columns;
}
/** May a line of blanks be a record of empty cells? */
@inline export function blanksAreCells(): bool {
  const first = (<u32>delimiter) & 255;
  return columns == 1 || first == SPACE || first == TAB;
}

@inline export function delimits(p: usize): bool {
  return (load<u64>(p) & delimiterMask) == delimiter;
}
