import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import type { Proof, Truth } from '../contract/truth';
import { WYZE } from '../testing/repository';
import { tempCache } from '../testing/temp-cache';
import { sideNoteWords } from '../words/results/side-note-words';
import { analyse } from './analyse';
import { findSideFiles, type SideFilesGiven } from './find-side-files';
import { openBeside } from './open-beside';

const { folder: scratch } = tempCache('side-files');
const SAMPLE = join(WYZE, 'sample');

/** A copy of the sample, changed. */
function sampleWith(name: string, change: (copy: string) => void = () => undefined): string {
  const copy = join(scratch, name);
  cpSync(SAMPLE, copy, { recursive: true });
  change(copy);
  return copy;
}

const truthOf = (copy: string) => JSON.parse(readFileSync(join(copy, 'truth.json'), 'utf8')) as Truth;
const told = (files: string[], given?: SideFilesGiven) =>
  findSideFiles(files, given).notes.map(({ is }) => is);

/** What is read of an input that has side files. */
async function read(files: string[], given?: SideFilesGiven) {
  const { opened, side } = await openBeside(files, findSideFiles(files, given));
  const { truthFile, proofFile, found, notes } = side;
  const { results } = await analyse({
    files,
    opened,
    case: null,
    truthFile,
    proofFile,
    isTruthFound: found !== null,
  });
  const [input] = results.inputs;
  return { input, results, notes: notes.map(({ is }) => is) };
}

test('a folder’s truth and proof are found, used, told in one line, and are no documents', async () => {
  const copy = sampleWith('folder');
  const truth = truthOf(copy);
  const documents = truth.files.reduce((sum, file) => sum + file.documents, 0);
  const broken = truth.files.reduce((sum, file) => sum + file.broken.length, 0);
  const [line, ...more] = findSideFiles([copy]).notes.map(sideNoteWords);
  assert.match(
    line ?? '',
    new RegExp(`made-up world “${truth.world}” of the case wyze-2019; proof.json says`),
  );
  assert.deepEqual(more, []);
  const names = readdirSync(copy).map((name) => join(copy, name));
  for (const files of [[copy], names, names.filter((name) => name.endsWith('.ndjson'))]) {
    const { input, results, notes } = await read(files);
    assert.deepEqual(notes, ['world']);
    assert.deepEqual(input?.synthetic, { world: truth.world, seed: truth.seed });
    assert.deepEqual([input.documents, input.rejected], [documents, broken]);
    assert.equal(results.drawn[0]?.proof, 'checked');
    // The case that the truth names knows what its kinds are called.
    const kinds = results.kinds.map(({ label }) => label).sort();
    assert.deepEqual(kinds, [...new Set(truth.files.flatMap((file) => Object.keys(file.kinds)))].sort());
  }
});

test('files named by hand win, and one that lies in the folder is no document either', async () => {
  const copy = sampleWith('by hand');
  const other = join(scratch, 'other-proof.json');
  cpSync(join(copy, 'proof.json'), other);
  assert.deepEqual(told([copy], { truthFile: join(copy, 'truth.json'), proofFile: other }), []);
  const { truthFile, proofFile, without } = findSideFiles([copy], { proofFile: other });
  assert.deepEqual([truthFile, proofFile], [join(copy, 'truth.json'), other]);
  assert.ok([...without].some((file) => file.endsWith('/proof.json')));
  const { input } = await read([copy], { truthFile: join(copy, 'truth.json') });
  assert.notEqual(input?.synthetic, null);
});

test('a truth of other documents is told and read as one more file, with the proof beside it', async () => {
  const changed = sampleWith('changed', (copy) =>
    appendFileSync(join(copy, 'events.ndjson'), '{"user_id":"x"}\n'),
  );
  const { input, results, notes } = await read([changed]);
  assert.deepEqual(notes, ['misfit']);
  assert.deepEqual([input?.synthetic, results.drawn[0]?.kind], [null, 'unknown']);
  const documents = truthOf(changed).files.reduce((sum, file) => sum + file.documents, 0);
  assert.equal(input?.documents, documents + 3);

  const missing = sampleWith('missing', (copy) => rmSync(join(copy, 'devices.ndjson')));
  assert.deepEqual(told([missing]), ['misfit']);
  const more = sampleWith('more', (copy) => writeFileSync(join(copy, 'more.ndjson'), '{"a":1}\n'));
  assert.deepEqual(told([more]), ['misfit']);
});

test('files of these names that another program wrote are told and read', async () => {
  const foreign = sampleWith('foreign', (copy) => {
    writeFileSync(join(copy, 'truth.json'), '{"truth":["something else"]}\n');
    writeFileSync(join(copy, 'proof.json'), '['.repeat(100_000));
  });
  assert.deepEqual(told([foreign]), ['foreign', 'foreign']);
  const { input } = await read([foreign]);
  assert.deepEqual([input?.synthetic, input?.rejectCounts['SYNTAX'] !== undefined], [null, true]);
});

test('a few files of a world do not take its truth and proof for their own; files beside them do not either', () => {
  const copy = sampleWith('few');
  assert.deepEqual(told([join(copy, 'accounts.ndjson')]), ['part']);
  const stranger = join(copy, 'stranger.ndjson');
  writeFileSync(stranger, '{"a":1}\n');
  assert.deepEqual(told([stranger]), []);
  assert.deepEqual(findSideFiles([join(copy, 'accounts.ndjson')]).proofFile, null);
  assert.deepEqual(told([copy, SAMPLE]), []);
});

test('a proof alone says how a folder was drawn', () => {
  const copy = sampleWith('proof alone', (each) => rmSync(join(each, 'truth.json')));
  assert.deepEqual(told([copy]), ['proof']);
  assert.ok(existsSync(findSideFiles([copy]).proofFile ?? ''));
});

test('nothing that can be read is passed over: neither beside a truth named by hand, nor as a proof’s counts', () => {
  const copy = sampleWith('with more', (each) => writeFileSync(join(each, 'more.ndjson'), '{"a":1}\n'));
  const elsewhere = join(SAMPLE, 'truth.json');
  const passed = [...findSideFiles([copy], { truthFile: elsewhere }).without].map((file) => basename(file));
  assert.deepEqual(passed.sort(), ['README.md', 'proof.json', 'truth.json', 'truth.json']);

  const proof = JSON.parse(readFileSync(join(SAMPLE, 'proof.json'), 'utf8')) as Proof;
  const counted = (text: string) => {
    const folder = mkdtempSync(join(scratch, 'counts-'));
    const counts = { person: 'user_id', whole: true, file: 'more.csv', sha256: '0'.repeat(64) };
    writeFileSync(join(folder, 'proof.json'), JSON.stringify({ ...proof, counts }));
    writeFileSync(join(folder, 'more.csv'), text);
    return [...findSideFiles([folder]).without].map((file) => basename(file)).sort();
  };
  assert.deepEqual(counted('rank,count\n1,2\n'), ['more.csv', 'proof.json']);
  assert.deepEqual(counted('user_id,email\n1,2\n'), ['proof.json']);
});

test('a truth that nobody named is not believed of addresses that could be real', async () => {
  const real = join(scratch, 'real');
  cpSync(SAMPLE, real, { recursive: true });
  const accounts = join(real, 'accounts.ndjson');
  writeFileSync(accounts, readFileSync(accounts, 'latin1').replaceAll('example.', 'exemple.'), 'latin1');
  const truth = truthOf(real);

  const sha256 = createHash('sha256').update(readFileSync(accounts)).digest('hex');
  const files = truth.files.map((file) => (file.name === 'accounts.ndjson' ? { ...file, sha256 } : file));
  writeFileSync(join(real, 'truth.json'), JSON.stringify({ ...truth, files }));
  const { input, notes } = await read([real]);
  assert.deepEqual([input?.synthetic, notes], [null, ['world']]);
  assert.ok(input?.warnings.includes('TRUTH_NOT_SYNTHETIC'));
});
