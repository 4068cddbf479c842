import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Population } from '../population/population-plan';
import {
  PersonBatch,
  type Answer,
  type BatchSetup,
  type Counts,
  type Task,
  type UsedBuffers,
} from './person-batch';

/** Threads that make batches of people at once. */
export interface WorkerPool {
  /** How many pieces of work keep it busy. */
  room: number;
  /** Does a piece of work. */
  do(task: Task): Promise<Answer>;
  /** Takes the memory of an answer's texts back; they may not be read any more. */
  reuse(answer: Answer): void;
  /** What each counted; the work must be done. */
  counts(): Promise<Counts[]>;
  /** Ends the threads. */
  stop(): Promise<void>;
}

/** Asked of a worker, with a number that its answer carries; no task asks for its counts. */
export interface ToWorker {
  ask: number;
  task: Task | null;
  used?: UsedBuffers | undefined;
}
/** What a worker answers. */
export interface FromWorker {
  ask: number;
  answer: Answer | Counts;
}

/** A pool of so many threads; one works in this very thread, on the population that is there. */
export function workerPool(threads: number, setup: BatchSetup, population: Population): WorkerPool {
  return threads === 1 ? here(new PersonBatch(setup, population)) : new Threads(threads, setup);
}

function here(batch: PersonBatch): WorkerPool {
  let used: UsedBuffers | undefined;
  return {
    room: 1,
    async do(task) {
      await setImmediate();
      const free = used;
      used = undefined;
      return batch.do(task, free);
    },
    reuse: (answer) => void (used = buffersOf(answer)),
    counts: () => Promise.resolve([batch.counts()]),
    stop: () => Promise.resolve(),
  };
}

class Threads implements WorkerPool {
  readonly room: number;
  readonly #threads: { worker: Worker; busy: number }[];
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  readonly #failed: Promise<never>;
  readonly #used: UsedBuffers[] = [];
  #fail: (error: Error) => void = () => undefined;
  #asked = 0;

  constructor(threads: number, setup: BatchSetup) {
    this.room = 2 * threads;
    this.#failed = new Promise<never>((_, reject) => (this.#fail = reject));
    this.#failed.catch(() => undefined);
    this.#threads = Array.from({ length: threads }, () => {
      const worker = new Worker(join(__dirname, 'worker.js'), { workerData: setup });
      worker.on('message', ({ ask, answer }: FromWorker) => {
        this.#waiting.get(ask)?.(answer);
        this.#waiting.delete(ask);
      });
      worker.on('error', this.#fail);
      return { worker, busy: 0 };
    });
  }

  async do(task: Task): Promise<Answer> {
    const thread = this.#threads.reduce((least, each) => (each.busy < least.busy ? each : least));
    thread.busy++;
    const answer = await this.#ask<Answer>(thread.worker, task);
    thread.busy--;
    return answer;
  }

  reuse(answer: Answer): void {
    const used = buffersOf(answer);
    if (used) this.#used.push(used);
  }

  counts(): Promise<Counts[]> {
    return Promise.all(this.#threads.map(({ worker }) => this.#ask<Counts>(worker, null)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #ask<T>(worker: Worker, task: Task | null): Promise<T> {
    const ask = this.#asked++;
    const answered = new Promise<T>((resolve) =>
      this.#waiting.set(ask, resolve as (answer: unknown) => void),
    );
    const used = task?.work === 'write' ? this.#used.pop() : undefined;
    worker.postMessage({ ask, task, used } satisfies ToWorker, used ?? []);
    return Promise.race([answered, this.#failed]);
  }
}

function buffersOf({ texts }: Answer): UsedBuffers | undefined {
  return texts?.map(({ bytes }) => bytes.buffer);
}
