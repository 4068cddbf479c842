import { Encoding } from '../wasm/shared/chunk-kind';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetFooter, type FooterChunk, type FooterColumn } from './parquet-footer';
import { ThriftWriter } from './thrift-writer';

const RLE = 3;

/** Writes a file of one row group: whole numbers and texts, none of them absent. */
export function writeSmallParquet(
  dir: string,
  name: string,
  data: Record<string, number[] | Buffer[]>,
): void {
  const columns: FooterColumn[] = [];
  const pages: Buffer[] = [];
  let rows = 0;
  for (const [column, values] of Object.entries(data)) {
    const isText = values.some((value) => typeof value !== 'number') || TEXTS.has(column);
    columns.push({ name: column, type: isText ? 'text' : 'int64' });
    pages.push(page(isText ? texts(values as Buffer[]) : numbers(values as number[]), values.length));
    rows = values.length;
  }
  let at = 4;
  const chunks = pages.map((bytes): FooterChunk => {
    const chunk = { start: at, dataPage: at, bytes: bytes.length, encoding: Encoding.PLAIN };
    at += bytes.length;
    return chunk;
  });
  const groups = rows > 0 ? [{ rows, chunks }] : [];
  const body = rows > 0 ? pages : [];
  const file = Buffer.concat([Buffer.from('PAR1'), ...body, parquetFooter(columns, groups)]);
  writeFileSync(join(dir, name), file, { mode: 0o600 });
}

/** Columns that hold texts, also where there is no row to tell. */
const TEXTS = new Set(['code', 'text']);

function numbers(values: number[]): Buffer {
  const words = new Int32Array(values.length * 2);
  values.forEach((value, i) => {
    words[i * 2] = value;
    words[i * 2 + 1] = Math.floor(value / 2 ** 32);
  });
  return Buffer.from(words.buffer);
}

function texts(values: Buffer[]): Buffer {
  const levels = presentLevels(values.length);
  const bytes = Buffer.alloc(values.reduce((sum, text) => sum + 4 + text.length, levels.length));
  let at = levels.copy(bytes);
  for (const text of values) {
    at = bytes.writeUInt32LE(text.length, at);
    at += text.copy(bytes, at);
  }
  return bytes;
}

/** A data page of PLAIN values with its header. */
function page(values: Buffer, count: number): Buffer {
  const thrift = new ThriftWriter();
  thrift.i32(1, 0);
  thrift.i32(2, values.length);
  thrift.i32(3, values.length);
  thrift.struct(5, () => {
    thrift.i32(1, count);
    thrift.i32(2, Encoding.PLAIN);
    thrift.i32(3, RLE);
    thrift.i32(4, RLE);
  });
  return Buffer.concat([thrift.finish(), values]);
}

/** Definition levels of a column in which every value is present: one run. */
function presentLevels(count: number): Buffer {
  const run: number[] = [];
  let head = count * 2;
  for (; head >= 128; head = Math.floor(head / 128)) run.push((head % 128) | 128);
  run.push(head, 1);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(run.length);
  return Buffer.concat([length, Buffer.from(run)]);
}
