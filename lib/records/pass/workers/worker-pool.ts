import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AnalysisError, type ErrorCode } from '../../../contract/errors';
import type { BlockMessage } from './block-message';
import type {
  AnswerMessage,
  BlockDoneMessage,
  LiveCountsMessage,
  Questions,
  WorkerMessage,
} from './messages';
import { unpackNodes } from './packed-nodes';
import type { WorkerReport } from './worker-report';
import type { WorkerSetup } from './worker-setup';

/** Blocks a worker may have before it: the one at work and the next. */
const QUEUE = 2;
/** Heap of one worker thread, in MB: only lists of paths and row groups live there. */
const WORKER_HEAP_MB = 1024;

/** A line that was skipped: where, and how long, in bytes. */
export interface SkippedLine {
  part: number;
  /** Line of the part, where the splitter knows it. */
  line?: number;
  byte: number;
  length: number;
  /** Defaults to LINE_TOO_LONG. */
  code?: ErrorCode;
}

/** Thrown where the pass has to begin again with all objects as one kind. */
export class TooManyKeySets extends Error {}

/** The worker threads of one pass: hands out buffers and blocks, counts lines, and asks at the end. */
export class WorkerPool {
  readonly #workers: { worker: Worker; busy: number }[] = [];
  readonly #free: ArrayBuffer[] = [];
  readonly #answers = new Map<number, (answer: unknown) => void>();
  readonly #lines: Int32Array;
  #made = 0;
  #block = 0;
  #partBlock = 0;
  #question = 0;
  #failure: Error | null = null;
  #wake: (() => void) | null = null;
  #fail: (error: Error) => void = () => undefined;
  /** Rejects when a worker fails or the pass must begin again; never resolves. */
  readonly #failed = new Promise<never>((_, reject) => (this.#fail = reject));
  /** Called for every sign of life of a worker. */
  onStep: () => void = () => undefined;
  /** What each worker told last of what it has counted. */
  readonly liveCounts = new Map<number, LiveCountsMessage>();
  /** Lines that no worker got, with the number of the block that stands for each. */
  readonly skipped: (SkippedLine & { block: number })[] = [];

  constructor(
    private readonly setup: Omit<WorkerSetup, 'id'>,
    count: number,
    private readonly onBlockDone: (message: BlockDoneMessage) => void,
  ) {
    this.#failed.catch(() => undefined);
    this.#lines = new Int32Array(setup.blockLines);
    for (let id = 0; id < count; id++) this.#workers.push({ worker: this.#start(id), busy: 0 });
  }

  /** Number of workers. */
  get size(): number {
    return this.#workers.length;
  }

  /** Lines or records before a block. All workers must be through. */
  linesBefore(block: number): number {
    return this.#lines.subarray(0, block).reduce((sum, lines) => sum + lines - 1, 0);
  }

  /** Begins a part; returns its first block's number. */
  beginPart(): number {
    this.#partBlock = this.#block;
    return this.#block;
  }

  /** A free buffer for a block. */
  async buffer(): Promise<ArrayBuffer> {
    for (;;) {
      const buffer = this.#free.pop();
      if (buffer) return buffer;
      if (this.#made < this.#workers.length + 2) {
        this.#made++;
        return new ArrayBuffer(this.setup.capacity);
      }
      await this.#news();
    }
  }

  /** Takes back a buffer that was not used. */
  giveBack(buffer: ArrayBuffer): void {
    this.#free.push(buffer);
  }

  /** Hands a block to the worker with the least to do. */
  async block(block: Omit<BlockMessage, 'do' | 'block' | 'partBlock'>): Promise<void> {
    for (;;) {
      const free = this.#workers.reduce((a, b) => (b.busy < a.busy ? b : a));
      if (free.busy < QUEUE) {
        free.busy++;
        const message: BlockMessage = {
          ...block,
          do: 'block',
          block: this.#block++,
          partBlock: this.#partBlock,
        };
        const lists = [block.records?.places.buffer, block.rows?.list.buffer].filter(
          (list) => list !== undefined,
        );
        free.worker.postMessage(message, [block.buffer, ...lists]);
        return;
      }
      await this.#news();
    }
  }

  /** Counts lines that no worker gets and nobody misses: a block of its own. */
  passLines(lines: number): void {
    const block = this.#block++;
    Atomics.store(this.#lines, block, lines + 1);
    Atomics.notify(this.#lines, block);
  }

  /** Counts a line that no worker gets: a block of its own. */
  skipLine(line: SkippedLine): void {
    const block = this.#block++;
    Atomics.store(this.#lines, block, 2);
    Atomics.notify(this.#lines, block);
    this.skipped.push({ ...line, block });
  }

  /** Waits until all blocks are read. */
  async settle(): Promise<void> {
    while (this.#workers.some(({ busy }) => busy > 0)) await this.#news();
  }

  /** Waits until all blocks are read, at the end of the input: no buffer is needed any more. */
  async drain(): Promise<void> {
    await this.settle();
    this.#free.length = 0;
  }

  /** Asks one worker. */
  ask<K extends keyof Questions>(
    worker: number,
    ask: Questions[K]['ask'],
    transfer: ArrayBuffer[] = [],
  ): Promise<Questions[K]['answer']> {
    const question = this.#question++;
    const answer = new Promise<unknown>((resolve) => this.#answers.set(question, resolve));
    this.#workers[worker]?.worker.postMessage({ ...ask, question }, transfer);
    return Promise.race([answer, this.#failed]) as Promise<Questions[K]['answer']>;
  }

  /** What every worker knows when the input is read. */
  reports(): Promise<WorkerReport[]> {
    return Promise.all(
      this.#workers.map(async (_, worker) => {
        const report = await this.ask<'report'>(worker, { do: 'report' });
        return { ...report, nodes: unpackNodes(report.nodes) };
      }),
    );
  }

  /** Stops the pass with this error. */
  abort(error: Error): void {
    this.#failure ??= error;
    this.#fail(error);
    this.#wakeUp();
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.map(({ worker }) => worker.terminate()));
  }

  #start(id: number): Worker {
    const workerData: WorkerSetup = { ...this.setup, id };
    const resourceLimits = { maxOldGenerationSizeMb: WORKER_HEAP_MB };
    const worker = new Worker(join(__dirname, 'worker.js'), { workerData, resourceLimits });
    worker.on('message', (message: WorkerMessage) => this.#hear(id, message));
    // A full disk keeps its code: the airlock tells it as such.
    worker.on('error', (fault: NodeJS.ErrnoException) =>
      this.abort(
        fault.code === 'ENOSPC' ? fault : new AnalysisError('INTERNAL', { place: 'records/pass/worker' }),
      ),
    );
    return worker;
  }

  #hear(id: number, message: WorkerMessage): void {
    if (message.type === 'live-counts') this.liveCounts.set(id, message);
    this.onStep();
    if (message.type === 'step' || message.type === 'live-counts') return;
    if (message.type === 'too-many-sets') return this.abort(new TooManyKeySets());
    if (message.type === 'answer') return this.#settle(message);
    const own = this.#workers[id];
    if (own) own.busy--;
    this.#free.push(message.buffer);
    this.onBlockDone(message);
    this.#wakeUp();
  }

  #settle({ question, answer }: AnswerMessage): void {
    this.#answers.get(question)?.(answer);
    this.#answers.delete(question);
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = null;
  }

  /** The next message of a worker. */
  async #news(): Promise<void> {
    this.#check();
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#check();
  }

  #check(): void {
    const failure = this.#failure;
    if (failure) throw failure;
  }
}
