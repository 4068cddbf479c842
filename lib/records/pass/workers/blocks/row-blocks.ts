import { Row } from '../../wasm/shared/records';
import { isUtf8 } from 'node:buffer';
import { nameOfColumn } from '../../wasm/csv-table';
import { copyIntoWasm } from '../../wasm/copy-into-wasm';
import type { BlockRows } from '../block-message';
import type { PassExports } from '../../wasm/pass-exports';
import type { WorkerKeySets } from '../worker-key-sets';

/** Reads blocks of rows of an SQL dump in a worker. */
export class RowBlocks {
  /** Number of each list of columns in the pass, by part and number in the part. */
  readonly #shapes = new Map<string, number>();

  constructor(
    private readonly pass: PassExports,
    private readonly keySets: WorkerKeySets,
  ) {}

  /** Reads the block, whose texts lie in the pass; returns how many rows were accepted. */
  read(part: number, { count, list, tables }: BlockRows, bytes: Uint8Array): number {
    const shapes = new Map(tables.map((table) => [table.id, this.#shapeOf(`${part}/${table.id}`, table)]));
    for (let at = 0; at < list.length; at += Row.FIELDS + (list[at + Row.cells] ?? 0))
      list[at + Row.table] = shapes.get(list[at + Row.table] ?? 0) ?? 0;
    const to = this.pass.reserveRows(list.length) >>> 0;
    new Uint32Array(this.pass.memory.buffer, to, list.length).set(list);
    return this.pass.parseRows(count, isUtf8(bytes));
  }

  #shapeOf(key: string, { name, columns }: BlockRows['tables'][number]): number {
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const { pass } = this;
    const shape = pass.beginShape(this.keySets.tableKind(name), columns.length);
    columns.forEach((column, i) => {
      copyIntoWasm(pass, nameOfColumn(column), (p, length) => pass.nameShapeColumn(shape, i, p, length));
    });
    this.#shapes.set(key, shape);
    return shape;
  }
}
