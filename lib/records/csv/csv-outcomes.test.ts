import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openInput, type OpenedInput } from '../open-input';
import { tempCache } from '../../testing/temp-cache';

const { folder: base } = tempCache('tables');

async function opened<T>(
  name: string,
  text: string | Buffer,
  look: (input: OpenedInput) => T | Promise<T>,
): Promise<T> {
  const path = join(base, name);
  writeFileSync(path, text);
  const input = await openInput([path]);
  try {
    return await look(input);
  } finally {
    input.close();
  }
}

/** Status, code, documents, rejects, warnings. */
function outcome(name: string, text: string | Buffer): Promise<(string | number | null)[]> {
  return opened(name, text, ({ store: { manifest } }) => [
    manifest.status,
    manifest.code,
    manifest.documents,
    manifest.rejected,
    ...manifest.warnings.map(({ code }) => code),
  ]);
}

test('hostile and broken tables reach their outcome', async () => {
  const commented = 'tag,n\n#one,1\n#two,2\nthree,3\n';
  assert.deepEqual(await outcome('comment-lines', commented), ['complete', null, 3, 0]);
  assert.deepEqual(await outcome('cr-only', 'id,mail\r1,a@example.org\r2,b@example.org\r'), [
    'complete',
    null,
    2,
    0,
  ]);
  assert.deepEqual(await outcome(`it's " ; drop.csv`, 'a\n1\n'), ['complete', null, 1, 0]);
  assert.deepEqual(await outcome('we[ir]d*name?.csv', 'a,b\n1,2\n'), ['complete', null, 1, 0]);
  const bomb = `id,v\n1,"${'x,'.repeat(20_000)}\n${Array.from({ length: 2998 }, (_, i) => `${i + 2},ok\n`).join('')}`;
  assert.deepEqual(await outcome('quote-bomb', bomb), ['partial', 'BAD_QUOTES', 2998, 1]);
  const five =
    'id,email,phone\n1,a@example.org,07700900123\n2,b@example.org\n3,c@example.org,07700900125,EXTRA\n';
  assert.deepEqual(
    await outcome('short-long-open', `${five}4,"d@example.org,07700900126\n5,e@example.org,07700900127\n`),
    ['partial', 'TOO_FEW_CELLS', 3, 2, 'STRAY_QUOTE'],
  );
  assert.deepEqual(await outcome('cut', 'id,mail\n1,a@example.org\n2,b@exa'), [
    'complete',
    null,
    2,
    0,
    'MISSING_NEWLINE',
  ]);
  assert.deepEqual(await outcome('marked', '\ufeffname,city\nJosé,Zürich\n'), [
    'complete',
    null,
    1,
    0,
    'BYTE_ORDER_MARK',
  ]);
  assert.deepEqual(await outcome('headerless', '7,a@example.org\n8,b@example.org\n'), [
    'complete',
    null,
    2,
    0,
    'HEADER_MISSING',
  ]);
});

test('every name of a hostile header is a column of its own', async () => {
  const header = `"a""b","new\nline",__proto__,constructor,"a'; DROP TABLE x; --",Email,email,"",  sp  ,select,"<img src=x>","=cmd|' /C calc'!A0","\u202eevil"`;
  await opened('hostile-header', `${header}\n1,2,3,4,5,6,7,8,9,10,11,12,13\n`, async ({ store }) => {
    assert.equal(store.manifest.paths.length, 13);
    const values: string[] = [];
    for (const { column, table } of store.manifest.paths) {
      const [row] = await store.engine.numbers(
        `select cast(${column} as integer) from ${store.source(table)}`,
      );
      values.push(String(row?.[0]));
    }
    assert.deepEqual(
      values.sort((a, b) => Number(a) - Number(b)),
      Array.from({ length: 13 }, (_, i) => String(i + 1)),
    );
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

test('a line of more than 16 MiB is refused by its place; the rows around it are read', async () => {
  const text = gzipSync(
    Buffer.concat([Buffer.from('id,v\n1,ok\n2,'), Buffer.alloc(20 << 20, 65), Buffer.from('\n3,ok\n')]),
  );
  await opened('long-line', text, ({ store: { manifest }, rejects }) => {
    assert.deepEqual([manifest.status, manifest.documents, manifest.rejected], ['partial', 2, 1]);
    assert.deepEqual(rejects, [
      { part: 0, line: 3, byte: 10, length: (20 << 20) + 2, code: 'LINE_TOO_LONG' },
    ]);
  });
});

test('an unclosed quote in a long file costs one row and no other', async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, i) => `${i},u${i}@example.org,"Main St. ${i}, Springfield"\n`,
  );
  rows[1000] = '1000,"u1000@example.org,Main St.\n';
  rows[30_000] = '30000,u30000@example.org,"Main St. 30000, Springfield\n';
  await opened('unclosed', `id,email,address\n${rows.join('')}`, ({ store: { manifest }, rejects }) => {
    assert.equal(manifest.documents + manifest.rejected, 60_000);
    assert.deepEqual(
      rejects.map(({ line, code }) => [line, code]),
      [[30_002, 'BAD_QUOTES']],
    );
    assert.deepEqual(manifest.warnings, [{ code: 'STRAY_QUOTE', count: 1 }]);
  });
});

test('a second table in the same file becomes a kind of its own, and is reported', async () => {
  const first = `id,mail\n${Array.from({ length: 900 }, (_, i) => `${i},u${i}@example.org\n`).join('')}`;
  const wide = 'sku,qty,price\nX,1,2.0\nY,3,4.0\n';
  const told = { code: 'SECOND_TABLE', count: 1 };
  for (const [name, text] of [
    ['blank', `${first}\n${wide}`],
    ['direct', first + wide],
    ['titled', `${first}\nStock\n\n${wide}`],
  ] as const) {
    await opened(`two-${name}`, text, ({ store: { manifest }, rejects }) => {
      assert.deepEqual(
        manifest.kinds.map(({ documents, keys }) => [documents, keys]),
        [
          [900, ['id', 'mail']],
          [2, ['price', 'qty', 'sku']],
        ],
      );
      assert.deepEqual(
        [manifest.status, manifest.code, manifest.skipped],
        ['partial', 'SECOND_TABLE', name === 'titled' ? 1 : 0],
      );
      assert.deepEqual(
        rejects.map(({ code, length }) => [code, length]),
        [['SECOND_TABLE', 13]],
      );
      assert.ok(manifest.warnings.some(({ code, count }) => code === told.code && count === 1));
    });
  }
  await opened('two-alike', `${first}\nsku,price\nX,2.0\nY,4.0\n`, ({ store: { manifest } }) => {
    assert.deepEqual(
      manifest.kinds.map(({ documents }) => documents),
      [900, 2],
    );
    assert.equal(manifest.code, 'SECOND_TABLE');
  });
  await opened(
    'one-with-gaps',
    `${first}\n900,x@example.org\n\n901,y@example.org\n`,
    ({ store: { manifest } }) => {
      assert.deepEqual([manifest.documents, manifest.status, manifest.warnings], [902, 'complete', []]);
    },
  );
  const short = 'sku,qty,price\nX,1,2.0\nY,3,4.0\n\n';
  await opened('short-first', short + first, ({ store: { manifest } }) => {
    assert.deepEqual([manifest.kinds.map(({ documents }) => documents), manifest.skipped], [[900, 2], 0]);
    assert.equal(manifest.code, 'SECOND_TABLE');
  });
});

test('a header that stands again behind the byte order mark of its own file is no row', async () => {
  const part = (from: number) => `\ufeffemail,name\n${from}@example.org,A\n${from + 1}@example.org,B\n`;
  assert.deepEqual(await outcome('joined', part(1) + part(3)), [
    'complete',
    null,
    4,
    0,
    'BYTE_ORDER_MARK',
    'HEADER_REPEATED',
  ]);
});

test('tables of a folder without headers are kinds by what they hold, and the SQL beside one names its columns', async () => {
  const folder = join(base, 'tab');
  mkdirSync(folder);
  const rows = (line: (i: number) => string) => Array.from({ length: 30 }, (_, i) => `${line(i)}\n`).join('');
  writeFileSync(
    join(folder, 'orders.txt'),
    rows((i) => `${i}\titem ${i}\tdone`),
  );
  const user = (i: number) => `${i}\tu${i}@example.org\tAda Abel`;
  writeFileSync(join(folder, 'people_1.txt'), rows(user));
  writeFileSync(
    join(folder, 'people_2.txt'),
    rows((i) => user(i + 30)),
  );
  writeFileSync(
    join(folder, 'users.txt'),
    rows((i) => user(i + 60)),
  );
  const table =
    'CREATE TABLE `users` (\n  `id` int,\n  `mail` text,\n  `n\u00e4me` text,\n  KEY `m` (`mail`)\n);\n';
  writeFileSync(join(folder, 'users.sql'), `-- MySQL dump 10\n${table}\n-- Dump completed\n`);
  const input = await openInput([folder]);
  try {
    const { manifest } = input.store;
    assert.equal(manifest.status, 'complete');
    const numbered = ['column 1', 'column 2', 'column 3'];
    assert.deepEqual(
      manifest.kinds.map(({ documents, keys }) => [documents, keys]),
      [
        [60, numbered],
        [30, numbered],
        [30, ['id', 'mail', 'n\u00e4me']],
      ],
    );
  } finally {
    input.close();
  }
});
