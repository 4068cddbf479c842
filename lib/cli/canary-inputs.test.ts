import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BIN, CORPUS } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const scratch = tempFolder('canary');

/** All that `inspect` writes about a file, with and without `--json`. */
function outputOf(file: string): string {
  const env = { ...process.env, BREACHSCOPE_CACHE: join(scratch, 'cache') };
  const runs = [['--json'], []].map((options) => {
    const args = [BIN, 'inspect', file, ...options];
    return spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  });
  assert.deepEqual(
    runs.map(({ status }) => status),
    [0, 0],
    file,
  );
  return runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
}

/** A text in every dress in which it might slip out. */
function dressed(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return whole.slice(Math.ceil((shift * 8) / 6), -4);
  });
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].map((name) =>
    createHash(name).update(text).digest('hex').slice(0, 16),
  );
  const escaped = Array.from(text)
    .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const entities = Array.from(text)
    .map((c) => `&#${c.charCodeAt(0)};`)
    .join('');
  return [
    text,
    text.toLowerCase(),
    encodeURIComponent(text),
    escaped,
    entities,
    Array.from(text).join('\0'),
    Array.from(text).reverse().join(''),
    bytes.toString('hex'),
    ...base64,
    ...hashes,
  ].filter((dress) => dress.length >= 8);
}

test('no value of the input leaves, in any dress, from a whole file or a broken one', () => {
  const lists = JSON.parse(readFileSync(join(CORPUS, 'canary', 'canaries.json'), 'utf8')) as Record<
    string,
    string[]
  >;
  const canaries = Object.values(lists).flatMap((list) => list.filter((_, i) => i % 20 === 0 || i > 590));
  assert.ok(canaries.length > 300);
  for (const file of ['canary/canary.csv', 'canary/canary_malformed.csv']) {
    const output = outputOf(join(CORPUS, file));
    assert.ok(output.includes('input 1'));
    const leaked = canaries.filter((canary) => dressed(canary).some((dress) => output.includes(dress)));
    assert.equal(leaked.length, 0, `${leaked.length} of ${canaries.length} in ${file}`);
  }
});

test('nothing that stands in an SQL dump leaves, wherever in it: comments, rows, refused rows, statements, a strange name', () => {
  const canary = (i: number): string => `CANARYq${i}zx${i * 7919}`;
  const rows = Array.from({ length: 40 }, (_, i) => `(${i},'${canary(20 + i)}@example.org')`);
  const dump = join(scratch, 'dump.sql');
  const text = [
    `-- MySQL dump 10.13  ${canary(0)}`,
    `CREATE TABLE \`users\` (\n \`id\` int,\n \`email\` text COMMENT '${canary(1)}'\n);`,
    `INSERT INTO \`users\` VALUES ${rows.join(',')},(1),(2,'${canary(2)}'x);`,
    `INSERT INTO \`${canary(3)}@example.org\` VALUES (1,'${canary(4)}');`,
    `UPDATE users SET email = '${canary(5)}';`,
    `${canary(6)} is what a stranger wrote`,
    `INSERT INTO users SELECT '${canary(7)}';`,
    `COPY t (a,b) FROM stdin;\n${canary(8)}\n1\t${canary(9)}\n\\.`,
    `SET x = '${canary(10)}`,
    `INSERT INTO \`users\` VALUES (3,'${canary(11)}`,
  ];
  writeFileSync(dump, text.join('\n'));
  const output = outputOf(dump);
  assert.ok(output.includes('an SQL dump'));
  const leaked = Array.from({ length: 60 }, (_, i) => canary(i)).filter((each) =>
    dressed(each).some((dress) => output.includes(dress)),
  );
  assert.deepEqual(leaked, []);
});

test('no text of a refused line leaves, be it a name or a value, whole or torn', () => {
  const canary = (i: number): string => `CANARYr${i}zx${i * 7919}`;
  const lines = [
    `{"id":1,"${canary(0)}":"${canary(1)}`,
    `{"id":1,"${canary(2)}`,
    `${canary(3)}":1,"password":"${canary(4)}"}`,
    `${canary(5)} ${canary(6)}=${canary(7)}`,
    `{"${canary(8)}":{"${canary(9)}":1}`,
  ];
  const file = join(scratch, 'refused.ndjson');
  writeFileSync(file, `${'{"id":1,"mail":"a@example.org"}\n'.repeat(20)}${lines.join('\n')}\n`);
  const output = outputOf(file);
  assert.ok(output.includes('input 1'));
  const leaked = Array.from({ length: 10 }, (_, i) => canary(i)).filter((each) =>
    dressed(each).some((dress) => output.includes(dress)),
  );
  assert.deepEqual(leaked, []);
});

test('names and values made to act on a terminal or a page come out as nothing that acts', () => {
  for (const file of ['injection/values.csv', 'injection/headers.csv', 'csv/nul_bytes.csv']) {
    const output = outputOf(join(CORPUS, file));

    const acting = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.exec(output);
    assert.equal(acting, null, `${file}: ${acting?.index}`);
    assert.equal(/javascript:|onerror=|cmd\|/i.test(output), false, file);
  }
});
