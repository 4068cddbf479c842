import type { PackedReport } from './messages';
import type { TableReport } from './worker-report';
import { NODE_COUNTERS, NODE_FACTS, type PackedNodes } from './packed-nodes';
import type { PassExports } from '../wasm/pass-exports';
import { reportSamples } from './report-samples';
import type { WorkerFiles } from './worker-files';

/** Stands between a repeated key and its number; no UTF-8 text holds this byte. */
const REPEAT_MARK = 255;
/** Stands before the name of what an envelope carries. */
const ENVELOPE_MARK = 254;

/** Reads every path and table out of a pass. */
export function reportPass(
  pass: PassExports,
  files: WorkerFiles,
): Omit<PackedReport, 'sets' | 'named' | 'spilled' | 'rejects'> {
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
    facts: new Float64Array(count * NODE_FACTS),
    counters: new Float64Array(count * NODE_COUNTERS),
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
  const own = [pass.nodeParent(id), pass.nodeRole(id), repeat, Number(isEnvelope)];
  facts.set([...own, pass.nodeTable(id), pass.nodeFold(id), pass.nodeMaxBytes(id)], id * NODE_FACTS);
  const words = new Int32Array(buffer, pass.nodeCounters(id) >>> 0, NODE_COUNTERS * 2);
  for (let i = 0; i < NODE_COUNTERS; i++) {
    counters[id * NODE_COUNTERS + i] = (words[i * 2 + 1] ?? 0) * HIGH + ((words[i * 2] ?? 0) >>> 0);
  }
}
