import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SHELL = '/bin/sh';
const UNSHARE = '/usr/bin/unshare';
const HEAP_MB = 1024;
/** Stacks of threads and what the parent's watch, which looks five times a second, may be late by. */
const SLACK_BYTES = 1 << 30;

/** Limits first, then node in the same process with the same channel. `$0` is the limit of memory in KB. */
const LIMITS = 'ulimit -c 0; ulimit -d "$0" 2>/dev/null';
/** Without a network where the system lets an ordinary user have none. */
const OFFLINE = `if [ -x ${UNSHARE} ] && ${UNSHARE} -r -n true 2>/dev/null; then exec ${UNSHARE} -r -n "$@"; fi; exec "$@"`;

/**
 * Starts the reading process: a clean environment, nothing on its standard streams, no core dumps, on Linux a limit of
 * memory that the system holds and, where it allows that, no network.
 *
 * Core dumps would hold the input. Where Linux hands cores to a program (`core_pattern` with a pipe), systemd-coredump
 * and apport keep to the limit of 0. Windows writes none unless its error reporting was told to.
 */
export function startAirlock(tempDir: string, memoryBytes: number): ChildProcess {
  const node = [`--max-old-space-size=${HEAP_MB}`, join(__dirname, 'airlock-child.js')];
  const script = process.platform === 'linux' ? `${LIMITS}; ${OFFLINE}` : `${LIMITS}; exec "$@"`;
  const limit = String(Math.ceil((memoryBytes + SLACK_BYTES) / 1024));
  const hasShell = process.platform !== 'win32' && existsSync(SHELL);
  const [file, args] = hasShell
    ? [SHELL, ['-c', script, limit, process.execPath, ...node]]
    : [process.execPath, node];
  const { SystemRoot } = process.env;
  const env = {
    TMPDIR: tempDir,
    TEMP: tempDir,
    TMP: tempDir,
    TZ: 'UTC',
    LC_ALL: 'C',
    ...(SystemRoot && { SystemRoot }),
  };
  return spawn(file, args, {
    env,
    cwd: tempDir,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  });
}
