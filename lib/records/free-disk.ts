import { statfsSync } from 'node:fs';

/** Free disk for this user, in bytes, where an existing path lies. */
export function freeDisk(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
