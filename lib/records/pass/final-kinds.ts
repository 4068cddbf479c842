import { KindChooser, MAX_KEY_SETS } from './kind-chooser';
import type { KeySetReport, KindPlan, WorkerReport } from './messages';

/** One kind of the input. */
export interface FinalKind {
  /** Top-level keys of its first set, sorted; none for documents that are no object. */
  keys: string[];
  documents: number;
}

/** The kinds, and which kind each worker's roots belong to. */
export interface FinalKinds {
  kinds: FinalKind[];
  /** For each worker, kind of each cluster; undefined where no accepted document is in it. */
  ofCluster: (number | undefined)[][];
  /** Kind of documents that are no object. */
  plain: number | undefined;
  tooMany: boolean;
}

/**
 * The contract's clustering over the key sets of all workers with their counts. Where a cluster that a worker chose while
 * reading holds sets of two kinds, it answers with the plan by which the input has to be read again.
 */
export function finalKinds(reports: WorkerReport[], oneKind: boolean): FinalKinds | KindPlan {
  const sets = mergeSets(reports);
  const tooMany = oneKind || sets.length > MAX_KEY_SETS;
  const clusterOf = new Map<bigint, number>();
  const clusters: FinalKind[] = [];
  const chooser = new KindChooser();
  for (const set of sets) {
    const found = tooMany ? (clusters.length > 0 ? 0 : null) : chooser.find(set.keys);
    const cluster = found ?? clusters.push({ keys: tooMany ? [] : set.keys, documents: 0 }) - 1;
    if (found === null && !tooMany) chooser.start(set.keys);
    clusterOf.set(set.hash, cluster);
    const kind = clusters[cluster];
    if (kind) kind.documents += set.documents;
  }
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
      sets: sets.map(({ hash, keys }) => ({ hash, keys, cluster: clusterOf.get(hash) ?? 0 })),
    };
  }
  return order(clusters, ofCluster, reports, tooMany);
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
  if (tooMany) {
    const documents = reports.reduce((sum, report) => sum + objectDocuments(report), 0);
    clusters = [{ keys: [], documents }];
    ofCluster = reports.map((report) => report.clusterRoots.map(() => 0));
  }
  const plainDocuments = reports.reduce((sum, report) => sum + values(report, report.plainRoot), 0);
  const plain: FinalKind = { keys: [], documents: plainDocuments };
  const kinds = [...clusters, ...(plainDocuments > 0 ? [plain] : [])]
    .filter((kind) => kind.documents > 0)
    .sort(byDocuments);
  const place = (cluster: number | undefined): number | undefined => {
    const kind = cluster === undefined ? undefined : clusters[cluster];
    return kind && kinds.indexOf(kind);
  };
  return {
    kinds,
    ofCluster: ofCluster.map((list) => list.map(place)),
    plain: plainDocuments > 0 ? kinds.indexOf(plain) : undefined,
    tooMany,
  };
}

const VALUES = 2;

function values(report: WorkerReport, node: number): number {
  return report.nodes[node]?.counters[VALUES] ?? 0;
}

function objectDocuments(report: WorkerReport): number {
  return report.clusterRoots.reduce((sum, root) => sum + values(report, root), 0);
}

function byDocuments(a: FinalKind, b: FinalKind): number {
  return b.documents - a.documents || compare(JSON.stringify(a.keys), JSON.stringify(b.keys));
}

/** By code units: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
