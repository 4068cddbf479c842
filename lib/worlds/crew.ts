import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { byKind } from './paths';
import { Workshop, type Account, type Answer, type Spare, type Task, type WorkshopSetup } from './workshop';

/** Several workshops that work at once. */
export interface Crew {
  /** How many pieces of work keep it busy. */
  room: number;
  do(task: Task): Promise<Answer>;
  /** Takes the memory of an answer's texts back; they may not be read any more. */
  reuse(answer: Answer): void;
  /** What each counted; the work must be done. */
  accounts(): Promise<Account[]>;
  stop(): Promise<void>;
}

/** Asked of a thread, with a number that its answer carries; no task asks for the account. */
export interface ToThread {
  ask: number;
  task: Task | null;
  spare?: Spare | undefined;
}
export interface FromThread {
  ask: number;
  answer: Answer | Account;
}

/** A crew of so many threads; one works in this very thread. */
export function crewOf(threads: number, setup: WorkshopSetup): Crew {
  return threads === 1 ? here(setup) : new Threads(threads, setup);
}

function here(setup: WorkshopSetup): Crew {
  const workshop = new Workshop(setup);
  let spare: Spare | undefined;
  return {
    room: 1,
    async do(task) {
      await setImmediate();
      const free = spare;
      spare = undefined;
      return workshop.do(task, free);
    },
    reuse: (answer) => void (spare = spareOf(answer)),
    accounts: () => Promise.resolve([workshop.account()]),
    stop: () => Promise.resolve(),
  };
}

class Threads implements Crew {
  readonly room: number;
  readonly #threads: { worker: Worker; busy: number }[];
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  readonly #failed: Promise<never>;
  readonly #spares: Spare[] = [];
  #fail: (error: Error) => void = () => undefined;
  #asked = 0;

  constructor(threads: number, setup: WorkshopSetup) {
    this.room = 2 * threads;
    this.#failed = new Promise<never>((_, reject) => (this.#fail = reject));
    this.#failed.catch(() => undefined);
    this.#threads = Array.from({ length: threads }, () => {
      const worker = new Worker(join(__dirname, 'thread.js'), { workerData: setup });
      worker.on('message', ({ ask, answer }: FromThread) => {
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
    const spare = spareOf(answer);
    if (spare) this.#spares.push(spare);
  }

  accounts(): Promise<Account[]> {
    return Promise.all(this.#threads.map(({ worker }) => this.#ask<Account>(worker, null)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #ask<T>(worker: Worker, task: Task | null): Promise<T> {
    const ask = this.#asked++;
    const answered = new Promise<T>((resolve) =>
      this.#waiting.set(ask, resolve as (answer: unknown) => void),
    );
    const spare = task?.work === 'write' ? this.#spares.pop() : undefined;
    worker.postMessage({ ask, task, spare } satisfies ToThread, Object.values(spare ?? {}));
    return Promise.race([answered, this.#failed]);
  }
}

function spareOf({ texts }: Answer): Spare | undefined {
  return texts ? byKind((kind) => texts[kind].bytes.buffer) : undefined;
}
