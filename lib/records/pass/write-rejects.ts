import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetFooter, type FooterChunk, type FooterColumn } from './parquet-footer';
import { ThriftWriter } from './thrift-writer';

/** Where a refused line lies, and its code. */
export interface RejectPlace {
  part: number;
  line: number;
  byte: number;
  /** In bytes, without the line break. */
  length: number;
  code: string;
}

const NUMBERS = ['part', 'line', 'byte', 'length'] as const;
const PLAIN = 0;
const RLE = 3;

/** Writes rejects.parquet: places and codes, never content. */
export function writeRejects(dir: string, rejects: RejectPlace[]): void {
  const pages = [
    ...NUMBERS.map((name) =>
      page(Buffer.from(BigInt64Array.from(rejects, (reject) => BigInt(reject[name])).buffer), rejects.length),
    ),
    page(
      Buffer.concat([presentLevels(rejects.length), ...rejects.map(({ code }) => plainText(code))]),
      rejects.length,
    ),
  ];
  const columns: FooterColumn[] = [
    ...NUMBERS.map((name) => ({ name, type: 'int64' as const })),
    { name: 'code', type: 'text' },
  ];
  let at = 4;
  const chunks = pages.map((bytes): FooterChunk => {
    const chunk = { start: at, dataPage: at, bytes: bytes.length, encoding: PLAIN };
    at += bytes.length;
    return chunk;
  });
  const groups = rejects.length > 0 ? [{ rows: rejects.length, chunks }] : [];
  const body = rejects.length > 0 ? pages : [];
  const file = Buffer.concat([Buffer.from('PAR1'), ...body, parquetFooter(columns, groups)]);
  writeFileSync(join(dir, 'rejects.parquet'), file, { mode: 0o600 });
}

/** A data page of PLAIN values with its header. */
function page(values: Buffer, count: number): Buffer {
  const thrift = new ThriftWriter();
  thrift.i32(1, 0);
  thrift.i32(2, values.length);
  thrift.i32(3, values.length);
  thrift.struct(5, () => {
    thrift.i32(1, count);
    thrift.i32(2, PLAIN);
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

function plainText(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
