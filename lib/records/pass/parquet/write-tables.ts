import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreTable } from '../../../contract/manifest';
import { type FinalKinds, kindsOfRoots } from '../merge/final-kinds';
import { isRow, type MergedPath } from '../merge/merge-paths';
import { tableName, textColumn, typeColumn } from '../merge/store-names';
import type { RowGroup, TableFile, WorkerReport } from '../workers/worker-report';
import { FiledChunk } from '../workers/filed-chunk';
import { ChunkKind, Encoding } from '../wasm/shared/chunk-kind';
import { ROOT, foldedPath } from '../merge/path-text';
import { parquetFooter, type FooterChunk, type FooterColumn } from './parquet-footer';
import type { PassExports } from '../wasm/pass-exports';

/** Above all kinds of chunks: there is one for each of up to a thousand levels of arrays. */
const CHUNK_KINDS = 2048;
/** Kinds of chunks that are of a path, not of a table. */
const PATH_CHUNKS: readonly number[] = [ChunkKind.TEXT, ChunkKind.TYPE];
/** Columns of no path. */
const NO_PATH = [-1];

/** A column, and the chunk kind that it is in the workers' files; `path` for text and type columns. */
interface TableColumn extends FooterColumn {
  chunk: number;
  path: MergedPath | null;
}

/** One table to be finished: its columns, and the workers' files of it. */
interface OpenTable {
  name: string;
  kind: number;
  array: MergedPath | null;
  inMap: boolean;
  columns: TableColumn[];
  files: { worker: number; file: TableFile }[];
}

/** Gives the workers' files their footers and their names in `dir`. */
export function writeTables(
  reports: WorkerReport[],
  final: FinalKinds,
  paths: MergedPath[],
  { dir, pass }: { dir: string; pass: PassExports },
): StoreTable[] {
  return openTables(reports, final, paths).map((table) => {
    let rows = 0;
    let bytes = 0;
    const files = table.files.map(({ worker, file }, i) => {
      const name = `${table.name}-${i}.parquet`;
      bytes += finishFile(file, worker, table.columns, pass);
      rows += file.groups.reduce((sum, group) => sum + group.rows, 0);
      renameSync(file.path, join(dir, name));
      return name;
    });
    const { name, kind, array, inMap } = table;
    const depth = array ? array.depth + 1 : 0;
    const columns = table.columns.map((column) => column.name);
    const holder = array && (inMap ? foldedPath(array.path === ROOT ? '' : array.path) : array.path);
    return { name, kind: `k${kind}`, array: holder, depth, files, rows, bytes, columns };
  });
}

function openTables(reports: WorkerReport[], final: FinalKinds, paths: MergedPath[]): OpenTable[] {
  const tables = new Map<string, OpenTable>();
  const owners = new Map<string, MergedPath>();
  for (const path of paths.filter(({ types, folded }) => types.array || folded === 'members')) {
    path.nodes.forEach((nodes, worker) => nodes.forEach((node) => owners.set(`${worker}/${node}`, path)));
  }
  const open = (kind: number, array: MergedPath | null, inMap: boolean): OpenTable => {
    const name = tableName({ kind, array, inMap });
    let table = tables.get(name);
    if (!table)
      tables.set(name, (table = { name, kind, array, inMap, columns: fixedColumns(array), files: [] }));
    return table;
  };
  reports.forEach((report, worker) => {
    const rootKinds = kindsOfRoots(report, worker, final);
    for (const { owner, depth, file } of report.tables) {
      if (!file) continue;
      const path = depth > 0 ? (owners.get(`${worker}/${owner}`) ?? null) : null;
      const kind = depth > 0 ? path?.kind : rootKinds.get(owner);
      if (kind === undefined) continue;
      // A path of folded members has their table, and one of its own elements where those are arrays.
      const inMap = path?.folded === 'members' && depth === path.depth;
      open(kind, inMap ? path.array : path, inMap).files.push({ worker, file });
    }
  });
  for (const path of paths) if (isRow(path)) tables.get(tableName(path))?.columns.push(...pathColumns(path));
  return [...tables.values()];
}

function fixedColumns(array: MergedPath | null): TableColumn[] {
  const fixed = (name: string, chunk: number): TableColumn => ({ name, type: 'int64', chunk, path: null });
  if (!array)
    return [
      fixed('_part', ChunkKind.PART),
      fixed('_doc', ChunkKind.DOC),
      fixed('_line', ChunkKind.LINE),
      fixed('_byte', ChunkKind.BYTE),
    ];
  const index = Array.from({ length: array.depth + 1 }, (_, i) =>
    fixed(i === 0 ? '_i' : `_i${i + 1}`, ChunkKind.INDEX + i),
  );
  return [fixed('_doc', ChunkKind.DOC), ...index];
}

function pathColumns(path: MergedPath): TableColumn[] {
  const text = textColumn(path);
  const type = typeColumn(path);
  return [
    ...(text === null ? [] : [{ name: text, type: 'text' as const, chunk: ChunkKind.TEXT, path }]),
    ...(type === null ? [] : [{ name: type, type: 'int32' as const, chunk: ChunkKind.TYPE, path }]),
  ];
}

/** Appends pages of absent values where row groups lack a column, and the footer; returns the file's size. */
function finishFile(file: TableFile, worker: number, columns: TableColumn[], pass: PassExports): number {
  const fd = openSync(file.path, 'r+');
  try {
    let at = file.bytes;
    const absent = new Map<string, FooterChunk>();
    const absentChunk = (rows: number, isType: boolean): FooterChunk => {
      const key = `${rows}/${Number(isType)}`;
      let chunk = absent.get(key);
      if (!chunk) {
        const data = pass.absentChunk(rows, isType);
        const bytes = pass.outputLength();
        writeSync(fd, new Uint8Array(pass.memory.buffer, pass.outputStart() >>> 0, bytes), 0, bytes, at);
        chunk = {
          start: at,
          dataPage: at + data,
          bytes,
          encoding: isType ? Encoding.RLE_DICTIONARY : Encoding.PLAIN,
        };
        absent.set(key, chunk);
        at += bytes;
      }
      return chunk;
    };
    const groups = [...file.groups]
      .sort((a, b) => a.firstDoc - b.firstDoc)
      .map((group) => {
        const own = chunksOf(group);
        const chunks = columns.map(({ chunk, path, type }) => {
          const ids = path ? (path.nodes[worker] ?? []) : NO_PATH;
          for (const id of ids) {
            const found = own.get(chunkKey(chunk, id));
            if (found) return found;
          }
          return absentChunk(group.rows, type === 'int32');
        });
        return { rows: group.rows, chunks };
      });
    const footer = parquetFooter(columns, groups);
    for (let p = 0; p < footer.length;) p += writeSync(fd, footer, p, footer.length - p, at + p);
    return at + footer.length;
  } finally {
    closeSync(fd);
  }
}

/** The chunks of a row group by kind and path; the fixed columns have no path. */
function chunksOf({ chunks }: RowGroup): Map<number, FooterChunk> {
  const map = new Map<number, FooterChunk>();
  for (let i = 0; i < chunks.length; i += FiledChunk.FIELDS) {
    const field = (name: FiledChunk): number => chunks[i + name] ?? 0;
    const kind = field(FiledChunk.kind);
    map.set(chunkKey(kind, PATH_CHUNKS.includes(kind) ? field(FiledChunk.id) : -1), {
      start: field(FiledChunk.start),
      dataPage: field(FiledChunk.dataPage),
      bytes: field(FiledChunk.bytes),
      encoding: field(FiledChunk.encoding),
    });
  }
  return map;
}

/** One number for a kind of chunk and a path. */
function chunkKey(kind: number, id: number): number {
  return (id + 1) * CHUNK_KINDS + kind;
}
