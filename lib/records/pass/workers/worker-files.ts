import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { TableFile } from './worker-report';
import type { PassExports } from '../wasm/pass-exports';

const RECORD = 8;
const DOC_CHUNK = 2;

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
    const count = pass.chunkRecordCount();
    const records = new Uint32Array(pass.memory.buffer, pass.chunkRecords() >>> 0, count * RECORD);
    for (let from = 0; from < count;) {
      let to = from + 1;
      while (to < count && records[to * RECORD + 1] !== DOC_CHUNK) to++;
      this.#append(records.subarray(from * RECORD, to * RECORD));
      from = to;
    }
  }

  #append(records: Uint32Array): void {
    const at = (i: number, field: number): number => records[i * RECORD + field] ?? 0;
    const count = records.length / RECORD;
    const file = this.#file(at(0, 0));
    const start = at(0, 2);
    const end = at(count - 1, 4);
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
    const chunks = new Float64Array(count * 6);
    const shift = file.bytes - start;
    for (let i = 0; i < count; i++) {
      chunks[i * 6] = at(i, 0);
      chunks[i * 6 + 1] = at(i, 1);
      chunks[i * 6 + 2] = at(i, 2) + shift;
      chunks[i * 6 + 3] = at(i, 3) + shift;
      chunks[i * 6 + 4] = at(i, 4) - at(i, 2);
      chunks[i * 6 + 5] = at(i, 6);
    }
    file.groups.push({ firstDoc: at(0, 7), rows: at(0, 5), chunks });
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
