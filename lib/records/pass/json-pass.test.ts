import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differentialCheck, pass, rowsByHyparquet } from '../testing/differential-check';
import { mutatedLines } from '../testing/json-fuzz';
import { JSON_FUZZ_LINES } from '../testing/json-fuzz-lines';
import { join } from 'node:path';
import { NIGHTLY } from '../../testing/nightly';

const MUTATIONS = NIGHTLY ? 20_000 : 300;
const shape = { format: 'json', envelope: null } as const;
/** A file that begins with NUL bytes is no text, which is decided before the pass. */
const short = JSON_FUZZ_LINES.filter((line) => line.length < 3000 && !line.includes('\u0000'));

const account = (i: number): object => ({
  user_id: `u${i}`,
  email: `U${i % 700}@example.org`,
  note: i % 7 ? 'a "quoted" \\ text, with {brackets] and, commas' : 'é€😀\\',
  devices: Array.from({ length: i % 4 }, (_, d) => ({ mac: `02:AA:${i}:${d}`, tags: ['x', d, []] })),
});
const accounts = Array.from({ length: 600 }, (_, i) => account(i));

test('the elements of an array are documents, however it is laid out and wherever blocks end', async () => {
  const layouts = [
    JSON.stringify(accounts),
    JSON.stringify(accounts, null, 2),
    JSON.stringify(accounts, null, '\t').replace(/\n/g, '\r\n'),
    `[\n${accounts.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`,
    `[${accounts.map((each) => JSON.stringify(each)).join('\n, ')}]`,
  ].map((text) => Buffer.from(text));
  for (const options of [{ workers: 1 }, { workers: 2, blockBytes: 5000 }, { workers: 2, blockBytes: 61 }]) {
    const result = await differentialCheck(layouts, options, { shape });
    assert.deepEqual([result.documents, result.status, result.warnings], [3000, 'complete', []]);
    assert.deepEqual(
      result.parts.map(({ format, lines }) => [format, lines]),
      layouts.map((layout) => ['json', layout.toString().split('\n').length - Number(layout.at(-1) === 10)]),
    );
  }
});

test('values one after the other are documents, with blanks between them or none', async () => {
  const layouts = [
    accounts.map((each) => JSON.stringify(each)).join(''),
    accounts.map((each) => JSON.stringify(each, null, 1)).join('\n'),
    accounts.map((each) => JSON.stringify([each], null, 1)).join('\n'),
    '{"a":1} [2,{"a":3}]\n{"a":4}\n"x"\n[]',
  ].map((text) => Buffer.from(text));
  for (const blockBytes of [100, 4000, 2 << 20]) {
    const result = await differentialCheck(layouts, { blockBytes }, { shape });
    assert.deepEqual([result.documents, result.status], [1805, 'complete']);
    assert.deepEqual(result.warnings, [{ code: 'SEVERAL_VALUES', count: 4 }]);
    assert.ok(result.parts.every(({ format }) => format === 'concatenated-json'));
  }
});

test('whatever stands in an array is taken or refused as a reference reader does it', async () => {
  const parts = [
    ...short.flatMap((line) => [`[${line}]`, `[{"z":1},${line},{"z":2}]`, `${line}{"z":3}`]),
    ...mutatedLines(MUTATIONS, 4711).map((line) => `[1,${line},{"z":2}, "x" ]`),
  ].map((text) => Buffer.from(text.replace(/\n/g, ' ')));
  await differentialCheck(parts, { workers: 2, blockBytes: 83 }, { shape });
  await differentialCheck(parts.slice(0, 300), { workers: 1 }, { shape, rowsOf: rowsByHyparquet });
});

const faults = async (text: string): Promise<unknown[]> => {
  const { result } = await pass([text], {}, shape);
  return [
    result.documents,
    result.rejectCounts,
    result.warnings.map(({ code }) => code),
    result.status,
    result.code,
  ];
};

test('commas that are missing or stand alone are said, and every element is read', async () => {
  for (const text of ['[{"a":1},{"a":2},]', '[{"a":1},,{"a":2}]', '[,{"a":1},{"a":2}]', '[{"a":1} {"a":2}]'])
    assert.deepEqual(await faults(text), [2, {}, ['LOOSE_COMMAS'], 'complete', null], text);
  assert.deepEqual(await faults('{"a":1},\n{"a":2}'), [
    2,
    {},
    ['LOOSE_COMMAS', 'SEVERAL_VALUES'],
    'complete',
    null,
  ]);
});

test('an array that breaks off is read as far as it is whole', async () => {
  assert.deepEqual(await faults('[{"a":1},{"a":2},{"a'), [2, { SYNTAX: 1 }, [], 'partial', 'JSON_CUT']);
  assert.deepEqual(await faults('[{"a":1},{"a":2}'), [2, {}, [], 'partial', 'JSON_CUT']);
  assert.deepEqual(await faults('[{"a":1},{"a":2},'), [2, {}, [], 'partial', 'JSON_CUT']);
  assert.deepEqual(await faults('[{"a":1}]]x'), [1, { SYNTAX: 1 }, ['SEVERAL_VALUES'], 'partial', 'SYNTAX']);
  assert.deepEqual(await faults('{"a":1}{"b":"x'), [
    1,
    { SYNTAX: 1 },
    ['SEVERAL_VALUES'],
    'partial',
    'JSON_CUT',
  ]);
});

test('a broken element on lines of its own costs itself and no other', async () => {
  const broken = [
    '{"a":"x',
    '{"a":[1,{"b":2}',
    '{"a":{"b":1}',
    '{"a":"x\\"}',
    '{"a":1}"',
    '{"a" 1}',
    'x"{',
    '{',
  ];
  for (const indent of ['', '  ', '\t']) {
    for (const bad of broken) {
      const lines = [1, 2, 3, 4, 5].map((a) => `${indent}{"a":${a},"b":{"c":[${a}]}}`);
      lines.splice(2, 0, indent + bad);
      const text = `[\n${lines.join(',\n')}\n]\n`;
      const { result, dir } = await pass([text], { workers: 1, blockBytes: 70 }, shape);
      assert.ok(result.documents >= 4 && result.rejected >= 1, `${bad}: ${result.documents} documents`);
      if (bad !== 'x"{') assert.deepEqual([result.documents, result.rejected], [5, 1], bad);
      const [reject] = await rowsByHyparquet(join(dir, 'rejects.parquet'));
      assert.deepEqual(
        [Number(reject?.['line']), Number(reject?.['byte'])],
        [4, text.indexOf(`${indent}${bad},`) + indent.length],
        bad,
      );
    }
  }
});

test('a pretty-printed element that breaks off costs itself and no other', async () => {
  const elements = accounts.slice(0, 50).map((each) => JSON.stringify(each, null, 2).replace(/^/gm, '  '));
  for (const [from, to] of [
    ['"note"', '"no'],
    ['"devices": [', '"devices": '],
    ['}', ''],
  ] as const) {
    const cut = [...elements];
    cut[20] = (cut[20] as string).replace(from, to);
    const { result } = await pass([`[\n${cut.join(',\n')}\n]\n`], { workers: 1, blockBytes: 100 }, shape);
    assert.deepEqual([result.documents, result.rejected], [49, 1], from);
  }
});

test('an element over 16 MiB is skipped with its place, and its neighbours are read', async () => {
  const long = (bytes: number): string => `{"a":"${'x'.repeat(bytes - 8)}"}`;
  const elements = ['{"a":1}', long(16 << 20), '{"a":2}', long((16 << 20) + 1), long(40 << 20), '{"a":3}'];
  const text = `[${elements.join(',\n')}]`;
  const { result, dir } = await pass([text], {}, shape);
  assert.deepEqual([result.documents, result.rejectCounts], [4, { LINE_TOO_LONG: 2 }]);
  assert.deepEqual([result.parts[0]?.lines, result.parts[0]?.textBytes], [6, text.length]);
  const rejects = await rowsByHyparquet(join(dir, 'rejects.parquet'));
  assert.deepEqual(
    rejects.map((row) => ['line', 'byte', 'length'].map((name) => Number(row[name]))),
    [
      [4, text.indexOf('{"a":2}') + 9, (16 << 20) + 1],
      [5, text.indexOf('{"a":2}') + 9 + (16 << 20) + 3, 40 << 20],
    ],
  );
  assert.deepEqual(result.paths[0]?.last, { part: 0, line: 6, byte: text.length - 8 });
});

test('nests of any depth cost one document', async () => {
  for (const nest of [
    '['.repeat(200_000),
    '{"a":'.repeat(200_000),
    `${'['.repeat(1001)}${']'.repeat(1001)}`,
  ]) {
    const { result } = await pass([`[{"a":1},${nest}`, `[${nest},{"a":1}`], { blockBytes: 5000 }, shape);
    assert.ok(result.documents >= 1 && result.rejected >= 1 && result.status === 'partial');
  }
});
