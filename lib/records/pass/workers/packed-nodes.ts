import { PathCounter } from '../wasm/shared/path-counter';
import { PathRole } from '../wasm/shared/path-role';
import type { NodeReport, NodeRole } from './worker-report';

/** Numbers of a path that say what it is; then how many they are. */
export enum NodeFact {
  parent,
  role,
  repeat,
  envelope,
  table,
  fold,
  maxBytes,
  FIELDS,
}

const ROLES: Readonly<Record<number, NodeRole>> = {
  [PathRole.MEMBER]: 'member',
  [PathRole.ELEMENT]: 'element',
  [PathRole.JSON]: 'json',
  [PathRole.FOLDED]: 'folded',
  [PathRole.KEYS]: 'keys',
};

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
    const fact = (name: NodeFact): number => facts[id * NodeFact.FIELDS + name] ?? 0;
    return {
      parent: fact(NodeFact.parent),
      role: ROLES[fact(NodeFact.role)] ?? 'member',
      pathHash: pathHashes[id] ?? 0n,
      key,
      envelope: fact(NodeFact.envelope) === 1,
      repeat: fact(NodeFact.repeat),
      table: fact(NodeFact.table),
      counters: counters.subarray(id * PathCounter.COUNT, (id + 1) * PathCounter.COUNT),
      fold: fact(NodeFact.fold),
      maxBytes: fact(NodeFact.maxBytes),
    };
  });
}
