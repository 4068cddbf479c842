import type { MergedPath } from './merge-paths';
import type { SampleReport, WorkerReport } from './messages';
import { writeSmallParquet } from './write-small-parquet';

const MOST = 64;
/** Where an input has more paths than this, fewer texts are kept of each. */
const MANY_PATHS = 1000;
const FEW = 12;

interface Sample {
  doc: number;
  text: Buffer;
}

/**
 * Writes samples.parquet: for each row of the inventory, by its number, its first different filled texts by document. The
 * same in every run: what comes first over all does so in its worker too.
 */
export function writeSamples(dir: string, paths: MergedPath[], reports: WorkerReport[]): void {
  const most = paths.length > MANY_PATHS ? FEW : MOST;
  const ofNode = reports.map(({ samples }) => samplesByNode(samples));
  const rows = paths.flatMap((path, row) => {
    const all = path.nodes.flatMap((nodes, worker) => nodes.flatMap((node) => ofNode[worker]?.(node) ?? []));
    all.sort((a, b) => a.doc - b.doc);
    const different = new Map(all.map(({ text }) => [text.toString('latin1'), text]));
    return [...different.values()].slice(0, most).map((text, place) => ({ row, place, text }));
  });
  writeSmallParquet(dir, 'samples.parquet', {
    path: rows.map(({ row }) => row),
    place: rows.map(({ place }) => place),
    text: rows.map(({ text }) => text),
  });
}

function samplesByNode({ counts, docs, lengths, bytes }: SampleReport): (node: number) => Sample[] {
  const first = new Uint32Array(counts.length + 1);
  counts.forEach((count, node) => (first[node + 1] = (first[node] ?? 0) + count));
  const starts = new Float64Array(lengths.length + 1);
  lengths.forEach((length, i) => (starts[i + 1] = (starts[i] ?? 0) + length));
  return (node) =>
    Array.from({ length: counts[node] ?? 0 }, (_, i) => {
      const sample = (first[node] ?? 0) + i;
      const text = Buffer.from(bytes.buffer, bytes.byteOffset + (starts[sample] ?? 0), lengths[sample] ?? 0);
      return { doc: docs[sample] ?? 0, text };
    });
}
