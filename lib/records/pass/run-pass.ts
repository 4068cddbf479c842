import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { loadNamePhrases } from '../../cases/load-name-phrases';
import { loadWatchedNames } from '../../cases/load-watched-names';
import { AnalysisError } from '../../contract/errors';
import type { ErrorCode } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import { FileRefused } from '../containers/file-refused';
import { openFile, type Found } from './open-file';
import { countDistinct } from './merge/count-distinct';
import { splitterFor } from './splitters/splitter-for';
import { MAX_LINE_BYTES } from './splitters/line-splitter';
import { finalKinds, type FinalKinds } from './merge/final-kinds';
import { findMaps } from './merge/find-maps';
import { describePass } from './merge/describe-pass';
import { columnOrder } from './merge/column-order';
import { isRow, mergePaths } from './merge/merge-paths';
import type { KindPlan, WorkerReport } from './workers/messages';
import { unpackNodes } from './workers/packed-nodes';
import type { PassPart } from './pass-part';
import { PartCounters } from './merge/part-counters';
import { ADDRESS_MAP_BYTES, mergeLiveCounts, type LiveCounts } from './workers/live-counts';
import { loadPass, startPass } from './wasm/load-pass';
import { RawPart } from '../containers/raw-part';
import { TooManyKeySets, WorkerPool } from './workers/worker-pool';
import { writeRejects } from './parquet/write-rejects';
import { writeSamples } from './parquet/write-samples';
import { writeTables } from './parquet/write-tables';

/** How a pass is run. */
export interface PassOptions {
  /** Worker threads. Defaults to 2. */
  workers?: number;
  /** Text given to a worker at a time, in bytes, up to 8 MiB. Defaults to 2 MiB, which stays near the L2 cache. */
  blockBytes?: number;
  /** Memory for hashes of distinct values before they go to disk, in bytes, all workers together. Defaults to 600 MB. */
  hashBytes?: number;
  /** Told after each block: bytes of the parts as stored, documents and rejects so far, and what else is known. */
  onProgress?: (known: PassProgress) => void;
  /** How often at most a worker tells what it has counted, in milliseconds. Defaults to 1,500. */
  liveCountsMs?: number;
  /** Stops the pass with INTERRUPTED. */
  signal?: AbortSignal;
  /** Rejects whose places are kept; all are counted. Defaults to 100,000. */
  maxRejects?: number;
  /** Levels a document may nest. Defaults to 1,000. */
  maxDepth?: number;
  /** Paths an input may have before further lines are refused. Defaults to 200,000. */
  maxPaths?: number;
  /** Parts, by their number, that crashed an earlier pass over this input: they are named, not read. */
  crashed?: number[];
  /** Waits for the workers after each part, so that a crash is the fault of the part that is being read. */
  oneByOne?: boolean;
}

/** How far a pass is. */
export interface PassProgress extends LiveCounts {
  bytes: number;
  totalBytes: number;
  documents: number;
  rejected: number;
  /** Number of the part that is being read. */
  part: number;
  /** What is going on; `bytes` stands still after the first. */
  step: 'read' | 'count' | 'store';
}

/** The manifest as far as the pass knows it. */
export type PassResult = Omit<Manifest, 'key' | 'versions'>;

const BLOCK_BYTES = 2 << 20;
const MAX_BLOCK_BYTES = 8 << 20;
const HASH_BYTES = 600 << 20;
const MAX_BLOCKS = 1 << 20;
/** Passes over one input: one, and one more each for too many kinds, a cluster of two kinds, several tables, keys that are values. */
const ATTEMPTS = 8;

/**
 * Reads all parts of an input once: checks every line strictly, counts every path, counts distinct values exactly (128-bit
 * keyed hashes) and writes the clean store's tables and rejects.parquet into `dir`, an existing folder.
 *
 * @throws INTERRUPTED by the signal, INPUT_CHANGED if a second reading met other documents, INTERNAL if a thread failed
 */
export async function runPass(
  parts: PassPart[],
  dir: string,
  options: PassOptions = {},
): Promise<PassResult> {
  let plan: KindPlan | null = null;
  let starts: number[][] | null = null;
  const seed: [bigint, bigint] = [randomBytes(8).readBigUInt64LE(), randomBytes(8).readBigUInt64LE()];
  const work = join(dir, '.pass');
  let files = parts;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    mkdirSync(work, { mode: 0o700 });
    try {
      const outcome: Outcome = await new Pass(files, dir, work, { options, seed, plan, starts }).run();
      if ('parts' in outcome) return outcome;
      if ('refused' in outcome) {
        files = files.map((file, i) => (i === outcome.file ? { ...file, refused: outcome.refused } : file));
        attempt--;
        starts = null;
      } else if ('starts' in outcome) starts = outcome.starts;
      else plan = outcome;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  throw new AnalysisError('INPUT_CHANGED', { input: 1 });
}

/** Where tables may begin in each part, found by reading it as one. */
interface TableStarts {
  starts: number[][];
}

/** The result, or how to begin again: with a plan, with places where tables may begin, or without a file that turned out to be a bomb or a trap. */
type Outcome = PassResult | KindPlan | TableStarts | { file: number; refused: ErrorCode };

/** One reading of an input. */
class Pass {
  readonly #module = loadPass();
  readonly #partCounters: PartCounters[] = [];
  /** Files and members of archives that are not read, by code. */
  readonly #unread: ErrorCode[] = [];
  readonly #found: Manifest['files'] = [];
  readonly #pool: WorkerPool;
  readonly #blockBytes: number;
  readonly #firstBlocks: number[] = [];
  #total = 0;
  #bytes = 0;
  #step: PassProgress['step'] = 'read';
  #before = 0;

  constructor(
    private readonly files: PassPart[],
    private readonly dir: string,
    work: string,
    private readonly how: {
      options: PassOptions;
      seed: [bigint, bigint];
      plan: KindPlan | null;
      starts: number[][] | null;
    },
  ) {
    const { options, seed, plan } = how;
    const workers = options.workers ?? 2;
    this.#blockBytes = Math.min(options.blockBytes ?? BLOCK_BYTES, MAX_BLOCK_BYTES);
    const setup = {
      module: this.#module,
      seed,
      plan,
      dir: work,
      blockLines: new SharedArrayBuffer(4 * MAX_BLOCKS),
      capacity: MAX_LINE_BYTES + this.#blockBytes + 64,
      hashBytes: (options.hashBytes ?? HASH_BYTES) / workers,
      maxRejects: options.maxRejects ?? 100_000,
      maxDepth: options.maxDepth ?? 1000,
      maxPaths: options.maxPaths ?? 200_000,
      names: loadNamePhrases(),
      watched: loadWatchedNames(),
      marks: new SharedArrayBuffer(ADDRESS_MAP_BYTES),
      liveCountsMs: options.liveCountsMs ?? 1500,
    };
    this.#pool = new WorkerPool(setup, workers, (back) => this.#partCounters[back.part]?.add(back));
  }

  /** Reads, counts and writes; or says by which plan to begin again. */
  async run(): Promise<Outcome> {
    const { signal } = this.how.options;
    const stop = (): void => this.#pool.abort(new AnalysisError('INTERRUPTED'));
    signal?.addEventListener('abort', stop);
    let written = false;
    try {
      if (signal?.aborted) throw new AnalysisError('INTERRUPTED');
      const refused = await this.#read();
      if (refused) return refused;
      const starts = this.#partCounters.map((counters) => counters.starts.sort((a, b) => a - b));
      if (!this.how.starts && starts.some(({ length }) => length > 0)) return { starts };
      this.#step = 'count';
      this.#pool.onStep = () => this.#tell(this.#bytes);
      const reports = await Promise.all(this.#workers((worker) => this.#report(worker)));
      const kinds = finalKinds(reports, this.how.plan?.oneKind ?? false);
      const known = this.how.plan?.maps ?? [];
      const maps = findMaps(reports).filter((path) => !known.includes(path));
      if (!('kinds' in kinds) || maps.length > 0)
        return this.#planWith('kinds' in kinds ? null : kinds, maps);
      const result = await this.#write(reports, kinds);
      written = true;
      return result;
    } catch (error) {
      if (error instanceof TooManyKeySets) return this.#planWith({ oneKind: true, sets: [], maps: [] }, []);
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      const closed = this.#pool.close();
      // Threads that have answered all write nothing more: only another reading waits for their end.
      if (!written) await closed;
    }
  }

  async #report(worker: number): Promise<WorkerReport> {
    const report = await this.#pool.ask<'report'>(worker, { do: 'report' });
    return { ...report, nodes: unpackNodes(report.nodes) };
  }

  /** The plan for the next reading: what was known before it stays. */
  #planWith(kinds: KindPlan | null, maps: bigint[]): KindPlan {
    const { plan } = this.how;
    return { ...(kinds ?? plan ?? { oneKind: false, sets: [] }), maps: [...(plan?.maps ?? []), ...maps] };
  }

  async #read(): Promise<{ file: number; refused: ErrorCode } | null> {
    const sizes = this.files.map(({ path, refused }) => (refused ? 0 : statSync(path).size));
    this.#total = sizes.reduce((sum, size) => sum + size, 0);
    for (const [file, asked] of this.files.entries()) {
      try {
        if (asked.refused) this.#pass(asked.refused);
        else await this.#readFile(file, asked);
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        return { file, refused: error.code };
      }
    }
    await this.#pool.drain();
    return null;
  }

  /** Passes over a file. */
  #pass(code: ErrorCode): void {
    this.#unread.push(code);
    this.#found.push({ bytes: 0, sha256: null });
  }

  async #readFile(file: number, { path, format, envelope = null }: PassPart): Promise<void> {
    const raw = new RawPart(path);
    const first = this.#partCounters.length;
    try {
      const documents = () =>
        this.#partCounters.slice(first).reduce((all, counters) => all + counters.documents, 0);
      for await (const found of openFile(raw, format ? { format, envelope } : null, documents)) {
        const last = this.#partCounters.length > first ? this.#partCounters.at(-1) : undefined;
        if (found.is === 'text') await this.#readText(file, raw, found);
        else if (found.is === 'skipped') this.#unread.push(found.code);
        else if (last) last.damaged = true;
        else this.#unread.push('ARCHIVE_DAMAGED');
        if (this.how.options.oneByOne) await this.#pool.settle();
      }
      const sha256 = raw.finish();
      this.#found.push({ bytes: raw.position, sha256 });
      for (const counters of this.#partCounters.slice(first))
        Object.assign(counters, { sha256, bytes: raw.position });
      this.#before += raw.position;
    } finally {
      raw.close();
    }
  }

  async #readText(
    file: number,
    raw: RawPart,
    { text, shape, packing }: Found & { is: 'text' },
  ): Promise<void> {
    const part = this.#partCounters.length;
    const counters = new PartCounters({ ...shape, file, compression: packing });
    this.#partCounters.push(counters);
    this.#firstBlocks.push(this.#pool.beginPart());
    if (this.how.options.crashed?.includes(part)) {
      counters.crashed = true;
      return;
    }
    const counted = {
      read: async (view: Uint8Array): Promise<number> => {
        const count = await text.read(view);
        this.#tell(this.#before + raw.position);
        return count;
      },
      damaged: false,
    };
    this.#tell(this.#before + raw.position);
    const from = {
      text: counted,
      part,
      pool: this.#pool,
      blockBytes: this.#blockBytes,
      module: this.#module,
      starts: this.how.starts?.[part],
      envelope: counters.source.envelope,
    };
    counters.split = await splitterFor(counters.source, from).split();
    counters.lines += counters.split.lines ?? 0;
    counters.skipped += counters.split.skipped ?? 0;
    counters.blank += counters.split.blank ?? 0;
    counters.warn(counters.split.warnings ?? {});
    counters.refuse(counters.split.rejects ?? []);
    counters.damaged = text.damaged;
    counters.encoding = text.encoding;
  }

  #tell(bytes: number): void {
    this.#bytes = bytes;
    const sum = (count: (counters: PartCounters) => number): number =>
      this.#partCounters.reduce((all, counters) => all + count(counters), 0);
    this.how.options.onProgress?.({
      bytes,
      totalBytes: this.#total,
      documents: sum((counters) => counters.documents),
      rejected: sum((counters) => counters.rejected),
      part: this.#partCounters.length - 1,
      step: this.#step,
      ...mergeLiveCounts(this.#pool.liveCounts),
    });
  }

  async #write(reports: WorkerReport[], kinds: FinalKinds): Promise<PassResult> {
    const paths = mergePaths(reports, kinds, columnOrder(this.#partCounters));
    // The workers count while footers and samples are written here; in between their messages are passed on.
    const counted = countDistinct(paths, reports, this.#pool);
    counted.catch(() => undefined);
    await turn();
    const tables = writeTables(reports, kinds, paths, { dir: this.dir, pass: this.#footerPass() });
    await turn();
    writeSamples(this.dir, paths.filter(isRow), reports);
    await counted;
    this.#step = 'store';
    this.#tell(this.#bytes);
    const docBases = this.#firstBlocks.map((block) => this.#pool.linesBefore(block));
    const skipped = this.#pool.skipped.map(({ block, part, byte, length, line, code = 'LINE_TOO_LONG' }) => {
      this.#partCounters[part]?.skip(code, line === undefined);
      const counted = line ?? this.#pool.linesBefore(block) - (docBases[part] ?? 0) + 1;
      return { part, line: counted, byte, length, code };
    });
    const described = describePass(reports, {
      kinds,
      paths,
      tables,
      partCounters: this.#partCounters,
      docBases,
      skipped,
      unread: this.#unread,
      files: this.#found,
      maxRejects: this.how.options.maxRejects ?? 100_000,
    });
    writeRejects(this.dir, described.rejects);
    return described.result;
  }

  #footerPass(): ReturnType<typeof startPass> {
    const pass = startPass(this.#module);
    pass.init(1024, 0n, 0n, 1, 1);
    return pass;
  }

  #workers<T>(ask: (worker: number) => T): T[] {
    return Array.from({ length: this.#pool.size }, (_, worker) => ask(worker));
  }
}
