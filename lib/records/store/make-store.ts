import { chmodSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kitVersion } from '../../cases/kit-files';
import { AnalysisError } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import type { OnProgress } from '../../contract/progress';
import { readingProgress } from '../airlock/reading-progress';
import type { PassProgress, PassResult } from '../pass/pass-options';
import { STORE_VERSION, storesFolder, tempFolder } from './cache-folder';
import type { InputPreview } from './preview-input';
import { stampOf } from '../detect/preview-part';
import type { LiveCounts } from '../pass/workers/live-counts';
import { readManifest } from './read-manifest';
import { readWithRetries } from '../airlock/read-with-retries';
import { makePrivateTempDir } from './private-temp-dir';
import { writePartDigests } from './store-parts';
import { removeStore } from './sweep-cache';

const WORKERS = 2;

/** How a store is made. */
export interface MakeStoreOptions {
  onProgress?: OnProgress | undefined;
  signal?: AbortSignal | undefined;
  /** Told the process number of the reading process once it runs. */
  onStart?: ((pid: number) => void) | undefined;
  /** Seconds without progress after which reading is given up; defaults to 60. */
  stallSeconds?: number | undefined;
  /** Memory of the reading process after which it is given up, in bytes; see `runAirlock`. */
  memoryBytes?: number | undefined;
}

/**
 * Reads an input through the airlock into a folder of its own, and moves it to its final place when everything is
 * there. On any failure nothing is left.
 *
 * @param dir final place; its name is the store's key
 * @throws CHILD_CRASHED, CHILD_STALLED, MEMORY_LIMIT, DISK_FULL, INPUT_CHANGED, INTERRUPTED
 */
export async function makeStore(
  preview: InputPreview,
  dir: string,
  options: MakeStoreOptions,
): Promise<Manifest> {
  const making = makePrivateTempDir(storesFolder(), 'making');
  const temp = makePrivateTempDir(tempFolder(), 'airlock');
  try {
    const files = preview.parts.map(({ path, refused }) => ({
      path,
      ...(refused && { refused: refused.code }),
    }));
    const { onProgress, ...how } = options;
    const [only] = preview.parts;
    const isSingle = files.length === 1 && only?.format !== null;
    let live: LiveCounts = { addresses: 0, withHealth: {} };
    const tell = (progress: PassProgress) => onProgress?.(readingProgress(progress));
    const result = await readWithRetries(
      { files, dir: making.dir, workers: WORKERS },
      {
        ...how,
        tempDir: temp.dir,
        diskNeeded: preview.diskNeeded,
        onProgress: (progress) => tell((live = progress)),
      },
      isSingle,
    );
    // While blocks are under way the counts lag behind the bytes; the last word is the result's.
    const { documents, rejected } = result;
    const done = { bytes: preview.bytes, totalBytes: preview.bytes, documents, rejected };
    tell({ ...live, ...done, part: 0, step: 'read' });
    refuseChanged(preview);
    const manifest = manifestOf(result, dir);
    writePartDigests(
      making.dir,
      files.map(({ path }) => path),
    );
    writeFileSync(join(making.dir, 'manifest.json'), JSON.stringify(manifest));
    for (const name of readdirSync(making.dir)) chmodSync(join(making.dir, name), 0o600);
    return moveIntoPlace(making, dir, manifest);
  } finally {
    temp.remove();
    making.remove();
  }
}

/** Two runs may have made the same store; the first is as good as ours. What cannot be opened makes room. */
function moveIntoPlace(making: { dir: string; release(): void }, dir: string, manifest: Manifest): Manifest {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      renameSync(making.dir, dir);
      making.release();
      return manifest;
    } catch {
      const other = readManifest(dir);
      if (other) return other;
      removeStore(dir);
    }
  }
  throw new AnalysisError('CACHE_UNWRITABLE', { argument: dir });
}

function refuseChanged(preview: InputPreview): void {
  for (const [i, part] of preview.parts.entries()) {
    if (part.refused === null && stampNow(part.path) !== part.stamp)
      throw new AnalysisError('INPUT_CHANGED', { input: i + 1 });
  }
}

function stampNow(path: string): string | null {
  try {
    return stampOf(path);
  } catch {
    return null;
  }
}

function manifestOf(result: PassResult, dir: string): Manifest {
  const key = dir.slice(-32);
  const nothing = result.documents === 0 && {
    status: result.code === 'CHILD_CRASHED' ? ('crashed' as const) : ('refused' as const),
    code: result.code ?? 'NO_DOCUMENTS',
  };
  return { ...result, ...nothing, key, versions: { kit: kitVersion(), store: STORE_VERSION } };
}
