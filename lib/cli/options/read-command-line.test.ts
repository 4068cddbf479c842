import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMANDS } from '../commands/all-commands';
import { inspect } from '../commands/inspect';
import { run } from '../commands/run';
import { world } from '../commands/world';
import { commandNamed } from './command-named';
import { readCommandLine } from './read-command-line';
import { refuses } from '../../testing/refuses';

test('--data takes every file up to the next option, and the case stays where it is', () => {
  const { names, data, drawn } = readCommandLine(
    run,
    ['acme', '--data', 'a b.gz', 'c', '--drawn', 'census'],
    COMMANDS,
  );
  assert.deepEqual({ names, data, drawn }, { names: ['acme'], data: ['a b.gz', 'c'], drawn: 'census' });
  const given = readCommandLine(
    inspect,
    ['-', '--field', 'a=b=email', '--data=x', 'y', '--', '-z'],
    COMMANDS,
  );
  assert.deepEqual(given.field, [{ path: 'a=b', category: 'email' }]);
  assert.deepEqual([given.data, given.names], [['x'], ['-', 'y', '-z']]);
});

test('--format takes a list, --shard a part of a whole', () => {
  const { format, shard } = readCommandLine(
    world,
    ['acme', 'w', '--format', 'csv,es-hits.gz', '--shard', '2/8'],
    COMMANDS,
  );
  assert.deepEqual(format, [
    { name: 'csv', gz: false },
    { name: 'es-hits', gz: true },
  ]);
  assert.deepEqual(shard, { index: 2, of: 8 });
  assert.deepEqual(readCommandLine(world, [], COMMANDS).format, [{ name: 'ndjson', gz: false }]);
});

test('wrong use names the rule', () => {
  const cases: [string[], RegExp][] = [
    [['run', '--data'], /^--data needs a file\.$/],
    [['run', '--data', 'x', '--data', '--json'], /^--data needs a file\.$/],
    [['run', '--out', '--json'], /^--out needs DIR\.$/],
    [['run', '--people', '1.5'], /--people needs a whole number above 0/],
    [['inspect', 'x', '--drawn', 'randomly'], /--drawn needs one of census, /],
    [['inspect', 'x', '--field', 'x=not-a-category'], /--field needs PATH=CATEGORY/],
    [['world', 'a', 'w', '--format', 'csv,xml'], /--format needs a list of ndjson, csv, /],
    [['world', 'a', 'w', '--format', 'parquet.gz'], /each but parquet also with \.gz/],
    [['world', 'a', 'w', '--shard', '3/2'], /--shard needs I\/N/],
    [['run', '--json=yes'], /^--json takes no value\.$/],
    [['run', '--out', 'a', '--out', 'b'], /^--out is given twice\.$/],
    [['plan', 'a', 'b'], /^plan takes CASE, and was given 2 words\.$/],
    [['run', '--nonsense'], /^run has no option --nonsense\.$/],
    [['run', '-x'], /^run has no option -x\.$/],
    [['run', '--quikc'], /^run has no option --quikc; the nearest is --quick\.$/],
    [['inspect', 'x', '--time'], /^inspect has no option --time; the nearest is --time-limit\.$/],
    [['plan', 'wyze-2019', '--shard', '1/2'], /^plan has no option --shard; it is one of world\.$/],
    [['plan', '--quick'], /^plan has no option --quick; it is one of run, world\.$/],
    [['inspect', 'x', '--exact'], /^--exact does nothing without --json\.$/],
    [['run', '--drawn', 'census'], /^--drawn does nothing without --data\.$/],
    [['run', '--data', 'x', '--people', '5'], /^--people does nothing beside --data\.$/],
    [['frobnicate'], /^There is no command frobnicate\.$/],
    [['recnocile'], /^There is no command recnocile; the nearest is reconcile\.$/],
  ];
  for (const [[name = '', ...args], message] of cases) {
    refuses(() => readCommandLine(commandNamed(name, COMMANDS), args, COMMANDS), 'USAGE', message);
  }
});

test('the example of each command is one that it takes', () => {
  for (const { name, example } of COMMANDS) {
    const [first, ...args] = example.split(' ');
    assert.equal(first, name);
    readCommandLine(commandNamed(name, COMMANDS), args, COMMANDS);
  }
});
