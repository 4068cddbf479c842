import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { CATEGORY_ROWS, categoriesIn } from '../contract/categories';
import { taxonomyFolder } from './taxonomy-folder';
import { loadTaxonomy } from './load-taxonomy';
import { notEmpty } from '../testing/not-empty';

const taxonomy = loadTaxonomy();

test('what is compiled in is the table of the taxonomy, row by row', () => {
  const text = readFileSync(join(taxonomyFolder(), 'categories.csv'), 'utf8');
  const cast = (cell: string) => (cell === '' ? null : cell);
  assert.deepEqual([...CATEGORY_ROWS.values()], parse(text, { columns: true, cast }));
});

test('a category has one name, and no two have the same', () => {
  const rows = [...CATEGORY_ROWS.values()];
  for (const { title, plural, noun, gdpr, id } of rows) {
    assert.ok(noun === title || id === 'unknown' || noun.replace(/^an? /, '').startsWith(title), id);
    assert.match(plural, /^[A-Za-z]/, id);
    assert.ok(['none', 'personal', 'special'].includes(gdpr), id);
  }
  assert.equal(new Set(rows.map(({ title }) => title)).size, rows.length);
});

test('health and credentials are the groups of the contract', () => {
  const health =
    'height weight bmi body-fat body-water muscle-mass bone-mass bone-density protein-share protein-intake';
  const rest = 'basal-metabolic-rate heart-rate blood-pressure blood-type diagnosis medication';
  assert.deepEqual(categoriesIn('health'), `${health} ${rest}`.split(' '));
  const credentials = 'password password-hash api-token third-party-token session-id secret-key';
  assert.deepEqual(categoriesIn('credentials'), credentials.split(' '));
});

test('all health data is special under the GDPR, and nothing else is', () => {
  for (const row of notEmpty(CATEGORY_ROWS.values())) {
    assert.equal(row.gdpr === 'special', row.group === 'health', row.id);
  }
});

test('rules are about categories that exist, with weights from 0 to 1', () => {
  for (const { category, weight, phrases } of notEmpty(taxonomy.names)) {
    assert.ok(CATEGORY_ROWS.has(category), category);
    assert.ok(weight > 0 && weight <= 1 && phrases.length > 0, category);
  }
  for (const { category, alone, support, shapes, says } of notEmpty(taxonomy.values)) {
    assert.ok(CATEGORY_ROWS.has(category), category);
    assert.ok(alone >= 0 && alone <= 1 && support >= 0 && support <= 1 && says !== '', category);
    for (const shape of shapes) {
      const forms = [shape.pattern, shape.check, shape.range].filter((form) => form !== undefined);
      assert.equal(forms.length, 1, category);
      if (shape.pattern !== undefined)
        assert.doesNotThrow(() => new RegExp(shape.pattern ?? '', `u${shape.flags ?? ''}`), category);
    }
  }
});

test('forms admit categories that exist, a word of the table at a time, and no pattern is broken', () => {
  const text = readFileSync(join(taxonomyFolder(), 'closed-forms.csv'), 'utf8');
  const rows = parse<{ form: string; admits: string }>(text, { columns: true });
  const words = rows.flatMap(({ admits }) => admits.split(' ')).map((word) => word.replace(/^-/, ''));
  for (const word of notEmpty(new Set(words)))
    assert.ok(word === '' || word === '*' || CATEGORY_ROWS.has(word) || categoriesIn(word).length > 0, word);
  for (const { pattern } of notEmpty(taxonomy.closedForms))
    assert.doesNotThrow(() => new RegExp(`^(?:${pattern})$`, 'u'), pattern);
});

test('mail providers: each domain has one row, in lower case, and what is synthetic is reserved for documentation', () => {
  const providers = [...new Set(taxonomy.mailProviders.values())];
  const domains = providers.flatMap((provider) => provider.domains);
  assert.equal(new Set(domains).size, domains.length);
  for (const { domains: own, dotsIgnored, tag, synthetic } of providers) {
    for (const domain of own) assert.match(domain, /^[a-z0-9.-]+\.[a-z]+$/);
    assert.equal(
      synthetic,
      own.some((domain) => /(^|\.)example\.(org|com|net)$/.test(domain)),
    );
    assert.ok(dotsIgnored || tag !== null, 'a row without a rule says nothing');
    assert.ok(tag === null || tag.length === 1);
  }
  const [real, ours] = ['googlemail.com', 'mail.example.com'].map((each) => taxonomy.mailProviders.get(each));
  assert.equal(real?.domains[0], 'gmail.com');
  assert.deepEqual([ours?.dotsIgnored, ours?.tag], [real?.dotsIgnored, real?.tag]);
});

test('no suffix of a cloud belongs to two providers or lies below one of another', () => {
  const all = taxonomy.cloudProviders.flatMap(({ id, suffixes }) =>
    suffixes.map((suffix) => ({ id, suffix })),
  );
  for (const { id, suffix } of notEmpty(all)) {
    assert.match(suffix, /^[a-z0-9.-]+\.[a-z]+$/);
    const above = all.filter((other) => `.${suffix}`.endsWith(`.${other.suffix}`));
    assert.deepEqual(above, [{ id, suffix }]);
  }
});

test('synthetic hardware prefixes are locally administered, and only they are', () => {
  const prefixes = taxonomy.macPrefixes.map(({ prefix }) => prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const { prefix, synthetic } of taxonomy.macPrefixes) {
    assert.match(prefix, /^[0-9A-F]{4,}$/);
    assert.equal(synthetic, /^.[26AE]/.test(prefix), prefix);
  }
});

test('the tables are read once', () => {
  assert.equal(loadTaxonomy(), taxonomy);
});
