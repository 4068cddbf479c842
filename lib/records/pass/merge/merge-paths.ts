import { PathCounter } from '../wasm/shared/path-counter';
import { ValueCode } from '../wasm/shared/value-code';
import { VALUE_TYPES, type ValueType } from '../../../contract/manifest';
import { compare, type FinalKinds, kindsOfRoots } from './final-kinds';
import type { NodeReport, WorkerReport } from '../workers/worker-report';
import { ROOT, elementPath, foldedPath, jsonPath, keysPath, memberPath } from './path-text';

/** The last counter of a type: strings with a lone surrogate, which count as strings. */
const LAST_OF_TYPES: number = PathCounter.LONE_SURROGATES;

/** One path of one kind, over all workers. Counts as docs/contract.md defines them. */
export interface MergedPath {
  kind: number;
  path: string;
  /** The array, or the object of folded members, that it lies in; null for the kind itself. */
  array: MergedPath | null;
  /** It lies among folded members and in no array of theirs. */
  inMap: boolean;
  /** It is the path of folded members, or of their keys. */
  folded: 'members' | 'keys' | null;
  /** Its objects have folded members. */
  holdsMap: boolean;
  /** Arrays around it. */
  depth: number;
  present: number;
  filled: number;
  values: number;
  filledValues: number;
  /** Values with a text; empty objects and arrays. */
  texts: number;
  empties: number;
  types: Partial<Record<ValueType, number>>;
  first: { doc: number; line: number; byte: number };
  last: { doc: number; line: number; byte: number };
  fold: number;
  maxBytes: number;
  distinct: number;
  /** Number of its columns in its kind. */
  column: number;
  /** For each worker, its nodes. */
  nodes: number[][];
}

/** A path is a row of the inventory if something other than a filled object or array occurs at it. */
export function isRow(path: MergedPath): boolean {
  return path.texts + path.empties + (path.types.null ?? 0) > 0;
}

/**
 * One list of paths out of the workers' lists, by kind, then by first document, then by the order of a table's columns, then
 * text; columns are numbered in this order.
 *
 * @param order place of each column's path in its table
 */
export function mergePaths(
  reports: WorkerReport[],
  final: FinalKinds,
  order: ReadonlyMap<string, number> = new Map(),
): MergedPath[] {
  const merged = final.kinds.map(() => new Map<string, MergedPath>());
  reports.forEach((report, worker) => {
    const rootKinds = kindsOfRoots(report, worker, final);
    const own: (MergedPath | undefined)[] = [];
    report.nodes.forEach((node, id) => {
      const parent = own[node.parent];
      const kind = node.parent < 0 ? rootKinds.get(id) : parent?.kind;
      if (kind === undefined || (node.parent >= 0 && !parent)) return;
      const text = textOf(node, parent, kind === final.plain);
      const paths = merged[kind];
      let path = paths?.get(text);
      if (!path) {
        path = emptyPath(kind, text, holderOf(node, parent), reports.length);
        if (node.role === 'folded' && parent) parent.holdsMap = true;
        if (node.role === 'folded' || node.role === 'keys')
          path.folded = node.role === 'keys' ? 'keys' : 'members';
        paths?.set(text, path);
      }
      own[id] = path;
      addNode(path, node);
      path.nodes[worker]?.push(id);
    });
  });
  return merged.flatMap((paths) =>
    numbered(
      [...paths.values()].filter((path) => path.values > 0),
      order,
    ),
  );
}

function textOf(node: NodeReport, parent: MergedPath | undefined, isPlain: boolean): string {
  if (!parent) return isPlain ? ROOT : '';
  if (node.envelope) return node.key;
  switch (node.role) {
    case 'element':
      return elementPath(parent.path);
    case 'json':
      return jsonPath(parent.path);
    case 'folded':
      return foldedPath(parent.path);
    case 'keys':
      return keysPath(parent.path);
    case 'member':
      return memberPath(parent.path, node.key, node.repeat);
  }
}

type Holder = Pick<MergedPath, 'array' | 'inMap'>;

function holderOf({ role }: NodeReport, parent: MergedPath | undefined): Holder {
  if (!parent) return { array: null, inMap: false };
  if (role === 'element' || role === 'folded') return { array: parent, inMap: role === 'folded' };
  return { array: parent.array, inMap: parent.inMap };
}

function numbered(paths: MergedPath[], order: ReadonlyMap<string, number>): MergedPath[] {
  const place = ({ path }: MergedPath): number => order.get(path) ?? 0;
  paths.sort((a, b) => a.first.doc - b.first.doc || place(a) - place(b) || compare(a.path, b.path));
  let column = 0;
  for (const path of paths) if (isRow(path) || path.types.array || path.holdsMap) path.column = column++;
  for (const path of paths) if (path.path === '') path.path = ROOT;
  return paths;
}

function emptyPath(kind: number, path: string, { array, inMap }: Holder, workers: number): MergedPath {
  return {
    kind,
    path,
    array,
    inMap,
    folded: null,
    holdsMap: false,
    depth: array ? array.depth + 1 : 0,
    present: 0,
    filled: 0,
    values: 0,
    filledValues: 0,
    texts: 0,
    empties: 0,
    types: {},
    first: { doc: Infinity, line: 0, byte: 0 },
    last: { doc: -1, line: 0, byte: 0 },
    fold: 0,
    maxBytes: 0,
    distinct: 0,
    column: -1,
    nodes: Array.from({ length: workers }, () => []),
  };
}

function placeAt(places: Float64Array, at: number): MergedPath['first'] {
  return { doc: places[at] ?? -1, line: places[at + 1] ?? 0, byte: places[at + 2] ?? 0 };
}

function addNode(path: MergedPath, { counters, fold, maxBytes }: NodeReport): void {
  const counter = (i: number): number => counters[i] ?? 0;
  if (counter(PathCounter.VALUES) === 0) return;
  path.present += counter(PathCounter.PRESENT);
  path.filled += counter(PathCounter.FILLED);
  path.values += counter(PathCounter.VALUES);
  path.filledValues += counter(PathCounter.FILLED_VALUES);
  path.texts += counter(PathCounter.TEXTS);
  path.empties += counter(PathCounter.EMPTIES);
  for (let at: number = PathCounter.NULLS; at <= LAST_OF_TYPES; at++) {
    const count = counter(at);
    const type =
      VALUE_TYPES[at === LAST_OF_TYPES ? ValueCode.STRING : at - PathCounter.NULLS + ValueCode.NULL];
    if (type && count > 0) path.types[type] = (path.types[type] ?? 0) + count;
  }
  const first = placeAt(counters, PathCounter.FIRST_DOC);
  const last = placeAt(counters, PathCounter.LAST_DOC);
  if (first.doc < path.first.doc) path.first = first;
  if (last.doc > path.last.doc) path.last = last;
  path.fold |= fold;
  path.maxBytes = Math.max(path.maxBytes, maxBytes);
}
