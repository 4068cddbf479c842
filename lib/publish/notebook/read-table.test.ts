import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../testing/files-in';
import { refuses } from '../../testing/refuses';
import { ROOT } from '../../testing/repository';
import { tempFolder } from '../../testing/temp-folder';
import { readTable } from './read-table';

const folder = tempFolder('read-table');
const file = filesIn(folder);

test('the case’s own list of sources reads', () => {
  const sources = readTable(join(ROOT, 'data', 'wyze-2019', 'sources.csv'));
  assert.deepEqual(sources.columns, ['id', 'publisher', 'date', 'url', 'read', 'confidence']);
  assert.ok(Number(sources.shape[0]) > 5);
  assert.deepEqual((sources.values as unknown[][])[0]?.slice(0, 3), ['S01', 'The Verge', '2019-12-30']);
});

test('types follow from all rows; what looks like a number and is a name stays a text', () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${i},0${i},${i / 4},${String(i > 3)},12345678901234567890,`,
  );
  const frame = readTable(
    file('types.csv', `n,code,part,yes,id,gap\n${rows.join('\n')}\n31,99,1e3,FALSE,1,7\n`),
  );
  assert.deepEqual(frame.dtypes, ['int32', 'string', 'float32', 'boolean', 'string', 'float32']);
  assert.deepEqual((frame.values as unknown[][])[30], [31, '99', 1000, false, '1', 7]);
});

test('comma, semicolon, tab and bar, byte order marks, CRLF, quotes and UTF-16 are understood', () => {
  for (const mark of [',', ';', '\t', '|']) {
    const text = `\ufeffmodel${mark}price\r\n"Cam${mark} v2"${mark}20\r\nPan${mark}38\r\n`;
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const frame = readTable(file('marks.csv', Buffer.from(text, encoding)));
      assert.deepEqual(frame.columns, ['model', 'price'], `${JSON.stringify(mark)} ${encoding}`);
      assert.deepEqual(frame.values, [
        [`Cam${mark} v2`, 20],
        ['Pan', 38],
      ]);
    }
  }
  assert.deepEqual(readTable(file('days.csv', 'day\n12:30\n13:45\n')).values, [['12:30'], ['13:45']]);
});

test('a name that is missing or stands twice is told apart; a table without rows is one', () => {
  assert.deepEqual(readTable(file('names.csv', 'a,,a\n1,2,3\n')).columns, ['a', 'column 2', 'a 2']);
  const empty = readTable(file('head.csv', 'a,b\n'));
  assert.deepEqual(
    [empty.shape, empty.columns],
    [
      [0, 2],
      ['a', 'b'],
    ],
  );
});

test('what is no table is refused with its line and without a word of it', () => {
  const cases: Array<[text: string, pattern: RegExp]> = [
    ['a,b\n1,2\nsecret,2,3\n', /another number of cells than the header \(line 3\)/],
    ['a,b\n1,"secret\n', /a quote is never closed \(line \d\)/],
    ['a,b\n1,sec"ret\n', /a quote stands inside a cell that does not begin with one \(line 2\)/],
    ['a,b\n1,"sec"ret\n', /text stands behind a closing quote \(line 2\)/],
  ];
  for (const [text, pattern] of cases) {
    const path = file('bad.csv', text);
    refuses(() => readTable(path), 'TABLE_UNREADABLE', pattern);
    refuses(() => readTable(path), 'TABLE_UNREADABLE', /^(?!.*(?:secret|sec"ret))/);
  }
  refuses(
    () => readTable(file('latin.csv', Buffer.from([0x61, 0x0a, 0xe4, 0x0a]))),
    'TABLE_UNREADABLE',
    /not UTF-8/,
  );
});

test('a path that is not there, an empty file, a folder and a file too large are refused', () => {
  file('models.csv', 'a\n1\n');
  refuses(
    () => readTable(join(folder, 'model.csv')),
    'TABLE_MISSING',
    /in that folder there are: models\.csv, /,
  );
  // A folder of a leak can have names that are values.
  file('jane.doe@example.org.csv', 'a\n1\n');
  refuses(() => readTable(join(folder, 'model.csv')), 'TABLE_MISSING', /^(?!.*jane)/s);
  refuses(() => readTable(join(folder, 'no', 'x.csv')), 'TABLE_MISSING', /there are: none/);
  refuses(() => readTable(file('empty.csv', '')), 'FILE_EMPTY', /empty\.csv is empty/);
  refuses(() => readTable(file('blank.csv', '\n\n')), 'FILE_EMPTY', /blank\.csv is empty/);
  refuses(() => readTable(folder), 'FILE_UNREADABLE', /cannot be read/);
  const large = file('large.csv', 'a\n');
  truncateSync(large, 60e6);
  refuses(() => readTable(large), 'TABLE_TOO_LARGE', /has 60 MB, and side tables are read up to 50/);
});
