// The roots under which documents are read: of clusters of key sets, of kinds that the input itself names, and of what is no object.
import { ONE_ROOT } from '../../wasm/shared/limits';
import { plainMember } from '../tape/members';
import { Node, exists, newRoot } from '../tape/node';
import { Numbers, grownNumbers, newNumbers, noNumbers } from '../tape/numbers';

/** Asks the host for the kind of a new index and type, which lie at `indexAt` and `typeAt`; ONE_ROOT = there are too many. */
@external("env", "chooseKind") declare function chooseKind(): u32;
/** Root of documents that are no objects. */
export let plainRoot: Node = changetype<Node>(0);
/** The index and type that the host is asked about. */
export let indexAt: usize = 0;
export let indexBytes: u32 = 0;
export let typeAt: usize = 0;
export let typeBytes: u32 = 0;
/** Indices, and types below them; `first` of a type is the root of its documents. */
let indexNames: Node = changetype<Node>(0);
let namedRoots: Numbers = noNumbers();
let namedCount: u32 = 0;
let namedCapacity: u32 = 0;
/** Roots of clusters. */
let roots: Numbers = noNumbers();
let rootCount: u32 = 0;
let rootCapacity: u32 = 0;
/** Do all objects share root 0? */
export let single: bool = false;

export function initRoots(): void {
  plainRoot = newRoot();
  indexNames = newRoot();
  namedCapacity = 64;
  namedRoots = newNumbers(namedCapacity);
  rootCapacity = 64;
  roots = newNumbers(rootCapacity);
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
      roots = grownNumbers(roots, rootCapacity);
    }
    roots[rootCount++] = changetype<u32>(newRoot());
  }
  return changetype<Node>(roots[cluster]);
}

export function namedTotal(): u32 {
  return namedCount;
}

export function namedRootOf(kind: u32): Node {
  while (namedCount <= kind) {
    if (namedCount == namedCapacity) {
      namedCapacity <<= 1;
      namedRoots = grownNumbers(namedRoots, namedCapacity);
    }
    namedRoots[namedCount++] = changetype<u32>(newRoot());
  }
  return changetype<Node>(namedRoots[kind]);
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
      useOneRoot();
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
