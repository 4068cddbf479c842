import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import type { Manifest, StorePath } from '../../contract/manifest';
import type { Engine, Store } from '../../contract/store';
import { lazyEngine } from '../../engine/lazy-engine';
import { openEngine } from '../../engine/open-engine';
import { quoteIdentifier, quoteText } from '../../engine/quote';
import { tempFolder } from './cache-folder';
import { makePrivateTempDir } from './private-temp-dir';
import { noteUse } from './store-use';

const NOTE_MS = 3_600_000;

/**
 * An engine for one store folder: it opens at the first question, reads that folder and nothing else, and keeps what
 * does not fit into memory in a private folder that goes with it.
 *
 * @param signal ends the question at work
 */
export function storeEngine(dir: string, signal?: AbortSignal): Engine & { warm(): void } {
  const scratch = makePrivateTempDir(tempFolder(), 'engine');
  const engine = lazyEngine(() => openEngine({ tempDir: scratch.dir, readable: [dir], signal }));
  return {
    ...engine,
    close() {
      engine.close();
      scratch.remove();
    },
  };
}

/**
 * Opens a finished clean store.
 *
 * @param dir folder of the store
 * @param manifest its manifest, as read
 * @param engine of {@link storeEngine}; closed with the store
 */
export function openStore(dir: string, manifest: Manifest, engine: Engine): Store {
  const sources = new Map(manifest.tables.map(({ name, files }) => [name, sourceOf(dir, files)]));
  sources.set('samples', sourceOf(dir, ['samples.parquet']));
  sources.set('refused', sourceOf(dir, ['refused.parquet']));
  const paths = new Map(manifest.paths.map((row) => [`${row.kind} ${row.path}`, row]));
  const derived = new Map<string, StorePath>();
  let noted = 0;
  return {
    manifest,
    dir,
    engine,
    source(table) {
      const source = derived.has(table) ? quoteIdentifier(table) : sources.get(table);
      if (source === undefined) throw new AnalysisError('INTERNAL', { place: 'store: no such table' });
      if (Date.now() - noted > NOTE_MS) noteUse(dir);
      noted = Date.now();
      return source;
    },
    find: (kind, path): StorePath | undefined => paths.get(`${kind} ${path}`),
    derive: (entry) => void derived.set(entry.table, entry),
    derived: (table) => derived.get(table),
    close: () => engine.close(),
  };
}

function sourceOf(dir: string, files: string[]): string {
  return `read_parquet([${files.map((file) => quoteText(join(dir, file))).join(', ')}])`;
}
