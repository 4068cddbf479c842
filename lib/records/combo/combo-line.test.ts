import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomsOf } from '../../testing/randoms-of';
import { referenceCombo } from '../testing/reference-combo';
import { COMBO_FIELDS } from './combo-fields';
import { ComboLine } from './combo-line';

const MD5 = '0123456789abcdef0123456789abcdef';

/** The fields of a line that stands between others. */
function read(line: string): ReturnType<typeof referenceCombo> {
  const bytes = Buffer.from(`a:b\n${line}\nc@example.org:d\n`, 'latin1');
  const combo = new ComboLine();
  const outcome = combo.read(bytes, 4, bytes.length);
  assert.equal(bytes[combo.end], 10);
  if (outcome !== 'read') return outcome;
  return Array.from({ length: combo.count }, (_, i) => {
    const [field = 0, from = 0, to = 0] = combo.fields.subarray(i * 3);
    return [COMBO_FIELDS[field - 1] ?? '', bytes.toString('latin1', from, to)];
  });
}

test('lines are parted at the delimiters in front and nowhere else', () => {
  const lines: [string, object | string][] = [
    ['a@example.org:p:w;x', { email: 'a@example.org', password: 'p:w;x' }],
    ['a@example.org;"pw\r', { email: 'a@example.org', password: '"pw' }],
    ['a@example.org\tpw', { email: 'a@example.org', password: 'pw' }],
    ['a@example.org | pw', { email: 'a@example.org', password: 'pw' }],
    ['a@example.org pw', { email: 'a@example.org', password: 'pw' }],
    ['a@example.org:', { email: 'a@example.org' }],
    ['a@example.org', { email: 'a@example.org' }],
    [`a@example.org:${MD5}::"!`, { email: 'a@example.org', password_hash: MD5, salt: ':"!' }],
    [`a@example.org:a name:${MD5}`, { email: 'a@example.org', other: 'a name', password_hash: MD5 }],
    [`anna:a@example.org:${MD5}`, { login: 'anna', email: 'a@example.org', password_hash: MD5 }],
    ['anna:p:w', { login: 'anna', password: 'p:w' }],
    [
      'https://h.example:8443/l:anna:p:w',
      { url: 'https://h.example:8443/l', login: 'anna', password: 'p:w' },
    ],
    ['https://h.example:8443:anna:pw', { url: 'https://h.example:8443', login: 'anna', password: 'pw' }],
    ['https://h.example:1234:pw', { url: 'https://h.example', login: '1234', password: 'pw' }],
    ['h.example/l|a@example.org|pw', { url: 'h.example/l', email: 'a@example.org', password: 'pw' }],
    ['android://x==@com.app/:a@example.org:pw', { url: 'android://x==@com.app/', email: 'a@example.org', password: 'pw' }], // prettier-ignore
    ['a@example.org:pw:https://h.example/l', { email: 'a@example.org', password: 'pw', url: 'https://h.example/l' }], // prettier-ignore
    [' \t\r', 'blank'],
    ['# a list: all of it', 'comment'],
    ['========', 'comment'],
    ['Enjoy this list', 'none'],
    ['greetings', 'none'],
    ['note: what it is', 'none'],
  ];
  for (const [line, fields] of lines) {
    assert.deepEqual(read(line), typeof fields === 'string' ? fields : Object.entries(fields), line);
  }
});

const PIECES = [
  ...':::;;|\t, \r/#-=@."$*[]{}aZ09é\u0000'.split(''),
  'a@example.org',
  'anna',
  'https://',
  '//',
  'android://x==@com.app/',
  'h.example',
  '/login',
  ':8443',
  MD5,
  `*${MD5}01234567`,
  '$2y$10$abcdefghijk',
  '{SSHA}abcdefghijklmnop',
  'p:w',
];

test('any line is read as the slow reader reads it', () => {
  const random = randomsOf(17);
  for (let round = 0; round < 60_000; round++) {
    const pieces = Array.from({ length: 1 + Math.floor(random() * 7) }, () => {
      return PIECES[Math.floor(random() * PIECES.length)] ?? '';
    });
    const line = pieces.join('');
    assert.deepEqual(read(line), referenceCombo(line), JSON.stringify(line));
  }
});

test('a block of short lines without an end in sight costs no more than others', () => {
  const bytes = Buffer.from('a@b:[\n'.repeat(300_000));
  const combo = new ComboLine();
  const start = performance.now();
  for (let from = 0; from < bytes.length; from += 6) combo.read(bytes, from, bytes.length);
  assert.ok(performance.now() - start < 1000);
});
