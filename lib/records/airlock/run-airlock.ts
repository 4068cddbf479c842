import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { AnalysisError, stopReason } from '../../contract/errors';
import type { PassProgress, PassResult } from '../pass/pass-options';
import type { AirlockMessage, AirlockRequest } from './airlock-messages';
import { freeDisk, reserveBeside } from './free-disk';
import { startAirlock } from './start-airlock';

const GIB = 1 << 30;
const WATCH_MS = 200;
const PAGE_BYTES = 4096;

/** How the reading process is run. */
export interface AirlockOptions {
  /** Private temporary folder; its owner removes it. */
  tempDir: string;
  /** Aborting kills the process; an AnalysisError as the reason is what is thrown. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: PassProgress) => void) | undefined;
  /** Told the process number once it runs, for whoever watches or limits it. */
  onStart?: ((pid: number) => void) | undefined;
  /** Seconds without a step in any part of the work after which it is killed; defaults to 60. */
  stallSeconds?: number | undefined;
  /** Memory after which it is killed, in bytes; defaults to 4 GiB, or three quarters of the machine's if that is less. */
  memoryBytes?: number | undefined;
  /** Disk that must stay free while it writes, in bytes; defaults to what `reserveBeside` says. */
  reserveBytes?: number | undefined;
  /** What the working copy is thought to need, in bytes. */
  diskNeeded?: number | undefined;
  /** Number of the input, for messages; defaults to 1. */
  input?: number | undefined;
}

/**
 * Runs the pass over raw input in a process of its own and waits for its end. A crash or a standstill of that process,
 * its hunger for memory or a disk that runs short is an error here and nothing more. Errors of the process itself carry
 * `part`, the number of the part it was at, in their context.
 *
 * @throws CHILD_CRASHED, CHILD_STALLED, MEMORY_LIMIT, DISK_FULL, INTERRUPTED, and what the pass itself says by code
 */
export function runAirlock(request: AirlockRequest, options: AirlockOptions): Promise<PassResult> {
  const { signal, stallSeconds = 60, input = 1 } = options;
  const memoryBytes = options.memoryBytes ?? Math.min(4 * GIB, totalmem() * 0.75);
  const reserve = options.reserveBytes ?? reserveBeside(options.diskNeeded ?? Infinity);
  const freeBefore = freeDisk(request.dir);
  const diskFull = () => {
    const free = freeDisk(request.dir);
    return new AnalysisError('DISK_FULL', { needed: `more than ${freeBefore - free + reserve}`, free });
  };
  if (signal?.aborted) return Promise.reject(stopReason(signal));
  const child = startAirlock(options.tempDir, memoryBytes);
  return new Promise((resolve, reject) => {
    let result: PassResult | null = null;
    let failure: AnalysisError | null = null;
    let part = 0;
    const stop = (error: AnalysisError) => {
      failure ??= error;
      child.kill('SIGKILL');
    };
    const stalled = () => stop(new AnalysisError('CHILD_STALLED', { input, seconds: stallSeconds, part }));
    let stall = setTimeout(stalled, stallSeconds * 1000);
    const watch = setInterval(() => {
      if (residentBytes(child.pid) > memoryBytes)
        stop(new AnalysisError('MEMORY_LIMIT', { input, limit: memoryBytes, part }));
      if (freeDisk(request.dir) < reserve) stop(diskFull());
    }, WATCH_MS);
    const interrupt = () => stop(stopReason(signal));
    signal?.addEventListener('abort', interrupt, { once: true });
    const killAtExit = () => void child.kill('SIGKILL');
    process.on('exit', killAtExit);

    child.on('message', (message: AirlockMessage) => {
      if (message.type === 'done') {
        result = message.result;
        // All is written: taking threads and memory down in order would only take time.
        child.kill('SIGKILL');
      } else if (message.type === 'failed')
        failure ??=
          message.code === 'DISK_FULL' ? diskFull() : new AnalysisError(message.code, message.context);
      else {
        clearTimeout(stall);
        stall = setTimeout(stalled, stallSeconds * 1000);
        part = Math.max(0, message.progress.part);
        options.onProgress?.(message.progress);
      }
    });
    child.once('error', () => stop(new AnalysisError('CHILD_CRASHED', { input, part })));
    // Only after the end may folders be removed under it: 'close' comes after the last message.
    child.once('close', () => {
      clearTimeout(stall);
      clearInterval(watch);
      signal?.removeEventListener('abort', interrupt);
      process.off('exit', killAtExit);
      if (failure) reject(failure);
      else if (result) resolve(result);
      else reject(new AnalysisError('CHILD_CRASHED', { input, part }));
    });
    if (child.pid !== undefined) options.onStart?.(child.pid);
    child.send(request, () => undefined);
  });
}

/** Memory of a process that is in use, in bytes; 0 where the system does not say. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid ?? 0}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
