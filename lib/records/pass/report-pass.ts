import type { NodeReport, NodeRole, TableReport, WorkerReport } from './messages';
import type { PassExports } from './pass-exports';
import { reportSamples } from './report-samples';
import type { WorkerFiles } from './worker-files';

/** 64-bit counters of a path, from `present` to `lastByte` (assembly/node.ts). */
const COUNTERS = 24;
/** By the numbers of assembly/node.ts. */
const ROLES: readonly NodeRole[] = ['member', 'element', 'json', 'folded', 'keys'];
/** Stands between a repeated key and its number; no UTF-8 text holds this byte. */
const REPEAT_MARK = 255;
/** Stands before the name of what an envelope carries. */
const ENVELOPE_MARK = 254;

/** Reads every path and table out of a pass. */
export function reportPass(
  pass: PassExports,
  files: WorkerFiles,
): Omit<WorkerReport, 'sets' | 'named' | 'spilled' | 'rejects'> {
  const nodes = Array.from({ length: pass.nodeTotal() }, (_, id) => reportNode(pass, id));
  const tables = Array.from({ length: pass.tableTotal() }, (_, id): TableReport => {
    return { owner: pass.tableOwner(id), depth: pass.tableDepth(id), file: files.fileOf(id) };
  });
  return {
    nodes,
    tables,
    samples: reportSamples(pass),
    plainRoot: pass.plainRootId(),
    clusterRoots: Array.from({ length: pass.clusterTotal() }, (_, cluster) => pass.clusterRootId(cluster)),
    duplicateKeys: Number(pass.duplicateKeyCount()),
    loneSurrogates: Number(pass.loneSurrogateCount()),
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function reportNode(pass: PassExports, id: number): NodeReport {
  const { buffer } = pass.memory;
  const key = new Uint8Array(buffer, pass.nodeKeyStart(id) >>> 0, pass.nodeKeyBytes(id));
  const mark = key.indexOf(REPEAT_MARK);
  const isEnvelope = key[0] === ENVELOPE_MARK;
  const counters = new BigInt64Array(buffer, pass.nodeCounters(id) >>> 0, COUNTERS);
  return {
    parent: pass.nodeParent(id),
    role: ROLES[pass.nodeRole(id)] as NodeRole,
    pathHash: BigInt.asUintN(64, pass.nodePathHash(id)),
    key: isEnvelope
      ? `@${decoder.decode(key.subarray(1))}`
      : decoder.decode(mark < 0 ? key : key.subarray(0, mark)),
    envelope: isEnvelope,
    repeat: mark < 0 ? 1 : Number(decoder.decode(key.subarray(mark + 1))),
    table: pass.nodeTable(id),
    counters: Float64Array.from(counters, Number),
    fold: pass.nodeFold(id),
    maxBytes: pass.nodeMaxBytes(id),
  };
}
