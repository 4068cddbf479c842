import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest, StorePath, StoreTable, ValueType } from '../contract/manifest';
import type { Store } from '../contract/store';
import { openEngine } from '../engine/open-engine';
import { quoteIdentifier } from '../engine/quote';

/** A cell of an invented document: what JSON can hold, one level of objects and arrays. */
export type MadeValue = string | number | boolean | null | MadeValue[] | { [key: string]: MadeValue };

interface Column {
  entry: StorePath;
  texts: Map<string, string | null>;
  distinct: Set<string>;
  presentIn: Set<number>;
  filledIn: Set<number>;
}

/**
 * A clean store of invented documents, held by the real engine, for tests: slow, and independent of the byte pass.
 *
 * @param kinds documents by kind id
 */
export async function madeStore(kinds: Record<string, { [key: string]: MadeValue }[]>): Promise<Store> {
  const scratch = join(tmpdir(), `made-store-${randomUUID()}`);
  const engine = await openEngine({ tempDir: scratch, readable: [scratch] });
  const tables: StoreTable[] = [];
  const paths: StorePath[] = [];
  let document = 0;
  for (const [kind, documents] of Object.entries(kinds)) {
    const made = new Map<string, { columns: Column[]; rows: Set<string>; array: string | null }>();
    made.set(kind, { columns: [], rows: new Set(), array: null });
    let count = 0;
    const add = (table: string, row: string, path: string, value: MadeValue, doc: number): void => {
      const own = made.get(table) as { columns: Column[]; rows: Set<string>; array: string | null };
      own.rows.add(row);
      if (Array.isArray(value) && value.length > 0) {
        const below = `${kind}.${path.replace(/\W/g, '_')}`;
        if (!made.has(below)) made.set(below, { columns: [], rows: new Set(), array: `${path}[]` });
        value.forEach((each, i) => add(below, `${doc} ${i}`, `${path}[]`, each, doc));
      } else if (
        value !== null &&
        typeof value === 'object' &&
        !Array.isArray(value) &&
        Object.keys(value).length > 0
      ) {
        for (const [key, each] of Object.entries(value)) add(table, row, madePath(path, key), each, doc);
      } else {
        let column = own.columns.find((each) => each.entry.path === path);
        if (!column) {
          column = emptyColumn(kind, path, table, `c${count++}`);
          own.columns.push(column);
        }
        put(column, row, value, doc);
      }
    };
    for (const each of documents) {
      add(kind, String(document), '', each, document);
      document++;
    }
    for (const [name, { columns, rows, array }] of made) {
      const own = columns.map(({ entry }) => entry.column as string);
      const index = array === null ? ['_doc'] : ['_doc', '_i'];
      const cells = [...rows].map((row) => [
        ...row.split(' '),
        ...columns.map(({ texts }) => texts.get(row) ?? null),
      ]);
      await engine.fill('made', [...index, ...own], cells);
      const list = [...index.map((each) => `${each}::bigint as ${each}`), ...own].join(', ');
      await engine.run(`create temp table ${quoteIdentifier(name)} as select ${list} from made`);
      tables.push({
        name,
        kind,
        array,
        depth: index.length - 1,
        files: [],
        rows: rows.size,
        bytes: 0,
        columns: [...index, ...own],
      });
      paths.push(...columns.map(finish));
    }
  }
  const manifest = {
    kinds: Object.entries(kinds).map(([id, documents]) => ({ id, documents: documents.length, keys: [] })),
    tables,
    paths,
    documents: document,
  } as unknown as Manifest;
  return {
    manifest,
    dir: scratch,
    engine,
    source: (table) => quoteIdentifier(table),
    find: (kind, path) => paths.find((entry) => entry.kind === kind && entry.path === path),
    close: () => engine.close(),
  };
}

/** A key below a path, in brackets where it is no plain name. */
export function madePath(parent: string, key: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key);
  return plain ? (parent === '' ? key : `${parent}.${key}`) : `${parent}[${JSON.stringify(key)}]`;
}

function emptyColumn(kind: string, path: string, table: string, column: string): Column {
  const position = { part: 0, line: 1, byte: 0 };
  const counts = { present: 0, filled: 0, values: 0, filledValues: 0, distinct: 0, fold: 0, maxBytes: 0 };
  const entry = {
    kind,
    path,
    table,
    column,
    typeColumn: null,
    ...counts,
    types: {},
    first: position,
    last: position,
  };
  return { entry, texts: new Map(), distinct: new Set(), presentIn: new Set(), filledIn: new Set() };
}

function put(column: Column, row: string, value: MadeValue, document: number): void {
  const { entry, texts } = column;
  const type: ValueType =
    value === null ? 'null' : Array.isArray(value) ? 'array' : (typeof value as ValueType);
  entry.types[type] = (entry.types[type] ?? 0) + 1;
  entry.values++;
  column.presentIn.add(document);
  if (value === null || typeof value === 'object') return;
  const text = String(value);
  texts.set(row, text);
  if (text.trim() === '') return;
  entry.filledValues++;
  column.filledIn.add(document);
  column.distinct.add(text);
  if (/[A-Z]/.test(text)) entry.fold |= 1;
  if (text.trim() !== text) entry.fold |= 2;
  if (/[^ -~\s]/.test(text)) entry.fold |= 4;
}

function finish({ entry, distinct, presentIn, filledIn }: Column): StorePath {
  return { ...entry, distinct: distinct.size, present: presentIn.size, filled: filledIn.size };
}
