import type { MergedPath } from '../merge/merge-paths';
import type { SampleReport, WorkerReport } from '../workers/worker-report';
import { writeSmallParquet } from './write-small-parquet';

const MOST = 64;
/** Where an input has more paths than this, fewer texts are kept of each. */
const MANY_PATHS = 1000;
const FEW = 12;

/**
 * Writes samples.parquet: for each row of the inventory, by its number, its first different filled texts by document. The
 * same in every run: what comes first over all does so in its worker too.
 */
export function writeSamples(dir: string, paths: MergedPath[], reports: WorkerReport[]): void {
  const most = paths.length > MANY_PATHS ? FEW : MOST;
  const lists = reports.map(({ samples }) => new SampleList(samples));
  const rows = { path: [] as number[], place: [] as number[], text: [] as Buffer[] };
  paths.forEach(({ nodes }, row) => {
    firstTexts(nodes, lists, most).forEach((text, place) => {
      rows.path.push(row);
      rows.place.push(place);
      rows.text.push(text);
    });
  });
  writeSmallParquet(dir, 'samples.parquet', rows);
}

/** The first different texts of a path over all workers. */
function firstTexts(nodes: number[][], lists: SampleList[], most: number): Buffer[] {
  const all: { doc: number; list: SampleList; at: number }[] = [];
  nodes.forEach((own, worker) => {
    for (const node of own) lists[worker]?.addTo(all, node);
  });
  all.sort((a, b) => a.doc - b.doc);
  const different = new Map<string, Buffer>();
  for (const { list, at } of all) {
    if (different.size === most) break;
    const text = list.text(at);
    different.set(text.toString('latin1'), text);
  }
  return [...different.values()];
}

/** The samples of one worker. */
class SampleList {
  readonly #first: Uint32Array;
  readonly #starts: Float64Array;
  readonly #bytes: Buffer;

  constructor(private readonly samples: SampleReport) {
    this.#first = running(samples.counts, new Uint32Array(samples.counts.length + 1));
    this.#starts = running(samples.lengths, new Float64Array(samples.lengths.length + 1));
    const { buffer, byteOffset, length } = samples.bytes;
    this.#bytes = Buffer.from(buffer, byteOffset, length);
  }

  /** Adds those of one node. */
  addTo(all: { doc: number; list: SampleList; at: number }[], node: number): void {
    const end = this.#first[node + 1] ?? 0;
    for (let at = this.#first[node] ?? 0; at < end; at++)
      all.push({ doc: this.samples.docs[at] ?? 0, list: this, at });
  }

  text(at: number): Buffer {
    return this.#bytes.subarray(this.#starts[at] ?? 0, this.#starts[at + 1] ?? 0);
  }
}

/** Sums of all before, into a list one longer. */
function running<T extends Uint32Array | Float64Array>(counts: Uint32Array, sums: T): T {
  counts.forEach((count, i) => (sums[i + 1] = (sums[i] ?? 0) + count));
  return sums;
}
