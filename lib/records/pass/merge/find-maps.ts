import { loadVocabulary } from '../../../cases/vocabulary';
import { readTableKey } from '../../csv/named-tables';
import { PathCounter } from '../wasm/shared/path-counter';
import type { NodeReport, WorkerReport } from '../workers/worker-report';
import { TOP_LEVEL } from '../workers/worker-setup';

/** An object with more different keys than this has values for keys, if a single one holds few of them. */
const MOST_KEYS = 200;
/** From so many keys on they may be values where the words of fields do not know them. */
const FEW_KEYS = 10;
/** Share of such keys that no word of fields knows, at least. */
const UNKNOWN = 4 / 5;
/** Share of the different keys that an object holds at most, on average; of objects for each key, where one holds them all. */
const FEW = 1 / 20;
/** The same of keys that the words of fields do not know. */
const FEW_OF_UNKNOWN = 1 / 5;
/** Share of the keys of all members that a member has, on average, where they are of one shape. */
const ALIKE = 1 / 2;
/** Share of keys that look like names of users, where nothing else says that the top level has them. */
const PERSONAL = 1 / 2;
const TYPES = [
  ...[
    PathCounter.BOOLEANS,
    PathCounter.NUMBERS,
    PathCounter.STRINGS,
    PathCounter.OBJECTS,
    PathCounter.ARRAYS,
  ],
  ...[PathCounter.OIDS, PathCounter.LONGS, PathCounter.DATES, PathCounter.DECIMALS, PathCounter.BINARIES],
];

interface KeysOfPath {
  keys: Set<string>;
  objects: number;
  members: number;
  /** What members are, without nulls. */
  types: Set<PathCounter>;
  /** Keys inside of members, each with the members that have it. */
  inside: Map<string, Set<string>>;
}

/**
 * Objects whose keys are values, by the hash of their path:
 *
 * - more than 200 different keys over the whole input, of which one object holds, on average, fewer than one in twenty; or which
 *   are those of one object of objects, all of one shape, as an export by id has;
 * - ten or more, of which the words of fields know at most one in five, and of which one object holds, on average, fewer than one
 *   in five; or which are those of one object, and what stands at them is of one type, objects of one shape.
 *
 * At the top level only where every document of the input is such an object and the words of fields know at most one key in five;
 * what stands at them holds more than a text or number, or half of them look like names of users.
 */
export function findMaps(reports: readonly WorkerReport[]): bigint[] {
  const found = new Map<bigint, KeysOfPath>();
  for (const { nodes, clusterRoots } of reports) {
    const byParent = membersOf(nodes);
    for (const [parent, children] of byParent) {
      const isTop = (nodes[parent]?.parent ?? -1) < 0;
      if (isTop && !clusterRoots.includes(parent)) continue;
      const pathHash = isTop ? TOP_LEVEL : (nodes[parent]?.pathHash ?? 0n);
      const path = found.get(pathHash) ?? newPath();
      found.set(pathHash, path);
      path.objects += nodes[parent]?.counters[isTop ? PathCounter.VALUES : PathCounter.OBJECTS] ?? 0;
      for (const [child, { key, counters: own }] of children) {
        path.keys.add(key);
        path.members += own[PathCounter.VALUES] ?? 0;
        for (const type of TYPES) if ((own[type] ?? 0) > 0) path.types.add(type);
        for (const [, { key: name }] of byParent.get(child) ?? [])
          path.inside.set(name, (path.inside.get(name) ?? new Set()).add(key));
      }
    }
  }
  const isWhole = reports.every((report) => hasNoNames(report));
  return [...found]
    .filter(([pathHash, path]) => (pathHash === TOP_LEVEL ? isWhole && isTopMap(path) : isMap(path)))
    .map(([pathHash]) => pathHash);
}

function newPath(): KeysOfPath {
  return { keys: new Set(), objects: 0, members: 0, types: new Set(), inside: new Map() };
}

/** Neither indices nor tables, whose columns are names. */
function hasNoNames({ named, sets }: WorkerReport): boolean {
  return named.length === 0 && sets.every(({ keys }) => readTableKey(keys[0] ?? '') === null);
}

function isMap(path: KeysOfPath): boolean {
  const { keys, objects, members } = path;
  if (keys.size > MOST_KEYS) {
    if (members < objects * keys.size * FEW) return true;
    if (objects <= keys.size * FEW && isOfOneShape(path)) return true;
  }
  return isOfUnknown(path);
}

function isTopMap(path: KeysOfPath): boolean {
  if (!isOfUnknown(path)) return false;
  const { isUserName } = loadVocabulary();
  const isPlain = !path.types.has(PathCounter.OBJECTS) && !path.types.has(PathCounter.ARRAYS);
  return !isPlain || [...path.keys].filter(isUserName).length >= path.keys.size * PERSONAL;
}

/** Ten keys or more that the words of fields do not know, each rare; or all in one object, with what is of one type at them. */
function isOfUnknown(path: KeysOfPath): boolean {
  const { keys, objects, members, types } = path;
  if (keys.size < FEW_KEYS) return false;
  const isRare = members < objects * keys.size * FEW_OF_UNKNOWN;
  const isWhole =
    objects <= Math.max(1, keys.size * FEW) &&
    types.size === 1 &&
    (!types.has(PathCounter.OBJECTS) || isOfOneShape(path));
  if (!isRare && !isWhole) return false;
  const { knows } = loadVocabulary();
  return [...keys].filter((key) => !knows(key)).length >= keys.size * UNKNOWN;
}

function isOfOneShape({ keys, types, inside }: KeysOfPath): boolean {
  const all = [...inside.values()].reduce((sum, members) => sum + members.size, 0);
  const isObjects = types.size === 1 && types.has(PathCounter.OBJECTS);
  return isObjects && inside.size > 0 && all >= inside.size * keys.size * ALIKE;
}

/** Members that occur, with their numbers, by the numbers of their parents. */
function membersOf(nodes: NodeReport[]): Map<number, [id: number, node: NodeReport][]> {
  const byParent = new Map<number, [number, NodeReport][]>();
  for (const [id, node] of nodes.entries()) {
    if (node.role !== 'member' || node.envelope || (node.counters[PathCounter.VALUES] ?? 0) === 0) continue;
    const children = byParent.get(node.parent);
    if (children) children.push([id, node]);
    else byParent.set(node.parent, [[id, node]]);
  }
  return byParent;
}
