import { closeSync, existsSync, openSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Notes that a working copy is in use now. The note must not fail a run: a read-only copy is still a copy. */
export function noteUse(dir: string): void {
  const file = join(dir, 'used');
  try {
    closeSync(openSync(file, 'a', 0o600));
    utimesSync(file, new Date(), new Date());
  } catch {
    // it will go a little earlier
  }
}

/** When a working copy was last used, milliseconds since 1970. */
export function lastUse(dir: string): number {
  const file = join(dir, 'used');
  return statSync(existsSync(file) ? file : dir).mtimeMs;
}

/** Marks a working copy to stay beyond seven days; `forget` still removes it. */
export function keepStore(dir: string): void {
  writeFileSync(join(dir, 'kept'), '', { mode: 0o600 });
}

/** Whether a working copy is marked to stay. */
export function isKept(dir: string): boolean {
  return existsSync(join(dir, 'kept'));
}
