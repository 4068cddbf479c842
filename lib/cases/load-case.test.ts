import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findCase } from './find-case';
import { loadCase } from './load-case';
import { refuses } from '../testing/refuses';
import { GOLDEN } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const root = tempFolder('cases');

/** A copy of the invented case with one text of one file replaced. */
function changed(name: string, file: string, from: string, to: string): string {
  const dir = join(root, 'data', name);
  mkdirSync(join(root, 'data'), { recursive: true });
  for (const part of ['case.yaml', 'claims.yaml', 'fields.yaml', 'sources.csv'])
    cpSync(join(GOLDEN, part), join(dir, part));
  const text = readFileSync(join(dir, file), 'utf8');
  assert.ok(text.includes(from), `${file} holds ${from}`);
  writeFileSync(join(dir, file), text.replace(from, to));
  return dir;
}

test('the golden case loads, with what it leaves out derived', () => {
  const caseFolder = loadCase(GOLDEN);
  const find = (id: string) => caseFolder.claims.find((claim) => claim.id === id);
  assert.deepEqual(find('finder-passwords')?.tests, [{ measure: 'people.with:password' }]);
  assert.equal(find('finder-passwords')?.testability, 'records');
  assert.equal(find('lamplight-window')?.testability, 'outside');
  assert.equal(find('gazette-week')?.testability, 'public');
  assert.deepEqual(find('finder-users')?.contradicts, []);
  assert.match(caseFolder.ledger, /^[0-9a-f]{64}$/);
  assert.equal(caseFolder.notes.people, 'people.accounts');
});

test('a share in per cent is the same claim as its part of 1, and 1 % is not everybody', () => {
  const shareIn = (name: string, written: string) => {
    const { claims } = loadCase(changed(name, 'claims.yaml', 'value: 0.3, unit: share', written));
    return claims.find(({ id }) => id === 'finder-share')?.wording;
  };
  const plain = { hedge: 'bare', value: 0.3, unit: 'share', digits: 2 };
  assert.deepEqual(shareIn('part', 'value: 0.3, unit: share'), plain);
  assert.deepEqual(shareIn('per-cent', 'value: 30, unit: "%"'), plain);
  assert.equal(shareIn('one', 'value: 1, unit: "%"')?.value, 0.01);
  assert.equal(shareIn('odd', 'value: 6.9, unit: per cent')?.value, 0.069);
});

test('the ledger hash changes with the ledger and with nothing else', () => {
  const plain = loadCase(GOLDEN).ledger;
  assert.equal(loadCase(changed('hash-same', 'fields.yaml', 'people:', 'people:')).ledger, plain);
  assert.equal(
    loadCase(changed('hash-notes', 'fields.yaml', 'the address a lamp', 'an address a lamp')).ledger,
    plain,
  );
  assert.notEqual(
    loadCase(changed('hash-other', 'claims.yaml', 'about 50,000', 'about 60,000')).ledger,
    plain,
  );
  assert.notEqual(loadCase(changed('hash-case', 'case.yaml', 'seed: golden', 'seed: other')).ledger, plain);
});

// file, what is changed, to what, and how the message ends; the position is where the changed word stands.
const FAULTS: [string, string, string, RegExp][] = [
  [
    'claims.yaml',
    'id: finder-users',
    'id: finder-passwords',
    /^claims\.yaml, line 20, column 3: this id stands here twice\.$/,
  ],
  [
    'claims.yaml',
    'party: finder\n',
    'party: nobody\n',
    /^claims\.yaml, line 2, column 3: case\.yaml names no such party\.$/,
  ],
  [
    'claims.yaml',
    'subject: passwords',
    'subject: pasword',
    /^claims\.yaml, line 4, column 3: case\.yaml names no such subject\.$/,
  ],
  [
    'claims.yaml',
    'sources: [N1]',
    'sources: [N9]',
    /^claims\.yaml, line 8, column 13: sources\.csv has no such id\.$/,
  ],
  [
    'claims.yaml',
    'contradicts: [lamplight-no-passwords]',
    'contradicts: [lamplight-no]',
    /^claims\.yaml, line 9, column 17: the ledger has no other claim of this id\.$/,
  ],
  [
    'claims.yaml',
    'contradicts: [lamplight-no-passwords]',
    'original: gone',
    /^claims\.yaml, line 9, column 3: the ledger has no claim of this id\.$/,
  ],
  [
    'claims.yaml',
    'hedge: some',
    'hedge: maybe',
    /^claims\.yaml, line 6, column 14: must be one of bare, about, /,
  ],
  [
    'claims.yaml',
    'wording: { hedge: some }',
    'wordng: { hedge: some }',
    /^claims\.yaml, line 6, column 3: this key is not known\.$/,
  ],
  [
    'claims.yaml',
    '  measure: people.with:password\n',
    '  measure: people.with:password\n  tests: [{ measure: devices }]\n',
    /^claims\.yaml, line 1, column 3: must NOT be valid\.$/,
  ],
  [
    'claims.yaml',
    '  measure: people.with:password\n',
    '  measure: people.with:password\n  reports: lamplight\n',
    /^claims\.yaml, line 8, column 3: what somebody reports of another is judged for whether it was said: leave out the measure\.$/,
  ],
  [
    'claims.yaml',
    'wording: { hedge: some }',
    'wording: null',
    /^claims\.yaml, line 1, column 3: it needs a wording, or a region in each test\.$/,
  ],
  [
    'claims.yaml',
    'said: Finder said that passwords',
    'said: Finder: said that passwords',
    /^claims\.yaml, line 5, column \d+: this is not YAML \(/,
  ],
  [
    'claims.yaml',
    '  party: finder\n',
    '  party: finder\n  party: finder\n',
    /^claims\.yaml, line 3, column 3: this key stands here twice\.$/,
  ],
  [
    'claims.yaml',
    'wording: { hedge: bare, dates: { from: 2021-03-01, to: 2021-03-09 } }',
    'testability: records',
    /: it needs a measure to be tested on records\.$/,
  ],
  [
    'claims.yaml',
    'value: 0.3, unit: share, digits: 2',
    'value: 1',
    /^claims\.yaml, line 33, column 27: say how the share is written: unit: "%" for 24, or unit: share for 0\.24\.$/,
  ],
  [
    'claims.yaml',
    'value: 0.3, unit: share',
    'value: 30, unit: share',
    /: no share is above 1: write unit: "%" for a number of per cent\.$/,
  ],
  ['claims.yaml', 'value: 0.3, unit: share', 'value: 130, unit: "%"', /: no share is above 100 %\.$/],
  [
    'claims.yaml',
    'value: 50000, unit: people',
    'value: 50, unit: "%"',
    /: % is a part, and the measure is a number: take a measure that begins with share\.$/,
  ],
  [
    'claims.yaml',
    'value: 50000, unit: people',
    'value: 50, unit: thousand people',
    /: write the number out: value: 2400000, and not 2\.4 with unit: million\.$/,
  ],
  [
    'claims.yaml',
    'value: 50000, unit: people',
    'value: 0.05, unit: people',
    /: write the number out: the measure counts whole ones\.$/,
  ],
  [
    'case.yaml',
    'published: 2021-03-10',
    'published: tenth of March',
    /^case\.yaml, line 4, column 1: must match pattern/,
  ],
  [
    'case.yaml',
    'zone: Europe/Berlin',
    'zone: Europe/Nowhere',
    /^case\.yaml, line 3, column 1: this is no IANA time zone\.$/,
  ],
  [
    'case.yaml',
    'defaultWorld: finder',
    'defaultWorld: nobody',
    /^case\.yaml, line \d+, column 1: worlds does not name it\.$/,
  ],
  [
    'case.yaml',
    'defaultWorld: finder',
    'defaultWorld: finder\nwholeWorlds: [nobody]',
    /^case\.yaml, line \d+, column \d+: worlds does not name it\.$/,
  ],
  [
    'case.yaml',
    'category: timezone',
    'category: time-zone',
    /^case\.yaml, line \d+, column 5: there is no such category\.$/,
  ],
  [
    'case.yaml',
    'by: lamplight',
    'by: nobody',
    /^case\.yaml, line \d+, column \d+: there is no such party\.$/,
  ],
  [
    'case.yaml',
    'claims: [finder-passwords]',
    'claims: [finder-gone]',
    /^case\.yaml, line \d+, column \d+: claims\.yaml has no claim of this id\.$/,
  ],
  [
    'case.yaml',
    'source: N2',
    'source: N9',
    /^case\.yaml, line 6, column \d+: sources\.csv has no such id\.$/,
  ],
  [
    'fields.yaml',
    'category: account-id',
    'category: account',
    /^fields\.yaml, line \d+, column \d+: there is no such category\.$/,
  ],
  [
    'fields.yaml',
    'category: password-hash',
    'category: hash',
    /^fields\.yaml, line \d+, column \d+: there is no such category\.$/,
  ],
  [
    'sources.csv',
    'id,publisher',
    'id,publishr',
    /^sources\.csv, line 1, column 1: the first line must be id,publisher,/,
  ],
  ['sources.csv', 'N2,', 'N1,', /^sources\.csv, line 3, column 1: this id stands here twice\.$/],
  ['sources.csv', '2021-03-11', '11 March', /^sources\.csv, line 3, column 3: a date must be YYYY-MM-DD\.$/],
  [
    'sources.csv',
    'https://gazette',
    'gazette',
    /^sources\.csv, line 4, column 4: an address must begin with http\.$/,
  ],
  [
    'sources.csv',
    ',invented,invented',
    ',invented',
    /^sources\.csv, line 2, column \d+: this is not CSV of 6 cells/,
  ],
  [
    'sources.csv',
    ',invented,invented',
    ',invented,',
    /^sources\.csv, line 2, column 6: no cell may be empty/,
  ],
];

FAULTS.forEach(([file, from, to, message], i) => {
  test(`${file} with "${to.trim().slice(0, 40)}" is refused with its place`, () => {
    const dir = changed(`fault-${i}`, file, from, to);
    refuses(() => loadCase(dir), 'CASE_INVALID', message);
  });
});

test('a measure that the kit does not know is refused with its place', () => {
  const first = changed('measure-of-a-claim', 'claims.yaml', 'share.of:northern', 'share.above:northern');
  refuses(
    () => loadCase(first),
    'MEASURE_UNKNOWN',
    /^claims\.yaml, line 34, column 3: there is no measure share\.above:northern\.$/,
  );
  const second = changed('measure', 'claims.yaml', 'people.with:password-hash', 'people.with:nothing');
  refuses(
    () => loadCase(second),
    'MEASURE_UNKNOWN',
    /^claims\.yaml, line 18, column 7: there is no measure people\.with:nothing\.$/,
  );
});

test('a missing file of a case is refused', () => {
  const dir = changed('no-sources', 'sources.csv', 'id,', 'id,');
  rmSync(join(dir, 'sources.csv'));
  refuses(() => loadCase(dir), 'CASE_INVALID', /^sources\.csv, line 1, column 1: the file is missing/);
});

test('a case is found upwards, by name or as the only one', () => {
  const home = join(root, 'project');
  const deep = join(home, 'notebooks', 'deep');
  const kit = join(root, 'kit');
  mkdirSync(deep, { recursive: true });
  for (const name of ['one', 'two']) {
    mkdirSync(join(home, 'data', name), { recursive: true });
    if (name === 'one') writeFileSync(join(home, 'data', name, 'case.yaml'), 'title: one\n');
  }
  mkdirSync(join(home, 'data', 'taxonomy'), { recursive: true });
  assert.deepEqual(findCase(undefined, deep, kit), { name: 'one', dir: join(home, 'data', 'one') });
  refuses(() => findCase('three', deep, kit), 'CASE_UNKNOWN', /^There is no case three; there are: one\.$/);
  writeFileSync(join(home, 'data', 'two', 'case.yaml'), 'title: two\n');
  assert.equal(findCase('two', deep, kit).name, 'two');
  const folder = join(home, 'data', 'one');
  assert.deepEqual(findCase(join('data', 'one'), home, kit), { name: 'one', dir: folder });
  assert.deepEqual(findCase(folder, deep, kit), { name: 'one', dir: folder });
  refuses(() => findCase(undefined, deep, kit), 'CASE_UNKNOWN', /there are: one, two\.$/);
  refuses(
    () => findCase('one', tempFolder('nowhere'), kit),
    'CASE_UNKNOWN',
    /There is no case one; there are: \.$/,
  );
});
