import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnalysisError } from '../../contract/errors';
import type { InputPreview } from '../../records/store/preview-input';
import { conversionLines, lookLine } from './look-line';
import { protectionLine } from './protection-line';

const part = {
  path: '',
  name: '',
  bytes: 1000,
  envelope: null,
  stamp: '',
  textBytesEstimate: 9000,
  refused: null,
};
const look = (
  format: InputPreview['format'],
  ...parts: Partial<InputPreview['parts'][number]>[]
): InputPreview => ({
  format,
  bytes: 1000,
  textBytesEstimate: 9000,
  cached: false,
  diskNeeded: 5e6,
  diskFree: 9e9,
  empty: 0,
  parts: parts.map((each) => ({ ...part, format: 'ndjson', compression: null, ...each })),
});

test('the line before reading says format, packing, files, space needed and free', () => {
  assert.match(
    lookLine(look('ndjson', {})),
    /^This looks like NDJSON: one file, \S+ \S+\. Its private working copy needs/,
  );
  assert.match(
    lookLine(look('csv', { compression: 'gzip' })),
    /like gzipped CSV: one file, .* \(some .* of text\)\./,
  );
  assert.match(
    lookLine(look(null, { compression: 'tar.gzip' })),
    /like something packed \(tar\.gzip\): one file/,
  );
  assert.match(
    lookLine(look('mixed', {}, { compression: 'zip' })),
    /like several formats, partly packed: 2 files/,
  );
  assert.match(
    lookLine({ ...look('json', {}), cached: true, diskNeeded: 0 }),
    /one file, \S+ \S+\. Its private working copy is there already\. Nothing leaves/,
  );
  const refused = new AnalysisError('FILE_HIDDEN');
  assert.match(lookLine(look('json', {}, { refused })), /like JSON: one file, .*, 1 skipped\. /);
});

test('files that need a conversion are named with it, the first three of them', () => {
  const refused = (argument: string) =>
    new AnalysisError('NEEDS_CONVERSION', { argument, format: 'YAML', command: `yq -c '.[]' FILE` });
  assert.deepEqual(conversionLines(look('json', {}, { refused: new AnalysisError('FILE_HIDDEN') })), []);
  const many = ['a', 'b', 'c', 'd'].map((name) => ({ refused: refused(`${name}.yml`) }));
  const lines = conversionLines(look('json', {}, ...many));
  assert.equal(
    lines[0],
    "a.yml is YAML, which is not read. Convert it and name the result: `yq -c '.[]' FILE`",
  );
  assert.deepEqual([lines.length, lines[3]], [4, '1 more file is in such formats.']);
});

test('weaker protections are named on macOS and Windows, and there are none to name on Linux', () => {
  assert.equal(protectionLine('linux'), null);
  assert.match(protectionLine('darwin') ?? '', /^On macOS .* no limit of memory/);
  assert.match(protectionLine('win32') ?? '', /^On Windows .* not cut off from the network/);
});
