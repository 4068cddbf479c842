import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { differentialCheck, joined, pass, rowsByHyparquet } from '../testing/differential-check';
import type { LiveCounts } from './workers/live-counts';
import { mutatedLines } from '../testing/json-fuzz';
import { DEEP_LINES, JSON_FUZZ_LINES, NOT_UTF8_LINES } from '../testing/json-fuzz-lines';
import { NIGHTLY } from '../../testing/nightly';
import { refusesLater } from '../../testing/refuses';

const MUTATIONS = NIGHTLY ? 60_000 : 2_000;
const FUZZ = [...JSON_FUZZ_LINES.map((line) => Buffer.from(line)), ...NOT_UTF8_LINES];

test('every odd line is taken or refused, counted and stored as a reference reader does it, with one and two workers and any block', async () => {
  const lines = joined([...FUZZ, ...mutatedLines(MUTATIONS, 12345)]);
  await differentialCheck([lines], { workers: 1, blockBytes: 8 << 20 });
  await differentialCheck([lines], { workers: 2, blockBytes: 300_000 });
  await differentialCheck([lines], { workers: 2, blockBytes: 20_000 });
});

test('another reader of Parquet finds the same values', async () => {
  await differentialCheck(
    [joined([...JSON_FUZZ_LINES.filter((line) => line.length < 3000), ...mutatedLines(500, 99)])],
    { blockBytes: 20_000 },
    { rowsOf: rowsByHyparquet },
  );
});

const account = (i: number): string =>
  JSON.stringify({
    user_id: `u${i}`,
    email: `U${i % 700}@example.org`,
    tz: i % 3 ? 'Europe/London' : '',
    devices: Array.from({ length: i % 4 }, (_, d) => ({ mac: `02:AA:${i}:${d}`, tags: ['x', d] })),
  });
const event = (i: number): string =>
  JSON.stringify({ event_id: i, device_mac: `02:AA:${i % 50}`, event_ts: 1e12 + i, user_id: `u${i % 9}` });
const share = (i: number): string =>
  JSON.stringify({ user_id: `u${i}`, share_email: `f${i}@example.net`, ...(i % 5 ? { note: null } : {}) });

test('interleaved kinds of several parts are told apart, and numbered by documents', async () => {
  const mixed = Array.from({ length: 3000 }, (_, i) => [
    event(i),
    ...(i % 2 ? [account(i)] : []),
    ...(i % 7 ? [] : [share(i)]),
  ]).flat();
  const half = mixed.length >> 1;
  for (const options of [
    { workers: 1 },
    { workers: 2, blockBytes: 10_000 },
    { workers: 3, blockBytes: 30_000 },
  ]) {
    const result = await differentialCheck(
      [joined(mixed.slice(0, half)), joined(['[1]', '', ...mixed.slice(half)]), joined([])],
      options,
    );
    assert.deepEqual(
      result.parts.map(({ lines, documents, blank }) => ({ lines, documents, blank })),
      [
        { lines: half, documents: half, blank: 0 },
        { lines: mixed.length - half + 2, documents: mixed.length - half + 1, blank: 1 },
        { lines: 0, documents: 0, blank: 0 },
      ],
    );
    assert.equal(result.kinds.length, 4);
  }
});

test('large row groups hold the same values as small ones', async () => {
  const lines = joined(Array.from({ length: 12_000 }, (_, i) => account(i)));
  await differentialCheck([lines], { workers: 2, blockBytes: 400_000 });
  await differentialCheck([lines], { workers: 1 }, { rowsOf: rowsByHyparquet });
});

test('a cluster that turns out to hold two kinds is read again under the final ones', async () => {
  // read in this order, {a b c} and {c d e} would both join {a b c d e}; by documents {a b c} comes first and {c d e} stands alone
  const keys = (names: string): string =>
    JSON.stringify(Object.fromEntries(Array.from(names, (name) => [name, name])));
  const lines = [
    keys('abcde'),
    ...Array.from({ length: 5 }, () => keys('cde')),
    ...Array.from({ length: 9 }, () => keys('abc')),
  ];
  const result = await differentialCheck([joined(lines)], { workers: 1 });
  assert.deepEqual(
    result.kinds.map(({ keys: names, documents }) => [names.join(''), documents]),
    [
      ['abc', 10],
      ['cde', 5],
    ],
  );
});

test('more than ten thousand sets of keys, or two thousand kinds, are one kind, with a warning', async () => {
  const sets = Array.from({ length: 10_050 }, (_, i) => `{"id":1,"a":1,"b":1,"k${i}":1}`);
  const kinds = Array.from({ length: 2_050 }, (_, i) => `{"k${i}":1,"id":1}`);
  for (const lines of [sets, kinds]) {
    for (const blockBytes of [50_000, 8 << 20]) {
      const { result, dir } = await pass([joined(['[1]', ...lines])], { blockBytes });
      assert.deepEqual(result.kinds, [
        { id: 'k0', documents: lines.length, keys: [] },
        { id: 'k1', documents: 1, keys: [] },
      ]);
      assert.deepEqual(result.warnings, [{ code: 'TOO_MANY_KINDS', count: 1 }]);
      assert.equal(result.paths.find((path) => path.path === 'id')?.present, lines.length);
      assert.equal(
        result.paths.length,
        new Set(lines.map((line) => line.match(/"k\d+"/)?.[0])).size + (lines === sets ? 4 : 2),
      );
      assert.ok(readdirSync(dir).length < 10, 'few files');
    }
  }
});

test('distinct counts are exact through dictionaries, logs, several workers and the disk', async () => {
  const lines = Array.from({ length: 60_000 }, (_, i) =>
    JSON.stringify({ id: `id-${i}`, few: i % 100, pair: `p${i >> 1}`, some: `s${i % 9000}`, blank: ' ' }),
  );
  const expected = { blank: 0, few: 100, id: 60_000, pair: 30_000, some: 9000 };
  for (const options of [
    { workers: 1 },
    { workers: 2 },
    { workers: 3 },
    { workers: 2, hashBytes: 200_000 },
    { workers: 3, hashBytes: 200_000 },
  ]) {
    const { result, dir } = await pass([joined(lines)], { ...options, blockBytes: 100_000 });
    assert.deepEqual(
      Object.fromEntries(result.paths.map((path) => [path.path, path.distinct]).sort()),
      expected,
    );
    assert.deepEqual(
      readdirSync(dir).filter((name) => !name.endsWith('.parquet')),
      [],
    );
  }
});

test('a part says its hash, size, lines and compression, and gzip members one after the other are one text', async () => {
  const text = joined(Array.from({ length: 2000 }, (_, i) => account(i)));
  const cut = text.indexOf(10, 50_000) - 17;
  const zipped = Buffer.concat([
    gzipSync(text.subarray(0, cut)),
    gzipSync(Buffer.alloc(0)),
    gzipSync(text.subarray(cut)),
    Buffer.alloc(512),
  ]);
  const { result } = await pass([text, zipped], { blockBytes: 30_000 });
  const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const [plain, gzip] = result.parts;
  assert.deepEqual(
    [plain?.sha256, plain?.bytes, plain?.textBytes, plain?.compression, plain?.status],
    [sha256(text), text.length, text.length, null, 'complete'],
  );
  assert.deepEqual(
    [gzip?.sha256, gzip?.bytes, gzip?.textBytes, gzip?.compression, gzip?.status],
    [sha256(zipped), zipped.length, text.length, 'gzip', 'complete'],
  );
  assert.equal(result.documents, 4000);
  assert.equal(result.paths.find((path) => path.path === 'user_id')?.distinct, 2000);
});

test('a gzip that is cut, followed by rubbish or wrong inside is damaged, and what decoded before is kept', async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) =>
    JSON.stringify({ id: i, token: `SYNTHETIC-${createHash('md5').update(String(i)).digest('hex')}` }),
  );
  const zipped = gzipSync(joined(lines));
  const wrong = Buffer.from(zipped);
  wrong.fill(0xff, zipped.length - 100, zipped.length - 60);
  const badSum = Buffer.from(zipped);
  badSum.writeUInt32LE(1, zipped.length - 8);
  const damaged: [Buffer, number, number][] = [
    [zipped.subarray(0, zipped.length >> 1), 9_000, 11_000],
    [zipped.subarray(0, zipped.length - 3), 20_000, 20_000],
    [Buffer.concat([zipped, Buffer.from('rubbish')]), 20_000, 20_000],
    [Buffer.concat([zipped, Buffer.alloc(9), Buffer.from([1])]), 20_000, 20_000],
    [wrong, 15_000, 20_000],
    [badSum, 20_000, 20_000],
    [zipped.subarray(0, 5), 0, 0],
  ];
  for (const [bytes, least, most] of damaged) {
    const { result } = await pass([bytes]);
    const part = result.parts[0];
    assert.deepEqual(
      [part?.status, part?.code, result.status, result.code],
      ['partial', 'ARCHIVE_DAMAGED', 'partial', 'ARCHIVE_DAMAGED'],
    );
    assert.equal(part?.sha256, createHash('sha256').update(bytes).digest('hex'));
    assert.ok(result.documents >= least && result.documents <= most, `${result.documents} documents`);
    if (bytes !== wrong) assert.ok(result.rejected <= 1, 'only the line that was cut is refused');
  }
});

test('what unpacks to 250 times its size is a bomb, unless documents come out of it', async () => {
  const size = 300 << 20;
  const line = `{"a":"${'x'.repeat(2039)}"}\n`;
  const many = await pass([gzipSync(Buffer.alloc(size, line))]);
  assert.deepEqual([many.result.documents, many.result.status], [size / line.length, 'complete']);
  const one = await pass([gzipSync(Buffer.alloc(size, 'x')), '{"a":1}\n']);
  assert.deepEqual([one.result.documents, one.result.skipped, one.result.code], [1, 1, 'RATIO_LIMIT']);
});

test('a last line without its end is read, and said; so is a byte order mark', async () => {
  const { result } = await pass([Buffer.from('\ufeff{"a":1}\n{"a":2}'), Buffer.from('{"a":3}\n')]);
  assert.equal(result.documents, 3);
  assert.deepEqual(
    result.parts.map(({ textBytes, lines }) => [textBytes, lines]),
    [
      [18, 2],
      [8, 1],
    ],
  );
  assert.deepEqual(result.warnings, [
    { code: 'BYTE_ORDER_MARK', count: 1 },
    { code: 'MISSING_NEWLINE', count: 1 },
  ]);
  assert.deepEqual(result.paths[0]?.last, { part: 1, line: 1, byte: 0 });
});

test('a line over 16 MiB is skipped with its place, and one of just 16 MiB is read', async () => {
  const long = (bytes: number): string => `{"a":"${'x'.repeat(bytes - 8)}"}`;
  const lines = [
    '{"a":1}',
    long(16 << 20),
    '{"a":2}',
    long((16 << 20) + 1),
    long(40 << 20),
    '{"a":3}',
    '{"a":',
  ];
  for (const tail of ['\n', `\n${long(20 << 20)}`]) {
    const bytes = Buffer.from(lines.join('\n') + tail);
    const { result, dir } = await pass([bytes]);
    const ends = tail === '\n' ? 0 : 1;
    assert.equal(result.documents, 4);
    assert.deepEqual(result.rejectCounts, { LINE_TOO_LONG: 2 + ends, SYNTAX: 1 });
    assert.equal(result.parts[0]?.lines, 7 + ends);
    assert.equal(result.parts[0]?.textBytes, bytes.length);
    const rejects = await rowsByHyparquet(join(dir, 'rejects.parquet'));
    assert.deepEqual(
      rejects.map((row) => [row['line'], row['length'], row['code']].map(String)).slice(0, 3),
      [
        ['4', String((16 << 20) + 1), 'LINE_TOO_LONG'],
        ['5', String(40 << 20), 'LINE_TOO_LONG'],
        ['7', '5', 'SYNTAX'],
      ],
    );
    assert.equal(Number(rejects[2]?.['byte']), bytes.indexOf('{"a":3}') + 8);
    assert.deepEqual(result.paths[0]?.last, { part: 0, line: 6, byte: bytes.indexOf('{"a":3}') });
  }
});

test('a thousand levels are read, each array in its own table, and one more is refused', async () => {
  const { result } = await pass([joined(DEEP_LINES)]);
  assert.deepEqual([result.documents, result.rejectCounts], [2, { TOO_DEEP: 2 }]);
  assert.equal(result.tables.length, 1000);
  assert.deepEqual(
    result.paths.map(({ path, values, types }) => [path.length, values, types]),
    [998, 999].map((levels) => [1 + 2 * levels, 1000 - levels, { array: 1000 - levels }]),
  );
});

test('every reason for a refusal has its code', async () => {
  const bad = ['{"a":', '{"a":"\u0001"}', '{"a":"\\q"}', '['.repeat(1001)];
  const { result } = await pass([joined([...bad, NOT_UTF8_LINES[0] as Buffer, '{"a":1}'])]);
  assert.deepEqual(result.rejectCounts, {
    SYNTAX: 1,
    CONTROL_CHARACTER: 1,
    BAD_ESCAPE: 1,
    TOO_DEEP: 1,
    NOT_UTF8: 1,
  });
  assert.deepEqual([result.status, result.code], ['partial', 'SYNTAX']);
});

test('paths beyond the limit refuse the line that adds them, and no other', async () => {
  const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`w${i}`, i])));
  const { result } = await pass([joined(['{"a":1}', wide, '{"a":2}'])], { maxPaths: 300, workers: 1 });
  assert.deepEqual(result.rejectCounts, { TOO_MANY_PATHS: 1 });
  assert.equal(result.documents, 2);
});

test('no more places of rejects are kept than asked for, and all are counted', async () => {
  const { result, dir } = await pass([joined(Array.from({ length: 500 }, () => '{'))], {
    maxRejects: 20,
    blockBytes: 200,
  });
  assert.equal(result.rejected, 500);
  const kept = await rowsByHyparquet(join(dir, 'rejects.parquet'));
  assert.deepEqual(
    kept.map((row) => Number(row['line'])),
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
});

test('progress ends at the whole size, and a signal stops the pass', async () => {
  const text = joined(Array.from({ length: 5000 }, (_, i) => account(i)));
  let last = { bytes: 0, totalBytes: 0 };
  await pass([text, text], { onProgress: (known) => (last = known), blockBytes: 50_000 });
  assert.deepEqual([last.bytes, last.totalBytes], [text.length * 2, text.length * 2]);
  const control = new AbortController();
  const stopped = pass([text], {
    signal: control.signal,
    onProgress: () => control.abort(),
    blockBytes: 5000,
  });
  await refusesLater(stopped, 'INTERRUPTED', /^Stopped by you/);
});

test('while it reads it knows a lower bound of the addresses and on how many documents a health field is', async () => {
  const person = (i: number): string =>
    JSON.stringify({
      userEmail: i % 5 === 0 ? 'none given' : `${i % 2 ? 'P' : 'p'}${i % 4000}@example.org`,
      emails: [`q${i}@example.net`],
      ...(i % 100 === 0 && { body: { weight: 70 + i, weight_kg: 70 } }),
      ...(i % 200 === 0 && { 'Heart Rate': 60 }),
      bmi: null,
    });
  const parcel = (i: number): string => JSON.stringify({ sku: `s${i}`, weight: 12, email: 'p1@example.org' });
  const count = 20_000;
  const text = joined(
    Array.from({ length: count }, (_, i) => (i % 4 ? [person(i)] : [person(i), parcel(i)])).flat(),
  );
  // Of 4,000 names every fifth is not given, and odd ones are the same in either case.
  const truth = count + 3200;
  for (const workers of [1, 2]) {
    const seen: LiveCounts[] = [];
    const how = { workers, blockBytes: 50_000, liveCountsMs: 0 };
    await pass([text, text], { ...how, onProgress: (known) => seen.push(known) });
    const addresses = seen.map((known) => known.addresses);
    const last = seen.at(-1) as LiveCounts;
    assert.deepEqual(
      addresses,
      [...addresses].sort((a, b) => a - b),
      'the bound never falls',
    );
    // Two workers that count at once may miss what the other is about to mark.
    const least = (truth * 0.99) / workers;
    assert.ok(last.addresses <= truth && last.addresses > least, `${last.addresses} of ${truth}`);
    assert.deepEqual(last.withHealth, { weight: 400, 'heart-rate': 200 });
  }
});

const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + 'abcdefghijklmnopqrstuvwxyz'.charAt(n % 26);
const visit = (i: number): string =>
  JSON.stringify({
    user_id: `u${i}`,
    seen: {
      [`p${letters(i % 900)}`]: i,
      [`q${letters((i * 7) % 900)}`]: { at: [i], email: 'SYNTHETIC' },
      email: 'a@example.org',
    },
    log: JSON.stringify({ [`r${letters(i % 500)}`]: { n: 1 }, kind: 'x' }),
  });
const folds = (result: Awaited<ReturnType<typeof differentialCheck>>): number =>
  result.warnings.find(({ code }) => code === 'KEYS_FOLDED')?.count ?? 0;

test('keys of a nested object of which each holds few of many are one path and values of it, whatever the workers', async () => {
  const lines = joined(Array.from({ length: 3000 }, (_, i) => visit(i)));
  for (const workers of NIGHTLY ? [1, 2, 3] : [1, 3]) {
    const result = await differentialCheck([lines], { workers, blockBytes: 40_000 });
    const paths = result.paths.map(({ path }) => path);
    for (const path of ['seen.{*}', 'seen.{*}«key»', 'seen.{*}.at[]', 'seen.email', 'log«json».{*}.n', 'log'])
      assert.ok(paths.includes(path), path);
    assert.ok(folds(result) > 2200);
  }
});

test('few keys, keys that most objects hold, and words of fields are paths of their own', async () => {
  const rare = (keys: readonly string[]) =>
    Array.from({ length: 400 }, (_, i) => JSON.stringify({ id: i, m: { [keys[i % keys.length] ?? '']: 1 } }));
  const unknown = (count: number) => Array.from({ length: count }, (_, i) => `p${letters(i)}`);
  const common = Array.from({ length: 40 }, (_, i) =>
    JSON.stringify({
      id: i,
      m: Object.fromEntries(Array.from({ length: 250 }, (_, k) => [`p${letters((k * 2 + i) % 500)}`, k])),
    }),
  );
  const words = [
    ...['price', 'brand', 'colour', 'width', 'height', 'depth', 'weight', 'model', 'size', 'material'],
    ...['language', 'author', 'title', 'version'],
  ];
  for (const lines of [rare(unknown(9)), common, rare(words)])
    assert.equal(folds(await differentialCheck([joined(lines)], {})), 0);
  assert.equal(folds(await differentialCheck([joined(rare(unknown(10)))], {})), 10);
});

test('keys of the top level fold where all that is read is one object of people, or an object a line for each', async () => {
  const user = (i: number) => `${['mara', 'tom', 'qen', 'ulv'][i % 4]}${letters(i)}${10 + i}`;
  const one = (of: (i: number) => unknown, count = 30) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [user(i), of(i)]));
  const folded = [
    [one((i) => [`Site ${i}`])],
    [one((i) => `secret ${i}`)],
    [one((i) => ({ email: `a${i}@example.org`, weight: i }))],
    Array.from({ length: 30 }, (_, i) => ({ [user(i)]: { weight: i } })),
  ];
  for (const lines of folded)
    for (const workers of [1, 2]) {
      const { paths, kinds } = await differentialCheck([joined(lines.map((line) => JSON.stringify(line)))], {
        workers,
      });
      assert.ok(
        paths.every(({ path }) => path.startsWith('{*}')),
        JSON.stringify(lines).slice(0, 60),
      );
      assert.equal(kinds.length, 1);
      assert.equal(paths.find(({ path }) => path === '{*}«key»')?.distinct, 30);
    }
  const record = (i: number) => `zq${letters(i)}`;
  const named = [
    // A record in a language that nobody here knows, an object with some of all, and a table of few users.
    [Object.fromEntries(Array.from({ length: 12 }, (_, i) => [record(i), `text ${i}`]))],
    [
      {
        ...one((i) => [i]),
        language: 'en',
        title: 'x',
        version: 2,
        created: '',
        status: '',
        size: 3,
        type: 'a',
        price: 5,
      },
    ],
    [one((i) => [i], 9)],
  ];
  for (const lines of named) {
    const { paths } = await differentialCheck([joined(lines.map((line) => JSON.stringify(line)))], {});
    assert.ok(!paths.some(({ path }) => path.startsWith('{*}')), JSON.stringify(lines).slice(0, 60));
  }
});

test('one object that holds everybody by their ids is read as people, not as a person with many keys', async () => {
  const people = (count: number, of: (i: number) => unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`qx${letters(i)}`, of(i)]));
  const person = (i: number) => ({ email: `a${i}@example.org`, at: [i], ...(i % 3 && { phone: 'x' }) });
  const pathsOf = async (lines: unknown[], workers = 1) => {
    const { paths } = await differentialCheck([joined(lines.map((line) => JSON.stringify(line)))], {
      workers,
    });
    return paths;
  };
  for (const workers of [1, 2]) {
    const paths = await pathsOf([{ users: people(201, person) }], workers);
    assert.deepEqual(
      paths.map(({ path }) => path).sort(),
      ['users.{*}.at[]', 'users.{*}.email', 'users.{*}.phone', 'users.{*}«key»'].sort(),
    );
    assert.equal(paths.find(({ path }) => path === 'users.{*}.email')?.distinct, 201);
  }
  const names = [
    [{ users: people(9, person) }],
    [{ parts: people(300, (i) => (i % 2 ? { email: 'x' } : i)) }],
    [{ parts: people(300, (i) => ({ [`own${letters(i)}`]: 1 })) }],
    Array.from({ length: 40 }, () => ({ answers: people(300, () => ({ value: 1 })) })),
  ];
  for (const lines of names)
    assert.ok(
      !(await pathsOf(lines)).some(({ path }) => path.includes('{*}')),
      JSON.stringify(lines).slice(0, 60),
    );
});

test('paths beyond the limit are no reason to refuse a line where they fold', async () => {
  const lines = joined(Array.from({ length: 3000 }, (_, i) => visit(i)));
  const result = await differentialCheck([lines], { maxPaths: 700, blockBytes: 40_000 });
  assert.equal(result.rejected, 0);
});

test('a JSON text in a string of more than a megabyte stays a string', async () => {
  const long = (bytes: number): string => JSON.stringify({ a: `[${' '.repeat(bytes - 3)}1]` });
  const paths = async (bytes: number): Promise<string[]> =>
    (await differentialCheck([joined([long(bytes)])], {})).paths.map(({ path }) => path);
  assert.deepEqual(await paths(1 << 20), ['a', 'a«json»[]']);
  assert.deepEqual(await paths((1 << 20) + 1), ['a']);
});

test('the first different texts of each path are kept by document, the same for any workers and blocks', async () => {
  const lines = joined(
    Array.from({ length: 3000 }, (_, i) => JSON.stringify({ id: i >> 1, name: i % 3 ? `n${i % 90}` : ' ' })),
  );
  const first = (texts: string[]): string[] => [...new Set(texts)].slice(0, 64);
  const numbers = Array.from({ length: 3000 }, (_, i) => i);
  const names = numbers.filter((i) => i % 3).map((i) => `n${i % 90}`);
  for (const options of [{ workers: 1 }, { workers: 2, blockBytes: 5000 }, { workers: 3, blockBytes: 700 }]) {
    const { result, dir } = await pass([lines], options);
    const rows = await rowsByHyparquet(join(dir, 'samples.parquet'));
    const of = (path: string): unknown[] => {
      const row = result.paths.findIndex((each) => each.path === path);
      return rows.filter((each) => Number(each['path']) === row).map((each) => each['text']);
    };
    assert.deepEqual(of('id'), first(numbers.map((i) => `${i >> 1}`)));
    assert.deepEqual(of('name'), first(names));
  }
});
