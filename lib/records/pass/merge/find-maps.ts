import { PathCounter } from '../wasm/shared/path-counter';
import type { NodeReport, WorkerReport } from '../workers/worker-report';

/** An object with more different keys than this has values for keys, if a single one holds few of them. */
const MOST_KEYS = 200;
/** Share of the different keys that an object holds at most, on average; of objects for each key, where one holds them all. */
const FEW = 1 / 20;
/** Share of the keys of all members that a member has, on average, where they are of one shape. */
const ALIKE = 1 / 2;

interface KeysOfPath {
  keys: Set<string>;
  objects: number;
  members: number;
  /** Some member is not always an object. */
  plain: boolean;
  /** Keys inside of members, each with the members that have it. */
  inside: Map<string, Set<string>>;
}

/**
 * Nested objects whose keys are values, by the hash of their path: more than 200 different keys over the whole input, of
 * which one object holds, on average, fewer than one in twenty; or which are those of one object of objects, all of one
 * shape, as an export by id has. Never the top level, and never what is folded already.
 */
export function findMaps(reports: readonly WorkerReport[]): bigint[] {
  const found = new Map<bigint, KeysOfPath>();
  for (const { nodes } of reports) {
    const byParent = membersOf(nodes);
    for (const [parent, children] of byParent) {
      if (children.length * 8 <= MOST_KEYS || isTop(nodes, parent)) continue;
      const pathHash = nodes[parent]?.pathHash ?? 0n;
      const path = found.get(pathHash) ?? newPath();
      found.set(pathHash, path);
      path.objects += nodes[parent]?.counters[PathCounter.OBJECTS] ?? 0;
      for (const [child, { key, counters: own }] of children) {
        path.keys.add(key);
        path.members += own[PathCounter.VALUES] ?? 0;
        if (own[PathCounter.OBJECTS] !== own[PathCounter.VALUES]) path.plain = true;
        for (const [, { key: name }] of byParent.get(child) ?? [])
          path.inside.set(name, (path.inside.get(name) ?? new Set()).add(key));
      }
    }
  }
  const isMap = (path: KeysOfPath): boolean => {
    const { keys, objects, members } = path;
    if (keys.size <= MOST_KEYS) return false;
    return members < objects * keys.size * FEW || (objects <= keys.size * FEW && isOfOneShape(path));
  };
  return [...found].filter(([, path]) => isMap(path)).map(([pathHash]) => pathHash);
}

function newPath(): KeysOfPath {
  return { keys: new Set(), objects: 0, members: 0, plain: false, inside: new Map() };
}

function isOfOneShape({ keys, plain, inside }: KeysOfPath): boolean {
  const all = [...inside.values()].reduce((sum, members) => sum + members.size, 0);
  return !plain && inside.size > 0 && all >= inside.size * keys.size * ALIKE;
}

function isTop(nodes: NodeReport[], parent: number): boolean {
  return (nodes[parent]?.parent ?? -1) < 0;
}

/** Members that occur, with their numbers, by the numbers of their parents. */
function membersOf(nodes: NodeReport[]): Map<number, [id: number, node: NodeReport][]> {
  const byParent = new Map<number, [number, NodeReport][]>();
  for (const [id, node] of nodes.entries()) {
    if (node.role !== 'member' || (node.counters[PathCounter.VALUES] ?? 0) === 0) continue;
    const children = byParent.get(node.parent);
    if (children) children.push([id, node]);
    else byParent.set(node.parent, [[id, node]]);
  }
  return byParent;
}
