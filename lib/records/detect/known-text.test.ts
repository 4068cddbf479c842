import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyHead } from './classify-head';

const told = (text: string): string => {
  const head = classifyHead(Buffer.from(text), true);
  if (head.is === 'foreign') return head.format.name;
  return head.is === 'text' ? head.shape.format : head.is;
};

const account = JSON.stringify({ email: 'a@example.org', list: [1, { b: '{' }] });

test('texts of which a wrong table could be made are named, each with its conversion', () => {
  const texts: [string, string][] = [
    ['a JSON text sequence', `\x1e${account}\n\x1e${account}\n`],
    ['JavaScript', `var users = [\n ${account}\n];\n`],
    ['JavaScript', `window.YTD.account.part0 = [\n  {\n    "account" : ${account}\n  }\n]`],
    ['JavaScript', `/**/ jsonCallback(${account});`],
    ['what the MongoDB shell prints', `{ "_id" : ObjectId("5dc0"), "email" : "a@example.org" }\n`],
    [
      'what Python prints',
      `{'email': 'a@example.org', 'ok': True}\n{'email': 'b@example.org', 'ok': None}\n`,
    ],
    [
      'what the MySQL client prints row by row',
      `${'*'.repeat(27)} 1. row ${'*'.repeat(27)}\n   id: 1\nemail: a@example.org\n`,
    ],
    [
      'a list of logins in blocks of lines',
      'URL: https://h.example/l\r\nUsername: a@example.org\r\nPassword: p:w\r\n======\r\n',
    ],
    [
      'a list with labels in its lines',
      'Email: a@example.org - Name: A B - Followers: 3 - Since: 1\n'.repeat(3),
    ],
    ['logfmt', 'level=info msg="it is" email=a@example.org\n'.repeat(3)],
    ['vCard', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL:a@example.org\r\nEND:VCARD\r\n'],
    ['LDIF', 'version: 1\n\n# users\ndn: uid=a,dc=example,dc=org\nmail: a@example.org\n'],
    ['LDIF', '\ufeffdn:: dWlkPWE=\nmail: a@example.org\n'],
    ['YAML', '---\n- email: a@example.org\n  nick: a\n'],
    ['YAML', '- email: a@example.org\n  nick: a\n- email: b@example.org\n  nick: b\n'],
    ['YAML', 'users:\n  - email: a@example.org\n'],
    [
      'a table with aligned columns',
      `ID   MAIL            NAME\n${'7    a@example.org   Ann B\n'.repeat(5)}`,
    ],
    ['a log with JSON in its lines', `2019-12-01 10:00:00,123 INFO login ${account}\n`.repeat(4)],
    [
      'a log with JSON in its lines',
      `Dec  1 10:00:00 api[7]: ${account}\nstarting\n`.repeat(2) + `x: ${account}\n`,
    ],
  ];
  for (const [name, text] of texts) {
    assert.equal(told(text), name, text);
    const head = classifyHead(Buffer.from(text), true);
    assert.match(head.is === 'foreign' ? head.format.command : '', /\bFILE\b/);
  }
});

test('tables, lists and JSON that look like them are read', () => {
  const texts: [string, string][] = [
    ['tsv', `id\tbody\n${`1\t${account}\n`.repeat(4)}`],
    ['csv', `id|body\n${`1|{"a":1}\n`.repeat(4)}`],
    ['csv', `id,body\n${`1,"{""a"":1}"\n`.repeat(4)}`],
    ['csv', 'a@example.org:SYNTHETIC-one\nb@example.org:SYNTHETIC-two\n'],
    ['csv', 'name\nAnn  B\nCarl\nDora\nEmil\n'],
    ['csv', 'dn,mail\nuid=a,a@example.org\n'],
    ['csv', 'begin:end\n1:2\n3:4\n'],
    ['csv', 'note: a - b,1\nnote: c - d,2\nnote: e - f,3\n'],
    ['csv', 'url: a,1\nhost: b,2\nuser: c,3\n'],
    ['csv', '- a,1\n- b,2\n- c,3\n'],
    ['ndjson', `${account}\n${account}\n`],
    ['json', `[${account},\n${account}]`],
    ['sql', `INSERT INTO t VALUES ('${account}');\n`.repeat(3)],
  ];
  for (const [format, text] of texts) assert.equal(told(text), format, text);
});
