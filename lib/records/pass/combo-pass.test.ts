import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pass, rowsByDuckdb, storeValues } from '../testing/differential-check';
import { referenceCombo } from '../testing/reference-combo';

const COMBO = { format: 'combo', envelope: null } as const;
const MD5 = '0123456789abcdef0123456789abcdef';
const lines = [
  '# logins: some',
  ...Array.from({ length: 40 }, (_, i) => [
    `u${i}@example.org:p:${i}`,
    `u${i}@example.org;${MD5}`,
    `https://h.example/l:anna${i}:"x`,
    `  anna${i}:u${i}@example.org:${MD5}:,;`,
    i % 4 === 0 ? '' : `u${i}@example.org`,
    i % 5 === 0 ? 'no record here' : `anna${i}|p\u00e9w\r`,
  ]).flat(),
  'u1@example.org:\u0001{"a":1}',
];

test('a list is stored as the slow reader reads it: fields, places, what is no record', async () => {
  const text = `\ufeff${lines.join('\n')}`;
  const { result, dir } = await pass([text], { workers: 2, blockBytes: 300 }, COMBO);
  const read = lines.map((line) => referenceCombo(Buffer.from(line).toString('latin1')));
  const values = await storeValues(dir, result, rowsByDuckdb);
  const texts = (values: string[]) => values.map((value) => value.split('|').slice(2).join('|')).sort();
  assert.deepEqual(
    texts(values),
    read
      .flatMap((fields) => (typeof fields === 'string' ? [] : fields))
      .map(([field, value]) => `${field}||string|${Buffer.from(value, 'latin1').toString()}`)
      .sort(),
  );
  const count = (outcome: string) => read.filter((each) => each === outcome).length;
  const [part] = result.parts;
  assert.deepEqual(
    [part?.lines, part?.documents, part?.rejected, part?.blank, result.skipped],
    [lines.length, read.length - 19, count('none'), count('blank'), count('comment')],
  );
  assert.deepEqual(result.rejectCounts, { NO_LOGIN: 8 });
  assert.deepEqual(result.kinds, [
    {
      id: 'k0',
      documents: read.length - 19,
      keys: ['email', 'login', 'password', 'password_hash', 'salt', 'url'],
      table: 'logins',
    },
  ]);
  const rejects = await rowsByDuckdb(join(dir, 'rejects.parquet'));
  const bytes = Buffer.from(text);
  for (const { line, byte, length } of rejects as Record<string, number | bigint>[]) {
    assert.equal(
      bytes.toString('utf8', Number(byte), Number(byte) + Number(length)),
      lines[Number(line) - 1],
    );
  }
});

test('a line that is not UTF-8 costs itself alone', async () => {
  const good = 'a@example.org:p\u00e9\n'.repeat(40);
  const text = Buffer.concat([Buffer.from(`${good}b@example.org:`), Buffer.from([0xff, 0xfe, 10])]);
  const { result } = await pass([text, good], {}, COMBO);
  assert.deepEqual([result.documents, result.rejectCounts], [80, { NOT_UTF8: 1 }]);
});
