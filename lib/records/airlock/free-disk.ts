import { statfsSync } from 'node:fs';

const MOST_RESERVE = 256 * 1_048_576;
const LEAST_RESERVE = 16 * 1_048_576;

/** Free disk for this user, in bytes, where an existing path lies. */
export function freeDisk(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** What must stay free beside a working copy of so many bytes: as much again, from 16 to 256 MiB. */
export function reserveBeside(needed: number): number {
  return Math.min(MOST_RESERVE, Math.max(LEAST_RESERVE, needed));
}
