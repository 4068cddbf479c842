import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { OnProgress } from '../../contract/progress';
import type { ChildMessage } from './notebook-child';

/** How one notebook ended. */
export interface NotebookRun {
  /** File name. */
  name: string;
  /** The executed notebook. */
  file: string;
  status: 'ok' | 'error' | 'timeout' | 'crashed';
  /** Index of the cell that failed, from 0; null where none did. */
  failedCell: number | null;
  /** Code cells that ran to their end. */
  cells: number;
  seconds: number;
}

/** How notebooks are run. */
export interface RunNotebooksOptions {
  /** Where the executed notebooks go. */
  outDir: string;
  /** Added to the environment of the children, such as BREACHSCOPE_RUN. */
  env?: Record<string, string>;
  /** Limit for each notebook, ms. Defaults to 120,000. */
  timeoutMs?: number;
  /** Notebooks run side by side. Defaults to 2. */
  concurrency?: number;
  /** Paths in error outputs are written relative to it. Defaults to the current folder. */
  root?: string;
  onProgress?: OnProgress;
  /** Ends the children. */
  signal?: AbortSignal;
}

/**
 * Executes notebooks, each in a process of its own, and writes them with their outputs. Nothing is thrown for a
 * notebook that fails: its own output tells why, and the others still run.
 *
 * @returns one entry a notebook, in the order given
 */
export async function runNotebooks(files: string[], options: RunNotebooksOptions): Promise<NotebookRun[]> {
  mkdirSync(options.outDir, { recursive: true });
  const runs = new Map<string, NotebookRun>();
  const progress = new Map<string, { done: number; total: number }>();
  const report = (file: string, state: { done: number; total: number }) => {
    progress.set(file, state);
    const sum = (key: 'done' | 'total') => [...progress.values()].reduce((all, each) => all + each[key], 0);
    options.onProgress?.({ step: 'notebooks', done: sum('done'), total: sum('total'), unit: 'cells' });
  };
  const queue = [...files];
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined && !options.signal?.aborted; file = queue.shift()) {
      const current = file;
      runs.set(current, await runOne(current, options, (state) => report(current, state)));
    }
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 2 }, worker));
  return files.flatMap((file) => runs.get(file) ?? []);
}

function runOne(
  file: string,
  options: RunNotebooksOptions,
  onCell: (state: { done: number; total: number }) => void,
): Promise<NotebookRun> {
  const out = join(resolve(options.outDir), basename(file));
  const began = Date.now();
  const run: NotebookRun = {
    name: basename(file),
    file: out,
    status: 'ok',
    failedCell: null,
    cells: 0,
    seconds: 0,
  };
  const child = fork(
    join(__dirname, 'notebook-child.js'),
    [resolve(file), out, resolve(options.root ?? '.')],
    {
      cwd: dirname(resolve(file)),
      env: { ...process.env, ...options.env },
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      ...(options.signal && { signal: options.signal, killSignal: 'SIGKILL' as const }),
    },
  );
  const limit = setTimeout(() => {
    run.status = 'timeout';
    child.kill('SIGKILL');
  }, options.timeoutMs ?? 120_000);
  child.on('message', (message: ChildMessage) => {
    if ('failedCell' in message) {
      Object.assign(run, { status: 'error', failedCell: message.failedCell });
      return;
    }
    run.cells = message.done;
    onCell(message);
  });
  return new Promise((done) => {
    child.on('error', () => (run.status = run.status === 'ok' ? 'crashed' : run.status));
    child.on('close', (code) => {
      clearTimeout(limit);
      if (code !== 0 && run.status === 'ok') run.status = 'crashed';
      done({ ...run, seconds: (Date.now() - began) / 1000 });
    });
  });
}
