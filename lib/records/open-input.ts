import { join } from 'node:path';
import type { Manifest } from '../contract/manifest';
import type { RejectPosition } from '../contract/results';
import type { Engine, Store } from '../contract/store';
import { storesFolder } from './store/cache-folder';
import { commitmentOf } from './store/commitment';
import { confirmParts } from './store/confirm-parts';
import { folderBytes } from './store/list-stores';
import { withLock } from './store/lock';
import { type InputPreview, previewInput } from './store/preview-input';
import { makeStore, type MakeStoreOptions } from './store/make-store';
import { openStore, storeEngine } from './store/open-store';
import { readManifest } from './store/read-manifest';
import { readRejects } from './store/read-rejects';
import { requireDisk } from './store/require-disk';
import { storeKey } from './store/store-key';
import { keepStore, noteUse } from './store/store-use';

/** How an input is opened. */
export interface OpenInputOptions extends MakeStoreOptions {
  /** Keep the working copy beyond seven days without use; defaults to false. */
  keep?: boolean | undefined;
  /** What {@link previewInput} found of the same files; defaults to looking now. */
  preview?: InputPreview | undefined;
}

/** An opened input: the clean store of its records, and what is known of its files. */
export interface OpenedInput {
  store: Store;
  preview: InputPreview;
  /** Whether the working copy was there already. */
  cached: boolean;
  /** The private working copy: folder and size in bytes. */
  copy: { dir: string; bytes: number };
  /** Hex HMAC-SHA-256 of the input's bytes under the kit's key; may be published. */
  commitment: string;
  /** Where rejected lines lie and why, as many as the pass kept. */
  rejects: RejectPosition[];
  /**
   * Hashes the files again where the working copy came from the cache; to be awaited before anything is published.
   *
   * @throws INPUT_CHANGED
   */
  confirm(): Promise<void>;
  close(): void;
}

/**
 * Opens an input: from its working copy in the cache, else by reading it through the airlock. Of two runs at once on
 * one input the second waits for the first's copy.
 *
 * @param files one body of evidence
 * @throws what `previewInput` throws; CHILD_CRASHED, CHILD_STALLED, DISK_FULL, INPUT_CHANGED, INTERRUPTED
 * @example (await openInput(['dump.ndjson.gz'])).store.manifest.documents // 2
 */
export async function openInput(files: string[], options: OpenInputOptions = {}): Promise<OpenedInput> {
  const preview = options.preview ?? previewInput(files);
  requireDisk(preview);
  const dir = join(storesFolder(), storeKey(preview.parts));
  const engine = storeEngine(dir, options.signal);
  try {
    const found = readManifest(dir);
    const made = found ? { manifest: found, cached: true } : await makeOnce(preview, dir, engine, options);
    return await opened(preview, dir, engine, { ...made, keep: options.keep ?? false });
  } catch (error) {
    engine.close();
    throw error;
  }
}

type WarmEngine = Engine & { warm(): void };

function makeOnce(preview: InputPreview, dir: string, engine: WarmEngine, options: OpenInputOptions) {
  return withLock(`${dir}.lock`, options.signal, async () => {
    const other = readManifest(dir);
    if (other) return { manifest: other, cached: true };
    const onStart = (pid: number) => {
      options.onStart?.(pid);
      // The engine loads while the reading process starts: both take a tenth of a second.
      engine.warm();
    };
    return { manifest: await makeStore(preview, dir, { ...options, onStart }), cached: false };
  });
}

async function opened(
  preview: InputPreview,
  dir: string,
  engine: WarmEngine,
  { manifest, cached, keep }: { manifest: Manifest; cached: boolean; keep: boolean },
): Promise<OpenedInput> {
  noteUse(dir);
  if (keep) keepStore(dir);
  const store = openStore(dir, manifest, engine);
  return {
    store,
    preview,
    cached,
    copy: { dir, bytes: folderBytes(dir) },
    commitment: commitmentOf(manifest),
    rejects: await readRejects(dir, manifest, engine),
    confirm: () => (cached ? confirmParts(preview, manifest) : Promise.resolve()),
    close: () => store.close(),
  };
}
