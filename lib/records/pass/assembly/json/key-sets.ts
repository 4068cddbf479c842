// Which root a document is read under. Documents of one cluster of top-level key sets share a root; the host decides which
// cluster a new set joins, the guess by the first key is nearly always right, and a wrong guess is read once more.
import { ONE_ROOT } from '../../wasm/shared/limits';
import { LineError } from '../../wasm/shared/line-error';
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  SPACE,
} from '../text/characters';
import { keySetHash, nextSerial, parseWhole } from './grammar';
import { Node, exists, member, newRoot, plainMember } from '../tape/node';
import { scanString, skipBlanks, stringEnd, unescape } from './strings';
import { escapeAt, mark, undo } from '../tape/tape';

/** Asks the host for the cluster of a new key set, whose keys are `keyList`; ONE_ROOT = there are too many sets. */
@external("env", "chooseCluster") declare function chooseCluster(hash: u64): u32;
/** Tells the host that a document of the set it was last asked about was accepted. */
@external("env", "keepKeySet") declare function keepKeySet(): void;

/** Asks the host for the kind of a new index and type, which lie at `indexAt` and `typeAt`; ONE_ROOT = there are too many. */
@external("env", "chooseKind") declare function chooseKind(): u32;

const SLOTS: u32 = 32768;
const GUESSES: u32 = 1024;

/** One set of top-level keys. */
@unmanaged
class KeySet {
  hash: u64;
  cluster: u32;
  documents: i64;
}

/** The keys of the set that the host is asked about: pointers to nodes. */
export let keyList: usize = 0;
export let keyListLength: u32 = 0;
let keyListCapacity: u32 = 0;
/** Root of documents that are no objects. */
export let plainRoot: Node = changetype<Node>(0);
/** Root under which the last document was read. */
export let lastRoot: Node = changetype<Node>(0);
/** The index and type that the host is asked about. */
export let indexAt: usize = 0,
  indexBytes: u32 = 0,
  typeAt: usize = 0,
  typeBytes: u32 = 0;
/** Indices, and types below them; `first` of a type is the root of its documents. */
let indexNames: Node = changetype<Node>(0),
  namedRoots: usize = 0,
  namedCount: u32 = 0,
  namedCapacity: u32 = 0;
let names: Node = changetype<Node>(0);
let listHash: u64 = 0,
  listCluster: u32 = 0,
  listSerial: u32 = 0;
let roots: usize = 0,
  rootCount: u32 = 0,
  rootCapacity: u32 = 0;
let sets: usize = 0,
  guesses: usize = 0,
  single: bool = false;

export function initKeySets(): void {
  plainRoot = newRoot();
  names = newRoot();
  indexNames = newRoot();
  namedCapacity = 64;
  namedRoots = heap.alloc(namedCapacity * 4);
  rootCapacity = 64;
  roots = heap.alloc(rootCapacity * 4);
  sets = heap.alloc(SLOTS * 4);
  memory.fill(sets, 0, SLOTS * 4);
  guesses = heap.alloc(GUESSES * 4);
  memory.fill(guesses, 0, GUESSES * 4);
  keyListCapacity = 256;
  keyList = heap.alloc(keyListCapacity * 4);
}

/** From now on all objects share root 0, whatever their keys. */
export function useOneRoot(): void {
  single = true;
  rootOf(0);
}
export function rootTotal(): u32 {
  return rootCount;
}

export function rootOf(cluster: u32): Node {
  while (rootCount <= cluster) {
    if (rootCount == rootCapacity) {
      rootCapacity <<= 1;
      roots = heap.realloc(roots, rootCapacity * 4);
    }
    store<u32>(roots + rootCount++ * 4, changetype<usize>(newRoot()));
  }
  return changetype<Node>(load<u32>(roots + cluster * 4));
}

export function namedTotal(): u32 {
  return namedCount;
}

export function namedRootOf(kind: u32): Node {
  while (namedCount <= kind) {
    if (namedCount == namedCapacity) {
      namedCapacity <<= 1;
      namedRoots = heap.realloc(namedRoots, namedCapacity * 4);
    }
    store<u32>(namedRoots + namedCount++ * 4, changetype<usize>(newRoot()));
  }
  return changetype<Node>(load<u32>(namedRoots + kind * 4));
}

@inline function slotOf(hash: u64): usize {
  let slot = (<u32>hash) & (SLOTS - 1);
  while (true) {
    const at = sets + slot * 4,
      set = changetype<KeySet>(load<u32>(at));
    if (!changetype<usize>(set) || set.hash == hash) return at;
    slot = (slot + 1) & (SLOTS - 1);
  }
}

/** Puts a set into a cluster: found by the host in an earlier run, or just now. */
export function assign(hash: u64, cluster: u32): void {
  const set = changetype<KeySet>(heap.alloc(offsetof<KeySet>()));
  set.hash = hash;
  set.cluster = cluster;
  set.documents = 0;
  store<u32>(slotOf(hash), changetype<usize>(set));
  rootOf(cluster);
}

/** How many accepted documents have this set of keys. */
export function documentsOf(hash: u64): i64 {
  const set = changetype<KeySet>(load<u32>(slotOf(hash)));
  return changetype<usize>(set) ? set.documents : 0;
}

/** Reads the document from `p` to `end` onto the tape, under the root of its kind. Returns 0 or why not; the caller undoes errors. */
export function readDocument(p: usize, end: usize, doc: u32): i32 {
  if (load<u8>(p) != OPEN_BRACE) return under(p, end, doc, plainRoot, true);
  if (single) return under(p, end, doc, rootOf(0), true);
  const guess = guessAt(p),
    guessed = load<u32>(guess);
  if (guessed) {
    const error = under(p, end, doc, rootOf(guessed - 1), false);
    if (error && error != LineError.OTHER_ROOT) return error;
    if (!error) {
      const set = changetype<KeySet>(load<u32>(slotOf(keySetHash)));
      if (changetype<usize>(set) && set.cluster == guessed - 1) {
        set.documents++;
        return 0;
      }
    }
    undo();
  }
  const hash = skim(p),
    known = changetype<KeySet>(load<u32>(slotOf(hash)));
  const cluster = changetype<usize>(known) ? known.cluster : chooseCluster(hash);
  if (cluster == <u32>ONE_ROOT) {
    single = true;
    return under(p, end, doc, rootOf(0), true);
  }
  const error = under(p, end, doc, rootOf(cluster), true);
  if (error) return error;
  if (!changetype<usize>(known)) {
    assign(hash, cluster);
    keepKeySet();
  }
  changetype<KeySet>(load<u32>(slotOf(hash))).documents++;
  store<u32>(guess, cluster + 1);
  return 0;
}

/** {@link readDocument}, of a value behind which something may follow. */
export function readValue(p: usize, doc: u32): i32 {
  return readDocument(p, 0, doc);
}

@inline function under(p: usize, end: usize, doc: u32, root: Node, mayCreate: bool): i32 {
  lastRoot = root;
  return parseWhole(p, end, doc, root, mayCreate);
}

/** Says under which root a document is read whose kind its envelope tells. */
export function useRoot(root: Node): void {
  lastRoot = root;
}

/** The root of documents of this index and type; nobody if there are too many paths. */
export function rootOfName(index: usize, indexLength: u32, type: usize, typeLength: u32): Node {
  if (single) return rootOf(0);
  let node = plainMember(indexNames, index, indexLength, true);
  if (exists(node)) node = plainMember(node, type, typeLength, true);
  if (!exists(node)) return node;
  if (!exists(node.first)) {
    indexAt = index;
    indexBytes = indexLength;
    typeAt = type;
    typeBytes = typeLength;
    const kind = chooseKind();
    if (kind == <u32>ONE_ROOT) {
      single = true;
      return rootOf(0);
    }
    node.first = namedRootOf(kind);
  }
  return node.first;
}

/** The root of the rows of a table, whose kind the host has chosen. */
export function rootOfTable(kind: u32): Node {
  return single || kind == <u32>ONE_ROOT ? rootOf(0) : namedRootOf(kind);
}

/** Begins a list of top-level keys, for documents whose keys are known before they are read. */
export function beginList(): void {
  keyListLength = 0;
  listHash = 0;
  listSerial = nextSerial();
}

/** Adds a key, if it is not there yet; false if there are too many paths. */
export function listKey(p: usize, length: u32): bool {
  const node = plainMember(names, p, length, true);
  if (!exists(node)) return false;
  if (node.stamp != listSerial) {
    node.stamp = listSerial;
    listHash += node.nameHash;
    list(node);
  }
  return true;
}

/** Root of the documents whose keys were listed. */
export function rootOfList(): Node {
  const known = changetype<KeySet>(load<u32>(slotOf(listHash)));
  listCluster = changetype<usize>(known) ? known.cluster : single ? <u32>ONE_ROOT : chooseCluster(listHash);
  if (listCluster == <u32>ONE_ROOT) {
    single = true;
    listCluster = 0;
  }
  return rootOf(listCluster);
}

/** Counts documents that were accepted under {@link rootOfList}. */
export function countListed(documents: u32): void {
  if (single) return;
  if (!load<u32>(slotOf(listHash))) {
    assign(listHash, listCluster);
    keepKeySet();
  }
  changetype<KeySet>(load<u32>(slotOf(listHash))).documents += documents;
}

/** Where the guess for documents with this first key is kept. */
@inline function guessAt(p: usize): usize {
  const q = skipBlanks(p + 1) + 1;
  let hash: u32 = 0;
  for (let i: u32 = 0; i < 8; i++) {
    const c: u32 = load<u8>(q + i);
    if (c == QUOTE || c < SPACE) break;
    hash = hash * 31 + c;
  }
  return guesses + ((hash ^ (hash >> 10)) & (GUESSES - 1)) * 4;
}

/** Walks over the top level of an object, lists its keys and returns the hash of their set. Any bytes are safe. */
function skim(p: usize): u64 {
  const number = nextSerial();
  let hash: u64 = 0;
  keyListLength = 0;
  p = skipBlanks(p + 1);
  while (load<u8>(p) == QUOTE) {
    let node: Node;
    const q = scanString(p + 1);
    if (load<u8>(q) == QUOTE) {
      node = member(names, p + 1, <u32>(q - p - 1), true);
      p = q + 1;
    } else {
      const length = unescape(p + 1, escapeAt);
      if (length < 0) return hash;
      node = member(names, escapeAt, length, true);
      p = stringEnd;
    }
    if (!exists(node)) return hash;
    if (node.stamp != number) {
      node.stamp = number;
      hash += node.nameHash;
      list(node);
    }
    p = skipBlanks(p);
    if (load<u8>(p) != COLON) return hash;
    p = skipValue(p + 1);
    if (load<u8>(p) != COMMA) return hash;
    p = skipBlanks(p + 1);
  }
  return hash;
}

function list(node: Node): void {
  if (keyListLength == keyListCapacity) {
    keyListCapacity <<= 1;
    keyList = heap.realloc(keyList, keyListCapacity * 4);
  }
  store<u32>(keyList + keyListLength++ * 4, changetype<usize>(node));
}

/** The comma or bracket behind a value, or the newline at which it breaks off. */
function skipValue(p: usize): usize {
  let depth = 0;
  while (true) {
    const c = load<u8>(p);
    if (c == NEWLINE) return p;
    if (c == QUOTE) {
      p = scanString(p + 1);
      while (load<u8>(p) == BACKSLASH && load<u8>(p + 1) >= SPACE) p = scanString(p + 2);
      if (load<u8>(p) != QUOTE) return scanEnd(p);
    } else if (c == OPEN_BRACE || c == OPEN_BRACKET) depth++;
    else if (c == CLOSE_BRACE || c == CLOSE_BRACKET) {
      if (depth-- == 0) return p;
    } else if (c == COMMA && depth == 0) return p;
    p++;
  }
}

/** A string that breaks off: go to its line's end. */
@inline function scanEnd(p: usize): usize {
  while (load<u8>(p) != NEWLINE) p++;
  return p;
}
