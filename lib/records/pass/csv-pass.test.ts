import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { randomsOf } from '../../testing/randoms-of';
import { pollutionFixtures } from '../testing/pollution-fixtures';
import { pollutionScore } from '../testing/pollution-score';
import { cleanCells, mutated, styleOf, writeCells } from '../testing/csv-fuzz';
import { referenceCsv } from '../testing/reference-csv';
import { memberPath } from './merge/path-text';
import { runPass } from './run-pass';
import type { PassOptions, PassResult } from './pass-options';
import { NIGHTLY } from '../../testing/nightly';
import { tempFolder } from '../../testing/temp-folder';

const FILES = NIGHTLY ? 4000 : 24;
const base = tempFolder('csv');
let folders = 0;

async function pass(
  texts: (Buffer | string)[],
  options: PassOptions = {},
): Promise<{ result: PassResult; dir: string }> {
  const dir = join(base, `store-${folders++}`);
  mkdirSync(dir);
  const parts = texts.map((text, i) => {
    const path = join(base, `part-${folders}-${i}`);
    writeFileSync(path, text);
    return { path, shape: { format: 'csv' as const, envelope: null } };
  });
  return { result: await runPass(parts, dir, options), dir };
}

type Row = Record<string, unknown>;

async function rowsOf(dir: string, file: string): Promise<Row[]> {
  const { parquetReadObjects } = await import('hyparquet');
  const bytes = readFileSync(join(dir, file));
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
}

/** The store's documents, in order: line, byte, and path and text of each cell. */
async function documentsOf(dir: string, result: PassResult): Promise<string[]> {
  const documents: [doc: bigint, text: string][] = [];
  for (const table of result.tables) {
    const paths = result.paths.filter((path) => path.table === table.name);
    for (const file of table.files) {
      for (const row of await rowsOf(dir, file)) {
        const cells = paths.map((path) => `${path.path}=${String(row[path.column ?? ''])}`).sort();
        documents.push([
          row['_doc'] as bigint,
          JSON.stringify([Number(row['_line']), Number(row['_byte']), cells]),
        ]);
      }
    }
  }
  return documents.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}

/** Everything that the pass says of a text must be what the reference reading says. */
async function differentialCheck(text: Buffer, options: PassOptions): Promise<PassResult | null> {
  const reference = referenceCsv(text);
  if (!reference) return null;
  const { result, dir } = await pass([text], options);
  // A mutation can make a text latin-1 instead of UTF-8; the reference reading knows UTF-8 only.
  if (result.parts[0]?.encoding !== 'utf-8') return result;
  // A mutation can make two tables of one; the reference reading knows one only.
  if (result.warnings.some(({ code }) => code === 'SECOND_TABLE')) return result;
  const repeats = new Map<string, number>();
  const paths = reference.names.map((name) => {
    const plain = name.replace(/#\d+$/, '');
    const repeat = (repeats.get(plain) ?? 0) + 1;
    repeats.set(plain, repeat);
    return memberPath('', plain, repeat);
  });
  const read = reference.rows.filter(({ code }) => code === 'read');
  const expected = read.map(({ line, byte, cells }) =>
    JSON.stringify([line, byte, cells.map((cell, i) => `${paths[i]}=${cell}`).sort()]),
  );
  assert.deepEqual(await documentsOf(dir, result), expected);
  const refused = reference.rows.filter(({ code }) => !['read', 'header', 'comment'].includes(code));
  const rejects = (await rowsOf(dir, 'rejects.parquet')).map((row) =>
    [row['line'], row['byte'], row['length'], row['code']].join(' '),
  );
  assert.deepEqual(
    rejects,
    refused.map(({ line, byte, length, code }) => [line, byte, length, code].join(' ')),
  );
  assert.equal(result.documents, read.length);
  assert.equal(result.rejected, refused.length);
  assert.equal(result.parts[0]?.blank, reference.blank);
  return result;
}

test('clean tables of every dialect are read cell by cell as they were written, and as csv-parse reads them', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = randomsOf(seed);
    const cells = cleanCells(30, random);
    const style = styleOf(random);
    const text = writeCells(cells, style);
    const reference = referenceCsv(Buffer.from(text));
    const found = [reference?.names, ...(reference?.rows.map((row) => row.cells) ?? [])];
    assert.deepEqual(found, cells, `seed ${seed} ${JSON.stringify(style)}`);
    const { delimiter, quote, escape, lineEnd } = style;
    // Behind a backslash csv-parse takes only quotes and its own escape for themselves, as the kit does.
    const parsed = parse(text, { delimiter, quote, escape, record_delimiter: lineEnd });
    assert.deepEqual(found, parsed, `seed ${seed}`);
  }
});

test('the pass reads clean and mutated tables as the reference reader does, with one and two workers and any block', async () => {
  for (let seed = 1; seed <= FILES; seed++) {
    const random = randomsOf(1000 + seed);
    const clean = Buffer.from(writeCells(cleanCells(5 + Math.floor(random() * 60), random), styleOf(random)));
    const text = seed % 5 === 0 ? clean : mutated(clean, random);
    const blockBytes = [17, 64, 300, 5000][seed % 4] as number;
    await differentialCheck(text, { workers: 1 + (seed % 2), blockBytes }).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
  }
});

test('chains of stray quotes and cells that hold line ends alone are read alike, and no line is lost', async () => {
  const rows = '1,x,y\n'.repeat(20);
  const chain = await differentialCheck(Buffer.from(`id,a,b\n${rows}${'x",y,"\n'.repeat(300)}`), {
    blockBytes: 200,
  });
  assert.equal(chain?.documents, 320);
  const wide = `${Array.from({ length: 300 }, (_, i) => `c${i}`).join()}\n${`${'1,'.repeat(299)}1\n`.repeat(10)}`;
  const wider = await differentialCheck(Buffer.from(wide + 'x",y,"\n'.repeat(400)), { blockBytes: 1000 });
  assert.deepEqual([wider?.documents, wider?.rejectCounts], [10, { BAD_QUOTES: 400 }]);
  const ends = await pass([Buffer.from(`1\n2\n${'"\n'.repeat(400)}`)], { blockBytes: 300 });
  assert.deepEqual([ends.result.documents, ends.result.rejected, ends.result.skipped], [202, 0, 0]);
});

test('JSON in cells has paths of its own, the same as JSON in strings; that of refused records leaves nothing', async () => {
  const bodies = [
    JSON.stringify({ mail: 'a@example.org', list: [1, { deep: 'say "hi"' }], inner: '{"x":[true,null]}' }),
    JSON.stringify({ mail: 'b@example.org', list: [] }, null, 1),
    ' [1,[2,3],{"a":1.10}] ',
    '{"cut":',
    '{not json}',
    '[]',
    '',
    'plain',
    '{"mail":"c@example.org","mail":"d@example.org"}',
  ];
  const documents = Array.from({ length: 90 }, (_, i) => ({
    id: `u${i}`,
    body: bodies[i % bodies.length] as string,
    more: bodies[(i + 4) % bodies.length] as string,
  }));
  const cells = documents.map(({ id, body, more }) => [id, body, more]);
  const line = (row: string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const csv = [line(['id', 'body', 'more']), ...cells.map(line)];
  // Nothing of a record with a cell too few.
  csv.splice(40, 0, line(['u', '{"never":{"seen":[1]}}']));
  const counts = ({ paths, tables }: PassResult) => ({
    paths: paths
      .map(({ path, present, filled, values, distinct, types }) => ({
        path,
        present,
        filled,
        values,
        distinct,
        types,
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    // Tables are numbered as their paths were met.
    rows: tables.map(({ rows }) => rows).sort((a, b) => a - b),
  });
  const ndjson = join(base, 'documents.ndjson');
  writeFileSync(ndjson, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
  const dir = join(base, 'documents');
  mkdirSync(dir);
  const expected = await runPass([{ path: ndjson, shape: { format: 'ndjson', envelope: null } }], dir);
  assert.ok(expected.paths.some(({ path }) => path === 'body«json».inner«json».x[]'));
  for (const options of [{ workers: 1 }, { workers: 2, blockBytes: 97 }]) {
    const { result } = await pass([`${csv.join('\n')}\n`], options);
    assert.deepEqual([result.documents, result.rejectCounts], [90, { TOO_FEW_CELLS: 1 }]);
    assert.deepEqual(counts(result), counts(expected));
  }
});

/** Header and rows of every kind, as somebody would export them from the store. */
async function exported(dir: string, result: PassResult): Promise<string[][]> {
  const rows: string[][] = [];
  for (const kind of result.kinds) {
    const paths = result.paths.filter((path) => path.kind === kind.id);
    rows.push(paths.map(({ path }) => path.replace(/^\["(.*)"\]$/, '$1')));
    const table = result.tables.find(({ name }) => name === kind.id);
    for (const file of table?.files ?? []) {
      for (const row of await rowsOf(dir, file))
        rows.push(paths.map(({ column }) => String(row[column ?? ''])));
    }
  }
  return rows;
}

test('files polluted as Pollock does it score through the pass as they do by the rules', async () => {
  const tables = pollutionFixtures().filter(
    ({ text, polluted }, i) =>
      text.length > 0 && (NIGHTLY || (polluted === null ? i % 7 === 0 : i % 193 === 0)),
  );
  let sum = 0;
  for (const table of tables) {
    const { result, dir } = await pass([table.text], { blockBytes: 700 });
    const lines = table.text
      .toString()
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== '').length;
    const header = result.warnings.some(({ code }) => /^HEADER_MIS/.test(code)) ? 0 : 1;
    assert.equal(
      result.documents + result.rejected + result.skipped + header,
      lines,
      `${table.name}: every line is accounted for`,
    );
    const score = result.documents > 0 ? pollutionScore(table.clean, await exported(dir, result)) : 10;
    if (table.name.startsWith('multitable')) assert.ok(score > 9.9, `${table.name} ${score}`);
    sum += score;
  }
  assert.ok(sum / tables.length > 9.7, `mean ${sum / tables.length}`);
});
