import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { RawPart } from '../containers/raw-part';
import { openFile } from '../pass/open-file';
import { tempFolder } from '../../testing/temp-folder';

const root = tempFolder('parquet-test');

/** Writes what a query gives as Parquet, by DuckDB. */
async function made(name: string, query: string, options = ''): Promise<string> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const path = join(root, name);
  await connection.run(`copy (${query}) to '${path}' (format parquet${options})`);
  connection.closeSync();
  return path;
}

async function lines(path: string): Promise<string[]> {
  const raw = new RawPart(path);
  const out: string[] = [];
  for await (const found of openFile(raw)) {
    if (found.is !== 'text') {
      out.push(found.is === 'skipped' ? found.code : 'damage');
      continue;
    }
    assert.equal(found.shape.format, 'parquet');
    const view = Buffer.alloc(1 << 20);
    let text = '';
    for (let n = await found.text.read(view); n > 0; n = await found.text.read(view))
      text += view.toString('utf8', 0, n);
    out.push(...text.split('\n').filter(Boolean), ...(found.text.damaged ? ['damaged'] : []));
  }
  raw.close();
  return out;
}

const VALUES = `select 9223372036854775807::bigint as big, 18446744073709551615::ubigint as "huge", 1.10::decimal(9,2) as price,
  -0.05::decimal(30,4) as wide, 1.1::float as f, 0.1::double as d, 'Ünï"x' as "t.x", true as b, null::int as n,
  timestamp '2019-12-26 10:00:00.123456' as at, date '1969-12-31' as day, 'ab'::blob as raw,
  [1.50::decimal(4,2), null] as list, {'a': [{'m': '02AA8E494912'}], 'b': 2.5::decimal(3,1)} as s, [[1],[2,3]] as deep,
  'd9c1a1de-0000-4000-8000-000000000001'::uuid as id, map {'k': 1} as m`;
const EXPECTED =
  '{"big":9223372036854775807,"huge":18446744073709551615,"price":1.10,"wide":-0.0500,"f":1.1,"d":0.1,"t.x":"Ünï\\"x",' +
  '"b":true,"n":null,"at":"2019-12-26T10:00:00.123456Z","day":"1969-12-31","raw":"ab","list":[1.50,null],' +
  '"s":{"a":[{"m":"02AA8E494912"}],"b":2.5},"deep":[[1],[2,3]],"id":"d9c1a1de-0000-4000-8000-000000000001","m":{"k":1}}';

test('every column of a Parquet file is a key, with all its digits, lists and structs, whatever it is packed with', async () => {
  for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])
    assert.deepEqual(await lines(await made(codec, VALUES, `, codec '${codec}'`)), [EXPECTED], codec);
});

test('several row groups are read in order; a damaged footer is refused, damage further in is said', async () => {
  const path = await made(
    'many',
    "select i as id, 'p' || i || '@example.org' as mail from range(9000) t(i)",
    ', row_group_size 2048',
  );
  const read = await lines(path);
  assert.deepEqual([read.length, read[8999]], [9000, '{"id":8999,"mail":"p8999@example.org"}']);
  const bytes = readFileSync(path);
  const write = (name: string, content: Buffer) => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };
  assert.deepEqual(await lines(write('cut', bytes.subarray(0, bytes.length >> 1))), ['ARCHIVE_DAMAGED']);
  const footer = Buffer.from(bytes);
  footer.fill(0xff, bytes.length - 60, bytes.length - 8);
  assert.deepEqual(await lines(write('footer', footer)), ['ARCHIVE_DAMAGED']);
  const inside = Buffer.from(bytes);
  inside.fill(0xff, 4, 400);
  const rest = await lines(write('inside', inside));
  assert.equal(rest.at(-1), 'damaged');
  assert.ok(rest.length >= 9000 - 2048, 'the other row groups are read');
});
