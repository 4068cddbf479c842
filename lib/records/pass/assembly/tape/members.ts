// The paths below a path: members, found by a hash of parent and key, elements, the JSON in its strings, and folded members.
import { PathRole } from '../../wasm/shared/path-role';
import { isMap, isName, isValue } from '../json/folded-keys';
import { fastHash, same } from '../text/bytes';
import { ASTERISK, CLOSE_BRACE, OPEN_BRACE } from '../text/characters';
import { NO_KEY, Node, Table, exists, maxNodes, newNode, newTable, nobody, nodeCount } from './node';
import { Numbers, newNumbers, noNumbers } from './numbers';

/** The key of folded members: `{*}`. */
const FOLDED_NAME = memory.data<u8>([OPEN_BRACE, ASTERISK, CLOSE_BRACE]);
let slots: Numbers = noNumbers();
let slotCount: u32 = 0;

export function initMembers(): void {
  slotCount = 4096;
  slots = newNumbers(slotCount);
  memory.fill(changetype<usize>(slots), 0, slotCount * 4);
}

/** The node of an array's elements, with their table. */
export function elementOf(array: Node): Node {
  if (!exists(array.element)) {
    array.own = newTable(array, array.table.depth + 1);
    array.element = child(array, array.own, PathRole.ELEMENT);
  }
  return array.element;
}

/** A path that is no member: it has no key. */
function child(parent: Node, table: Table, role: u32): Node {
  const node = newNode(parent, table, NO_KEY, 0);
  node.role = role;
  node.pathHash += role;
  node.map = isMap(node.pathHash);
  return node;
}

/** The JSON inside strings of this path; nobody where it is not known and the limit is reached. */
export function jsonOf(node: Node): Node {
  if (!exists(node.json) && nodeCount < maxNodes) node.json = child(node, node.table, PathRole.JSON);
  return node.json;
}

/** The members of `parent` whose keys are values, each a row of a table of its own; nobody as above. */
function foldedOf(parent: Node, mayCreate: bool): Node {
  if (exists(parent.folded) || !mayCreate || nodeCount + 2 > maxNodes) return parent.folded;
  const table = newTable(nobody(), parent.table.depth + 1),
    node = newNode(parent, table, FOLDED_NAME, 3);
  node.role = PathRole.FOLDED;
  node.keyLength = 0;
  table.owner = node;
  node.pathHash += PathRole.FOLDED;
  node.map = isMap(node.pathHash);
  node.keys = child(node, table, PathRole.KEYS);
  parent.folded = node;
  return node;
}

/** As {@link plainMember}; a key that is a value and no name leads to the folded members. */
export function member(parent: Node, key: usize, length: u32, mayCreate: bool): Node {
  const known = plainMember(parent, key, length, false);
  if (exists(known)) return known;
  if ((parent.map || isValue(key, length)) && !isName(key, length)) return foldedOf(parent, mayCreate);
  return mayCreate ? plainMember(parent, key, length, true) : known;
}

/** The member of `parent` with this key: found, else made if `mayCreate` and the limit allows; else nobody. */
export function plainMember(parent: Node, key: usize, length: u32, mayCreate: bool): Node {
  const hash = <u32>(fastHash(key, length) ^ (changetype<usize>(parent) * 0x9e3779b1));
  let slot = hash & (slotCount - 1),
    node: Node;
  while (exists((node = changetype<Node>(slots[slot])))) {
    if (
      node.hash == hash &&
      node.parent == parent &&
      node.nameLength == length &&
      same(node.key, key, length)
    )
      return node;
    slot = (slot + 1) & (slotCount - 1);
  }
  if (!mayCreate || nodeCount >= maxNodes) return nobody();
  node = newNode(parent, parent.table, key, length);
  node.hash = hash;
  slots[slot] = changetype<u32>(node);
  if (nodeCount * 2 > slotCount) growSlots();
  return node;
}

function growSlots(): void {
  const old = slots,
    oldCount = slotCount;
  slotCount <<= 1;
  slots = newNumbers(slotCount);
  memory.fill(changetype<usize>(slots), 0, slotCount * 4);
  for (let i: u32 = 0; i < oldCount; i++) {
    const node = changetype<Node>(old[i]);
    if (!exists(node)) continue;
    let slot = node.hash & (slotCount - 1);
    while (slots[slot]) slot = (slot + 1) & (slotCount - 1);
    slots[slot] = changetype<u32>(node);
  }
  heap.free(changetype<usize>(old));
}
