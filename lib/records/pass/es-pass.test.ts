import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PartEnvelope, PartFormat } from '../../contract/manifest';
import {
  joined,
  pass,
  rowsByDuckdb,
  rowsByHyparquet,
  storeValues,
  type Shape,
} from '../testing/differential-check';
import { declaredTotal } from './splitters/declared-total';
import { withoutDate } from './workers/index-name';
import { mutatedLines } from '../testing/json-fuzz';
import type { PassOptions, PassResult } from './pass-options';
import { NIGHTLY } from '../../testing/nightly';

const ROUNDS = NIGHTLY ? 20_000 : 600;
const accounts = Array.from({ length: 300 }, (_, i) => ({
  user_id: `u${i}`,
  email: `person${i % 90}@example.org`,
  text: 'a "quoted" \\ text, {brackets] and é€😀\\',
  devices: Array.from({ length: i % 4 }, (_, d) => ({ mac: `02:AA:${i}:${d}`, tags: ['x', d, []] })),
  ...(i % 3 ? {} : { hits: { hits: [{ _source: { a: 1 } }] } }),
}));
const hits = accounts.map((each, i) => ({
  _index: `users-2019.12.${10 + (i % 9)}`,
  _type: '_doc',
  _id: String(i),
  _score: 1,
  _source: each,
  ...(i % 5 ? {} : { sort: [i, { a: [null, true] }], highlight: { email: ['<em>x</em>'] } }),
}));
const response = (page: object[], total: unknown = { value: hits.length, relation: 'eq' }): object => ({
  _scroll_id: 'SYNTHETIC-scroll',
  took: 3,
  timed_out: false,
  _shards: { total: 5, failed: 0 },
  hits: { total, max_score: 1, hits: page },
  aggregations: { top: { hits: { total: 9, hits: [{ _id: 'not a hit' }] } } },
});
const pages = [0, 100, 200].map((from) => response(hits.slice(from, from + 100)));
const shapeOf = (format: PartFormat, envelope: PartEnvelope | null): Shape => ({ format, envelope });
const responses = shapeOf('json', 'es-response');
const bulk = shapeOf('ndjson', 'es-bulk');
const line = (value: unknown): string => JSON.stringify(value);

/** Paths of a result with their counts, but for places and columns; paths of envelopes apart. */
function counts({ paths }: PassResult): object[] {
  return paths
    .filter(({ path }) => !path.startsWith('@'))
    .map(({ path, present, filled, values, distinct, types, fold, maxBytes }) => ({
      path,
      present,
      filled,
      values,
      distinct,
      types,
      fold,
      maxBytes,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function texts(result: PassResult, dir: string): Promise<string[]> {
  const values = await storeValues(dir, result, rowsByDuckdb);
  return values
    .map((value) => value.split('|').slice(2).join('|'))
    .filter((value) => !value.startsWith('@'))
    .sort();
}

test('a document is the same in every envelope, whatever the layout and wherever blocks end', async () => {
  const plain = await pass([joined(accounts.map(line))]);
  const expected = { counts: counts(plain.result), texts: await texts(plain.result, plain.dir) };
  const bulkLines = hits.flatMap(({ _index, _type, _id, _source }, i) =>
    i % 3 === 0
      ? [line({ update: { _index, _id } }), line({ doc: _source, doc_as_upsert: true })]
      : [line({ [i % 2 ? 'index' : 'create']: { _index, _type, _id } }), line(_source)],
  );
  const sorted = (hit: object): object => Object.fromEntries(Object.entries(hit).sort());
  const layouts: [string, string, Shape][] = [
    ['one response', line(response(hits)), responses],
    ['pretty-printed', JSON.stringify(response(hits), null, 2), responses],
    ['a page a line', pages.map(line).join('\n'), shapeOf('ndjson', 'es-response')],
    ['pages side by side', pages.map((page) => JSON.stringify(page, null, 1)).join(''), responses],
    ['pages in an array', JSON.stringify(pages, null, 1), responses],
    ['a multi-search', JSON.stringify({ took: 1, responses: pages }), responses],
    ['a dump', joined(hits.map(line)).toString(), shapeOf('ndjson', 'elasticdump')],
    [
      'a dump with sorted keys',
      joined(hits.map((hit) => line(sorted(hit)))).toString(),
      shapeOf('ndjson', 'elasticdump'),
    ],
    ['an array of hits', JSON.stringify(hits, null, 1), shapeOf('json', 'elasticdump')],
    ['a bulk request', joined(bulkLines).toString(), bulk],
  ];
  for (const [name, text, shape] of layouts) {
    for (const options of [{ workers: 1 }, { workers: 2, blockBytes: 97 }] as PassOptions[]) {
      const { result, dir } = await pass([text], options, shape);
      assert.deepEqual([result.documents, result.rejected, result.status], [300, 0, 'complete'], name);
      assert.deepEqual(counts(result), expected.counts, name);
      assert.deepEqual(await texts(result, dir), expected.texts, name);
      assert.deepEqual(
        result.kinds.map(({ documents, index, type }) => [documents, index, type]),
        [[300, 'users', '']],
        name,
      );
      const of = (path: string) => result.paths.find((each) => each.path === path);
      assert.deepEqual(
        [of('@id')?.distinct, of('@index')?.distinct, of('@id')?.present],
        [300, 9, 300],
        name,
      );
      if (shape === responses || name === 'a page a line')
        assert.deepEqual(result.declaredTotal, { value: 300, relation: 'eq' }, name);
      if (shape === bulk) assert.equal(result.actionLines, 300);
    }
  }
});

test('a hit is placed where it stands in the text', async () => {
  const text = JSON.stringify(response(hits), null, 2);
  const { result } = await pass([text], { blockBytes: 300 }, responses);
  const at = text.lastIndexOf('    {\n        "_index"') + 4;
  const place = {
    part: 0,
    line: text.slice(0, at).split('\n').length,
    byte: Buffer.byteLength(text.slice(0, at)),
  };
  assert.deepEqual(result.paths.find(({ path }) => path === '@id')?.last, place);
  assert.equal(result.parts[0]?.lines, text.split('\n').length);
});

test('what a response says of its total is kept, in every form', async () => {
  const totals = async (...texts: string[]): Promise<unknown> =>
    (await pass([texts.join('\n')], {}, responses)).result.declaredTotal;
  assert.deepEqual(await totals(line(response(hits.slice(0, 1), 4000))), { value: 4000, relation: 'eq' });
  assert.deepEqual(await totals(line(response(hits.slice(0, 1), { value: 10_000, relation: 'gte' }))), {
    value: 10_000,
    relation: 'gte',
  });
  assert.deepEqual(await totals('{"count":77,"_shards":{"total":1}}', line(response(hits.slice(0, 1), 77))), {
    value: 77,
    relation: 'eq',
  });
  assert.equal(await totals(line({ hits: { hits: hits.slice(0, 1) } })), null);
  const cut = line(response(hits, 4000)).slice(0, 900);
  const { result } = await pass([cut], {}, responses);
  assert.deepEqual([result.declaredTotal?.value, result.status, result.code], [4000, 'partial', 'JSON_CUT']);
});

test('pages of one search repeat its total; searches add up; what moved is a lower bound', () => {
  const page = (value: number, count: number, relation: 'eq' | 'gte' = 'eq') => ({
    value,
    relation,
    hits: count,
  });
  assert.equal(declaredTotal([]), null);
  assert.deepEqual(declaredTotal([page(250, 100), page(250, 100), page(250, 50), page(250, 0)]), {
    value: 250,
    relation: 'eq',
  });
  assert.deepEqual(declaredTotal([page(2, 2), page(2, 2)]), { value: 4, relation: 'eq' });
  assert.deepEqual(declaredTotal([page(2, 2), page(500, 10)]), { value: 502, relation: 'eq' });
  assert.deepEqual(declaredTotal([page(500, 10), page(501, 10)]), { value: 501, relation: 'gte' });
  assert.deepEqual(declaredTotal([page(10_000, 10, 'gte'), page(10_000, 10, 'gte')]), {
    value: 10_000,
    relation: 'gte',
  });
  assert.deepEqual(declaredTotal([page(10_000, 10, 'gte'), page(3, 3)]), { value: 10_000, relation: 'gte' });
});

test('a date at the end of an index is no part of its kind', () => {
  for (const name of [
    'logs-2019.12.04',
    'logs_20191204',
    'logs-2019-12',
    'logs2019.12',
    '.ds-logs-2024.01.31-000007',
  ])
    assert.equal(withoutDate(name).replace('.ds-', ''), 'logs', name);
  for (const name of ['logs', 'logs-v2', 'users-1234', '2019.12.04', 'logs-2019.13.04'])
    assert.equal(withoutDate(name), name);
});

test('replies without hits are skipped, what is no response is refused, and both are said', async () => {
  const text = [
    line(response(hits.slice(0, 2), 2)),
    '{"error":{"type":"x"},"status":500}',
    '{"succeeded":true,"num_freed":1}',
    '{"user":"no response"}',
    'garbage "',
    '{"took":1,"timed_out":true,"hits":{"total":0,"hits":[]}}',
    '{"took":1 "hits":{"hits":[{"_id":"1","_index":"i","_source":{"a":1}}]}}',
  ].join('\n');
  const { result, dir } = await pass([text], { blockBytes: 50 }, responses);
  assert.deepEqual([result.documents, result.skipped, result.rejectCounts], [3, 2, { SYNTAX: 3 }]);
  assert.deepEqual(result.warnings, [{ code: 'RESPONSE_INCOMPLETE', count: 2 }]);
  const rejects = await rowsByHyparquet(join(dir, 'rejects.parquet'));
  assert.deepEqual(
    rejects.map((row) => [Number(row['line']), Number(row['byte'])]),
    ['{"user":', 'garbage', '{"took":1 '].map((start) => {
      const before = Buffer.from(text).subarray(0, Buffer.from(text).indexOf(start));
      return [before.toString('latin1').split('\n').length, before.length];
    }),
  );
});

test('lines of a bulk request are documents, actions, deletions, skipped or refused, and nothing else', async () => {
  const lines = [
    '{"index":{"_index":"u","_id":"1"}}',
    '{"a":1}',
    '{"delete":{"_index":"u","_id":"1"}}',
    '',
    '{"update":{"_index":"u","_id":"2"}}',
    '{"script":"x"}',
    '{"update":{"_index":"u","_id":"2"}}',
    '{"script":"x","upsert":{"a":2}}',
    '{"index":{"_index":"u"',
    '{"a":3}',
    '{"create":{}}',
    '{"a":',
    '{"no":"action"}',
    '{"index":{"_index":"u\\u0075","_id":4,"routing":{"x":[]}}}',
    '{"a":5}',
    '{"index":{"_index":"u","_id":"6"}}',
  ];
  for (const blockBytes of [40, 64, 1000]) {
    const { result, dir } = await pass([lines.join('\n')], { blockBytes }, bulk);
    const { documents, rejected, skipped, deleted, actionLines, rejectCounts } = result;
    assert.deepEqual(
      { documents, rejected, skipped, deleted, actionLines, rejectCounts },
      { documents: 5, rejected: 3, skipped: 1, deleted: 1, actionLines: 5, rejectCounts: { SYNTAX: 3 } },
    );
    assert.deepEqual([result.parts[0]?.lines, result.parts[0]?.blank], [16, 1]);
    const rejects = await rowsByHyparquet(join(dir, 'rejects.parquet'));
    assert.deepEqual(
      rejects.map((row) => Number(row['line'])),
      [9, 12, 16],
    );
    assert.equal(result.paths.find(({ path }) => path === 'a')?.last.line !== undefined, true);
  }
});

const outcome = ({
  documents,
  rejected,
  skipped,
  deleted,
  actionLines,
  rejectCounts,
  paths,
  kinds,
}: PassResult) => ({
  documents,
  rejected,
  skipped,
  deleted,
  actionLines,
  rejectCounts,
  kinds,
  paths: paths.map((path) => ({ ...path, table: '', column: '', typeColumn: '' })),
});

test('hits are taken and refused exactly as JSON.parse does it', async () => {
  const lines = mutatedLines(ROUNDS, 20191226, hits.slice(0, 8).map(line)).filter(
    (each) => each.trim() !== '',
  );
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const refused = lines.flatMap((each, i) => (isJson(each) ? [] : [i + 1]));
  for (const options of [{ workers: 1 }, { workers: 2, blockBytes: 5000 }]) {
    const { result, dir } = await pass([joined(lines)], options, shapeOf('ndjson', 'elasticdump'));
    const rejects = await rowsByHyparquet(join(dir, 'rejects.parquet'));
    assert.deepEqual(
      rejects.map((row) => Number(row['line'])),
      refused,
    );
    assert.equal(result.documents, lines.length - refused.length);
  }
});

test('a damaged bulk request or response ends the same way wherever blocks end, and every line is accounted for', async () => {
  const valid = hits
    .slice(0, 40)
    .map(({ _index, _id, _source }) => `${line({ index: { _index, _id } })}\n${line(_source)}`);
  for (let seed = 1; seed <= Math.max(6, ROUNDS / 250); seed++) {
    const damaged = mutatedLines(
      4,
      seed,
      valid.map((pair) => pair.replace('\n', '\u2028')),
    ).map((pair) => pair.replace('\u2028', '\n'));
    const text = [...valid.slice(0, 20), ...damaged, ...valid.slice(20)].join('\n') + '\n';
    const [a, b] = [await pass([text], { workers: 1 }, bulk), await pass([text], { blockBytes: 31 }, bulk)];
    assert.deepEqual(outcome(a.result), outcome(b.result));
    const { documents, rejected, skipped, deleted, actionLines, parts } = a.result;
    assert.equal(
      documents + rejected + skipped + deleted + actionLines + (parts[0]?.blank ?? 0),
      parts[0]?.lines,
    );

    const [page] = mutatedLines(1, seed, [JSON.stringify(response(hits.slice(0, 30)), null, seed % 2)]);
    const [c, d] = [
      await pass([`${page}\n${line(pages[0])}`], { workers: 1 }, responses),
      await pass([`${page}\n${line(pages[0])}`], { blockBytes: 31 }, responses),
    ];
    assert.deepEqual(outcome(c.result), outcome(d.result));
  }
});

test('a string that is open at the end of a line of a bulk request is cut there, wherever blocks end', async () => {
  const action = '{"index":{"_index":"i"}}\n';
  const text = `${action}{"a":"open\n`.repeat(3) + `${action}{"a":1}\n{"index":{"_index":"open\n{"a":2}\n`;
  for (const blockBytes of [31, 2 << 20]) {
    const { result } = await pass([text], { blockBytes }, bulk);
    assert.deepEqual(result.rejectCounts, { SYNTAX: 4 }, `blocks of ${blockBytes}`);
  }
});

test('a hit or a document of a bulk request over 16 MiB is skipped, and its neighbours are read', async () => {
  const long = { a: 'x'.repeat((16 << 20) + 1) };
  const hit = (id: number, source: object) => ({ _index: 'i', _id: String(id), _source: source });
  const found = [hit(1, { a: 'x' }), hit(2, long), hit(3, { a: 'y' })];
  const inResponse = await pass([line({ hits: { total: 3, hits: found } })], {}, responses);
  assert.deepEqual([inResponse.result.documents, inResponse.result.rejectCounts], [2, { LINE_TOO_LONG: 1 }]);
  const lines = found.flatMap(({ _index, _id, _source }) => [
    line({ index: { _index, _id } }),
    line(_source),
  ]);
  const { result, dir } = await pass([joined(lines)], {}, bulk);
  assert.deepEqual([result.documents, result.actionLines, result.rejectCounts], [2, 3, { LINE_TOO_LONG: 1 }]);
  const [reject] = await rowsByHyparquet(join(dir, 'rejects.parquet'));
  assert.deepEqual(
    ['line', 'byte', 'length'].map((name) => Number(reject?.[name])),
    [4, lines.slice(0, 3).join('\n').length + 1, line(long).length],
  );
});

test('an index in every hit is one kind, with a warning', async () => {
  const lines = Array.from({ length: 2100 }, (_, i) =>
    line({ _index: `i-${i}x`, _id: '1', _source: { a: i } }),
  );
  const { result } = await pass([joined(lines)], { blockBytes: 20_000 }, shapeOf('ndjson', 'elasticdump'));
  assert.deepEqual([result.documents, result.kinds.length], [2100, 1]);
  assert.deepEqual(result.warnings, [{ code: 'TOO_MANY_KINDS', count: 1 }]);
});
