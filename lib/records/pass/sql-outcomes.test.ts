import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { randomsOf } from '../../testing/randoms-of';
import { MANNERS, meantTables, writeDump } from '../testing/sql-fuzz';
import { pass, rowsByDuckdb, storeValues } from '../testing/differential-check';
import type { PassOptions, PassResult } from './pass-options';
import { NIGHTLY } from '../../testing/nightly';

const shape = { format: 'sql', envelope: null } as const;

/** What a dump comes to: values by document and path, rejects by place, and how often what was noticed. */
async function read(
  text: string | Buffer,
  options: PassOptions = {},
): Promise<{ result: PassResult; values: string[]; rejects: string[]; warnings: Record<string, number> }> {
  const { result, dir } = await pass([text], options, shape);
  const table = new Map(result.kinds.map((kind) => [kind.id, kind.table]));
  const values = (await storeValues(dir, result, rowsByDuckdb)).map((line) => {
    const [doc, kind, path, , type, ...value] = line.split('|');
    return `${doc} ${table.get(kind ?? '')}.${path} ${type}${type === 'null' ? '' : ` ${value.join('|')}`}`;
  });
  const rejects = (await rowsByDuckdb(join(dir, 'rejects.parquet'))).map((row) =>
    [row['line'], row['byte'], row['length'], row['code']].join(' '),
  );
  return {
    result,
    values,
    rejects,
    warnings: Object.fromEntries(result.warnings.map(({ code, count }) => [code, count])),
  };
}

/** Type and text of the values of one tuple. */
async function tuple(values: string, before = 'INSERT INTO `t` VALUES '): Promise<string[]> {
  const { values: found, rejects } = await read(`${before}(${values});\n`);
  assert.deepEqual(rejects, [], values);
  const order = (line: string): number => Number(/column(\d+)/.exec(line)?.[1] ?? 0);
  return found.sort((a, b) => order(a) - order(b)).map((line) => line.replace(/^1 t\.column\d+ /, ''));
}

test('NUL bytes in a dump, as a damaged disk leaves them, are told', async () => {
  const { result } = await pass(
    [`INSERT INTO "t" VALUES (1,'a${'\0'.repeat(64)}b');\nINSERT INTO "t" VALUES (2,'c');\n`],
    {},
    { format: 'sql', envelope: null },
  );
  assert.equal(result.documents, 2);
  assert.deepEqual(
    result.warnings.filter(({ code }) => code === 'NUL_BYTES').map(({ count }) => count),
    [64],
  );
});

test('values of MySQL are what the server would store, and keep the text they have', async () => {
  assert.deepEqual(
    await tuple(
      String.raw`'it''s','it\'s',"say ""x""",'\\','a\nb\rc\td','\0/\Z/\b','\%\_','\q','',NULL,null,' null '`,
    ),
    [
      "string it's",
      "string it's",
      'string say "x"',
      'string \\',
      'string a\nb\rc\td',
      'string \0/\x1a/\b',
      'string \\%\\_',
      'string q',
      'string ',
      'null',
      'null',
      'string  null ',
    ],
  );
  assert.deepEqual(await tuple('1.10,00123,1e5,0x1F,12345678901234567890,-0,.5,+1,1.,0,true,TRUE'), [
    'number 1.10',
    'string 00123',
    'number 1e5',
    'string 0x1F',
    'number 12345678901234567890',
    'number -0',
    'string .5',
    'string +1',
    'string 1.',
    'number 0',
    'boolean true',
    'string TRUE',
  ]);
  assert.deepEqual(await tuple("_binary 'ab',_utf8mb4'cd',N'ef',X'4D79',b'01',DATE '2019-12-26'"), [
    'string ab',
    'string cd',
    'string ef',
    "string X'4D79'",
    "string b'01'",
    'string 2019-12-26',
  ]);
  assert.deepEqual(await tuple("1 /* a, ( */ , -- b)\n 2, # c'\n 3"), ['number 1', 'number 2', 'number 3']);
});

test('values of the standard keep backslashes; E strings and casts are understood', async () => {
  const before = 'SET standard_conforming_strings = on;\nINSERT INTO t VALUES ';
  assert.deepEqual(
    await tuple(
      String.raw`'C:\dir\','a''b',E'x\ny\'\\\x41\101\u00e9\U0001F600','z'::character varying(10),'q'::text[]`,
      before,
    ),
    ['string C:\\dir\\', "string a'b", "string x\ny'\\AAé😀", 'string z', 'string q'],
  );
});

test('calls and casts are kept as they are written, and counted', async () => {
  const { values, warnings } = await read(
    "INSERT INTO `t` VALUES (NOW(), CAST('a,b)' AS CHAR(3)), 'a' || 'b', DEFAULT, 2019-12-01, ARRAY['x','y']);\n",
  );
  assert.deepEqual(
    values.map((line) => line.replace(/^1 t\.column/, '')),
    [
      '1 string NOW()',
      "2 string CAST('a,b)' AS CHAR(3))",
      "3 string 'a' || 'b'",
      '4 string DEFAULT',
      '5 string 2019-12-01',
      "6 string ARRAY['x','y']",
    ],
  );
  assert.equal(warnings['SQL_EXPRESSIONS'], 6);
});

test('bytes marked as binary that are no text are kept in hexadecimal; elsewhere they refuse their row', async () => {
  const row = Buffer.concat([
    Buffer.from("INSERT INTO `t` VALUES (1,'é',_binary '"),
    Buffer.from([0xff, 0x41]),
    Buffer.from("'),(2,'"),
    Buffer.from([0xff]),
    Buffer.from("',NULL);\n"),
  ]);
  const { values, rejects } = await read(row);
  assert.deepEqual(values, ['1 t.column1 number 1', '1 t.column2 string é', '1 t.column3 string 0xFF41']);
  assert.deepEqual(rejects, [`1 ${row.indexOf('(2')} 12 NOT_UTF8`]);
});

test('lines behind COPY are read with their escapes', async () => {
  const lines = ['\\N\t\\\\N', 'x\\ty\ta\\nb\\\\\\b\\f\\r\\v.', '\\x41\\101\t\\q', '\t', '\\.', ''];
  const { values, rejects, result } = await read(`COPY public.t (a, b) FROM stdin;\n${lines.join('\n')}`);
  assert.deepEqual(values, [
    '1 t.a null',
    '1 t.b string \\N',
    '2 t.a string x\ty',
    '2 t.b string a\nb\\\b\f\r\v.',
    '3 t.a string AA',
    '3 t.b string q',
    '4 t.a string ',
    '4 t.b string ',
  ]);
  assert.deepEqual([rejects, result.status], [[], 'complete']);
});

test('JSON in a text is opened as in every other format', async () => {
  const { values } = await read(`INSERT INTO \`t\` (\`body\`) VALUES ('{\\"k\\":[1,\\"x\\"]}');\n`);
  assert.deepEqual(values, [
    '1 t.body string {"k":[1,"x"]}',
    '1 t.body«json».k[] number 1',
    '1 t.body«json».k[] string x',
  ]);
});

test('columns are named by the statement, else by the table, else by numbers; a name met again is numbered', async () => {
  const { values, warnings } = await read(
    [
      "CREATE TABLE t (a int, `b,(c` varchar(9) DEFAULT 'x,y', key text, PRIMARY KEY (a), KEY `k` (`b,(c`(3)));",
      "INSERT INTO t VALUES (1,'x','y');",
      "INSERT INTO t (key, a) VALUES ('z',2);",
      'INSERT INTO u VALUES (3,4);',
      'INSERT INTO v (x, x, __proto__, "q""r") VALUES (5,6,7,8);',
      '',
    ].join('\n'),
  );
  assert.deepEqual(
    [...values].sort(),
    [
      '1 t.["b,(c"] string x',
      '1 t.a number 1',
      '1 t.key string y',
      '2 t.a number 2',
      '2 t.key string z',
      '3 u.column1 number 3',
      '3 u.column2 number 4',
      '4 v.["q\\"r"] number 8',
      '4 v.__proto__ number 7',
      '4 v.x number 5',
      '4 v.x#2 number 6',
    ].sort(),
  );
  assert.equal(warnings['COLUMNS_UNNAMED'], 1);
});

test('a table is a kind: names with dates stay apart, a database and a schema stand before the name', async () => {
  const { result } = await read(
    'INSERT INTO `users` VALUES (1),(2),(3);\nINSERT INTO `users_201912` VALUES (1),(2);\nUSE `shop`;\nINSERT INTO `users` VALUES (1);\nINSERT INTO `audit`.`log` VALUES (1),(2),(3),(4);\n',
  );
  assert.deepEqual(
    result.kinds.map(({ table, documents }) => `${table} ${documents}`),
    ['audit.log 4', 'users 3', 'users_201912 2', 'shop.users 1'],
  );
});

test('statements that bring no rows are skipped and counted, those that change rows are named', async () => {
  const { result, warnings } = await read(
    [
      'CREATE TABLE t (a int);',
      'INSERT INTO t VALUES (1),(2);',
      "UPDATE t SET a = 3 WHERE a = ';';",
      'DELETE FROM t;',
      'TRUNCATE TABLE t;',
      'DROP TABLE t;',
      'DROP TABLE IF EXISTS other;',
      'DELIMITER ;;',
      'CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN INSERT INTO t VALUES (9); END;;',
      'DELIMITER ;',
      'CREATE FUNCTION f() AS $body$ INSERT INTO t VALUES (9); $body$;',
      'CREATE TRIGGER y AFTER INSERT ON t BEGIN UPDATE t SET a = 1; DELETE FROM t; END;',
      '/*!50001 CREATE VIEW v AS SELECT 1 */;',
      'what a stranger wrote',
      'INSERT INTO t VALUES (3)',
      '  ON DUPLICATE KEY UPDATE a = VALUES(a);',
      '',
    ].join('\n'),
  );
  assert.deepEqual(warnings, { STATEMENTS_UNAPPLIED: 4, STATEMENTS_SKIPPED: 8, LINES_SKIPPED: 1 });
  assert.deepEqual(
    [result.documents, result.rejected, result.skipped, result.status],
    [3, 0, 13, 'complete'],
  );
});

test('a row that cannot be read is refused by its place, and costs no other', async () => {
  const text = [
    'CREATE TABLE t (a int, b text, c int);',
    "INSERT INTO t VALUES (1,'a',2),(2,'b'),(3,'c',4,5),(4,'O'Brien',6),(5,'open,7),(6,'d',8),(7,,9),(8,'e',10);",
    "INSERT INTO t VALUES (9,'f',11) junk, (10,'g',12);",
    "INSERT INTO t SELECT 1, 'x', 2;",
    "INSERT INTO t VALUES (11,'h',13)",
    "INSERT INTO t VALUES (12,'i',14);",
    '',
  ].join('\n');
  const { result, rejects, values } = await read(text);
  const ids = values.filter((line) => line.includes('t.a ')).map((line) => line.split(' ').at(-1));
  const said = rejects.map((reject) => {
    const [line, byte, length, code] = reject.split(' ');
    assert.equal(text.slice(0, Number(byte)).split('\n').length, Number(line));
    return `${code} ${text.slice(Number(byte), Number(byte) + Number(length))}`;
  });
  assert.deepEqual(said, [
    "TOO_FEW_CELLS (2,'b')",
    "TOO_MANY_CELLS (3,'c',4,5)",
    "BAD_ROW (4,'O'Brien',6)",
    "BAD_ROW (5,'open,7)",
    'BAD_ROW (7,,9)',
    'BAD_ROW junk',
    "ROWS_UNREAD INSERT INTO t SELECT 1, 'x', 2;",
  ]);
  assert.deepEqual(
    ids.sort((a, b) => Number(a) - Number(b)),
    ['1', '6', '8', '9', '10', '11', '12'],
  );
  assert.equal(result.status, 'partial');
});

for (const manner of MANNERS)
  test(`a dump of ${manner} that is cut among its rows is never complete where one is lost`, async () => {
    const [table] = meantTables(randomsOf(3));
    const rows = (table?.rows ?? []).slice(0, 4);
    const text = Buffer.from(writeDump([{ ...(table as NonNullable<typeof table>), rows }], manner));
    const whole = await read(text);
    assert.deepEqual([whole.result.documents, whole.result.status], [4, 'complete']);
    const first = NIGHTLY ? text.indexOf('\n') + 1 : text.indexOf('u0@example.org') - 20;
    const end = NIGHTLY ? text.length : text.indexOf('u3@example.org') + 60;
    const complete: number[] = [];
    for (let cut = first; cut < end; cut += NIGHTLY ? 1 : 53) {
      const { result } = await pass([text.subarray(0, cut)], { workers: 1 }, shape);
      // What has no document at all is refused as such.
      if (result.documents > 0 && result.documents < 4 && result.status !== 'partial') complete.push(cut);
    }
    assert.deepEqual(complete, []);
  });

test('a statement that breaks off hides no rows behind it: it is said, and they are read', async () => {
  const rows =
    "INSERT INTO `t` (`a`, `b`) VALUES (1,'a');\nINSERT INTO `t` (`a`, `b`) VALUES (2,'b;c');\nINSERT INTO `t` (`a`, `b`) VALUES (3,'d');\n";
  const broken = [
    "SET x = 'oops;\n",
    'SET x = 1\n',
    'UNLOCK TABLES -- a delimiter is missing\n',
    "CREATE TABLE t (a int COMMENT 'it's', b text);\n",
    "INSERT INTO `u` (`c`) VALUES (1) ON DUPLICATE KEY UPDATE c = 'oops;\n",
  ];
  for (const statement of broken) {
    const { result } = await read(statement + rows);
    const found = result.kinds.find(({ table }) => table === 't')?.documents;
    assert.deepEqual([found, result.status, result.code], [3, 'partial', 'SQL_CUT'], statement);
  }
  const whole = [
    'WITH x AS (SELECT 1)\nINSERT INTO t SELECT * FROM x;\n',
    'CREATE RULE r AS ON UPDATE TO t DO INSTEAD\nINSERT INTO log VALUES (1);\n',
    'CREATE FUNCTION f() AS $$\nINSERT INTO t VALUES (1);\n$$;\n',
    'SET x = 1 /*\nINSERT INTO t VALUES (1);\n*/;\n',
  ];
  for (const statement of whole) {
    const { result } = await read(statement + rows);
    assert.deepEqual([result.documents, result.status], [3, 'complete'], statement);
  }
});

test('a row longer than a line may be, and an unclosed quote, cost themselves', async () => {
  const long = `INSERT INTO \`t\` VALUES (1),('${'x'.repeat(17 << 20)}'),(3);\nINSERT INTO \`t\` VALUES (4);\n`;
  const { result, rejects } = await read(long);
  assert.deepEqual([result.documents, result.rejected], [3, 1]);
  assert.deepEqual(rejects, [`1 27 ${(17 << 20) + 4} LINE_TOO_LONG`]);
  const open = await read("INSERT INTO `t` VALUES (1),('open),(3);\nINSERT INTO `t` VALUES (4);\n");
  assert.deepEqual([open.result.documents, open.rejects], [3, ['1 27 7 BAD_ROW']]);
});

test('ten million columns, two thousand tables and two definitions of one are read or refused in bounds', async () => {
  const wide = `INSERT INTO \`t\` VALUES (${'1,'.repeat(5_000_000)}1),(2);\nINSERT INTO \`u\` VALUES (3);\n`;
  const { result, rejects } = await read(wide, { workers: 1 });
  assert.deepEqual(
    rejects.map((line) => line.split(' ')[3]),
    ['TOO_MANY_PATHS'],
  );
  assert.equal(result.documents, 2);
  const many = await pass(
    [Array.from({ length: 2100 }, (_, i) => `INSERT INTO \`t${i}\` (\`c\`) VALUES (${i});\n`).join('')],
    {},
    shape,
  );
  assert.deepEqual([many.result.documents, many.result.kinds.length], [2100, 1]);
  const twice = await read(
    'CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);\nCREATE TABLE t (b int, c int);\nINSERT INTO t VALUES (2,3);\n',
  );
  assert.deepEqual(twice.values, ['1 t.a number 1', '2 t.b number 2', '2 t.c number 3']);
});

test('a COPY with options, or without its end, is said and hides no other table', async () => {
  const options = await read(
    'COPY t (a) FROM stdin WITH (FORMAT csv);\n1\n2\n\\.\nINSERT INTO u VALUES (1);\n',
  );
  assert.deepEqual([options.result.documents, options.result.rejectCounts], [1, { ROWS_UNREAD: 2 }]);
  const open = await read('COPY t (a, b) FROM stdin;\n1\t2\nCOPY u (a, b) FROM stdin;\n3\t4\n\\.\n');
  assert.deepEqual(
    [open.result.kinds.map(({ table }) => table).sort(), open.result.rejected, open.result.code],
    [['t', 'u'], 0, 'SQL_CUT'],
  );
});

test('rows behind a damaged first word are read, and behind any other damage of their head refused', async () => {
  const head = 'INSERT INTO `users` VALUES ';
  const rows = (i: number) => `(${i},'p${i}@example.org'),(${i + 100},'q${i}@example.org');\n`;
  for (let at = 0; at < head.length; at++)
    for (const sign of ['(', 'x', '', '\u0001']) {
      const damaged = head.slice(0, at) + sign + head.slice(at + 1);
      const lines = [0, 1, 2, 3].map((i) => (i === 2 ? damaged : head) + rows(i));
      const { result } = await pass(
        [`CREATE TABLE \`users\` (\`id\` int, \`email\` text);\n${lines.join('')}`],
        {},
        shape,
      );
      if (at < 'INSERT'.length) assert.equal(result.documents, 8, damaged);
      else assert.ok(result.documents === 8 || result.rejected > 0, damaged);
    }
});
