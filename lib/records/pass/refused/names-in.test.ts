import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notEmpty } from '../../../testing/not-empty';
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
    ['user=1 password=2', ['user', 'password']],
    ['a line of words: password hunter', ['password', 'hunter']],
    ['{"пароль":"x"', ['пароль']],
  ];
  for (const [line, found] of lines) {
    const { whole } = namesIn(line);
    for (const name of found) assert.ok(whole.includes(name), `${name} in ${line}: ${whole.join(' ')}`);
  }
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

test('a hostile line of a megabyte is looked at in no time', () => {
  const long = 1 << 20;
  const lines = ['{"a', '"\\', '{"', '" ', 'a', '":', ',"a" ', 'x{"', '[', '\\"', "a'", ' '].map((piece) =>
    piece.repeat(long / piece.length),
  );
  for (const line of notEmpty(lines)) {
    const begun = process.cpuUsage();
    namesIn(line);
    documentsIn(line);
    const { user } = process.cpuUsage(begun);
    assert.ok(user < 3e6, `${JSON.stringify(line.slice(0, 8))}: ${user} µs`);
  }
});
