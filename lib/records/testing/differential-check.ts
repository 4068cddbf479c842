import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import type { DuckDBConnection } from '@duckdb/node-api';
import { loadNamePhrases } from '../../cases/load-name-phrases';
import { VALUE_TYPES, type PartEnvelope, type PartFormat, type StorePath } from '../../contract/manifest';
import { runPass } from '../pass/run-pass';
import type { PassOptions, PassResult } from '../pass/pass-options';
import {
  referenceInventory,
  referenceKinds,
  referenceMaps,
  type ReferenceDocument,
} from './reference-inventory';
import type { ReferenceObject } from './reference-json';
import { referenceRecords } from './reference-records';
import { tempFolder } from '../../testing/temp-folder';

// For the tests: a pass over texts, and whether everything it says and stores is what a independent reference reading says.

const NEWLINE = Buffer.from('\n');
const base = tempFolder('pass');
let folders = 0;

type Row = Record<string, unknown>;

/** How the parts of a test lie. */
export interface Shape {
  format: PartFormat;
  envelope: PartEnvelope | null;
}
const LINES: Shape = { format: 'ndjson', envelope: null };

/** Runs a pass over parts given as bytes. */
export async function pass(
  parts: (Buffer | string)[],
  options: PassOptions = {},
  shape: Shape = LINES,
): Promise<{ result: PassResult; dir: string }> {
  const dir = join(base, `store-${folders++}`);
  mkdirSync(dir);
  const files = parts.map((part, i) => {
    const bytes = Buffer.from(part);
    const path = join(base, `part-${folders}-${i}`);
    writeFileSync(path, bytes);
    return { path, shape };
  });
  return { result: await runPass(files, dir, options), dir };
}

/** Lines, each with its end. */
export function joined(lines: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(lines.flatMap((line) => [Buffer.from(line), NEWLINE]));
}

/**
 * The reference reading of parts; documents are numbered through all parts by lines or records. Once more where objects turn
 * out to have values for keys.
 */
function reference(
  parts: Buffer[],
  shape: Shape,
  maps: Set<string> = new Set(),
): { documents: ReferenceDocument[]; refused: string[] } {
  const objects: ReferenceObject[] = [];
  const documents: ReferenceDocument[] = [];
  const refused: string[] = [];
  let base = 0;
  parts.forEach((bytes, part) => {
    const { records, count } = referenceRecords(bytes, { ...shape, maps, names: loadNamePhrases() });
    for (const { number, line, byte, length, read } of records) {
      if (read === 'refused') refused.push(`${part}/${line}/${byte}/${length}`);
      else {
        documents.push({ doc: base + number, place: { part, line, byte }, ...read });
        objects.push(...read.objects);
      }
    }
    base += count;
  });
  // Indices have fields, and their names are names.
  const found = referenceMaps(objects).filter(
    (path) => !maps.has(path) && (path !== '' || shape.envelope === null),
  );
  return found.length > 0 ? reference(parts, shape, new Set([...maps, ...found])) : { documents, refused };
}

/** All rows of a Parquet file, by an implementation that is not ours. */
export async function rowsByHyparquet(file: string): Promise<Row[]> {
  const { parquetReadObjects } = await import('hyparquet');
  const bytes = readFileSync(file);
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
}

let connected: Promise<DuckDBConnection> | null = null;
after(async () => (await connected)?.closeSync());

async function connect(): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  return (await DuckDBInstance.create(':memory:')).connect();
}

/** The same by DuckDB. */
export async function rowsByDuckdb(file: string): Promise<Row[]> {
  connected ??= connect();
  const reader = await (await connected).runAndReadAll(`select * from read_parquet('${file}')`);
  return reader.getRowObjects();
}

/** Type code of a string of white space only. */
const BLANK = 12;

/** Every value of the store as `document|path|indexes|type|text`, sorted. */
export async function storeValues(
  dir: string,
  result: PassResult,
  rowsOf: (file: string) => Promise<Row[]>,
): Promise<string[]> {
  const values: string[] = [];
  for (const table of result.tables) {
    const paths = result.paths.filter((path) => path.table === table.name);
    for (const file of table.files) {
      let lastDoc = -1n;
      for (const row of await rowsOf(join(dir, file))) {
        const doc = row['_doc'] as bigint;
        assert.ok(doc >= lastDoc, 'rows ascend by _doc within a file');
        lastDoc = doc;
        const index = ['_i', '_i2', '_i3', '_i4', '_i5']
          .slice(0, Math.min(table.depth, 5))
          .map((name) => String(row[name]));
        for (const path of paths) {
          const text = path.column === null ? null : (row[path.column] as string | null);
          const type = path.typeColumn === null ? (text === null ? 0 : 4) : Number(row[path.typeColumn]);
          if (type === 0) assert.equal(text ?? null, null, 'absent has no text');
          else {
            if (type === 4 || type === BLANK)
              assert.equal(type === BLANK, text?.trim() === '', 'a blank text has a code of its own');
            values.push(
              `${lastDoc}|${path.kind}|${path.path}|${index.join()}|${type === BLANK ? 'string' : VALUE_TYPES[type]}|${text ?? ''}`,
            );
          }
        }
      }
    }
  }
  return values.sort();
}

/** The same of the reference reading. */
function referenceValues(kinds: ReturnType<typeof referenceKinds>, rows: Map<string, unknown>[]): string[] {
  return kinds
    .flatMap(({ documents }, kind) =>
      documents.flatMap(({ doc, values }) =>
        values
          .filter(({ path }) => rows[kind]?.has(path === '' ? '$' : path))
          .map(
            ({ path, index, type, text }) =>
              `${doc}|k${kind}|${path === '' ? '$' : path}|${index.slice(0, 5).join()}|${type}|${text}`,
          ),
      ),
    )
    .sort();
}

/** The reference reading's words for a path: without its place in the store. */
export function withoutColumns(path: StorePath): object {
  return Object.fromEntries(
    Object.entries(path).filter(([name]) => !['table', 'column', 'typeColumn'].includes(name)),
  );
}

/** Everything the store and the manifest say must be what the reference reading says. */
export async function differentialCheck(
  parts: Buffer[],
  options: PassOptions,
  { rowsOf = rowsByDuckdb, shape = LINES }: { rowsOf?: typeof rowsByDuckdb; shape?: Shape } = {},
): Promise<PassResult> {
  const { result, dir } = await pass(parts, options, shape);
  const { documents, refused } = reference(parts, shape);
  const kinds = referenceKinds(documents);
  const rejects = (await rowsOf(join(dir, 'rejects.parquet'))).map((row) =>
    [row['part'], row['line'], row['byte'], row['length']].join('/'),
  );
  assert.deepEqual(rejects, refused);
  assert.equal(result.rejected, refused.length);
  assert.equal(result.documents, documents.length);
  assert.deepEqual(
    result.kinds,
    kinds.map((kind, i) => ({ id: `k${i}`, documents: kind.documents.length, keys: kind.keys })),
  );
  const rows = kinds.map((kind, i) => referenceInventory(`k${i}`, kind.documents));
  const expected = rows.flatMap((kind) => [...kind.values()]);
  assert.equal(result.paths.length, expected.length);
  for (const path of result.paths) {
    assert.deepEqual(
      withoutColumns(path),
      rows[Number(path.kind.slice(1))]?.get(path.path),
      `${path.kind} ${path.path}`.slice(0, 80),
    );
  }
  assert.deepEqual(await storeValues(dir, result, rowsOf), referenceValues(kinds, rows));
  return result;
}
