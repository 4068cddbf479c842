import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { randomsOf } from '../../testing/randoms-of';
import { mutated } from '../testing/csv-fuzz';
import { MANNERS, meantTables, writeDump, type Manner } from '../testing/sql-fuzz';
import { referenceSql } from '../testing/reference-sql';
import type { ReferenceCell } from '../testing/reference-sql-cell';
import type { ReferenceSqlRow } from '../testing/reference-sql-statements';
import { hasBackslashEscapes } from '../detect/sniff-sql';
import {
  pass,
  rowsByDuckdb,
  rowsByHyparquet,
  storeValues,
  withoutColumns,
} from '../testing/differential-check';
import type { PassOptions, PassResult } from './pass-options';
import { referenceInventory, type ReferenceDocument } from '../testing/reference-inventory';
import { referenceJson } from '../testing/reference-json';
import { NIGHTLY } from '../../testing/nightly';

const FILES = NIGHTLY ? 6000 : 36;
const shape = { format: 'sql', envelope: null } as const;

const json = (cell: ReferenceCell): string =>
  cell.type === 'string'
    ? JSON.stringify(Buffer.from(cell.text, 'latin1').toString())
    : cell.type === 'null'
      ? 'null'
      : cell.text;

/** A row as the reference reading of JSON has it: its columns are members in their order. */
function documentOf({ names, cells, line, byte }: ReferenceSqlRow, doc: number): ReferenceDocument {
  const members = names.map((name, i) => `${JSON.stringify(name)}:${json(cells[i] as ReferenceCell)}`);
  const read = referenceJson(Buffer.from(`{${members.join(',')}}`));
  assert.ok(typeof read === 'object');
  return { doc, place: { part: 0, line, byte }, keys: read.keys, values: read.document };
}

/** Everything that the pass says of a dump must be what the reference reading says. */
async function differentialCheck(
  text: Buffer,
  options: PassOptions,
  rowsOf = rowsByDuckdb,
): Promise<PassResult> {
  const reference = referenceSql(text, hasBackslashEscapes(text.toString('latin1')));
  const { result, dir } = await pass([text], options, shape);
  // A mutation can make a text latin-1 instead of UTF-8; the reference reading knows UTF-8 only.
  if (result.parts[0]?.encoding !== 'utf-8') return result;
  const rejects = (await rowsOf(join(dir, 'rejects.parquet'))).map((row) =>
    [row['line'], row['byte'], row['length'], row['code']].join(' '),
  );
  const refused = reference.rows.filter(({ code }) => code !== null);
  assert.deepEqual(
    rejects,
    refused.map(({ line, byte, length, code }) => [line, byte, length, code].join(' ')),
  );
  const warned = (code: string): number => result.warnings.find((each) => each.code === code)?.count ?? 0;
  assert.equal(result.documents, reference.rows.length - refused.length);
  assert.equal(result.rejected, refused.length);
  assert.equal(result.skipped, reference.skipped);
  assert.equal(warned('SQL_EXPRESSIONS'), reference.expressions);
  assert.equal(warned('NUL_BYTES'), text.filter((byte) => byte === 0).length);
  const documents = reference.rows.flatMap((row, i) =>
    row.code === null ? [{ table: row.table, document: documentOf(row, i + 1) }] : [],
  );
  const values: string[] = [];
  for (const { id, table } of result.kinds) {
    const own = documents.filter((each) => each.table === table).map(({ document }) => document);
    const inventory = referenceInventory(id, own);
    assert.ok(own.length > 0, table);
    for (const path of result.paths.filter(({ kind }) => kind === id)) {
      assert.deepEqual(withoutColumns(path), inventory.get(path.path), path.path);
      inventory.delete(path.path);
    }
    const left = [...inventory.keys()];
    assert.deepEqual(left, []);
    const rows = new Set(result.paths.filter(({ kind }) => kind === id).map(({ path }) => path));
    for (const { doc, values: each } of own)
      for (const { path, index, type, text: value } of each)
        if (rows.has(path === '' ? '$' : path))
          values.push(`${doc}|${id}|${path === '' ? '$' : path}|${index.join()}|${type}|${value}`);
  }
  assert.equal(new Set(documents.map(({ table }) => table)).size, result.kinds.length);
  assert.deepEqual(await storeValues(dir, result, rowsOf), values.sort());
  return result;
}

test('dumps in the manner of each program are read as they were meant, with one and two workers and any block', async () => {
  for (let seed = 1; seed <= 24; seed++) {
    const manner = MANNERS[seed % MANNERS.length] as Manner;
    const tables = meantTables(randomsOf(seed));
    const text = writeDump(tables, manner);
    const bytes = Buffer.from(seed % 5 === 0 ? text.replace(/\n/g, '\r\n') : text);
    const blockBytes = [17, 100, 3000, 2 << 20][seed % 4] as number;
    const result = await differentialCheck(
      bytes,
      { workers: 1 + (seed % 2), blockBytes },
      seed % 3 ? rowsByDuckdb : rowsByHyparquet,
    );
    assert.equal(result.status, 'complete', `${manner} ${seed}`);
    assert.equal(result.rejected, 0);
    const expected = tables.map(
      ({ name, columns, rows }) => `${name} ${rows.length} ${[...columns].sort().join()}`,
    );
    const found = result.kinds.map(({ table, documents, keys }) => `${table} ${documents} ${keys.join()}`);
    assert.deepEqual(found.sort(), expected.sort(), manner);
    if (seed % 5 === 0) continue; // its texts are others
    const reference = referenceSql(bytes, hasBackslashEscapes(text));
    const meant = tables.flatMap(({ rows }) =>
      rows.map((row) =>
        row.map((value) => (value === null ? null : typeof value === 'object' ? value.number : value)),
      ),
    );
    const read = reference.rows.map(({ cells }) =>
      cells.map((cell) => (cell.type === 'null' ? null : Buffer.from(cell.text, 'latin1').toString())),
    );
    assert.deepEqual(read, meant, manner);
  }
});

test('the pass reads mutated dumps as the reference reader does, with one and two workers and any block', async () => {
  for (let seed = 1; seed <= FILES; seed++) {
    const random = randomsOf(seed * 7);
    const clean = Buffer.from(writeDump(meantTables(random), MANNERS[seed % MANNERS.length] as Manner));
    const text = mutated(clean, random);
    const blockBytes = [17, 64, 900, 50_000][seed % 4] as number;
    await differentialCheck(text, { workers: 1 + (seed % 2), blockBytes }).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
  }
});
