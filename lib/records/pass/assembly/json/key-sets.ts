// Which root a document is read under. Documents of one cluster of top-level key sets share a root; the host decides which
// cluster a new set joins, the guess by the first key is nearly always right, and a wrong guess is read once more.
import { ONE_ROOT } from '../../wasm/shared/limits';
import { LineError } from '../../wasm/shared/line-error';
import { Node } from '../tape/node';
import { Numbers, newNumbers, noNumbers } from '../tape/numbers';
import { undo } from '../tape/tape';
import { OPEN_BRACE, QUOTE, SPACE } from '../text/characters';
import { keySetHash, parseWhole } from './grammar';
import { listHash, skim } from './key-list';
import { plainRoot, rootOf, single, useOneRoot } from './roots';
import { skipBlanks } from './strings';

/** Asks the host for the cluster of a new key set, whose keys are `keyList`; ONE_ROOT = there are too many sets. */
@external("env", "chooseCluster") declare function chooseCluster(hash: u64): u32;
/** Tells the host that a document of the set it was last asked about was accepted. */
@external("env", "keepKeySet") declare function keepKeySet(): void;

const SLOTS: u32 = 32768;
const GUESSES: u32 = 1024;

/** One set of top-level keys. */
@unmanaged
class KeySet {
  hash: u64;
  cluster: u32;
  documents: i64;
}
/** Root under which the last document was read. */
export let lastRoot: Node = changetype<Node>(0);
let listCluster: u32 = 0;
/** Sets by their hash. */
let sets: Numbers = noNumbers();
/** By the first key of a document: its cluster plus one, or 0. */
let guesses: Numbers = noNumbers();

export function initKeySets(): void {
  sets = newNumbers(SLOTS);
  memory.fill(changetype<usize>(sets), 0, SLOTS * 4);
  guesses = newNumbers(GUESSES);
  memory.fill(changetype<usize>(guesses), 0, GUESSES * 4);
}

@inline function slotOf(hash: u64): u32 {
  let slot = (<u32>hash) & (SLOTS - 1);
  while (true) {
    const set = changetype<KeySet>(sets[slot]);
    if (!changetype<usize>(set) || set.hash == hash) return slot;
    slot = (slot + 1) & (SLOTS - 1);
  }
}
/** The set with this hash, if it is known. */
@inline function setOf(hash: u64): KeySet {
  return changetype<KeySet>(sets[slotOf(hash)]);
}

/** Puts a set into a cluster: found by the host in an earlier run, or just now. */
export function assign(hash: u64, cluster: u32): void {
  const set = changetype<KeySet>(heap.alloc(offsetof<KeySet>()));
  set.hash = hash;
  set.cluster = cluster;
  set.documents = 0;
  sets[slotOf(hash)] = changetype<u32>(set);
  rootOf(cluster);
}

/** How many accepted documents have this set of keys. */
export function documentsOf(hash: u64): i64 {
  const set = setOf(hash);
  return changetype<usize>(set) ? set.documents : 0;
}

/** Reads the document from `p` to `end` onto the tape, under the root of its kind. Returns 0 or why not; the caller undoes errors. */
export function readDocument(p: usize, end: usize, doc: u32): i32 {
  if (load<u8>(p) != OPEN_BRACE) return under(p, end, doc, plainRoot, true);
  if (single) return under(p, end, doc, rootOf(0), true);
  const guess = guessAt(p),
    guessed = guesses[guess];
  if (guessed) {
    const error = under(p, end, doc, rootOf(guessed - 1), false);
    if (error && error != LineError.OTHER_ROOT) return error;
    if (!error) {
      const set = setOf(keySetHash);
      if (changetype<usize>(set) && set.cluster == guessed - 1) {
        set.documents++;
        return 0;
      }
    }
    undo();
  }
  const hash = skim(p),
    known = setOf(hash);
  const cluster = changetype<usize>(known) ? known.cluster : chooseCluster(hash);
  if (cluster == <u32>ONE_ROOT) {
    useOneRoot();
    return under(p, end, doc, rootOf(0), true);
  }
  const error = under(p, end, doc, rootOf(cluster), true);
  if (error) return error;
  if (!changetype<usize>(known)) {
    assign(hash, cluster);
    keepKeySet();
  }
  const set = setOf(hash);
  set.documents++;
  guesses[guess] = cluster + 1;
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

/** Root of the documents whose keys were listed. */
export function rootOfList(): Node {
  const known = setOf(listHash);
  listCluster = changetype<usize>(known) ? known.cluster : single ? <u32>ONE_ROOT : chooseCluster(listHash);
  if (listCluster == <u32>ONE_ROOT) {
    useOneRoot();
    listCluster = 0;
  }
  return rootOf(listCluster);
}

/** Counts documents that were accepted under {@link rootOfList}. */
export function countListed(documents: u32): void {
  if (single) return;
  if (!changetype<usize>(setOf(listHash))) {
    assign(listHash, listCluster);
    keepKeySet();
  }
  const set = setOf(listHash);
  set.documents += documents;
}

/** Where the guess for documents with this first key is kept. */
@inline function guessAt(p: usize): u32 {
  const q = skipBlanks(p + 1) + 1;
  let hash: u32 = 0;
  for (let i: u32 = 0; i < 8; i++) {
    const c: u32 = load<u8>(q + i);
    if (c == QUOTE || c < SPACE) break;
    hash = hash * 31 + c;
  }
  return (hash ^ (hash >> 10)) & (GUESSES - 1);
}
