// What the host asks of paths, tables and roots, by their numbers.
import { addressMap } from '../columns/addresses';
import { keyList, keyListLength } from '../json/key-list';
import {
  indexAt,
  indexBytes,
  namedRootOf,
  namedTotal,
  plainRoot,
  rootOf,
  rootTotal,
  typeAt,
  typeBytes,
} from '../json/roots';
import { Node, exists, nodeAt, nodeCount, tableAt, tableCount } from '../tape/node';

export function nodeTotal(): u32 {
  return nodeCount;
}
export function tableTotal(): u32 {
  return tableCount;
}

// The key set that the host is asked about.
export function keyTotal(): u32 {
  return keyListLength;
}
@inline function listed(i: u32): Node {
  return changetype<Node>(keyList[i]);
}
export function keyStart(i: u32): usize {
  return listed(i).key;
}
export function keyBytes(i: u32): u32 {
  return listed(i).nameLength;
}

// Roots, paths and tables by number.
export function plainRootId(): u32 {
  return plainRoot.id;
}
export function kindNameStart(part: u32): usize {
  return part ? typeAt : indexAt;
}
export function kindNameBytes(part: u32): u32 {
  return part ? typeBytes : indexBytes;
}
export function namedRootTotal(): u32 {
  return namedTotal();
}
export function namedRootId(kind: u32): u32 {
  return namedRootOf(kind).id;
}
export function clusterTotal(): u32 {
  return rootTotal();
}
export function clusterRootId(cluster: u32): u32 {
  return rootOf(cluster).id;
}
export function tableOwner(id: u32): u32 {
  return tableAt(id).owner.id;
}
export function tableDepth(id: u32): u32 {
  return tableAt(id).depth;
}
export function nodeParent(id: u32): i32 {
  const parent = nodeAt(id).parent;
  return exists(parent) ? <i32>parent.id : -1;
}
export function nodeTable(id: u32): u32 {
  return nodeAt(id).table.id;
}
export function nodeRole(id: u32): u32 {
  return nodeAt(id).role;
}
export function nodePathHash(id: u32): u64 {
  return nodeAt(id).pathHash;
}
export function nodeKeyStart(id: u32): usize {
  return nodeAt(id).key;
}
export function nodeKeyBytes(id: u32): u32 {
  return nodeAt(id).nameLength;
}
/** Where a path's counters begin (wasm/shared/path-counter.ts). */
export function nodeCounters(id: u32): usize {
  return changetype<usize>(nodeAt(id).counters);
}
export function nodeSamples(id: u32): usize {
  return changetype<usize>(nodeAt(id).samples);
}
export function nodeSampleCount(id: u32): u32 {
  return nodeAt(id).sampleCount;
}
export function nodeFold(id: u32): u32 {
  return nodeAt(id).fold;
}
export function nodeMaxBytes(id: u32): u32 {
  return nodeAt(id).maxBytes;
}

/** Where the map of addresses lies; 0 before a path is watched. */
export function addressMapStart(): usize {
  return addressMap();
}
