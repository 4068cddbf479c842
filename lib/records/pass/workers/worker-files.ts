import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ChunkKind } from '../wasm/shared/chunk-kind';
import { Chunk } from '../wasm/shared/records';
import { FiledChunk } from './filed-chunk';
import type { TableFile } from './worker-report';
import type { PassExports } from '../wasm/pass-exports';

/** The files of one worker: one a table, opened only while a row group is appended. */
export class WorkerFiles {
  readonly #files = new Map<number, TableFile>();

  constructor(
    private readonly pass: PassExports,
    private readonly dir: string,
    private readonly worker: number,
  ) {}

  /** The file of a table, once it has rows. */
  fileOf(table: number): TableFile | null {
    return this.#files.get(table) ?? null;
  }

  /** Appends the row groups of the last `emit` or `flushAll`. A row group begins with its `_doc` chunk. */
  save(): void {
    const { pass } = this;
    const count = pass.chunkTotal();
    const records = new Uint32Array(pass.memory.buffer, pass.chunkList() >>> 0, count * Chunk.FIELDS);
    for (let from = 0; from < count;) {
      let to = from + 1;
      while (to < count && records[to * Chunk.FIELDS + Chunk.kind] !== ChunkKind.DOC) to++;
      this.#append(records.subarray(from * Chunk.FIELDS, to * Chunk.FIELDS));
      from = to;
    }
  }

  #append(records: Uint32Array): void {
    const at = (i: number, field: Chunk): number => records[i * Chunk.FIELDS + field] ?? 0;
    const count = records.length / Chunk.FIELDS;
    const file = this.#file(at(0, Chunk.id));
    const start = at(0, Chunk.start);
    const end = at(count - 1, Chunk.end);
    const fd = openSync(file.path, 'a', 0o600);
    try {
      if (file.groups.length === 0) writeSync(fd, 'PAR1');
      const output = this.pass.outputStart() >>> 0;
      for (let p = start; p < end;) {
        p += writeSync(fd, new Uint8Array(this.pass.memory.buffer, output + p, Math.min(end - p, 1 << 30)));
      }
    } finally {
      closeSync(fd);
    }
    const chunks = new Float64Array(count * FiledChunk.FIELDS);
    const shift = file.bytes - start;
    for (let i = 0; i < count; i++) {
      const to = i * FiledChunk.FIELDS;
      chunks[to + FiledChunk.id] = at(i, Chunk.id);
      chunks[to + FiledChunk.kind] = at(i, Chunk.kind);
      chunks[to + FiledChunk.start] = at(i, Chunk.start) + shift;
      chunks[to + FiledChunk.dataPage] = at(i, Chunk.dataPage) + shift;
      chunks[to + FiledChunk.bytes] = at(i, Chunk.end) - at(i, Chunk.start);
      chunks[to + FiledChunk.encoding] = at(i, Chunk.encoding);
    }
    file.groups.push({ firstDoc: at(0, Chunk.firstDoc), rows: at(0, Chunk.rows), chunks });
    file.bytes += end - start;
  }

  #file(table: number): TableFile {
    let file = this.#files.get(table);
    if (!file) {
      file = { path: join(this.dir, `t${table}-w${this.worker}`), bytes: 4, groups: [] };
      this.#files.set(table, file);
    }
    return file;
  }
}
