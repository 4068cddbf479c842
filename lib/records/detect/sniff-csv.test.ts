import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pollutionFixtures, type PollutionFixture } from '../testing/pollution-fixtures';
import { pollutionScore } from '../testing/pollution-score';
import { referenceCsv } from '../testing/reference-csv';
import { sniffCsv } from './sniff-csv';
import { NIGHTLY } from '../../testing/nightly';

/** Names, cells of the rows that are read, and codes of those that are not. */
function read(text: string | Buffer): { names: string[]; cells: string[][]; refused: string[] } {
  const reference = referenceCsv(Buffer.from(text));
  assert.ok(reference, 'is a table');
  return {
    names: reference.names,
    cells: reference.rows.filter(({ code }) => code === 'read').map(({ cells }) => cells),
    refused: reference.rows.map(({ code }) => code).filter((code) => code !== 'read'),
  };
}

test('csv-spectrum: all twelve files are read as they are meant', () => {
  const folder = join(dirname(require.resolve('csv-spectrum/package.json')));
  const names = readdirSync(join(folder, 'csvs')).map((name) => name.replace('.csv', ''));
  assert.equal(names.length, 12);
  for (const name of names) {
    const { names: keys, cells } = read(readFileSync(join(folder, 'csvs', `${name}.csv`)));
    const rows = cells.map((row): Record<string, string> =>
      Object.fromEntries(row.map((cell, i): [string, string] => [keys[i] ?? '', cell])),
    );
    const parsed = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')) as object;
    const meant = (Array.isArray(parsed) ? parsed : [parsed]) as Record<string, string>[];
    // The set itself gives this one row another phone number in its two files.
    if (name === 'location_coordinates')
      (meant[0] as Record<string, string>)['Contact Phone Number'] = '2095257564';
    assert.deepEqual(rows, meant, name);
  }
});

// Names and properties after the files of sineemore/csv-test-data; the texts are ours. Where a text has no header, its
// columns are numbered: it is written with one here, as the tables of leaks are.
const SMALL: [name: string, text: string, names: string[], cells: string[][]][] = [
  ['all-empty', 'a,b,c\n,,\n', ['a', 'b', 'c'], [['', '', '']]],
  ['comma-in-quotes', 'id,who,what\n1,"Doe, Jane",x\n', ['id', 'who', 'what'], [['1', 'Doe, Jane', 'x']]],
  ['crlf-in-quotes', 'id,text\n1,"one\r\ntwo"\n', ['id', 'text'], [['1', 'one\r\ntwo']]],
  ['empty-field', 'id,b,c\n1,,3\n', ['id', 'b', 'c'], [['1', '', '3']]],
  ['empty-one-column', 'id\n1\n""\n', ['id'], [['1'], ['']]],
  ['header-simple', 'id,name\n1,x\n', ['id', 'name'], [['1', 'x']]],
  ['header-no-rows', 'id,name\n', ['id', 'name'], []],
  ['leading-space', 'id,name\n 1, x\n', ['id', 'name'], [[' 1', ' x']]],
  ['trailing-space', 'id,name\n1 ,x \n', ['id', 'name'], [['1 ', 'x ']]],
  ['one-column', 'id\n1\n2\n', ['id'], [['1'], ['2']]],
  ['quotes-empty', 'id,a,b\n"1","",""\n', ['id', 'a', 'b'], [['1', '', '']]],
  ['quotes-with-comma-and-newline', 'id,a\n1,"x,\ny"\n', ['id', 'a'], [['1', 'x,\ny']]],
  ['quotes-with-escaped-quote', 'id,a\n1,"x""y"\n', ['id', 'a'], [['1', 'x"y']]],
  ['simple-crlf', 'id,a\r\n1,2\r\n', ['id', 'a'], [['1', '2']]],
  ['simple-lf', 'id,a\n1,2\n', ['id', 'a'], [['1', '2']]],
  ['trailing-newline', 'id,a\n1,2\n\n', ['id', 'a'], [['1', '2']]],
  ['no-trailing-newline', 'id,a\n1,2', ['id', 'a'], [['1', '2']]],
  ['utf8', 'id,name\n1,日本 Zoë\n', ['id', 'name'], [['1', '日本 Zoë']]],
];

test('eighteen small tables are read cell by cell', () => {
  assert.equal(SMALL.length, 18);
  for (const [name, text, names, cells] of SMALL) {
    assert.deepEqual(read(text), { names, cells, refused: [] }, name);
  }
});

test('seven bad tables are reported: no row is shifted, none is lost', () => {
  const rows = 'id,email,city\n1,a@example.org,Berlin\n';
  assert.deepEqual(read(`${rows}2,b@example.org\n`).refused, ['TOO_FEW_CELLS']);
  assert.deepEqual(read(`${rows}2,b@example.org,Paris,x\n`).refused, ['TOO_MANY_CELLS']);
  assert.deepEqual(read(`${rows}2,"b@example.org\n3,c@example.org,Rome\n`).refused, ['BAD_QUOTES']);
  assert.deepEqual(read(`${rows}2,"b@example.org\n3,c@example.org,Rome\n`).cells.length, 2);
  assert.deepEqual(read(`${rows}2,"b@ex"ample.org",Paris\n`).cells[1], ['2', 'b@ex"ample.org', 'Paris']);
  assert.deepEqual(read(`${rows}2,b@"example.org,Paris\n`).cells[1], ['2', 'b@"example.org', 'Paris']);
  const fewer = sniffCsv(Buffer.from('id,email\n1,a@example.org,Berlin\n2,b@example.org,Paris\n'), true);
  assert.equal(fewer?.headerMismatch, true);
  assert.deepEqual(
    fewer.columns.map(({ name }) => name),
    ['column 1', 'column 2', 'column 3'],
  );
  const more = sniffCsv(
    Buffer.from('id,email,city,zip\n1,a@example.org,Berlin\n2,b@example.org,Paris\n'),
    true,
  );
  assert.equal(more?.headerMismatch, true);
});

test('a first line that reads as data does not become column names', () => {
  const people = 'ann@example.org,192.0.2.1,Ann Smith\nbob@example.org,192.0.2.7,Bob Jones\n';
  assert.deepEqual(read(people).names, ['column 1', 'column 2', 'column 3']);
  assert.equal(read(people).cells.length, 2);
  assert.deepEqual(read('1\n2\n3\n').names, ['column 1']);
  assert.deepEqual(read('Ann Smith;Berlin;blue\nBob Jones;Paris;green\nCid Fox;Rome;red\n').cells.length, 3);
  assert.deepEqual(read('2019-12-01,4\n2019-12-02,5\n').cells.length, 2);
  assert.deepEqual(read('ann@example.org\nbob@example.org\n').cells, [
    ['ann@example.org'],
    ['bob@example.org'],
  ]);
  assert.deepEqual(
    read('user123:SYNTHETIC-a1\nuser124:SYNTHETIC-b2\nuser125:SYNTHETIC-c3\n').cells.length,
    3,
  );
});

test('names are found below titles, comments and blank lines, and a repeated name is numbered', () => {
  const table = 'id,mail,mail\n1,a@example.org,b@example.org\n2,c@example.org,d@example.org\n';
  const names = ['id', 'mail', 'mail#2'];
  assert.deepEqual(read(table).names, names);
  assert.deepEqual(read(`\n\n${table}`).names, names);
  assert.deepEqual(read(`All customers\nExported 2019\n\n${table}`).names, names);
  assert.deepEqual(read(`Customers,,\n${table}`).names, names);
  assert.deepEqual(read(`# made by hand\n${table}# end, of file\n`).refused, ['comment']);
  assert.deepEqual(read(`sep=;\n${table.replaceAll(',', ';')}`).names, names);
  assert.deepEqual(read(`\ufeff${table}`).names, names);
  assert.deepEqual(read(`${table}id,mail,mail\n3,e@example.org,f@example.org\n`).refused, ['header']);
  assert.deepEqual(read('id,,mail,city\n1,a@example.org,Berlin\n2,b@example.org,Rome\n').names, [
    'id',
    'mail',
    'city',
  ]);
});

test('what is no table is none', () => {
  const none = (text: string | Buffer): void =>
    assert.equal(sniffCsv(Buffer.from(text), true), null, String(text));
  none('{"a":1,"b":2}\n{"a":3,"b":4}\n');
  none('[1,2,3]\n');
  none('<html><p>a, b</p></html>\n');
  none('INSERT INTO t VALUES (1,2),(3,4);\n');
  none("REPLACE INTO t VALUES (1,'a'),(2,'b');\n".repeat(20));
  none("insert ignore into t values (1,'a'),(2,'b');\n".repeat(20));
  none(`INSERT INTO t VALUES\n${"(1,'a','b'),\n".repeat(20)}(2,'c','d');\n`);
  none(`COPY public.t (id, mail) FROM stdin;\n${'1\ta@example.org\n'.repeat(20)}\\.\n`);
  none(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 10]));
  none(
    'It was a dark and stormy night. The rain fell\nin torrents except at occasional intervals when it was checked\nby a violent gust of wind.\n',
  );
});

test('text is exact: no number is read as one, no blank is lost', () => {
  const cells = ['1.10', '1e5', '-0', '0x1F', '00123', '12345678901234567890', ' x ', 'NULL'];
  const text = `a1,b1,c1,d1,e1,f1,g1,h1\n${`${cells.join(',')}\n`.repeat(2)}`;
  assert.deepEqual(read(text).cells, [cells, cells]);
});

/** Score of a polluted file as the rules read it, and whether every record but the polluted one is there as it was. */
function load(table: PollutionFixture): { score: number; others: boolean } {
  const reference = referenceCsv(table.text);
  const rows = reference?.rows.filter(({ code }) => code === 'read').map(({ cells }) => cells) ?? [];
  const loaded = reference ? [reference.names, ...rows] : table.text.length === 0 ? [] : null;
  const have = new Set(rows.map((row) => JSON.stringify(row)));
  const others = table.clean.slice(1).filter((_, i) => i + 1 !== table.polluted);
  return {
    score: pollutionScore(table.clean, loaded),
    others: others.every((row) => have.has(JSON.stringify(row))),
  };
}

// Without the nightly: the files of which the whole is polluted, and every tenth of one record; their scores are 9.950 and 9.629.
const BARS = NIGHTLY ? { simple: 9.96, weighted: 9.66 } : { simple: 9.95, weighted: 9.62 };

test(`files polluted as Pollock does it: at least ${BARS.simple} simple and ${BARS.weighted} weighted, and no record is shifted or lost unseen`, () => {
  const all = pollutionFixtures();
  assert.equal(all.length, 2290);
  const tables = all.filter(({ polluted }, i) => NIGHTLY || polluted === null || i % 10 === 0);
  const loads = tables.map(load);
  const simple = loads.reduce((sum, { score }) => sum + score, 0) / tables.length;
  const weight = tables.reduce((sum, table) => sum + table.weight, 0);
  const weighted = tables.reduce((sum, table, i) => sum + table.weight * (loads[i]?.score ?? 0), 0) / weight;
  assert.ok(simple >= BARS.simple, `simple ${simple}`);
  assert.ok(weighted >= BARS.weighted, `weighted ${weighted}`);
  tables.forEach((table, i) => {
    if (table.polluted !== null) assert.equal(loads[i]?.others, true, table.name);
  });
});

test('a few bytes that are no text are no table; a stray control character in a short one does no harm', () => {
  const binary = [
    '\0\x01\x02\x03\x04',
    'PK\x03\x04\x14\0\n',
    '\x7fELF\x02\x01\x01\0,\n',
    '\0\0\0\x01',
    'a\0b\0,\0\n\0',
  ];
  for (const text of binary)
    assert.equal(sniffCsv(Buffer.from(text, 'latin1'), true), null, JSON.stringify(text));
  const texts = ['id,v\n1,a\0b\n2,c\n', 'name\n\x1b[31mred\x1b[0m\nplain\n', 'a,b\n1,x\x02\n2,y\n'];
  for (const text of texts)
    assert.notEqual(sniffCsv(Buffer.from(text, 'latin1'), true), null, JSON.stringify(text));
});
