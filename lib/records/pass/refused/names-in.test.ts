import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notEmpty } from '../../../testing/not-empty';
import { randomsOf } from '../../../testing/randoms-of';
import { documentsIn, rowsIn } from './documents-in';
import { namesIn, namesInCells } from './names-in';

test('names stand before a colon, whatever is broken around them', () => {
  const lines: [line: string, found: string[]][] = [
    ['{"id":1,"password":"x"', ['id', 'password']],
    ['{"id":1,"user":{"password" : "x}', ['id', 'user', 'password']],
    // a quote is lost: keys and values change places
    ['{"id":"7,"password":"x","b":1}', ['id', 'password', 'b']],
    ['{"id":7","password":"x"}', ['id', 'password']],
    ['{"doc":"{\\"password\\":\\"x\\"}', ['doc', 'password']],
    ['{"p\\u0061ssword":1,}', ['password']],
    ["{'password': 'x'}", ['password']],
    ['{password: 1}', ['password']],
    ['{"id":1,"password"}', ['password']],
    ['{"id":1,"password""x"}', ['password']],
    ['{"id":1,"password]:"x"}', ['password']],
    ['{"id":1,"password x, y"}', ['password']],
    ['user=1 password=2', ['user', 'password']],
    ['a line of words: password hunter', ['password', 'hunter']],
    ['{"пароль":"x"', ['пароль']],
  ];
  for (const [line, found] of lines) {
    const { whole } = namesIn(line);
    for (const name of found) assert.ok(whole.includes(name), `${name} in ${line}: ${whole.join(' ')}`);
  }
});

test('a key that stands in the bytes as it was is found, whatever is cut out of the line and put into it', () => {
  const whole =
    '{"id":1,"name":"A \\"B\\" C","user":{"email":"a@b.c","password":"x, y: {z}","tags":["a"]},"note":"{\\"k\\":1}"}';
  const random = randomsOf(20_191_226);
  const signs = ['"', '{', '}', '[', ']', ':', ',', '\\', 'x', '\0', '\ufffd'];
  let kept = 0;
  for (let i = 0; i < 5_000; i++) {
    let line = whole;
    for (let j = 0; j < 1 + (i % 3); j++) {
      const at = Math.floor(random() * line.length);
      const cut = Math.floor(random() * 4);
      line = line.slice(0, at) + (signs[Math.floor(random() * 16)] ?? '') + line.slice(at + cut);
    }
    const names = namesIn(line);
    if (!line.includes('"password":')) continue;
    kept++;
    assert.ok(names.whole.includes('password'), line);
  }
  assert.ok(kept > 2_500);
});

test('what is left of a name where the text is torn is kept as its beginning or its end', () => {
  assert.deepEqual(namesIn('{"id":1,"passw').begins, ['passw']);
  assert.deepEqual(namesIn('sword":"x","id":1}').ends, ['sword']);
  assert.deepEqual(namesIn('{"pass\0\0ord":1').begins, ['pass']);
  assert.deepEqual(namesIn('{"pass\ufffdord":1').ends, ['ord']);
  // a value breaks off, and is none
  assert.deepEqual(namesIn('{"id":1,"mail":"secret.person@exam').begins, []);
  assert.deepEqual(namesIn('{"id":1,"tags":["secret').begins, []);
});

test('values in whole strings are no names, and holders are told', () => {
  const { whole, holders } = namesIn('{"id":1,"mail":"hunter2 password","device":{"name":"x"},"list":[1,}');
  assert.deepEqual(whole, ['device', 'id', 'list', 'mail', 'name']);
  assert.deepEqual(holders, ['device', 'list']);
  assert.deepEqual(namesInCells('1,"{""password"":""x""}",2').whole, ['password']);
});

test('as many documents may lie in a refused line as begin in it', () => {
  const lines: [line: string, documents: number | null][] = [
    ['{"a":1', 1],
    ['no JSON at all', 1],
    ['{"a":[{"b":1},{"b":2}],"c":{"d":{}}', 1],
    ['{"a":"with { in it","b":"{"}x', 1],
    ['{"a":1}{"a":2}{"a":3}', 3],
    ['{"a":{"b":1{"a":2}', 2],
    ['{"a":"x{"a":2}', 2],
    ['{"a":{"b":2},{"a":3},{"a":4}', 3],
    [`{"a":"${'\0'.repeat(512)}"}`, null],
  ];
  for (const [line, documents] of lines) assert.equal(documentsIn(line), documents, line);
  assert.equal(rowsIn('1,a,b', 4, ','), 1);
  assert.equal(rowsIn('1,a,b,c,d', 4, ','), 1);
  assert.equal(rowsIn('1,a,b,c2,d,e,f', 4, ','), 2);
  assert.equal(rowsIn('1,"a\n2,b,c,d\n3,e,f,g', 4, ','), 3);
});

test('a hostile line of 256 KB is looked at in no time', () => {
  const long = 1 << 18;
  const lines = ['{"a', '"\\', '{"', '" ', 'a', '":', ',"a" ', 'x{"', '[', '\\"', "a'", ' '].map((piece) =>
    piece.repeat(long / piece.length),
  );
  for (const line of notEmpty(lines)) {
    const begun = process.cpuUsage();
    namesIn(line);
    documentsIn(line);
    const { user } = process.cpuUsage(begun);
    assert.ok(user < 1e6, `${JSON.stringify(line.slice(0, 8))}: ${user} µs`);
  }
});
