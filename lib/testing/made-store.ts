import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest, StorePath } from '../contract/manifest';
import type { Engine, Store } from '../contract/store';
import { openEngine } from '../engine/open-engine';
import { quoteIdentifier } from '../engine/quote';
import type { MadeDocument, MadeTable } from './made-tables';
import { madeTables } from './made-tables';

/** Different texts kept of each path. */
const SAMPLES = 64;

/**
 * A clean store of invented documents, held by the real engine in memory. For tests.
 *
 * @param kinds documents by kind id
 */
export async function madeStore(kinds: Record<string, MadeDocument[]>): Promise<Store> {
  const dir = join(tmpdir(), `made-store-${randomUUID()}`);
  const engine = await openEngine({ tempDir: dir, readable: [dir] });
  const notRead = { refused: 0, unlooked: 0, open: {}, aside: {} };
  const none = { rejected: 0, skipped: 0, deleted: 0, notRead };
  const manifest = {
    parts: [],
    kinds: [],
    tables: [],
    paths: [],
    references: [],
    documents: 0,
    ...none,
  } as unknown as Manifest;
  const samples: string[][] = [];
  for (const [kind, documents] of Object.entries(kinds)) {
    for (const table of madeTables(kind, documents, manifest.documents)) {
      const { name, array, rows } = table;
      const columns = await fill(engine, table);
      const depth = array === null ? 0 : 1;
      manifest.tables.push({ name, kind, array, depth, files: [], rows: rows.size, bytes: 0, columns });
      for (const { entry, texts } of table.columns) {
        const filled = [...texts.values()].filter((text) => text !== null && text.trim() !== '') as string[];
        const first = [...new Set(filled)].slice(0, SAMPLES);
        samples.push(...first.map((text, place) => [`${manifest.paths.length}`, `${place}`, text]));
        manifest.paths.push(entry);
      }
    }
    manifest.kinds.push({ id: kind, documents: documents.length, keys: [] });
    manifest.documents += documents.length;
  }
  await engine.fill('samples', ['path', 'place', 'text'], samples);
  const derived = new Map<string, StorePath>();
  return {
    manifest,
    dir,
    engine,
    source: (table) => quoteIdentifier(table),
    find: (kind, path) => manifest.paths.find((entry) => entry.kind === kind && entry.path === path),
    derive: (entry) => void derived.set(entry.table, entry),
    derived: (table) => derived.get(table),
    close: () => engine.close(),
  };
}

async function fill(engine: Engine, { name, array, rows, columns }: MadeTable): Promise<string[]> {
  const index = array === null ? ['_doc'] : ['_doc', '_i'];
  const own = columns.map(({ entry }) => entry.column as string);
  const cells = [...rows].map((row) => [
    ...row.split(' '),
    ...columns.map(({ texts }) => texts.get(row) ?? null),
  ]);
  await engine.fill('made', [...index, ...own], cells);
  const list = [...index.map((column) => `${column}::bigint as ${column}`), ...own].join(', ');
  await engine.run(`create temp table ${quoteIdentifier(name)} as select ${list} from made`);
  return [...index, ...own];
}
