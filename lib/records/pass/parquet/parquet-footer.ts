import { ThriftWriter } from './thrift-writer';

// Numbers of github.com/apache/parquet-format, parquet.thrift.
const PHYSICAL = { int32: 1, int64: 2, text: 6 } as const;
const REQUIRED = 0;
const OPTIONAL = 1;
const UTF8 = 0;
const INT_8 = 15;
const UNCOMPRESSED = 0;
const RLE = 3;

/** A column of a flat Parquet file: text may be absent, numbers may not. */
export interface FooterColumn {
  name: string;
  type: keyof typeof PHYSICAL;
}

/** Where a column chunk lies, in bytes of the file. */
export interface FooterChunk {
  start: number;
  dataPage: number;
  bytes: number;
  encoding: number;
}

/** One row group: a chunk for each column. */
export interface FooterGroup {
  rows: number;
  chunks: FooterChunk[];
}

/** The bytes that end a Parquet file: metadata, its length, and the magic word. */
export function parquetFooter(columns: FooterColumn[], groups: FooterGroup[]): Buffer {
  const thrift = new ThriftWriter();
  thrift.i32(1, 2);
  thrift.list(2, 'struct', columns.length + 1);
  thrift.struct(null, () => {
    thrift.text(4, 'schema');
    thrift.i32(5, columns.length);
  });
  for (const column of columns) writeSchema(thrift, column);
  thrift.i64(
    3,
    groups.reduce((sum, group) => sum + group.rows, 0),
  );
  thrift.list(4, 'struct', groups.length);
  for (const group of groups) thrift.struct(null, () => writeGroup(thrift, columns, group));
  thrift.text(6, 'breachscope byte pass');
  const metadata = thrift.finish();
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(metadata.length);
  tail.write('PAR1', 4);
  return Buffer.concat([metadata, tail]);
}

function writeSchema(thrift: ThriftWriter, { name, type }: FooterColumn): void {
  thrift.struct(null, () => {
    thrift.i32(1, PHYSICAL[type]);
    thrift.i32(3, type === 'text' ? OPTIONAL : REQUIRED);
    thrift.text(4, name);
    if (type === 'text') thrift.i32(6, UTF8);
    if (type === 'int32') thrift.i32(6, INT_8);
  });
}

function writeGroup(thrift: ThriftWriter, columns: FooterColumn[], { rows, chunks }: FooterGroup): void {
  thrift.list(1, 'struct', columns.length);
  columns.forEach(({ name, type }, i) => {
    const chunk = chunks[i];
    if (!chunk) throw new RangeError(`no chunk of column ${i}`);
    const { start, dataPage, bytes, encoding } = chunk;
    thrift.struct(null, () => {
      thrift.i64(2, start);
      thrift.struct(3, () => {
        thrift.i32(1, PHYSICAL[type]);
        thrift.list(2, 'i32', 2);
        thrift.i32Element(encoding);
        thrift.i32Element(RLE);
        thrift.list(3, 'binary', 1);
        thrift.textElement(name);
        thrift.i32(4, UNCOMPRESSED);
        thrift.i64(5, rows);
        thrift.i64(6, bytes);
        thrift.i64(7, bytes);
        thrift.i64(9, dataPage);
        if (dataPage !== start) thrift.i64(11, start);
      });
    });
  });
  thrift.i64(
    2,
    chunks.reduce((sum, chunk) => sum + chunk.bytes, 0),
  );
  thrift.i64(3, rows);
}
