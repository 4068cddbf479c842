import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniffJson } from './sniff-json';

const shape = (text: string | Buffer, ended = true) => sniffJson(Buffer.from(text), ended)?.format ?? null;

test('lines of JSON values are NDJSON, whatever they hold', () => {
  for (const text of [
    '{"a":1}\n',
    '{}',
    '[1,2]\n[3]\n',
    '"x"\n',
    '1\n2\n',
    'null\n',
    '{"a":1}\r\n\r\n{"b":2}',
  ]) {
    assert.equal(shape(text), 'ndjson', text);
  }
});

test('a damaged first line does not hide a readable file, nor do damaged lines after a good one', () => {
  assert.equal(shape('{"a":\n{"a":1}\n{"a":2}\n'), 'ndjson');
  assert.equal(shape('{"a":1}\nxx\nyy\nzz\n'), 'ndjson');
});

test('a NUL byte in a line costs that line and not the file; a text of NULs is none', () => {
  const lines = Array.from({ length: 40 }, (_, i) => `{"a":"${i === 39 ? '\0' : ''}x"}\n`).join('');
  assert.equal(shape(lines), 'ndjson');
  assert.equal(shape('{"a":"\0\0\0\0'), null);
  assert.equal(shape('[1,\0\0\0'), null);
});

test('a reply is told by what stands before its hits where they come late', () => {
  const envelope = (text: string) => sniffJson(Buffer.from(text), false)?.envelope;
  const failures = JSON.stringify(
    Array.from({ length: 99 }, (_, shard) => ({ shard, reason: 'x' })),
    null,
    1,
  );
  const reply = `{"took": 3, "timed_out": false, "_shards": {"total": 99, "failures": ${failures}`;
  assert.equal(envelope(reply), 'es-response');
  assert.equal(envelope(`${reply}}, "aggregations": {}}\n{"a": 1}\n`), null);
});

test('quoted texts below a word are a table of one column; strings alike are documents', () => {
  const column = '"email"\n"a@example.org"\n"b@example.org"\n';
  assert.equal(shape(column), null);
  assert.equal(shape('"Full name"\r\n"O""Brien, A."\r\n"B@"\r\n'), null);
  for (const text of [
    column.replace('"email"\n', ''),
    '"a"\n"b"\n"c"\n',
    '"email"\n"a@example.org"\n',
    column + '"line\\nend"\n',
    column + '1\n',
  ])
    assert.equal(shape(text), 'ndjson', text);
});

test('numbers below a line that is none are no NDJSON: a column with its name, a table of one column in a dump', () => {
  for (const text of ['number\n1\n2\n3\n', '-- PostgreSQL\nCOPY t (id) FROM stdin;\n1\n2\n3\n4\n\\.\n'])
    assert.equal(shape(text), null, text);
  assert.equal(shape('-- from me\n{"a":1}\n{"a":2}\n'), 'ndjson');
});

test('JSON of any other layout is told by its first bracket', () => {
  for (const text of [
    '{\n  "a": 1,\n  "b": 2\n}\n',
    '[\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]\n',
    '[\n{"a":1},\n{"a":2},\n{"a":3}\n]\n',
    '[1,"x",{"a":1},[2]]',
    '[{"a":1},{"a":2},]',
    '[{"a":1},{"a":2},{"a"',
    '[{"a":1}]\n[{"a":2}]\n',
    '{"a":1}{"a":2}',
    '{"a":1} {"a":2}\n',
  ])
    assert.equal(shape(text), 'json', text);
});

test('a line that means to be a document keeps its file NDJSON', () => {
  assert.equal(shape('{"a":NaN}\n{"a":Infinity}\n{"a":-Infinity}\n{"a":1}\n'), 'ndjson');
});

test('other formats are told by their content', () => {
  const others: [string, string | Buffer][] = [
    ['CSV', 'id,mail\n1,a@example.org\n'],
    ['quoted CSV', '"id","mail"\n"1","a@example.org"\n'],
    ['numeric CSV', '1,2\n3,4\n'],
    ['SQL', 'INSERT INTO t VALUES (1);\n'],
    ['SQL that begins like JSON', 'true story\n'],
    ['XML', '<a/>\n'],
    ['Parquet', Buffer.from('PAR1\u0015\u0004')],
    ['zip', Buffer.from('PK\u0003\u0004')],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
    ['bzip2', 'BZh91AY'],
    ['gzip within gzip', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['UTF-16', Buffer.from('{"a":1}\n', 'utf16le')],
    ['BSON', Buffer.from([0x16, 0, 0, 0, 2, 0x61, 0])],
  ];
  for (const [name, text] of others) assert.equal(shape(text), null, name);
});

test('a first line longer than the head is judged by how it begins', () => {
  assert.equal(shape(`{"a":"${'x'.repeat(1000)}`, false), 'ndjson');
  assert.equal(shape(`[[1,${'1,'.repeat(1000)}`, false), 'json');
  assert.equal(shape(`[{"a":${'1,'.repeat(1000)}`, false), 'json');
  assert.equal(shape(`{"a":1}{"a":"${'x'.repeat(1000)}`, false), 'json');
  assert.equal(shape(`1,2,${'1,'.repeat(1000)}`, false), null);
  assert.equal(shape(`{a:${'x'.repeat(1000)}`, false), null);
  assert.equal(shape(`{"a":"${'x'.repeat(1000)}`, true), 'json');
});

test('an empty text is no JSON', () => {
  assert.equal(shape(''), null);
});
