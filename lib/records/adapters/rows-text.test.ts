import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyHead } from '../detect/classify-head';
import { RowsText } from './rows-text';

/** All that comes out, read in pieces of a few bytes as well as at once. */
async function linesOf(text: string): Promise<string[]> {
  const outs = [7, 1 << 20].map(async (size) => {
    let bytes = Buffer.from(text);
    const rows = new RowsText({
      damaged: false,
      read: (view) => {
        const count = Math.min(view.length, size, bytes.length);
        view.set(bytes.subarray(0, count));
        bytes = bytes.subarray(count);
        return Promise.resolve(count);
      },
    });
    const view = new Uint8Array(size);
    const out: Buffer[] = [];
    for (let count = 1; count > 0; out.push(Buffer.from(view.slice(0, count)))) count = await rows.read(view);
    return Buffer.concat(out).toString().split('\n');
  });
  const [small = [], large] = await Promise.all(outs);
  assert.deepEqual(small, large);
  return small;
}

const envelopeOf = (text: string) => {
  const head = classifyHead(Buffer.from(text), true);
  return head.is === 'text' ? [head.shape.format, head.shape.envelope] : head.is;
};
const ROWS = ['[1,"ada@example.org"]', '[2,"b,]\\"@example.org"]', '[3,null]'];
const many = (lines: string[]) => Array.from({ length: 10 }, () => lines).flat();
const OBJECTS = ['{"id":1,"email":"ada@example.org"}', '{"id":2,"email":"b,]\\"@example.org"}', '{"id":3,"email":null}']; // prettier-ignore

test('names before the rows, beside them or in the first row make objects of them', async () => {
  const texts = [
    `{"meta":[{"name":"id","type":"Int"},{"name":"email"}],"data":[${ROWS.join()}],"rows":3,"statistics":{"a":{"b":1}}}`,
    `{\n "columns": ["id", "email"],\n "rows": [\n  ${ROWS.join(',\n  ')}\n ]\n}\n`,
    `{"database":"d","rows":[${ROWS.join()}],"truncated":false,"columns":["id","email"]}`,
    `{"preview":false,"fields":["id","email"],"rows":[${ROWS.join()}]}`,
    `[["id","email"],${ROWS.join()}]`,
  ];
  for (const text of texts) {
    assert.deepEqual(envelopeOf(text), ['json', 'rows'], text.slice(0, 40));
    assert.deepEqual(await linesOf(text), [...OBJECTS, ''], text.slice(0, 40));
  }
});

test('lines keep their numbers; what is no row, or one of another width, stays as it is', async () => {
  const lines = ['["id","email"]', ...ROWS].join('\n');
  assert.deepEqual(envelopeOf(lines), ['ndjson', 'rows']);
  assert.deepEqual(await linesOf(lines), ['', ...OBJECTS]);
  const typed = [
    '["id","email"]',
    '["UInt64","Nullable(String)"]',
    ...many(ROWS),
    '',
    '[4]',
    '{"a":1}',
    '[5,"',
  ];
  assert.deepEqual(await linesOf(typed.join('\n')), ['', '', ...many(OBJECTS), ...typed.slice(-4)]);
});

test('what else stands in the object is not lost', async () => {
  const more = `{"columns":["id","email"],"rows":[${ROWS.join()}],"users":[{"id":9}]}`;
  assert.deepEqual(await linesOf(more), [...OBJECTS, '{"users":[{"id":9}]}', '']);
  const before = `{"users":[{"id":9}],"columns":["id","email"],"rows":[${ROWS.join()}]}`;
  assert.equal(envelopeOf(before)[1], null);
  const twice = `{"columns":["id","email"],"rows":[${ROWS.join()}]}\n{"rows":[[4,"c@example.org"]]}`;
  assert.deepEqual((await linesOf(twice)).slice(3), ['{}', '{"rows":[[4,"c@example.org"]]}', '']);
  const cut = `{"columns":["id","email"],"rows":[${ROWS.join()},[4,"c@exa`;
  assert.deepEqual(await linesOf(cut), [...OBJECTS, '[4,"c@exa']);
});

test('arrays without names are documents as before', () => {
  const texts = [
    ROWS.join('\n'),
    `[${ROWS.join()}]`,
    `{"columns":["id"],"rows":[${ROWS.join()}]}`,
    `{"data":[${ROWS.join()}]}`,
    '["a","b"]\n["c","d"]\n["e","f"]\n',
    '{"type":"x","columns":[1,2],"data":[[1,2]]}',
  ];
  for (const text of texts) assert.equal(envelopeOf(text)[1], null, text.slice(0, 40));
});
