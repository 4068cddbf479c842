import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Manifest } from '../../contract/manifest';
import { tempCache } from '../../testing/temp-cache';
import type { TextShape } from '../detect/text-shape';
import { openInput } from '../open-input';
import { pass } from '../testing/differential-check';
import { unreadDocuments } from './not-read';

const { folder } = tempCache('not-read');
const LINES = Array.from({ length: 300 }, (_, i) => `{"id":${i},"mail":"m${i * 7919}@example.org"}\n`).join(
  '',
);

let made = 0;
async function manifestOf(files: Record<string, string | Buffer>): Promise<Manifest> {
  const dir = join(folder, `input-${made++}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(dir, name, '..'), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  const opened = await openInput([dir]);
  opened.close();
  const { store, copy } = opened;
  for (const name of readdirSync(copy.dir)) assert.equal(statSync(join(copy.dir, name)).mode & 0o77, 0, name);
  return store.manifest;
}

test('refused lines are as many documents as may lie in them', async () => {
  const whole = await manifestOf({ 'a.ndjson': LINES });
  assert.deepEqual(whole.notRead, { refused: 0, unlooked: 0, open: {}, aside: {} });
  assert.equal(unreadDocuments(whole), 0);
  const torn = `{"id":1,"mail":"x}\n{"id":2,"mail":"x{"id":3,"mail":"y"}\n{"id":4}{"id":5}\n`;
  const { notRead, rejected } = await manifestOf({ 'a.ndjson': torn + LINES });
  assert.equal(rejected, 3);
  assert.deepEqual(notRead, { refused: 5, unlooked: 0, open: {}, aside: {} });
});

test('where a text breaks off, nobody knows how many documents are lost, unless somebody independent counts them', async () => {
  const sql = (more: string): string =>
    `CREATE TABLE t (id int, mail text);\nINSERT INTO t VALUES (1,'a')${more}`;
  const csv: TextShape = { format: 'csv', envelope: null };
  const dump: TextShape = { format: 'sql', envelope: null };
  const reply = '{"took":1,"timed_out":true,"hits":{"total":9,"hits":[{"_source":{"a":1}}]}}';
  const cut: [code: string, text: string | Buffer, shape?: TextShape][] = [
    ['ARCHIVE_DAMAGED', gzipSync(LINES).subarray(0, -200)],
    ['JSON_CUT', `[{"a":1},{"a":2},{"a"`, { format: 'json', envelope: null }],
    ['SYNTAX', `${LINES}{"id":1,"ma`],
    ['TOO_FEW_CELLS', `id,mail,born\n${'1,a@example.org,1990-01-01\n'.repeat(9)}2,b@exa`, csv],
    ['RESPONSE_INCOMPLETE', reply, { format: 'json', envelope: 'es-response' }],
    ['SYNTAX', '{"index":{}}\n{"a":1}\n{"index":{}}\n', { format: 'ndjson', envelope: 'es-bulk' }],
    ['LINE_TOO_LONG', `${LINES}{"id":1,"list":["${'x'.repeat(2 << 20)}"]]}\n`],
    ['NUL_BYTES', `${LINES}{"id":1,"mail":"${'\0'.repeat(600)}"}\n`],
    ['SQL_CUT', sql(",(2,'b"), dump],
    ['STATEMENTS_UNAPPLIED', sql(";\nUPDATE t SET mail = 'b';\n"), dump],
    ['STATEMENTS_UNAPPLIED', sql(';\nCREATE TABLE u AS SELECT * FROM t;\n'), dump],
    ['ROWS_UNREAD', sql(';\nINSERT INTO t SELECT 2;\n'), dump],
  ];
  for (const [code, text, shape] of cut) {
    const { result } = await pass([text], { workers: 1 }, shape);
    assert.ok(result.notRead.open[code], `${code}: ${JSON.stringify(result.notRead)}`);
    assert.equal(unreadDocuments(result), null, code);
    // What is changed later on is not known, however many there are in all.
    const isChanged = code === 'STATEMENTS_UNAPPLIED';
    assert.equal(unreadDocuments(result, result.documents + 12_345), isChanged ? null : 12_345, code);
  }
});

test('documents whose content is not there are unread: null, hits without their source', async () => {
  const { result: nulls } = await pass([`${LINES}null\nnull\n`], { workers: 1 });
  assert.equal(unreadDocuments(nulls), 2);
  const hits = Array.from({ length: 7 }, (_, i) => ({ _index: 'users', _id: `${i}` }));
  const reply = JSON.stringify({
    took: 1,
    timed_out: false,
    hits: { total: { value: 7, relation: 'eq' }, hits },
  });
  const { result: bare } = await pass([reply], { workers: 1 }, { format: 'json', envelope: 'es-response' });
  assert.equal(bare.documents, 7);
  assert.equal(unreadDocuments(bare), 7);
});

test('a line that is refused at the end of a whole text is one document, and a missing line break alone is nothing', async () => {
  const last = await manifestOf({ 'a.ndjson': `${LINES}{"id":1,"ma\n` });
  assert.deepEqual(last.notRead, { refused: 1, unlooked: 0, open: {}, aside: {} });
  const bare = await manifestOf({ 'a.ndjson': LINES.trimEnd() });
  assert.deepEqual(bare.notRead, { refused: 0, unlooked: 0, open: {}, aside: {} });
});

test('files left aside count, unless they are litter, notes, checksums or empty', async () => {
  const data = { 'a.ndjson': LINES };
  const beside = await manifestOf({
    ...data,
    'README.md': '# The dump\n\nIt was taken, as it was found, on a Monday.\n',
    SHA256SUMS: `${'0'.repeat(64)}  a.ndjson\n${'1'.repeat(64)}  b.ndjson\n`,
    'empty.ndjson': '',
    '__MACOSX/._a.ndjson': 'x',
    '.DS_Store': Buffer.from([0, 0, 0, 1]),
  });
  assert.deepEqual(beside.notRead, { refused: 0, unlooked: 0, open: {}, aside: {} });
  assert.equal(beside.status, 'complete');
  assert.equal(beside.warnings.find(({ code }) => code === 'METADATA')?.count, 2);
  const aside = await manifestOf({
    ...data,
    'b.bin': Buffer.from([1, 2, 3, 0, 255, 254, 0, 7]),
    '.hidden': LINES,
  });
  assert.deepEqual(aside.notRead.aside, { FORMAT_UNKNOWN: 1, FILE_HIDDEN: 1 });
  assert.equal(unreadDocuments(aside), null);
  const large = await manifestOf({ ...data, 'README.txt': 'id,mail\n1,a@example.org\n'.repeat(4000) });
  assert.equal(large.documents, 300 + 4000);
});

test('rows that bring nothing are not counted: titles, a second header, statements, deletions', async () => {
  const tables = 'id,mail\n1,a@example.org\n2,b@example.org\n\nnick,city,born\nx,y,1990\nz,w,1991\n';
  assert.equal((await manifestOf({ 'a.csv': tables })).notRead.refused, 0);
  const dump = [
    '-- a dump',
    'SET x = 1;',
    'DROP TABLE IF EXISTS t;',
    'CREATE TABLE t (id int);',
    'INSERT INTO t VALUES (1);',
    'DELIMITER ;;',
    '/*!50003 CREATE*/ /*!50003 TRIGGER x AFTER INSERT ON t FOR EACH ROW BEGIN',
    '  INSERT INTO log VALUES (1);',
    'END */;;',
    'DELIMITER ;',
    'ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES u (id) ON UPDATE CASCADE ON DELETE SET NULL;',
    'CREATE VIEW v AS SELECT * FROM t;',
    'GRANT SELECT, INSERT, UPDATE ON t TO reader;',
    "COMMENT ON TABLE t IS 'insert into it what you like';",
    'DELETE FROM t WHERE id = 2;',
    '',
  ].join('\n');
  const { skipped, notRead } = await manifestOf({ 'a.sql': dump });
  assert.ok(skipped > 0);
  assert.deepEqual(notRead, { refused: 0, unlooked: 0, open: {}, aside: {} });
});
