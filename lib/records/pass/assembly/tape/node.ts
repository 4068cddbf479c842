// Paths and the tables they lie in. Memory is raw: nothing here is ever collected.
import { PathCounter } from '../../wasm/shared/path-counter';
import { isMap } from '../json/folded-keys';
import { BACKSLASH, QUOTE, SPACE } from '../text/characters';
import { sip, sipLow } from '../text/siphash';
import { Numbers, grownNumbers, newNumbers, noNumbers } from './numbers';

/** The key of a path that has none: an empty text. */
export const NO_KEY: usize = 0;

/** One path below one root. */
@unmanaged
export class Node {
  parent: Node;
  table: Table;
  /** The key's bytes, then its closing quote, padded with zeros; `keyLength` counts the quote, 0 = only by slow lookup. */
  key: usize;
  keyLength: u32;
  nameLength: u32;
  /** Predictions: the sibling that came next last time, the first member of last time. */
  next: Node;
  first: Node;
  /** Serial number of the object that had this key last, and how often it had it. */
  stamp: u32;
  repeats: u32;
  /** For arrays: the node of the elements and their table. */
  element: Node;
  own: Table;
  /** JSON inside the path's strings; members whose keys are values, with their table; the keys of those. */
  json: Node;
  folded: Node;
  keys: Node;
  role: u32;
  /** Hash of the path below its root; whether all keys of its objects are values. */
  pathHash: u64;
  map: bool;
  id: u32;
  hash: u32;
  /** Hash of the name alone, for top-level keys. */
  nameHash: u64;
  /** In the row group at work: entries, place in the sorted tape, next touched path. */
  entries: u32;
  at: u32;
  link: Node;
  /** Distinct values: 0 a dictionary, 1 logs of hashes. `set` is the table or the parts, `capacity` how many, `distinct` the values. */
  mode: u32;
  set: usize;
  capacity: u32;
  distinct: u32;
  entriesAt: usize;
  entryCapacity: u32;
  arena: usize;
  arenaAt: u32;
  arenaCapacity: u32;
  /** 1 some value has upper case, 2 outer blanks, 4 not ASCII. */
  fold: u32;
  maxBytes: u32;
  /** Its first different texts (samples.ts). */
  samples: Numbers;
  sampleCount: u32;
  sampleCapacity: u32;
  /** Whether its addresses are marked (addresses.ts). */
  watched: bool;

  /** Its counters lie behind it. */
  @inline get counters(): Counters {
    return changetype<Counters>(changetype<usize>(this) + NODE_BYTES);
  }
}
const NODE_BYTES: usize = (offsetof<Node>() + 7) & ~7;

/** A path's numbers of 64 bits. */
@unmanaged
export class Counters {
  @inline
  @operator('[]')
  get(counter: u32): i64 {
    return load<i64>(changetype<usize>(this) + ((<usize>counter) << 3));
  }
  @inline
  @operator('[]=')
  set(counter: u32, value: i64): void {
    store<i64>(changetype<usize>(this) + ((<usize>counter) << 3), value);
  }
}

/** One table: a root, or one array below it, with its rows of the block at work and those that wait. */
@unmanaged
export class Table {
  owner: Node;
  depth: u32;
  id: u32;
  rows: u32;
  capacity: u32;
  /** Of each row: its document and, for each array around, the index in it. */
  doc: Numbers;
  index: Numbers;
  /** Paths with entries in this block. */
  touched: Node;
  waitingRows: u32;
  waitingRowCapacity: u32;
  waitingDoc: Numbers;
  waitingIndex: Numbers;
  waitingDocs: u32;
  waitingDocCapacity: u32;
  waitingPlaces: usize;
  waitingTape: usize;
  waitingTapeAt: u32;
  waitingTapeCapacity: u32;
  waitingBytes: u32;
  waitingArena: usize;
  waitingArenaAt: u32;
  waitingArenaCapacity: u32;
}

export let nodeCount: u32 = 0;
export let tableCount: u32 = 0;
export let maxNodes: u32 = 200000;
/** All nodes and tables, by number; the members among the nodes by the hash of parent and key. */
let nodes: Numbers = noNumbers();
let nodeCapacity: u32 = 0;
let tables: Numbers = noNumbers();
let tableCapacity: u32 = 0;

export function initNodes(limit: u32): void {
  maxNodes = limit;
  nodeCapacity = 1024;
  nodes = newNumbers(nodeCapacity);
  tableCapacity = 64;
  tables = newNumbers(tableCapacity);
}

@inline export function nodeAt(id: u32): Node {
  return changetype<Node>(nodes[id]);
}
@inline export function tableAt(id: u32): Table {
  return changetype<Table>(tables[id]);
}
@inline export function exists(node: Node): bool {
  return changetype<usize>(node) != 0;
}
@inline export function nobody(): Node {
  return changetype<Node>(0);
}

/** A root: a path without a parent, and its table. */
export function newRoot(): Node {
  const table = newTable(nobody(), 0);
  const root = newNode(nobody(), table, NO_KEY, 0);
  table.owner = root;
  root.map = isMap(root.pathHash);
  return root;
}

export function newTable(owner: Node, depth: u32): Table {
  const table = changetype<Table>(heap.alloc(offsetof<Table>()));
  memory.fill(changetype<usize>(table), 0, offsetof<Table>());
  table.owner = owner;
  table.depth = depth;
  table.id = tableCount;
  if (tableCount == tableCapacity) {
    tableCapacity <<= 1;
    tables = grownNumbers(tables, tableCapacity);
  }
  tables[tableCount++] = changetype<u32>(table);
  return table;
}

export function newNode(parent: Node, table: Table, key: usize, length: u32): Node {
  const bytes = NODE_BYTES + PathCounter.COUNT * 8;
  const node = changetype<Node>(heap.alloc(bytes));
  memory.fill(changetype<usize>(node), 0, bytes);
  node.parent = parent;
  node.table = table;
  node.id = nodeCount;
  node.nameLength = length;
  node.counters[PathCounter.FIRST_DOC] = -1;
  node.counters[PathCounter.LAST_DOC] = -1;
  node.key = heap.alloc(<usize>length + 17);
  memory.fill(node.key, 0, length + 17);
  memory.copy(node.key, key, length);
  store<u8>(node.key + length, QUOTE);
  let plain = true;
  for (let i: u32 = 0; i < length; i++) {
    const c = load<u8>(key + i);
    if (c == QUOTE || c == BACKSLASH || c < SPACE) plain = false;
  }
  node.keyLength = plain ? length + 1 : 0;
  if (exists(parent)) {
    sip(node.key, length);
    if (!exists(parent.parent)) node.nameHash = sipLow;
    node.pathHash = (rotl(parent.pathHash, 17) ^ sipLow) * 0x9e3779b185ebca87;
    node.map = isMap(node.pathHash);
  }
  if (nodeCount == nodeCapacity) {
    nodeCapacity <<= 1;
    nodes = grownNumbers(nodes, nodeCapacity);
  }
  nodes[nodeCount++] = changetype<u32>(node);
  return node;
}
