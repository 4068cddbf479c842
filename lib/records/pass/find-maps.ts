import type { NodeReport, WorkerReport } from './messages';

/** An object with more different keys than this has values for keys, if a single one holds few of them. */
const MOST_KEYS = 200;
/** Share of the different keys that an object holds at most, on average. */
const FEW = 1 / 20;
const VALUES = 2;
const OBJECTS = 10;

interface KeysOfPath {
  keys: Set<string>;
  objects: number;
  members: number;
}

/**
 * Nested objects whose keys are values, by the hash of their path: more than 200 different keys over the whole input, of
 * which one object holds, on average, fewer than one in twenty. Never the top level, and never what is folded already.
 */
export function findMaps(reports: readonly WorkerReport[]): bigint[] {
  const found = new Map<bigint, KeysOfPath>();
  for (const { nodes } of reports) {
    for (const [parent, children] of wideObjects(nodes)) {
      const { pathHash, counters } = nodes[parent] as NodeReport;
      const path = found.get(pathHash) ?? { keys: new Set(), objects: 0, members: 0 };
      found.set(pathHash, path);
      path.objects += counters[OBJECTS] ?? 0;
      for (const { key, counters: own } of children) {
        path.keys.add(key);
        path.members += own[VALUES] ?? 0;
      }
    }
  }
  const isMap = ({ keys, objects, members }: KeysOfPath): boolean =>
    keys.size > MOST_KEYS && members < objects * keys.size * FEW;
  return [...found].filter(([, path]) => isMap(path)).map(([pathHash]) => pathHash);
}

/** Members by parent, where a worker alone has seen enough of them to matter. */
function wideObjects(nodes: NodeReport[]): [number, NodeReport[]][] {
  const byParent = new Map<number, NodeReport[]>();
  for (const node of nodes) {
    const isTop = (nodes[node.parent]?.parent ?? -1) < 0;
    if (node.role !== 'member' || isTop || (node.counters[VALUES] ?? 0) === 0) continue;
    const children = byParent.get(node.parent);
    if (children) children.push(node);
    else byParent.set(node.parent, [node]);
  }
  return [...byParent].filter(([, children]) => children.length * 8 > MOST_KEYS);
}
