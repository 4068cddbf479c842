import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { AnalysisError } from '../../contract/errors';
import { isAlive } from './private-temp-dir';

const BEAT_MS = 2_000;
/** A holder that has not touched its lock for so long is gone, whatever its process number says. */
const SILENT_MS = 60_000;
const WAIT_MS = 100;

/**
 * Holds a lock file for the length of `work`, so that of two runs on one input the second waits and finds the copy
 * made. Two holders after a stolen lock would do no harm: each writes a folder of its own, and one rename wins.
 *
 * @param path of the lock file
 * @param signal ends the waiting
 * @throws INTERRUPTED
 */
export async function withLock<T>(
  path: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  while (!take(path)) {
    if (isStale(path)) rmSync(path, { force: true });
    else await sleep(WAIT_MS);
    if (signal?.aborted) throw new AnalysisError('INTERRUPTED');
  }
  const beat = setInterval(() => touch(path), BEAT_MS);
  const release = () => rmSync(path, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

/** Whether the lock file's holder is gone; also true when there is no lock. */
export function isStale(path: string): boolean {
  try {
    const { pid, host } = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; host: string };
    if (host === hostname() && !isAlive(pid)) return true;
  } catch {
    // gone by now, or written only half: its age tells
  }
  return Date.now() - modified(path) > SILENT_MS;
}

function take(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new AnalysisError('CACHE_UNWRITABLE', { argument: path });
  }
}

function modified(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // somebody removed it; the work goes on in a folder of its own
  }
}
