import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Results } from '../contract/results';
import { STORE_VERSION } from '../records/store/cache-folder';
import { filesIn } from '../testing/files-in';
import { NIGHTLY } from '../testing/nightly';
import { notEmpty } from '../testing/not-empty';
import { BIN, ROOT } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const scratch = tempFolder('cli');
const cache = join(scratch, 'cache');
const env = { ...process.env, BREACHSCOPE_CACHE: cache };

function breachscope(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const file = filesIn(scratch);

const people = (count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `{"user_id":"${String(i).padStart(32, 'a')}","email":"person${i}@example.org","weight_kg":${50 + (i % 40)}}`,
  ).join('\n') + '\n';

test('wrong use and unreadable inputs: code, one sentence, next step, exit 2', () => {
  const cases: [string, string[], RegExp][] = [
    ['FILE_MISSING', ['inspect', join(scratch, 'nowhere')], /There is no file at /],
    ['FILE_EMPTY', ['inspect', file('empty', '')], / is empty\./],
    [
      'FORMAT_UNKNOWN',
      ['inspect', file('blob', Buffer.from(Array.from({ length: 256 }, (_, i) => (i * 167) % 256)))],
      / is in no format that is read/,
    ],
    ['CASE_UNKNOWN', ['run', 'no-such-case'], /There is no case no-such-case; there are: wyze-2019\./],
    ['WORLD_UNKNOWN', ['run', 'wyze-2019', '--world', 'nobody'], /there are: researcher, vendor, mixed\./],
    ['USAGE', ['frobnicate'], /There is no command frobnicate\./],
    ['USAGE', ['inspect'], /inspect needs a file\./],
    ['USAGE', ['forget'], /forget needs files, or --all\./],
    [
      'RANKS_UNREADABLE',
      ['seal', 'wyze-2019', '--ranks', file('ids', Buffer.from('a key\n'))],
      /a line is no rank/,
    ],
    ['RANKS_UNREADABLE', ['seal', 'wyze-2019', '--ranks', 'nowhere.txt'], /there is no such file/],
    ['USAGE', ['inspect', 'x', '--exact'], /--exact does nothing without --json\./],
    ['USAGE', ['run', '--people', 'many'], /--people needs a whole number above 0\./],
  ];
  for (const [code, args, sentence] of cases) {
    const { status, stdout, stderr } = breachscope(...args);
    assert.equal(status, 2, `${args.join(' ')}: ${stderr}`);
    assert.equal(stdout, '');
    const [first = '', second = ''] = stderr.trim().split('\n');
    assert.ok(first.startsWith(`breachscope: ${code}: `), stderr);
    assert.match(first, sentence);
    assert.match(second, /^\s+\S.*\.$/);
  }
});

test('a category for a path that the input does not have is refused', () => {
  const { status, stderr } = breachscope('inspect', file('p.ndjson', people(2)), '--field', 'nosuch=email');
  assert.equal(status, 2);
  assert.match(stderr, /breachscope: PATH_UNKNOWN: The input has no path nosuch; the nearest: /);
});

test('an out folder that cannot be written is said, and nothing is left in it', () => {
  const blocked = file('a-file', 'not a folder');
  const { status, stderr } = breachscope(
    'inspect',
    file('fine.ndjson', people(20)),
    '--out',
    join(blocked, 'out'),
  );
  assert.equal(status, 2);
  assert.match(stderr, /breachscope: OUT_UNWRITABLE: /);
  assert.equal(readFileSync(blocked, 'utf8'), 'not a folder');
});

test('--json prints one document and nothing else; half a file is partial and exits 0', () => {
  const text = people(3000);
  const half = file('half.ndjson', text.slice(0, text.length / 2));
  const plain = breachscope('inspect', half, '--json');
  assert.equal(plain.status, 0);
  const results = JSON.parse(plain.stdout) as Results;
  assert.equal(results.sharing, 'publishable');
  assert.equal(results.inputs[0]?.status, 'partial');
  assert.deepEqual(results.inputs[0]?.rejectCounts, { SYNTAX: 1 });
  assert.ok(results.inputs[0]?.warnings.includes('MISSING_NEWLINE'));

  const packed = gzipSync(text);
  const cut = breachscope('inspect', file('half.gz', packed.subarray(0, packed.length >> 1)), '--json');
  assert.equal(cut.status, 0);
  const damaged = JSON.parse(cut.stdout) as Results;
  assert.equal(damaged.inputs[0]?.code, 'ARCHIVE_DAMAGED');
  assert.ok((damaged.inputs[0]?.documents ?? 0) > 500);
});

test('an input without a readable document exits 2 and still prints its document', () => {
  const { status, stdout } = breachscope(
    'inspect',
    file('bad.ndjson', '{"a":1\n{"a":\n{"b"\n{]\n'),
    '--json',
  );
  assert.equal(status, 2);
  if (stdout !== '') assert.equal((JSON.parse(stdout) as Results).inputs[0]?.status, 'refused');
});

test('a rare field on the last line is found, under a name with quotes and blanks', () => {
  const last = '{"user_id":"b","email":"last@example.org","passport_no":"X1"}\n';
  const { stdout } = breachscope(
    'inspect',
    file(`it's " ; drop [x]*?.ndjson`, people(2000) + last),
    '--json',
  );
  const field = (JSON.parse(stdout) as Results).fields.find(({ path }) => path === 'passport_no');
  assert.equal(field?.filled, '<10');
});

test('no value of the input leaves: pages, tables, messages and names', () => {
  const canaries = {
    email: 'Canary.Quillfeather@example.net',
    token: 'SYNTHETIC-c4n4ry0123456789abcdef',
    nickname: '<img src=x onerror=canary()>',
    name: 'Zebulon Quillfeather',
    formula: '=canary|calc!A0',
    key: 'canary.key@example.net',
  };
  const { email, token, nickname, name, formula, key } = canaries;
  const line = JSON.stringify({
    user_id: 'c'.repeat(32),
    email,
    token,
    nickname,
    name,
    note: formula,
    [key]: 1,
  });
  const input = file('canary.ndjson', `${people(1500)}${line}\n{"email":"${email}",\n`);
  const out = join(scratch, 'canary-out');
  const runs = [
    // Without a case the same pages are made from less.
    ...(NIGHTLY ? [breachscope('run', '--data', input, '--out', out)] : []),
    breachscope('run', 'wyze-2019', '--data', input, '--drawn', 'unknown', '--out', out),
    breachscope('inspect', input),
    breachscope('inspect', input, '--json'),
  ];
  for (const run of runs) assert.equal(run.status, 0, run.stderr);
  const texts = [...runs.flatMap((run) => [run.stdout, run.stderr]), ...contents(out)];
  assert.ok(texts.length > 20, 'the pages were written');
  for (const value of Object.values(canaries)) {
    const forms = [
      value,
      value.toLowerCase(),
      encodeURIComponent(value),
      Buffer.from(value).toString('base64').slice(0, -4),
    ];
    for (const form of [...forms, value.replace(/</g, '&lt;'), value.replace(/</g, '\\u003c')]) {
      assert.ok(!texts.some((text) => text.includes(form)), `a form of ${value} left`);
    }
  }
});

/** Text of every file below a folder. */
function contents(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? contents(path) : [readFileSync(path, 'latin1')];
  });
}

test('a real-looking input gives no count of people from 1 to 9 away', () => {
  const few =
    '{"user_id":"z1","email":"one@mail.test","blood_type":"A+","height_cm":170,"weight_kg":60,"gender":"f"}\n';
  const many = people(1500)
    .replaceAll('example.org', 'mail.test')
    .replace(/,"weight_kg":\d+/g, '');
  const { stdout } = breachscope('inspect', file('real.ndjson', many + few), '--json');
  const results = JSON.parse(stdout) as Results;
  const weight = results.measures.find(({ id }) => id === 'people.with:weight');
  assert.equal(weight?.inFile, '<10');
  for (const { id, unit, inFile } of results.measures) {
    if (unit === 'people') assert.ok(typeof inFile !== 'number' || inFile === 0 || inFile > 9, id);
  }
});

test('the same input is read once; forget deletes its copy', () => {
  const input = file('twice.ndjson', people(50));
  breachscope('inspect', input);
  const stores = () => readdirSync(join(cache, `store-${STORE_VERSION}`)).length;
  const before = stores();
  breachscope('inspect', input);
  assert.equal(stores(), before);
  assert.match(breachscope('forget', input).stdout, /^1 working copy deleted/);
  assert.equal(stores(), before - 1);
});

test('Ctrl-C: exit 130, nothing half-written, nothing left in temporary folders', async () => {
  const own = join(scratch, 'interrupted');
  mkdirSync(own);
  const child = spawn(
    process.execPath,
    [BIN, 'run', 'wyze-2019', '--people', '60000', '--out', join(own, 'out')],
    {
      cwd: ROOT,
      env: { ...env, BREACHSCOPE_CACHE: join(own, 'cache') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let stderr = '';
  // Its first word is that of a step which takes longer than two seconds.
  child.stderr.once('data', () => child.kill('SIGINT'));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise((done) => child.on('close', done));
  assert.equal(code, 130, stderr);
  assert.match(stderr, /breachscope: INTERRUPTED: /);
  assert.deepEqual(existsSync(join(own, 'out')) ? readdirSync(join(own, 'out')) : [], []);
  const left = (folder: string) =>
    existsSync(join(own, 'cache', folder)) ? readdirSync(join(own, 'cache', folder)) : [];
  assert.deepEqual(left('tmp'), []);
  assert.deepEqual(
    left(`store-${STORE_VERSION}`).filter((name) => !/^[0-9a-f]{32}$/.test(name)),
    [],
  );
});

test('without an input, reconcile says what the public record alone settles', () => {
  const { status, stdout } = breachscope('reconcile', 'wyze-2019', '--json');
  assert.equal(status, 0);
  const results = JSON.parse(stdout) as Results;
  assert.ok(results.publicRecord.length > 10);
  assert.ok(
    notEmpty(results.claims).every(({ basis, verdict }) => basis !== 'records' || verdict === 'not-testable'),
  );
});
