import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { CATEGORY_ROWS } from '../contract/categories';
import { Leaked } from '../contract/leaked';
import { VALUE_CHECKS } from './value-checks';
import { valueEvidence } from './value-evidence';

function holds(name: string, yes: string[], no: string[]): void {
  for (const text of yes)
    assert.equal(VALUE_CHECKS[name]?.(text), true, `${name} should take a text of ${text.length}`);
  for (const text of no) assert.equal(VALUE_CHECKS[name]?.(text), false, `${name} should refuse ${text}`);
}

test('card numbers: the test numbers of payment processors pass, a changed digit does not', () => {
  holds(
    'luhn',
    ['4242424242424242', '5555 5555 5555 4444', '378282246310005', '6011-1111-1111-1117'],
    ['4242424242424241', '0000000000000000', '1234', '79927398713'],
  );
});

test('IBANs: the examples of the SWIFT registry pass, a changed digit does not', () => {
  holds(
    'iban',
    [
      'GB29 NWBK 6016 1331 9268 19',
      'DE89370400440532013000',
      'FR1420041010050500013M02606',
      'NO9386011117947',
    ],
    ['DE89370400440532013001', 'GB29', 'DE'],
  );
});

test('IP addresses: not 0.0.0.0, not numbers over 255, not versions of three parts, not clock times', () => {
  holds(
    'ipv4',
    ['192.0.2.1', '10.0.0.1:8080', '203.0.113.0/24'],
    ['0.0.0.0', '256.1.1.1', '4.9.4', 'a.b.c.d'],
  );
  holds(
    'ipv6',
    ['2001:db8::1', '::1', '::ffff:192.0.2.1', '[2001:db8::1]:80'],
    ['12:30', '12:30:45', 'a::b::c', ':'],
  );
});

test('times since 1970 lie between 1990 and 2040, in their own unit', () => {
  holds('epoch-ms', ['1576454400000'], ['1576454400', '123456789012', '99']);
  holds('epoch-s', ['1576454400'], ['1576454400000', '2019', '20191226']);
});

test('country codes are those of ISO 3166', () => {
  holds('country-code', ['US', 'de', 'USA'], ['QQ', '12', 'Germany']);
});

test('a digest, a crypt string, a flag or a date is no password', () => {
  const digest = '5f4dcc3b5aa765d61d8327deb882cf99';
  holds(
    'password',
    ['hunter2', 'Pa$$w0rd', '123456'],
    [digest, '$2b$10$abc', '{SSHA}xx', 'true', '2019-12-26', '1'],
  );
});

test('a rule must name a check that exists', () => {
  const named = loadTaxonomy().values.flatMap((rule) => rule.shapes.flatMap((shape) => shape.check ?? []));
  assert.ok(named.length > 0);
  for (const name of named) assert.ok(VALUE_CHECKS[name], name);
});

test('a shape counts alone where nearly all values have it, and less where there are hardly any values', () => {
  const seal = (texts: string[]) =>
    valueEvidence(
      texts.map((text) => Leaked.seal(text)),
      loadTaxonomy(),
    );
  const mails = Array.from({ length: 19 }, (_, i) => `a${i}@example.org`);
  assert.ok(seal([...mails, 'x']).alone.includes('email'));
  assert.ok(!seal([...mails, 'x', 'y', 'z']).alone.includes('email'));
  assert.ok((seal(['a@example.org']).fit('email')?.alone ?? 1) < (seal(mails).fit('email')?.alone ?? 0));
  assert.equal(seal(['', '  ']).fit('email'), null);
  assert.equal(seal([...mails, ...mails]).tested, 19);
});

test('without a name, no everyday value is taken for health data', () => {
  const everyday = [
    'ok',
    'on',
    'of',
    'as',
    'at',
    'by',
    'an',
    'bx',
    'A1',
    'B2',
    'O7',
    'AB',
    'OB',
    'a',
    'b',
    'o',
    'A+',
    'B-',
    'GET',
    'M',
    '12/25',
    '640/480',
    '50/50',
    '100/200',
    '98.6',
    '36.7',
    '120',
    '72',
    '1.75',
    '175',
    '70',
    '0',
    '23.4',
    '5',
    'E11',
    'C50.9',
  ];
  for (const text of everyday)
    for (const sample of [[text], [text, ...everyday.filter((each) => each.length === text.length)]]) {
      const { alone } = valueEvidence(
        sample.map((each) => Leaked.seal(each)),
        loadTaxonomy(),
      );
      const health = alone.filter((id) => CATEGORY_ROWS.get(id)?.gdpr === 'special');
      assert.deepEqual(health, [], text);
    }
});

test('blood types and blood pressures are told by values that nothing else has', () => {
  const alone = (texts: string[]) =>
    valueEvidence(
      texts.map((text) => Leaked.seal(text)),
      loadTaxonomy(),
    ).alone;
  assert.ok(alone(['A Rh+', 'AB Rh-', 'O Rh+', 'B neg']).includes('blood-type'));
  assert.ok(alone(['120/80 mmHg', '95/60mmHg', '133/85 mmHg']).includes('blood-pressure'));
});
