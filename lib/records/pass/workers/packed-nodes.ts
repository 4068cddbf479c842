import type { NodeReport, NodeRole } from './worker-report';

/** Numbers that say what a path is: parent, role, repeat, whether it is an envelope's, table, fold, most bytes. */
export const NODE_FACTS = 7;
/** 64-bit counters of a path, from `present` to `lastByte` (assembly/node.ts). */
export const NODE_COUNTERS = 24;
/** By the numbers of assembly/node.ts. */
const ROLES: readonly NodeRole[] = ['member', 'element', 'json', 'folded', 'keys'];

/** Paths as they travel between threads: one list a column, as ten thousand objects take a tenth of a second. */
export interface PackedNodes {
  keys: string[];
  pathHashes: BigUint64Array;
  facts: Float64Array;
  counters: Float64Array;
}

/** The paths of a packed list. */
export function unpackNodes({ keys, pathHashes, facts, counters }: PackedNodes): NodeReport[] {
  return keys.map((key, id) => {
    const fact = (i: number): number => facts[id * NODE_FACTS + i] ?? 0;
    return {
      parent: fact(0),
      role: ROLES[fact(1)] as NodeRole,
      pathHash: pathHashes[id] ?? 0n,
      key,
      envelope: fact(3) === 1,
      repeat: fact(2),
      table: fact(4),
      counters: counters.subarray(id * NODE_COUNTERS, (id + 1) * NODE_COUNTERS),
      fold: fact(5),
      maxBytes: fact(6),
    };
  });
}
