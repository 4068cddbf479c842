import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ErrorCode } from '../../contract/errors';
import { previewInput } from './preview-input';
import { openInput } from '../open-input';
import { filesIn } from '../../testing/files-in';
import { refuses, refusesLater } from '../../testing/refuses';
import { tempCache } from '../../testing/temp-cache';

const { folder: root } = tempCache('look-test');

const file = filesIn(root);

function refused(code: ErrorCode, message: RegExp, ...files: string[]): void {
  assert.equal(refuses(() => previewInput(files), code, message).exit, 2);
}

const LINES = '{"a":1}\n'.repeat(50_000);

test('format and compression come from the content, never from the name', () => {
  const plain = previewInput([file('plain.csv.gz', LINES)]);
  assert.deepEqual(
    [plain.parts[0]?.compression, plain.bytes, plain.textBytesEstimate, plain.cached],
    [null, LINES.length, LINES.length, false],
  );
  const packed = previewInput([file('packed.txt', gzipSync(LINES))]);
  assert.equal(packed.parts[0]?.compression, 'gzip');
  assert.ok(
    Math.abs(packed.textBytesEstimate / LINES.length - 1) < 0.2,
    `estimate ${packed.textBytesEstimate}`,
  );
  assert.ok(packed.diskNeeded > LINES.length * 0.3 && packed.diskFree > packed.diskNeeded);
});

test('a byte order mark and leading blank lines are looked past', () => {
  const blanks = `${'\n'.repeat(300_000)}{"a":1}\n`;
  const seen = (name: string, content: string | Buffer) => {
    const { parts } = previewInput([file(name, content)]);
    return parts.map(({ format, compression, refused }) => [format, compression, refused]);
  };
  assert.deepEqual(seen('mark', `\ufeff\n \r\n\t{"a":1}\n`), [['ndjson', null, null]]);
  assert.deepEqual(seen('blanks', blanks), [['ndjson', null, null]]);
  assert.deepEqual(seen('packed-blanks', gzipSync(blanks)), [['ndjson', 'gzip', null]]);
});

test('parts are sorted by path, and a file named twice, linked or not, is there once', () => {
  const b = file('b.ndjson', '{"a":1}\n');
  const a = file('a.ndjson', '{"a":2}\n');
  linkSync(a, join(root, 'hard'));
  symlinkSync(a, join(root, 'soft'));
  const look = previewInput([b, a, a, join(root, 'soft')]);
  assert.deepEqual(
    look.parts.map((part) => part.name),
    ['soft', 'b.ndjson'],
  );
  assert.equal(previewInput([a, join(root, 'hard')]).parts.length, 1);
});

test('each kind of unusable file has its code, its sentence and exit code 2', () => {
  mkdirSync(join(root, 'folder'));
  refused('FILE_MISSING', /no file at .*nowhere/, join(root, 'nowhere'));
  refused('FILE_MISSING', /no file/, join(root, 'a.ndjson', 'below'));
  refused('FILE_MISSING', /no file/, join(root, 'nul\u0000byte'));
  refused('FILE_EMPTY', /folder is empty/, join(root, 'folder'));
  refused('FILE_EMPTY', /empty is empty/, file('empty', ''));
  refused('FILE_EMPTY', /empty too is empty/, file('empty too', ''), file('blank', ' \r\n\t\n'));
  assert.equal(previewInput([file('fine', '{}'), file('empty beside it', '')]).parts.length, 1);
  refused('FILE_EMPTY', /is empty/, file('packed-nothing', gzipSync('')));
  refused('FILE_EMPTY', /is empty/, file('packed-blank', gzipSync('\n\n')));
  refused('FORMAT_UNKNOWN', /no format that is read/, file('page.ndjson', '<p>\n<b>1</b>\n'));
  refused(
    'FORMAT_UNKNOWN',
    /no format that is read/,
    file('packed-page.ndjson', gzipSync('<p>\n<b>1</b>\n')),
  );
  refused('USAGE', /at least one/i);
});

test('a device or pipe is no readable file', { skip: process.platform === 'win32' }, () => {
  refused('FILE_UNREADABLE', /cannot be read/, '/dev/null');
  execFileSync('mkfifo', [join(root, 'pipe')]);
  refused('FILE_UNREADABLE', /cannot be read/, join(root, 'pipe'));
});

test('no message holds anything that stands in the file', () => {
  const path = file('canary', '<SYNTHETIC-canary>\n');
  const { message, stack } = refuses(() => previewInput([path]), 'FORMAT_UNKNOWN', /no format that is read/);
  assert.doesNotMatch(`${message} ${stack}`, /SYNTHETIC/);
});

test('no message holds the name of a file that was found in a folder', () => {
  const folder = join(root, 'leak');
  mkdirSync(folder);
  const inside = ['yml', 'json', 'bin'].map((end) => join('leak', `jane.canary@example.org.${end}`));
  file(inside[0] as string, '- a: 1\n  b: 2\n');
  file(inside[1] as string, '');
  const told = (run: () => unknown): string => {
    try {
      return JSON.stringify(run());
    } catch (fault) {
      return `${(fault as Error).message} ${JSON.stringify(fault)}`;
    }
  };
  const alone = told(() => previewInput([folder]));
  assert.match(alone, /^A file in the folder is /);
  file(inside[2] as string, '{"a":1}\n{"a":2}\n');
  const { parts } = previewInput([folder]);
  const refusals = parts.flatMap(({ refused: error }) => (error ? [error.message] : []));
  assert.deepEqual(refusals, ['A file in the folder is YAML, which is not read.']);
  for (const text of [alone, ...refusals]) assert.doesNotMatch(text, /canary/);
});

test('an archive that is damaged from its beginning is left to the reading', () => {
  const bytes = gzipSync(LINES);
  bytes.fill(0xff, 12, 60);
  assert.equal(previewInput([file('damaged', bytes)]).parts[0]?.compression, 'gzip');
});

test('an input whose copy cannot fit is looked at, and refused before it is read', async () => {
  const path = file('sparse', LINES);
  truncateSync(path, 8e12);
  assert.equal(previewInput([path]).textBytesEstimate, 8e12);
  await refusesLater(openInput([path]), 'DISK_FULL', /needs 36\d{11} bytes and \d+ bytes are free/);
  rmSync(path);
});
