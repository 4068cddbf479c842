import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Results } from '../../contract/results';
import type { Review } from '../../contract/review';
import { BIN, ROOT } from '../../testing/repository';
import { tempFolder } from '../../testing/temp-folder';

const work = tempFolder('review');
const cache = join(work, 'cache');
const env = {
  ...process.env,
  BREACHSCOPE_CACHE: cache,
  BREACHSCOPE_RUN: undefined,
  JPY_PARENT_PID: undefined,
};
const input = join(work, 'dump.ndjson');
const CLAIM = ['review', 'wyze-2019', '--claim', 'ts-bone-density', '--data', input];

/** Stands in one of the deciding records and nowhere else. */
const CANARY = 'Zanzibar-Canary-7';

before(() => {
  const accounts = Array.from({ length: 60 }, (_, i) => ({
    user_id: `u${1000 + i}`,
    email: `p${i}@example.org`,
    create_ts: 1500000000000 + i,
    last_login_ts: 1,
  }));
  const scale = [4, 9, 4].map((i, at) => ({
    data_id: `D${at}`,
    user_id: `u${1000 + i}`,
    measure_ts: 1500000000000 + at,
    height: 171.5,
    weight: 66.1,
    bone_density: 1.02 + at / 100,
    nickname: at === 0 ? `${CANARY}\u001b[31m` : 'x',
  }));
  writeFileSync(input, [...accounts, ...scale].map((row) => `${JSON.stringify(row)}\n`).join(''));
});

/** Runs the command in a terminal of its own and types one key after the other, each when the screen asks for one. */
function typed(keys: string[], args: string[]): Promise<{ screen: string; status: number | null }> {
  const command = [process.execPath, BIN, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let [screen, seen] = ['', 0];
  return new Promise((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      screen += bytes.toString('utf8');
      for (let at; keys.length > 0 && (at = screen.indexOf('q leave', seen)) >= 0;) {
        seen = at + 1;
        child.stdin.write(keys.shift());
      }
      // Its own end does not end `script` while its input is open.
      if (screen.includes('\u001b[?1049l')) child.stdin.end();
    });
    child.on('close', (status) => resolve({ screen, status }));
  });
}

const keptReview = (): Review => {
  const folder = join(cache, 'reviews-1');
  const [name = ''] = readdirSync(folder);
  assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
  const text = readFileSync(join(folder, name), 'utf8');
  assert.ok(!text.includes(CANARY) && !text.includes('1.02'));
  return JSON.parse(text) as Review;
};

function reconciled(): Results['claims'][number] | undefined {
  const args = [BIN, 'reconcile', 'wyze-2019', '--data', input, '--drawn', 'unknown', '--json', '--exact'];
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  return (JSON.parse(stdout) as Results).claims.find(({ id }) => id === 'ts-bone-density');
}

const noTerminal = spawnSync('script', ['--version']).status !== 0 && 'no program "script" here';

test('without a terminal the review is refused, and nothing of the input is printed', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...CLAIM], { env, encoding: 'utf8' });
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /breachscope: REVIEW_NO_TERMINAL: /);
  assert.ok(!stderr.includes(CANARY));
});

test('a few finds are undecided, and the claim names the command that would decide', () => {
  const claim = reconciled();
  assert.equal(claim?.verdict, 'undecided');
  assert.equal(claim?.reviewed, null);
  assert.match(claim?.wouldSettle ?? '', /npx --no -- breachscope review wyze-2019 --claim ts-bone-density/);
});

test(
  'records are masked until asked, one for each person, and the screen is emptied at the end',
  { skip: noTerminal },
  async () => {
    const { screen, status } = await typed(['r', 'v', 'y', 'n'], [...CLAIM, '--reviewer', 'ada']);
    assert.equal(status, 0);
    const [first = '', second = '', third = ''] = screen.split('Record ').slice(1);
    assert.match(first, /^1 of 2, part 1, line 61\./);
    assert.ok(!first.includes(CANARY) && !first.includes('1.02'));
    assert.ok(second.includes(CANARY) && second.includes('> bone_density: 1.02'));
    assert.ok(!second.includes('\u001b[31m'), 'no instruction of the input reaches the terminal');
    assert.match(third, /^2 of 2, part 1, line 62\./);
    const rest = screen.slice(screen.lastIndexOf('\u001b[?1049l'));
    assert.ok(rest.includes('\u001b[3J') && !rest.includes(CANARY));
    assert.match(
      rest,
      /people\.with:bone-density: 2 found, 2 looked at by 1 person: yes 1, no 1, planted 0\./,
    );
    const { answers } = keptReview();
    const day = new Date().toISOString().slice(0, 10);
    const at = { measure: 'people.with:bone-density', part: 0, by: 'ada', on: day };
    assert.deepEqual(answers, [
      { ...at, line: 61, answer: 'yes' },
      { ...at, line: 62, answer: 'no' },
    ]);
  },
);

test(
  'one confirmed record shows presence; two reviewers are two, and where they differ the record counts as neither',
  { skip: noTerminal },
  async () => {
    const alone = reconciled();
    assert.equal(alone?.verdict, 'supported');
    assert.match(alone?.because ?? '', /one person confirmed by looking at the records/);
    assert.deepEqual(alone?.reviewed, {
      by: 'person',
      reviewers: 1,
      confirmed: 1,
      rejected: 1,
      planted: 0,
      disagreed: 0,
    });
    await typed(['r', 'p', 'q'], [...CLAIM, '--reviewer', 'bob']);
    const both = reconciled();
    assert.deepEqual(both?.reviewed, {
      by: 'person',
      reviewers: 2,
      confirmed: 0,
      rejected: 1,
      planted: 0,
      disagreed: 1,
    });
    assert.equal(both?.verdict, 'undecided');
  },
);

test(
  'addresses of somebody else are looked at one by one, customers’ too, each in the first document that has it',
  { skip: noTerminal },
  async () => {
    const shares = ['a@example.com', 'p3@example.org', 'b@example.com', 'A@example.com '].map((email, i) => ({
      user_id: `u${1000 + i}`,
      share_email: email,
      share_state: 1,
      share_ts: 1500000000000 + i,
    }));
    const file = join(work, 'shares.ndjson');
    writeFileSync(
      file,
      readFileSync(input, 'utf8') + shares.map((row) => `${JSON.stringify(row)}\n`).join(''),
    );
    const args = ['review', 'wyze-2019', '--claim', 'ts-shared-user-emails', '--data', file];
    const { screen, status } = await typed(['r', 'y', 'y', 'y'], args);
    assert.equal(status, 0);
    const [first = '', second = '', third = ''] = screen.split('Record ').slice(1);
    assert.match(first, /^1 of 3, part 1, line 64\.[^]*> share_email: /);
    assert.match(second, /^2 of 3, part 1, line 65\./);
    assert.match(third, /^3 of 3, part 1, line 66\./);
    assert.match(screen, /people\.emails-others: 3 found, 3 looked at by 1 person: yes 3, no 0, planted 0\./);
  },
);

test(
  'Ctrl-C empties the screen too, keeps what was answered, and exits 130',
  { skip: noTerminal },
  async () => {
    const { screen, status } = await typed(['r', 'v', '\u0003'], [...CLAIM, '--reviewer', 'cyd']);
    assert.equal(status, 130);
    const rest = screen.slice(screen.lastIndexOf('\u001b[?1049l'));
    assert.ok(screen.includes(CANARY) && !rest.includes(CANARY));
    assert.ok(rest.includes('\u001b[3J'));
  },
);

test(
  'a review kept elsewhere is read from there; one of another input, or of another form, is refused',
  { skip: noTerminal },
  async () => {
    const file = join(work, 'mine.json');
    await typed(['r', 'y', 'q'], [...CLAIM, '--review', file]);
    assert.equal(existsSync(file), true);
    const look = (text: string) => {
      writeFileSync(file, text);
      const args = [BIN, 'reconcile', 'wyze-2019', '--data', input, '--drawn', 'unknown', '--review', file];
      return spawnSync(process.execPath, args, { env, encoding: 'utf8' }).stderr;
    };
    const review = JSON.parse(readFileSync(file, 'utf8')) as Review;
    assert.match(look(JSON.stringify({ ...review, commitment: '0'.repeat(64) })), /REVIEW_MISMATCH/);
    assert.match(look('{}'), /REVIEW_UNREADABLE/);
  },
);

test(
  'paths come first, by shapes and without a value; one key keeps that a path cannot hold what claims speak of',
  { skip: noTerminal },
  async () => {
    const file = join(work, 'paths.json');
    const { screen, status } = await typed(['n', 'q'], [...CLAIM, '--review', file, '--reviewer', 'ada']);
    assert.equal(status, 0);
    const [first = '', second = ''] = screen.split('Path ').slice(1);
    assert.match(
      first,
      /^1 of \d+: email of account, 60 documents\. Reviewer: ada\.\r*\nCould a value of it be one of these: user names\?/,
    );
    assert.ok(first.includes('a99@aaaaaaa.aaa') && !first.includes('p11@') && !screen.includes(CANARY));
    assert.match(second, /^2 of /);
    const { paths = [] } = JSON.parse(readFileSync(file, 'utf8')) as Review;
    assert.deepEqual(
      paths.map(({ path, holds, by }) => [path, holds, by]),
      [['email', null, 'ada']],
    );
    assert.deepEqual(paths[0]?.cannot, ['username']);
  },
);

test('the truth file of a made-up world answers paths and records where it is asked to, and no answer of people goes', () => {
  const sample = join(ROOT, 'data', 'wyze-2019', 'sample');
  const run = (...args: string[]) => spawnSync(process.execPath, [BIN, ...args], { env, encoding: 'utf8' });
  const answered = run('review', 'wyze-2019', '--data', sample, '--answers', 'truth');
  assert.equal(answered.status, 0, answered.stderr);
  assert.match(
    answered.stdout,
    /^The truth file of this made-up world answered \d+ paths and [\d,]+ records, \d+ of them planted/,
  );
  const { stdout } = run('reconcile', 'wyze-2019', '--data', sample, '--json', '--exact');
  const { inputs, claims } = JSON.parse(stdout) as Results;
  assert.ok(inputs[0]?.warnings.includes('ANSWERED_BY_TRUTH'));
  const { reviewed } = claims.find(({ id }) => id === 'ts-bone-density') ?? {};
  assert.deepEqual([reviewed?.by, reviewed?.reviewers, reviewed?.planted], ['truth', 0, 2]);
  const people = run('review', 'wyze-2019', '--data', input, '--answers', 'truth');
  assert.match(people.stderr, /REVIEW_NO_TRUTH/);
  const unknown = run('review', 'wyze-2019', '--claim', 'nobody', '--data', input);
  assert.match(unknown.stderr, /CLAIM_MISSING/);
});
