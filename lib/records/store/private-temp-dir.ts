import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const HOST = hostname().replace(/[^A-Za-z0-9]/g, '_');
const MARK = `.${HOST}.`;
/** A folder whose owner cannot be asked (another machine on a shared disk) is left alone for so long. */
const FOREIGN_MS = 24 * 3_600_000;

const ours = new Set<string>();
let listening = false;

/** A private temporary folder of this process. */
export interface PrivateTempDir {
  dir: string;
  /** Removes it with what is in it; a second call does nothing. */
  remove(): void;
  /** It was moved to its final place: no longer ours to remove. */
  release(): void;
}

/**
 * Makes a private folder (0700) that is gone when the process ends, however it ends: by `remove`, at exit, or, after
 * a kill, through {@link sweepPrivateTempDirs} of the next run.
 *
 * @param parent must exist
 * @param purpose beginning of its name
 */
export function makePrivateTempDir(parent: string, purpose: string): PrivateTempDir {
  // mkdtemp makes it 0700.
  const dir = mkdtempSync(join(parent, `${purpose}${MARK}${process.pid}.`));
  ours.add(dir);
  if (!listening) process.on('exit', () => ours.forEach(removeTree));
  listening = true;
  return {
    dir,
    remove: () => {
      if (ours.delete(dir)) removeTree(dir);
    },
    release: () => void ours.delete(dir),
  };
}

/** Removes temporary folders whose process is no more. */
export function sweepPrivateTempDirs(parent: string): void {
  for (const name of readdirSync(parent)) {
    const owner = /^[\w.-]+\.([A-Za-z0-9_]+)\.(\d+)\.\w{6}$/.exec(name);
    if (!owner) continue;
    const dir = join(parent, name);
    if (owner[1] === HOST ? !isAlive(Number(owner[2])) : ageOf(dir) > FOREIGN_MS) removeTree(dir);
  }
}

/** Whether a process of this machine is alive, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes a folder; what cannot be removed now is left to the next sweep. */
export function removeTree(dir: string): void {
  try {
    rmSync(dir, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  } catch {
    // the next start tries again
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
