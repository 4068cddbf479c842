import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyHead } from './classify-head';

const formatOf = (text: string): string => {
  const head = classifyHead(Buffer.from(text), true);
  return head.is === 'text' ? head.shape.format : head.is;
};
const NAMES = ['ada', 'bela', 'cyd', 'dov', 'eli', 'fay', 'gus', 'hal', 'ida', 'jon', 'kit', 'lea'];
const lines = (line: (name: string, i: number) => string, head = '') =>
  head + NAMES.map((name, i) => `${line(name, i)}\n`).join('');
const word = (i: number) => `Pw${i * 37}${i % 3 === 0 ? '!x' : 'y'}`;
const MD5 = '0123456789abcdef0123456789abcdef';

test('lists of logins are told by their lines, whatever parts them', () => {
  const lists = [
    lines((name, i) => `${name}@example.org:${word(i)}`),
    lines((name, i) => `${name}@example.org;${word(i)}`),
    lines((name, i) => `${name}@example.org|${word(i)}`),
    lines((name, i) => `${name}@example.org\t${word(i)}`),
    lines((name, i) => `${name}@example.org,${word(i)}`),
    lines((name, i) => `${name}@example.org${':;| \t'[i % 5]}${word(i)}`),
    lines((name, i) => (i % 4 === 0 ? `${name}:${word(i)}` : `${name}@example.org:${word(i)}`)),
    lines((name, i) => `${name}@example.org:${word(i)}`, '# a list: of 2016\n\n'),
    lines((name) => `${name}@example.org:${MD5}`),
    lines((name, i) => `${name}@example.org:${MD5}:${'a":,;'.slice(i % 5)}`),
    lines((name) => `${name}:${name}@example.org:${MD5}`),
    lines((name, i) => `https://host.example/l:${name}:${word(i)}`),
    lines((name, i) => `android://x==@com.app/:${name}@example.org:${word(i)}`),
  ];
  for (const text of lists) assert.equal(formatOf(text), 'combo', text.slice(0, 80));
});

test('tables, addresses, logs and texts are none', () => {
  const others: [string, string][] = [
    [lines((name, i) => `${name}@example.org:${word(i)}`, 'email:password\n'), 'csv'],
    [lines((name, i) => `${name}@example.org,${word(i)}`, 'email,password\n'), 'csv'],
    [lines((name, i) => `https://h.example/l,${name},${word(i)}`, 'url,username,password\n'), 'csv'],
    [lines((name) => `${name}@example.org,${name}`), 'csv'],
    [lines((name, i) => `${name}@example.org;${1990 + i}-01-02`), 'csv'],
    [lines((name, i) => `${name}@example.org:${i * 7}`), 'csv'],
    [lines((name, i) => `${name}@example.org,${name} Abel,Berlin,${i}`), 'csv'],
    [lines((name, i) => `${name}@example.org:${name}:Berlin:x${i}:y`), 'csv'],
    [lines((name, i) => `${name}:x:${i}:${i}::/home/${name}:/bin/sh`), 'csv'],
    [lines((name) => `${name}:$6$salt$abcdefghijklmnop:18000:0:99999:7:::`), 'csv'],
    [lines((name) => `${name}@example.org`), 'csv'],
    [lines((name, i) => `https://h${i}.example:8443/${name}`), 'csv'],
    [lines((name) => `${name}: what ${name} is`), 'csv'],
  ];
  for (const [text, format] of others) assert.equal(formatOf(text), format, text.slice(0, 80));
  const texts = [
    lines((name, i) => `${name}@example.org wrote: that is ${i} times what we had said before`),
    lines((name, i) => `Dec  1 10:00:${10 + i} mail postfix: to=<${name}@example.org>, status=sent`),
    lines((name, i) => `https://h.example/${name}: ${i} errors were found on this page today`),
    'Contact: ada@example.org\nor bela@example.org: we answer soon\n\nThe list is empty.\n',
  ];
  for (const text of texts) assert.notEqual(formatOf(text), 'combo', text.slice(0, 80));
});
