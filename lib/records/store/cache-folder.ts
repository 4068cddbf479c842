import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { KIT } from '../../contract/kit';

/** Number of the clean store's form; part of its path, so that an older store is simply made again. */
export const STORE_VERSION = 6;

/** Backup programs leave a folder with this file alone (bford.info/cachedir). */
const TAG = `Signature: 8a477f597d28d172789f06886806bc55
# Working copies of exposed records, made by breachscope. Remove them with: ${KIT} forget --all
`;

/** Where the cache lies: BREACHSCOPE_CACHE, else `breachscope` in the user's cache folder. Nothing is made. */
function cachePath(): string {
  const { BREACHSCOPE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (BREACHSCOPE_CACHE) return resolve(BREACHSCOPE_CACHE);
  if (process.platform === 'win32')
    return join(LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'breachscope');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'breachscope');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'breachscope');
}

/**
 * The cache folder, made (0700) if need be: the kit's key, the clean stores and the private documents.
 *
 * @throws CACHE_UNWRITABLE
 */
export function cacheFolder(): string {
  const dir = cachePath();
  return made(dir, () => {
    // A folder that holds other things already is the user's: its mode and its backups are left as they are.
    if (existsSync(dir) && readdirSync(dir).length > 0) return;
    privateFolder(dir);
    writeFileSync(join(dir, 'CACHEDIR.TAG'), TAG, { mode: 0o600 });
  });
}

/** Folder of the clean stores (0700), inside the cache. @throws CACHE_UNWRITABLE */
export function storesFolder(): string {
  const dir = join(cacheFolder(), `store-${STORE_VERSION}`);
  return made(dir, () => privateFolder(dir));
}

/** Folder for the private temporary folders of runs (0700), inside the cache. @throws CACHE_UNWRITABLE */
export function tempFolder(): string {
  const dir = join(cacheFolder(), 'tmp');
  return made(dir, () => privateFolder(dir));
}

function privateFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
}

function made(dir: string, make: () => void): string {
  try {
    make();
    return dir;
  } catch {
    throw new AnalysisError('CACHE_UNWRITABLE', { argument: dir });
  }
}
