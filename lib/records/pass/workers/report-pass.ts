import { ENVELOPE_MARK, REPEAT_MARK } from '../wasm/shared/limits';
import { PathCounter } from '../wasm/shared/path-counter';
import type { PackedReport } from './messages';
import type { TableReport } from './worker-report';
import { NodeFact, type PackedNodes } from './packed-nodes';
import type { PassExports } from '../wasm/pass-exports';
import { reportSamples } from './report-samples';
import type { WorkerFiles } from './worker-files';

/** Reads every path and table out of a pass. */
export function reportPass(
  pass: PassExports,
  files: WorkerFiles,
): Omit<PackedReport, 'sets' | 'named' | 'spilled' | 'rejects' | 'refused'> {
  const tables = Array.from({ length: pass.tableTotal() }, (_, id): TableReport => {
    return { owner: pass.tableOwner(id), depth: pass.tableDepth(id), file: files.fileOf(id) };
  });
  return {
    nodes: packNodes(pass),
    tables,
    samples: reportSamples(pass),
    plainRoot: pass.plainRootId(),
    clusterRoots: Array.from({ length: pass.clusterTotal() }, (_, cluster) => pass.clusterRootId(cluster)),
    duplicateKeys: Number(pass.duplicateKeyCount()),
    loneSurrogates: Number(pass.loneSurrogateCount()),
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** 2^32: memory holds counters as two numbers of 32 bits. */
const HIGH = 4_294_967_296;

function packNodes(pass: PassExports): PackedNodes {
  const count = pass.nodeTotal();
  const packed: PackedNodes = {
    keys: [],
    pathHashes: new BigUint64Array(count),
    facts: new Float64Array(count * NodeFact.FIELDS),
    counters: new Float64Array(count * PathCounter.COUNT),
  };
  for (let id = 0; id < count; id++) packNode(pass, id, packed);
  return packed;
}

function packNode(pass: PassExports, id: number, { keys, pathHashes, facts, counters }: PackedNodes): void {
  const { buffer } = pass.memory;
  const key = new Uint8Array(buffer, pass.nodeKeyStart(id) >>> 0, pass.nodeKeyBytes(id));
  const mark = key.indexOf(REPEAT_MARK);
  const isEnvelope = key[0] === ENVELOPE_MARK;
  keys.push(
    isEnvelope
      ? `@${decoder.decode(key.subarray(1))}`
      : decoder.decode(mark < 0 ? key : key.subarray(0, mark)),
  );
  const repeat = mark < 0 ? 1 : Number(decoder.decode(key.subarray(mark + 1)));
  pathHashes[id] = BigInt.asUintN(64, pass.nodePathHash(id));
  const own: Record<Exclude<NodeFact, NodeFact.FIELDS>, number> = {
    [NodeFact.parent]: pass.nodeParent(id),
    [NodeFact.role]: pass.nodeRole(id),
    [NodeFact.repeat]: repeat,
    [NodeFact.envelope]: Number(isEnvelope),
    [NodeFact.table]: pass.nodeTable(id),
    [NodeFact.fold]: pass.nodeFold(id),
    [NodeFact.maxBytes]: pass.nodeMaxBytes(id),
  };
  facts.set(Object.values(own), id * NodeFact.FIELDS);
  const count: number = PathCounter.COUNT;
  const words = new Int32Array(buffer, pass.nodeCounters(id) >>> 0, count * 2);
  for (let i = 0; i < count; i++) {
    counters[id * count + i] = (words[i * 2 + 1] ?? 0) * HIGH + ((words[i * 2] ?? 0) >>> 0);
  }
}
