import { statSync } from 'node:fs';
import { RowsText } from '../adapters/rows-text';
import { loadNamePhrases } from '../../cases/load-name-phrases';
import { loadWatchedNames } from '../../cases/load-watched-names';
import type { ErrorCode } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import { HeaderlessTables } from '../csv/headerless-tables';
import { NamedTables } from '../csv/named-tables';
import { belowAll, tableOfFile } from '../csv/table-of-file';
import { columnsBeside } from '../sql/columns-beside';
import { FileRefused } from '../containers/file-refused';
import { RawPart } from '../containers/raw-part';
import { PartCounters } from './merge/part-counters';
import { openFile, type Found } from './open-file';
import type { InputFile, PassOptions, PassProgress } from './pass-options';
import { MAX_LINE_BYTES } from './splitters/line-splitter';
import { splitterFor } from './splitters/splitter-for';
import { loadPass } from './wasm/load-pass';
import { ADDRESS_MAP_BYTES, mergeLiveCounts } from './workers/live-counts';
import { WorkerPool } from './workers/worker-pool';
import type { KindPlan } from './workers/worker-setup';

const BLOCK_BYTES = 2 << 20;
const MAX_BLOCK_BYTES = 8 << 20;
const HASH_BYTES = 600 << 20;
const MAX_BLOCKS = 1 << 20;

/** What earlier readings of an input have shown. */
export interface ReadingPlan {
  files: InputFile[];
  /** null: kinds are chosen while reading. */
  kinds: KindPlan | null;
  /** For each part, bytes of its text at which another table may begin; null where nobody has looked. */
  tableStarts: number[][] | null;
}

/** One reading of an input: hands its parts to worker threads and counts what becomes of them. */
export class InputReading {
  /** The compiled pass; its threads share it. */
  readonly module = loadPass();
  /** The threads that read blocks. */
  readonly pool: WorkerPool;
  /** What is counted of each part, in the order of reading. */
  readonly parts: PartCounters[] = [];
  /** Why files and members of archives are not read. */
  readonly unread: ErrorCode[] = [];
  /** Size in bytes and hash of each file; no hash where it is not read. */
  readonly files: Manifest['files'] = [];
  /** Number of the first block of each part. */
  readonly firstBlocks: number[] = [];
  /** Rejects whose places are kept. */
  readonly maxRejects: number;
  /** What {@link tell} says is going on. */
  step: PassProgress['step'] = 'read';
  readonly #options: PassOptions;
  readonly #blockBytes: number;
  readonly #headerless = new HeaderlessTables();
  readonly #named = new NamedTables();
  /** Paths of the files inside the input. */
  readonly #inside: string[];
  #totalBytes = 0;
  #bytes = 0;
  /** Bytes of the files that were read. */
  #bytesBefore = 0;

  constructor(
    private readonly plan: ReadingPlan,
    { options, seed, workDir }: { options: PassOptions; seed: [bigint, bigint]; workDir: string },
  ) {
    const workers = options.workers ?? 2;
    this.#options = options;
    this.#inside = belowAll(plan.files.map(({ path }) => path));
    this.#blockBytes = Math.min(options.blockBytes ?? BLOCK_BYTES, MAX_BLOCK_BYTES);
    this.maxRejects = options.maxRejects ?? 100_000;
    const setup = {
      module: this.module,
      seed,
      plan: plan.kinds,
      dir: workDir,
      blockLines: new SharedArrayBuffer(4 * MAX_BLOCKS),
      capacity: MAX_LINE_BYTES + this.#blockBytes + 64,
      hashBytes: (options.hashBytes ?? HASH_BYTES) / workers,
      maxRejects: this.maxRejects,
      maxDepth: options.maxDepth ?? 1000,
      maxPaths: options.maxPaths ?? 200_000,
      names: loadNamePhrases(),
      watched: loadWatchedNames(),
      addressMap: new SharedArrayBuffer(ADDRESS_MAP_BYTES),
      liveCountsMs: options.liveCountsMs ?? 1500,
    };
    this.pool = new WorkerPool(setup, workers, (block) => this.parts[block.part]?.addBlock(block));
  }

  /**
   * Reads all files.
   *
   * @returns null, or the plan by which to begin again: without a file that turned out to be a bomb or a trap, or with the
   * places where tables may begin
   */
  async read(): Promise<ReadingPlan | null> {
    const { files, tableStarts } = this.plan;
    const sizes = files.map(({ path, refused }) => (refused ? 0 : statSync(path).size));
    this.#totalBytes = sizes.reduce((sum, size) => sum + size, 0);
    for (const [number, file] of files.entries()) {
      try {
        await this.#readFile(file, number);
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        const left = files.with(number, { ...file, refused: error.code });
        return { ...this.plan, files: left, tableStarts: null };
      }
    }
    await this.pool.drain();
    const starts = this.parts.map((part) => part.tableStarts.sort((a, b) => a - b));
    const hasFound = !tableStarts && starts.some(({ length }) => length > 0);
    return hasFound ? { ...this.plan, tableStarts: starts } : null;
  }

  /** Tells how far the pass is. */
  tell(bytes = this.#bytes): void {
    this.#bytes = bytes;
    this.#options.onProgress?.({
      bytes,
      totalBytes: this.#totalBytes,
      documents: this.parts.reduce((sum, { counts }) => sum + counts.documents, 0),
      rejected: this.parts.reduce((sum, { counts }) => sum + counts.rejected, 0),
      part: this.parts.length - 1,
      step: this.step,
      ...mergeLiveCounts(this.pool.liveCounts),
    });
  }

  async #readFile({ path, shape, refused }: InputFile, number: number): Promise<void> {
    if (refused) {
      this.unread.push(refused);
      this.files.push({ bytes: 0, sha256: null });
      return;
    }
    const raw = new RawPart(path);
    const first = this.parts.length;
    const tell = () => this.tell(this.#bytesBefore + raw.position);
    const documents = () => this.parts.slice(first).reduce((sum, { counts }) => sum + counts.documents, 0);
    try {
      for await (const found of openFile(raw, shape, documents)) {
        const last = this.parts.length > first ? this.parts.at(-1) : undefined;
        if (found.is === 'text') await this.#readText(found, number, tell);
        else if (found.is === 'skipped') this.unread.push(found.code);
        else if (last) last.damaged = true;
        else this.unread.push('ARCHIVE_DAMAGED');
        if (this.#options.oneByOne) await this.pool.settle();
      }
      const sha256 = raw.finish();
      this.files.push({ bytes: raw.position, sha256 });
      for (const part of this.parts.slice(first)) Object.assign(part, { sha256, bytes: raw.position });
      this.#bytesBefore += raw.position;
    } finally {
      raw.close();
    }
  }

  #columnsBeside(file: number): string[] | undefined {
    const paths = this.plan.files.map(({ path }) => path);
    return columnsBeside(paths[file] ?? '', paths);
  }

  async #readText(
    { text, shape, packing, entry }: Found & { is: 'text' },
    file: number,
    tell: () => void,
  ): Promise<void> {
    const number = this.parts.length;
    const part = new PartCounters({ ...shape, file, compression: packing });
    this.parts.push(part);
    this.firstBlocks.push(this.pool.beginPart());
    part.crashed = this.#options.crashed?.includes(number) ?? false;
    if (part.crashed) return;
    tell();
    const lines = shape.envelope === 'rows' ? new RowsText(text) : text;
    const read = async (view: Uint8Array): Promise<number> => {
      const count = await lines.read(view);
      tell();
      return count;
    };
    const splitter = splitterFor(shape, {
      read,
      part: number,
      pool: this.pool,
      blockBytes: this.#blockBytes,
      module: this.module,
      headerless: this.#headerless,
      named: this.#named,
      table: tableOfFile(entry ?? this.#inside[file] ?? ''),
      columnsBeside: () => this.#columnsBeside(file),
      starts: this.plan.tableStarts?.[number],
      envelope: shape.envelope,
    });
    part.addSplit(await splitter.split());
    part.damaged = text.damaged;
    part.encoding = text.encoding;
  }
}
