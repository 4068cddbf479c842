import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniffJson } from '../detect/sniff-json';
import { pass } from '../testing/differential-check';
import { JSON_FUZZ_LINES } from '../testing/json-fuzz-lines';
import { NIGHTLY } from '../../testing/nightly';

// Every short text that JSON.parse takes must be read, and every one that it refuses must be refused or said, whatever format
// the opening is taken for. The kinds follow RFC 8259; the texts are this kit's own.

const WRAPPED = ['[]', '[1]', '{"a":1}', '"x"', '-0.0', 'null', '1e5', '"\\u0061"', '{}'];
const TEXTS = [
  ...JSON_FUZZ_LINES.filter((line) => line.length < 500 && !line.includes('\u0000')),
  ...WRAPPED.flatMap((text) => [
    `[${text}]`,
    ` [ ${text} , ${text} ] `,
    `{"k":${text}}`,
    `{"k":\n${text}\n}`,
    `[\n${text}\n]\n`,
  ]),
  ...WRAPPED.flatMap((text) => [
    `[${text}`,
    `${text}]`,
    `[${text},]`,
    `[,${text}]`,
    `{"k":${text}`,
    `{"k":${text},}`,
    `[${text}}`,
  ]),
  '[1,\n1\n,1',
  '[1,\n]',
  '["a\n"]',
  '{"a"\n1}',
  '[1\n2]',
  '{"a":1\n"b":2}',
  '{\n"a":\n',
  '[[[[1]]]',
  '{"a":1}}',
  '[1]]',
];

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** One JSON value a line is no JSON text, and a format of its own. */
const isLines = (text: string): boolean =>
  text.split('\n').every((line) => line.trim() === '' || isJson(line));

test('every JSON text is read, and no other one without a word', async () => {
  // Each text is a pass of its own; every eleventh of them has every layout (five, and seven broken ones).
  for (const text of TEXTS.filter((_, i) => NIGHTLY || i % 11 === 0)) {
    const bytes = Buffer.from(text.replace(/^\ufeff/, ''));
    const shape = sniffJson(Buffer.from(bytes.toString().trimStart()), true);
    if (!shape) {
      assert.ok(!isJson(text), `refused: ${text}`);
      continue;
    }
    const { result } = await pass([bytes], { workers: 1 }, shape);
    const isSaid = result.status !== 'complete' || result.documents === 0 || result.warnings.length > 0;
    if (!isJson(text)) assert.ok(isSaid || isLines(text), `taken: ${text}`);
    else if (!['[]', '[ ]'].includes(text.trim()))
      assert.deepEqual([result.rejected, result.status], [0, 'complete'], text);
  }
});
