import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments';
import { refuses } from '../testing/refuses';

test('--data takes every file up to the next option, and the case stays where it is', () => {
  const { command, names, data, drawn } = readArguments([
    'run',
    'acme',
    '--data',
    'a b.gz',
    'c',
    '--drawn',
    'census',
  ]);
  assert.deepEqual(
    { command, names, data, drawn },
    { command: 'run', names: ['acme'], data: ['a b.gz', 'c'], drawn: 'census' },
  );
  assert.deepEqual(readArguments(['inspect', 'x', '--field', 'a=b=email']).fields, [
    { path: 'a=b', category: 'email' },
  ]);
});

test('--format takes a list, --shard a part of a whole', () => {
  const { formats, shard } = readArguments([
    'world',
    'acme',
    'w',
    '--format',
    'csv,es-hits.gz',
    '--shard',
    '2/8',
  ]);
  assert.deepEqual(formats, [
    { name: 'csv', gz: false },
    { name: 'es-hits', gz: true },
  ]);
  assert.deepEqual(shard, { index: 2, of: 8 });
  assert.deepEqual(readArguments(['world']).formats, [{ name: 'ndjson', gz: false }]);
});

test('wrong use names the rule', () => {
  const cases: [string[], RegExp][] = [
    [['run', '--data'], /--data needs a file/],
    [['run', '--people', '1.5'], /--people needs a whole number above 0/],
    [['run', '--drawn', 'randomly'], /--drawn needs one of census, /],
    [['run', '--field', 'x=not-a-category'], /--field needs PATH=CATEGORY/],
    [['world', 'a', 'w', '--format', 'csv,xml'], /--format needs a list of ndjson, csv, /],
    [['world', 'a', 'w', '--format', 'parquet.gz'], /each but parquet also with \.gz/],
    [['world', 'a', 'w', '--shard', '3/2'], /--shard needs I\/N/],
    [['run', '--nonsense'], /Unknown option '--nonsense'/],
  ];
  for (const [argv, message] of cases) {
    refuses(() => readArguments(argv), 'USAGE', message);
  }
});
