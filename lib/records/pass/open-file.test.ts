import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { RawPart } from '../containers/raw-part';
import { FileRefused } from '../containers/file-refused';
import { type ArchiveEntryFixture, tarFixture, zipFixture } from '../testing/archive-fixtures';
import { openFile } from './open-file';
import { CORPUS } from '../../testing/repository';
import { tempFolder } from '../../testing/temp-folder';

const root = tempFolder('source-test');

const LINES = '{"a":1}\n{"a":2}\n';
const entry = (
  name: string,
  text: string | Buffer = LINES,
  more: Partial<ArchiveEntryFixture> = {},
): ArchiveEntryFixture => ({
  name,
  data: Buffer.from(text),
  ...more,
});

/** Everything in a file as one line: texts with packing, encoding and damage; skipped things by code. */
async function contents(bytes: Buffer, format: 'ndjson' | null = null): Promise<string[]> {
  const path = join(root, 'file');
  writeFileSync(path, bytes);
  const raw = new RawPart(path);
  const found: string[] = [];
  try {
    for await (const each of openFile(raw, format && { format, envelope: null })) {
      if (each.is === 'text') {
        const text = await textOf(each.text);
        const damaged = each.text.damaged ? ' damaged' : '';
        found.push(`${each.packing ?? 'plain'} ${each.text.encoding}${damaged}: ${text}`);
      } else found.push(each.is === 'skipped' ? each.code : 'damage');
    }
    return found;
  } finally {
    raw.close();
  }
}

async function textOf(text: { read(view: Uint8Array): Promise<number> }): Promise<string> {
  const pieces: Buffer[] = [];
  for (;;) {
    const view = Buffer.alloc(65_536);
    const count = await text.read(view);
    if (count === 0) return Buffer.concat(pieces).toString('utf8');
    pieces.push(view.subarray(0, count));
  }
}

test('gzip, in members and padded, within itself and around tar, is unpacked by content', async () => {
  const two = Buffer.concat([gzipSync('{"a":1}\n'), gzipSync('{"a":2}\n'), Buffer.alloc(700)]);
  assert.deepEqual(await contents(two), [`gzip utf-8: ${LINES}`]);
  assert.deepEqual(await contents(gzipSync(gzipSync(LINES))), [`gzip.gzip utf-8: ${LINES}`]);
  const tar = tarFixture([entry('a/b.csv'), entry('folder/', '', { type: '5' }), entry('c', '{"b":1}\n')]);
  assert.deepEqual(await contents(gzipSync(tar)), [`tar.gzip utf-8: ${LINES}`, 'tar.gzip utf-8: {"b":1}\n']);
  assert.deepEqual(await contents(Buffer.from(LINES)), [`plain utf-8: ${LINES}`]);
});

test('Zstandard is unpacked, its sum checked, and a cut is noticed', async () => {
  const packed = readFileSync(join(CORPUS, 'zst', 'ok.csv.zst'));
  const [whole = ''] = await contents(packed, 'ndjson');
  assert.equal(whole.split('\n').length, 5002);
  assert.match(whole, /^zstd utf-8: /);
  const sum = Buffer.from(packed);
  sum[sum.length - 1] = (sum.at(-1) as number) ^ 1;
  const twice = Buffer.concat([packed, packed]);
  assert.match((await contents(sum, 'ndjson'))[0] ?? '', /^zstd utf-8 damaged: /);
  assert.match((await contents(packed.subarray(0, 4000), 'ndjson'))[0] ?? '', /^zstd utf-8 damaged: /);
  assert.equal((await contents(twice, 'ndjson'))[0]?.split('\n').length, 10_003);
  assert.match((await contents(Buffer.concat([packed, Buffer.from('x')]), 'ndjson'))[0] ?? '', /damaged/);
});

test('every entry of a zip archive is a text or is said to be skipped', async () => {
  const zip = zipFixture([
    entry('one.ndjson'),
    entry('stored', '{"b":1}\n', { method: 0 }),
    entry('one.ndjson', '{"c":1}\n'),
    entry('deep/.hidden', LINES),
    entry('__MACOSX/._one.ndjson', 'x'),
    entry('link', 'one.ndjson', { mode: 0o120777 }),
    entry('secret', LINES, { flags: 1 }),
    entry('old', LINES, { method: 12 }),
    entry('program.exe', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')),
    entry('folder/', ''),
    entry('empty', ''),
  ]);
  assert.deepEqual(await contents(zip), [
    `zip utf-8: ${LINES}`,
    'zip utf-8: {"b":1}\n',
    'zip utf-8: {"c":1}\n',
    'FILE_HIDDEN',
    'LITTER',
    'ENTRY_UNSUPPORTED',
    'ENTRY_ENCRYPTED',
    'ENTRY_UNSUPPORTED',
    'FORMAT_UNKNOWN',
  ]);
});

test('a zip archive that lies about sums or sizes is damaged, one that overlaps or leads outside is refused', async () => {
  const damaged = [`zip utf-8 damaged: ${LINES}`];
  assert.deepEqual(await contents(zipFixture([entry('a', LINES, { crc: 1 })])), damaged);
  assert.deepEqual(await contents(zipFixture([entry('a', LINES, { textBytes: 99 })])), damaged);
  const short = await contents(zipFixture([entry('a', LINES, { textBytes: 8 })]));
  assert.deepEqual(short, ['zip utf-8 damaged: {"a":1}\n']);
  const after = zipFixture([entry('a', LINES, { crc: 1 }), entry('b')]);
  assert.deepEqual(await contents(after), [...damaged, `zip utf-8: ${LINES}`], 'the next entry is whole');
  const shared = zipFixture([entry('a'), entry('a', LINES, { sharesWith: 0 })]);
  assert.deepEqual(await contents(shared), ['ARCHIVE_OVERLAP']);
  for (const name of ['../a', '/a', '..\\a', 'C:\\a', 'x/../../a'])
    assert.deepEqual(await contents(zipFixture([entry('fine'), entry(name)])), ['UNSAFE_PATH'], name);
  const whole = zipFixture([entry('a')]);
  assert.deepEqual(await contents(whole.subarray(0, whole.length - 30)), ['ARCHIVE_DAMAGED']);
  assert.deepEqual(await contents(Buffer.concat([whole, Buffer.from('x')])), [
    `zip utf-8: ${LINES}`,
    'damage',
  ]);
});

test('archives lie in at most two others, and leave nothing in the temporary folder', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('spool-'));
  const zip = zipFixture([entry('a')]);
  const nested = zipFixture([entry('inner.zip', zip)]);
  assert.deepEqual(await contents(nested), [`zip.zip utf-8: ${LINES}`]);
  const deeper = zipFixture([entry('x.tar', tarFixture([entry('inner.zip', zip)])), entry('b')]);
  assert.deepEqual(await contents(deeper), [`zip.tar.zip utf-8: ${LINES}`, `zip utf-8: ${LINES}`]);
  assert.deepEqual(await contents(zipFixture([entry('x.gz', gzipSync(tarFixture([entry('i', zip)])))])), [
    'ARCHIVE_TOO_DEEP',
  ]);
  assert.deepEqual(
    readdirSync(tmpdir()).filter((name) => name.startsWith('spool-')),
    before,
  );
});

test('tar knows long names of both kinds, skips links, and is damaged where it is cut or its sums are wrong', async () => {
  const long = 'd/'.repeat(90) + 'name';
  const pax = `path=${long}\n`;
  const record = `${pax.length + 4} ${pax}`;
  const tar = tarFixture([
    entry('././@LongLink', `${long}\0`, { type: 'L' }),
    entry('short'),
    entry('pax', record, { type: 'x' }),
    entry('short'),
    entry('hard', '', { type: '1' }),
    entry('soft', '', { type: '2' }),
    entry('device', '', { type: '3' }),
  ]);
  const text = `tar utf-8: ${LINES}`;
  assert.deepEqual(await contents(tar), [text, text, ...Array<string>(3).fill('ENTRY_UNSUPPORTED')]);
  assert.deepEqual(await contents(tar.subarray(0, 512 * 4 - 500)), [
    `tar utf-8: ${LINES.slice(0, 12)}`,
    'damage',
  ]);
  const cut = tarFixture([entry('a')]).subarray(0, 1024);
  assert.deepEqual(await contents(cut), [text, 'damage'], 'cut between two entries');
  const wrong = tarFixture([entry('a'), entry('b')]);
  wrong[1030] = 1;
  assert.deepEqual(await contents(wrong), [text, 'damage']);
  const outside = contents(tarFixture([entry('a'), entry('../b')]));
  await assert.rejects(outside, new FileRefused('UNSAFE_PATH'));
  const paxOutside = tarFixture([entry('pax', '17 path=/etc/abc\n', { type: 'x' }), entry('a')]);
  await assert.rejects(contents(paxOutside), new FileRefused('UNSAFE_PATH'));
});

test('what cannot be read is named, with nothing read of it', async () => {
  const marks: [string, string][] = [
    ['\xfd7zXZ\0\0\x04', 'NEEDS_CONVERSION'],
    ['BZh91AY&SY', 'NEEDS_CONVERSION'],
    ['SQLite format 3\0', 'NEEDS_CONVERSION'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'NEEDS_CONVERSION'],
    ['%PDF-1.7\n', 'NEEDS_CONVERSION'],
    ['PGDMP\x01\x0e\0\x04\x08', 'NEEDS_CONVERSION'],
    ['\x89PNG\r\n\x1a\n\0\0', 'FORMAT_UNKNOWN'],
    [String.fromCharCode(...Array.from({ length: 256 }, (_, i) => (i * 167) % 256)), 'FORMAT_UNKNOWN'],
  ];
  for (const [mark, code] of marks)
    assert.deepEqual(await contents(Buffer.from(mark, 'latin1')), [code], mark);
  assert.deepEqual(await contents(zipFixture([entry('[Content_Types].xml'), entry('xl/workbook.xml')])), [
    'NEEDS_CONVERSION',
  ]);
  assert.deepEqual(await contents(Buffer.from('PAR1 is how Parquet begins PAR1')), ['ARCHIVE_DAMAGED']);
});

test('a bomb is stopped by its ratio once 256 MiB have come out, in whatever it is packed', async () => {
  const bomb = gzipSync(Buffer.alloc(300 << 20, '{"a":1}\n'));
  await assert.rejects(contents(bomb), new FileRefused('RATIO_LIMIT'));
  await assert.rejects(contents(gzipSync(bomb)), new FileRefused('RATIO_LIMIT'));
  assert.deepEqual(await contents(zipFixture([entry('a', Buffer.alloc(200 << 20))])), ['RATIO_LIMIT']);
});
