import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { AirlockMessage, AirlockProgress, AirlockRequest, PassResult } from './airlock-messages';
import { freeDisk } from './free-disk';

const SHELL = '/bin/sh';
const HEAP_MB = 1024;

/** How the reading process is run. */
export interface AirlockOptions {
  /** Private temporary folder; its owner removes it. */
  tempDir: string;
  /** Aborting kills the process. */
  signal?: AbortSignal | undefined;
  onProgress?: ((known: AirlockProgress) => void) | undefined;
  /** Told the process number once it runs, for whoever watches or limits it. */
  onStart?: ((pid: number) => void) | undefined;
  /** Seconds without progress after which it is killed; defaults to 60. */
  stallSeconds?: number | undefined;
  /** Number of the input, for messages; defaults to 1. */
  input?: number | undefined;
}

/**
 * Runs the pass over raw input in a process of its own, with a clean environment, no core dump and nothing on its
 * standard streams, and waits for its end. A crash or a standstill of that process is an error here and nothing more.
 *
 * Core dumps would hold the input. On Linux and macOS the process starts with a core limit of 0; where Linux hands
 * cores to a program (`core_pattern` with a pipe), systemd-coredump and apport keep to that limit. Windows writes none
 * unless its error reporting was told to.
 *
 * @throws CHILD_CRASHED, CHILD_STALLED, DISK_FULL, INTERRUPTED, and what the pass itself says by code
 */
export function runAirlock(request: AirlockRequest, options: AirlockOptions): Promise<PassResult> {
  const { signal, stallSeconds = 60, input = 1 } = options;
  if (signal?.aborted) return Promise.reject(new AnalysisError('INTERRUPTED'));
  const child = startChild(options.tempDir);
  return new Promise((resolve, reject) => {
    let result: PassResult | null = null;
    let failure: AnalysisError | null = null;
    const stop = (error: AnalysisError) => {
      failure ??= error;
      child.kill('SIGKILL');
    };
    const stall = stallTimer(stallSeconds, () =>
      stop(new AnalysisError('CHILD_STALLED', { input, seconds: stallSeconds })),
    );
    const interrupt = () => stop(new AnalysisError('INTERRUPTED'));
    signal?.addEventListener('abort', interrupt, { once: true });
    const killAtExit = () => void child.kill('SIGKILL');
    process.on('exit', killAtExit);

    child.on('message', (message: AirlockMessage) => {
      if (message.type === 'done') result = message.result;
      else if (message.type === 'failed') failure ??= failureOf(message, request.dir);
      else {
        stall.step(message.known);
        options.onProgress?.(message.known);
      }
    });
    child.once('error', () => stop(new AnalysisError('CHILD_CRASHED', { input })));
    // Only after the end may folders be removed under it: 'close' comes after the last message.
    child.once('close', () => {
      stall.clear();
      signal?.removeEventListener('abort', interrupt);
      process.off('exit', killAtExit);
      if (failure) reject(failure);
      else if (result) resolve(result);
      else reject(new AnalysisError('CHILD_CRASHED', { input }));
    });
    if (child.pid !== undefined) options.onStart?.(child.pid);
    child.send(request, () => undefined);
  });
}

/** `sh` sets the core limit and becomes node: same process, same channel. */
function startChild(tempDir: string): ChildProcess {
  const node = [process.execPath, `--max-old-space-size=${HEAP_MB}`, join(__dirname, 'airlock-child.js')];
  const [file, ...args] =
    process.platform !== 'win32' && existsSync(SHELL)
      ? [SHELL, '-c', 'ulimit -c 0; exec "$@"', 'sh', ...node]
      : node;
  const { SystemRoot } = process.env;
  const env = {
    TMPDIR: tempDir,
    TEMP: tempDir,
    TMP: tempDir,
    TZ: 'UTC',
    LC_ALL: 'C',
    ...(SystemRoot && { SystemRoot }),
  };
  return spawn(file as string, args, {
    env,
    cwd: tempDir,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  });
}

function failureOf(
  { code, context }: Extract<AirlockMessage, { type: 'failed' }>,
  dir: string,
): AnalysisError {
  if (code !== 'DISK_FULL') return new AnalysisError(code, context);
  return new AnalysisError('DISK_FULL', { needed: 'more', free: freeDisk(dir) });
}

/** Counting distinct values comes after the last byte and reports nothing, so it may take as long as the reading did. */
function stallTimer(seconds: number, stalled: () => void) {
  const started = Date.now();
  let timer = setTimeout(stalled, seconds * 1000);
  return {
    step({ bytes, totalBytes }: AirlockProgress) {
      clearTimeout(timer);
      timer = setTimeout(stalled, seconds * 1000 + (bytes >= totalBytes ? Date.now() - started : 0));
    },
    clear: () => clearTimeout(timer),
  };
}
