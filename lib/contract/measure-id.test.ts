import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  categoriesAbout,
  countsPeople,
  formatMeasureId,
  isDocuments,
  isShare,
  measureTitle,
  parseMeasureId,
} from './measure-id';
import { categoriesIn } from './categories';
import { type MeasureEntry, MEASURES } from './measure-table';

const KNOWN: [id: string, family: string, parameter?: string | string[]][] = [
  ['documents', 'documents'],
  ['documents.kind:scale', 'documents.kind', 'scale'],
  ['documents.kind:Order Items', 'documents.kind', 'Order Items'],
  ['people.accounts', 'people.accounts'],
  ['people.emails-l2', 'people.emails-l2'],
  ['people.with:bone-mass', 'people.with', 'bone-mass'],
  ['share.with-any:health', 'share.with-any', 'health'],
  ['share.of:eastern', 'share.of', 'eastern'],
  ['tokens.with:api-token', 'tokens.with', 'api-token'],
  ['tokens.alive-after:2019-12-26T00:00:00Z', 'tokens.alive-after', '2019-12-26T00:00:00Z'],
  ['overlap:account,share', 'overlap', ['account', 'share']],
  ['window:server', 'window', 'server'],
];

test('an id is taken apart and put together again', () => {
  for (const [id, family, parameter] of KNOWN) {
    const known = parseMeasureId(id);
    assert.deepEqual(known, parameter === undefined ? { family } : { family, parameter });
    assert.equal(known && formatMeasureId(known), id);
  }
});

test('what the kit does not count is no id', () => {
  const unknown = [
    ...['', 'people', 'people.with', 'people.with:', 'people.with:bones', 'people.with:toString', 'toString'],
    ...['share.with-any:wealth', 'share.with-any:toString', 'share.of:', 'share.of:Eastern', 'documents:x'],
    ...['documents.kind:', 'people.emails-l9', 'overlap:account', 'overlap:a,b,c', 'union:a,', 'window:'],
    ...['tokens.alive-after:2019-12-26', 'tokens.alive-after:2019-99-99T00:00:00Z'],
  ];
  for (const id of unknown) assert.equal(parseMeasureId(id), null, id);
});

test('documents, shares and people are told apart', () => {
  const units = ['documents', 'documents.kind:x', 'documents.twice', 'people.accounts', null];
  assert.deepEqual(units.map(isDocuments), [true, true, false, false, false]);
  assert.deepEqual(['share.of:eastern', 'people.share-only', 'nothing'].map(isShare), [true, false, false]);
  assert.deepEqual(['people.share-only', 'devices', 'nothing'].map(countsPeople), [true, false, false]);
});

test('a title has words where the table has none', () => {
  assert.equal(measureTitle('people.owners'), 'People with a device');
  assert.equal(measureTitle('overlap', ['account', 'share']), 'People in account and in share');
});

test('every measure says what it counts, and where', () => {
  for (const [family, entry] of Object.entries<MeasureEntry>(MEASURES)) {
    assert.match(entry.definition, /\.$/, family);
    const made = join(__dirname, '..', entry.madeIn.replace(/ts$/, 'js'));
    assert.ok(existsSync(made), `${family}: ${entry.madeIn}`);
  }
});

test('a measure is about the categories whose values it counts, named in its id or not', () => {
  const about: [string, readonly string[]][] = [
    ['people.with:password', ['password']],
    ['tokens.with:api-token', ['api-token']],
    ['people.with-any:health', categoriesIn('health')],
    ['share.with-any:credentials', categoriesIn('credentials')],
    ['people.emails-any', ['email']],
    ['people.emails-others', ['email']],
    ['people.share-only', ['email']],
    ['hosts.provider:alibaba', ['hostname']],
    ['documents', []],
    ['people.accounts', []],
  ];
  for (const [id, categories] of about) assert.deepEqual(categoriesAbout(id), categories, id);
  // Whatever a look may have to confirm is about something that a look can be asked for.
  for (const [family, { needsReview, parameter }] of Object.entries<MeasureEntry>(MEASURES)) {
    const id = { CATEGORY: ':password', GROUP: ':health' }[String(parameter)] ?? '';
    if (needsReview) assert.notEqual(categoriesAbout(`${family}${id}`).length, 0, family);
  }
});
