import { PathCounter } from '../wasm/shared/path-counter';
import { readTableKey, tableKey } from '../../csv/named-tables';
import { KindChooser, MAX_KEY_SETS, MAX_KINDS } from '../workers/kind-chooser';
import type { KeySetReport, KindName, WorkerReport } from '../workers/worker-report';
import type { KindPlan } from '../workers/worker-setup';

/** One kind of the input. */
export interface FinalKind {
  /** Top-level keys of its first set, sorted; none for documents that are no object. */
  keys: string[];
  documents: number;
  /** The table that the files of its records are called after, where these have columns with names. */
  file?: string;
  /** Index, its date removed, and type, where envelopes name the kind; the table of an SQL dump. */
  name?: KindName;
}

/** The kinds, and which kind each worker's roots belong to. */
export interface FinalKinds {
  kinds: FinalKind[];
  /** For each worker, kind of each cluster; undefined where no accepted document is in it. */
  ofCluster: (number | undefined)[][];
  /** For each worker, kind of each kind that envelopes name. */
  ofNamed: (number | undefined)[][];
  /** Kind of documents that are no object. */
  plain: number | undefined;
  tooMany: boolean;
}

/**
 * The contract's clustering over the key sets of all workers with their counts. Where there are too many of them, or a cluster
 * that a worker chose while reading holds sets of two kinds, it answers with the plan by which the input has to be read again.
 */
export function finalKinds(reports: WorkerReport[], oneKind: boolean): FinalKinds | KindPlan {
  if (oneKind)
    return order(
      [objectsAsOneKind(reports)],
      reports.map(() => [0]),
      reports,
      true,
    );
  const { sets, isJoined } = joinedTables(mergeSets(reports));
  const kindOf = (keys: string[]): FinalKind => {
    const table = readTableKey(keys[0] ?? '')?.table;
    return { keys: columnsOf(keys), documents: 0, ...(table && !isJoined(table) ? { file: table } : {}) };
  };
  const clusters: FinalKind[] = [];
  const clusterOf = new Map<bigint, number>();
  const chooser = new KindChooser();
  for (const set of sets) {
    const cluster = chooser.find(set.keys) ?? chooser.start(set.keys);
    const kind = (clusters[cluster] ??= kindOf(set.keys));
    kind.documents += set.documents;
    clusterOf.set(set.hash, cluster);
  }
  const named = namedKinds(reports);
  if (sets.length > MAX_KEY_SETS || clusters.length + named.size > MAX_KINDS)
    return { oneKind: true, sets: [], maps: [] };
  const ofCluster = reports.map((report) => {
    const list: (number | undefined)[] = report.clusterRoots.map(() => undefined);
    for (const set of report.sets) if (set.documents > 0) list[set.cluster] = clusterOf.get(set.hash);
    return list;
  });
  const straddles = reports.some((report, w) =>
    report.sets.some((set) => set.documents > 0 && clusterOf.get(set.hash) !== ofCluster[w]?.[set.cluster]),
  );
  if (straddles) {
    return {
      oneKind: false,
      maps: [],
      sets: sets.map(({ hash, keys }) => ({ hash, keys, cluster: clusterOf.get(hash) ?? 0 })),
    };
  }
  return order(clusters, ofCluster, reports, false);
}

/**
 * Tables of files that have one header, column for column, are one table in several files (towns, months, wards), whatever the files
 * are called: their sets are told by the first of their names, and the kind is called after none.
 */
function joinedTables<T extends { keys: string[] }>(
  sets: T[],
): { sets: T[]; isJoined: (table: string) => boolean } {
  const first = new Map<string, string>();
  const root = (table: string): string => {
    const above = first.get(table) ?? table;
    return above === table ? table : root(above);
  };
  const ofHeader = new Map<string, string>();
  for (const { keys } of sets) {
    const table = readTableKey(keys[0] ?? '')?.table;
    if (table === undefined) continue;
    const header = JSON.stringify(columnsOf(keys));
    const [one, other] = [root(ofHeader.get(header) ?? table), root(table)].sort();
    ofHeader.set(header, one ?? table);
    if (one !== undefined && other !== undefined) first.set(other, one);
  }
  const joined = new Set([...first].flatMap(([table, above]) => (table === above ? [] : [root(table)])));
  return {
    sets: sets.map((set) => ({ ...set, keys: set.keys.map((key) => renamed(key, root)) })),
    isJoined: (table) => joined.has(table),
  };
}

function renamed(key: string, root: (table: string) => string): string {
  const at = readTableKey(key);
  return at === null ? key : tableKey(root(at.table), at.column);
}

function columnsOf(keys: string[]): string[] {
  return keys.map((key) => readTableKey(key)?.column ?? key);
}

/** Kind of each node of a worker that is a root; undefined where no accepted document is below it. */
export function kindsOfRoots(
  { clusterRoots, plainRoot, named }: WorkerReport,
  worker: number,
  { ofCluster, ofNamed, plain }: FinalKinds,
): Map<number, number | undefined> {
  return new Map([
    ...clusterRoots.map((node, cluster) => [node, ofCluster[worker]?.[cluster]] as const),
    [plainRoot, plain],
    ...named.map(({ root }, i) => [root, ofNamed[worker]?.[i]] as const),
  ]);
}

function objectsAsOneKind(reports: WorkerReport[]): FinalKind {
  const documents = reports.flatMap((report) => report.clusterRoots.map((root) => values(report, root)));
  return { keys: [], documents: documents.reduce((sum, count) => sum + count, 0) };
}

/** Sets of all workers, by number of documents, then text. */
function mergeSets(reports: WorkerReport[]): Pick<KeySetReport, 'hash' | 'keys' | 'documents'>[] {
  const merged = new Map<bigint, Pick<KeySetReport, 'hash' | 'keys' | 'documents'>>();
  for (const { hash, keys, documents } of reports.flatMap((report) => report.sets)) {
    const known = merged.get(hash);
    if (known) known.documents += documents;
    else merged.set(hash, { hash, keys: [...keys].sort(), documents });
  }
  return [...merged.values()].filter((set) => set.documents > 0).sort(byDocuments);
}

function order(
  clusters: FinalKind[],
  ofCluster: (number | undefined)[][],
  reports: WorkerReport[],
  tooMany: boolean,
): FinalKinds {
  const plainDocuments = reports.reduce((sum, report) => sum + values(report, report.plainRoot), 0);
  const plain: FinalKind = { keys: [], documents: plainDocuments };
  const named = namedKinds(reports);
  const kinds = [...clusters, ...named.values(), ...(plainDocuments > 0 ? [plain] : [])]
    .filter((kind) => kind.documents > 0)
    .sort(byDocuments);
  const place = (cluster: number | undefined): number | undefined => {
    const kind = cluster === undefined ? undefined : clusters[cluster];
    return kind && kinds.indexOf(kind);
  };
  return {
    kinds,
    ofCluster: ofCluster.map((list) => list.map(place)),
    ofNamed: reports.map((report) =>
      report.named.map((each) => {
        const kind = named.get(nameOf(each.name));
        return kind && kind.documents > 0 ? kinds.indexOf(kind) : undefined;
      }),
    ),
    plain: plainDocuments > 0 ? kinds.indexOf(plain) : undefined,
    tooMany,
  };
}

/** Kinds that envelopes or tables name, over all workers, with the keys of their documents. */
function namedKinds(reports: WorkerReport[]): Map<string, FinalKind> {
  const kinds = new Map<string, FinalKind>();
  for (const report of reports) {
    for (const each of report.named) {
      const { name, root } = each;
      const kind = kinds.get(nameOf(name)) ?? { keys: [], documents: 0, name };
      kinds.set(nameOf(name), kind);
      kind.documents += values(report, root);
      const keys = report.nodes
        .filter(
          (node) =>
            node.parent === root &&
            node.repeat === 1 &&
            !node.envelope &&
            (node.counters[PathCounter.VALUES] ?? 0) > 0,
        )
        .map(({ key }) => key);
      kind.keys = [...new Set([...kind.keys, ...keys])].sort();
    }
  }
  return kinds;
}

function nameOf(name: KindName): string {
  return JSON.stringify(Object.values(name));
}

function values(report: WorkerReport, node: number): number {
  return report.nodes[node]?.counters[PathCounter.VALUES] ?? 0;
}

function byDocuments(a: FinalKind, b: FinalKind): number {
  return (
    b.documents - a.documents ||
    compare(JSON.stringify(a.keys), JSON.stringify(b.keys)) ||
    compare(a.name ? nameOf(a.name) : '', b.name ? nameOf(b.name) : '') ||
    compare(a.file ?? '', b.file ?? '')
  );
}

/** By code units: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
