import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../../cases/load-taxonomy';
import type { Category } from '../../contract/categories';
import { openEngine } from '../../engine/open-engine';
import { tempFolder } from '../../testing/temp-folder';
import { noValueTest } from './no-value-test';

const { noValues } = loadTaxonomy();

const MASKED = [
  'REDACTED',
  '[REDACTED]',
  '********',
  '•••••',
  'XXXX-1234',
  'xxxxxxxx',
  '[FILTERED]',
  '<hidden>',
  '<password hidden>',
  '**** **** **** 4242',
  'XXXX-XXXX-XXXX-4242',
  '****1234',
  'j***@example.org',
  'a*****n',
  '###',
  '***masked***',
  '+1 *** *** 1234',
  '12 ** 34',
  '{private}',
];
const PLACEHOLDERS = [
  'n/a',
  'N/A',
  'None',
  'null',
  '-',
  '--',
  'test@test.com',
  '0000-00-00',
  '(null)',
  '0000000000',
  '000-000-0000',
  '00:00:00:00:00:00',
];
/** Looks like one and may be somebody's. */
const TRUE_ONES = [
  'hunter2',
  'changeme',
  'test',
  'secret',
  'xx1234',
  'unknown',
  'Ana',
  '0',
  '2019-12-04',
  '1234',
  'a*b*c',
  'x'.repeat(80),
];

test('masked values and placeholders are told from true passwords', () => {
  const { sortOf } = noValueTest(noValues, ['password']);
  for (const text of MASKED) assert.equal(sortOf(text), 'masked', text);
  for (const text of PLACEHOLDERS) assert.equal(sortOf(text), 'placeholder', text);
  for (const text of TRUE_ONES.filter((each) => each !== 'p***' && each !== 'hidden'))
    assert.equal(sortOf(text), null, text);
});

test('what can be a true value of the field is one: Namibia, a person called Null, the password “test”', () => {
  const said = (text: string, categories: Category[] | null) =>
    noValueTest(noValues, categories).sortOf(text);
  assert.equal(said('NA', ['country']), null);
  assert.equal(said('NA', ['diagnosis']), 'placeholder');
  assert.equal(said('Null', ['person-name']), null);
  assert.equal(said('undefined', ['username']), null);
  assert.equal(said('undefined', ['account-id']), 'placeholder');
  assert.equal(said('test', ['password']), null);
  assert.equal(said('test', ['email']), 'placeholder');
  assert.equal(said('test', ['email', 'password']), null);
  assert.equal(said('test', null), null);
});

test('what the engine takes for suspects are all of them, and not much else', async () => {
  const dir = tempFolder('no-values');
  const engine = await openEngine({ tempDir: dir, readable: [dir] });
  try {
    const { listed, shaped, sortOf } = noValueTest(noValues, ['email']);
    const entry = { column: 'text', fold: 7 };
    const suspects = async (texts: string[]) => {
      await engine.fill(
        'made',
        ['text'],
        texts.map((text) => [text]),
      );
      const rows = await engine.numbers(
        `select count(*) from made where ${listed(entry)} union all select count(*) from made where ${shaped(entry)} and not ${listed(entry)}`,
      );
      return rows.reduce((sum, [count]) => sum + (count ?? 0), 0);
    };
    const all = [...MASKED, ...PLACEHOLDERS, ' N/A', 'n/a ', 'NONE', 'test'];
    assert.deepEqual(
      all.filter((text) => sortOf(text) === null),
      [],
    );
    assert.equal(await suspects(all), all.length);
    const usual = [
      'ana@example.org',
      '+49 30 1234567',
      '-73.98',
      'Kyiv',
      '02:00:00:00:00:01',
      'a_b',
      'deadbeef',
    ];
    assert.equal(await suspects(usual), 0);
  } finally {
    engine.close();
  }
});

test('a long text of masks takes no time', () => {
  const started = performance.now();
  for (const text of ['x'.repeat(1024), '* '.repeat(512), '#'.repeat(64), `[${'a'.repeat(62)}`])
    noValueTest(noValues, ['password']).sortOf(text);
  assert.ok(performance.now() - started < 200);
});
