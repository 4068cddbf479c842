import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { findProblem, type SchemaName, validate } from './validate';
import type { Proof } from './truth';
import { refuses } from '../testing/refuses';

const GOLDEN: Record<SchemaName, string> = {
  case: 'case.yaml',
  claims: 'claims.yaml',
  fields: 'fields.yaml',
  manifest: 'manifest.json',
  'private-results': 'private-results.json',
  proof: 'proof.json',
  review: 'review.json',
  results: 'results.json',
  seal: 'seal.json',
  truth: 'truth.json',
};

function golden(name: SchemaName): unknown {
  const text = readFileSync(join(__dirname, 'golden', GOLDEN[name]), 'utf8');
  return GOLDEN[name].endsWith('.yaml') ? parse(text) : JSON.parse(text);
}

/** Every copy of a document with one key of one object left out, one key added, or one value turned into a marked text. */
function* broken(value: unknown): Generator<{ what: string; make: () => unknown }> {
  const places: string[][] = [];
  const walk = (node: unknown, path: string[]) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([...path, key]);
      walk((node as Record<string, unknown>)[key], [...path, key]);
    }
  };
  walk(value, []);
  for (const path of places) {
    const edit = (change: (parent: Record<string, unknown>, key: string) => void) => () => {
      const copy = structuredClone(value);
      let parent = copy as Record<string, unknown>;
      for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
      change(parent, path.at(-1) as string);
      return copy;
    };
    yield {
      what: `${path.join('/')} as a nested list`,
      make: edit((parent, key) => (parent[key] = [['SECRET-VALUE']])),
    };
  }
}

/** Golden proofs of the other designs: `proof.json` is a draw of people. */
const PROOFS = ['census', 'records', 'cluster', 'stratified', 'presence', 'two-captures'];

for (const design of PROOFS) {
  const read = () =>
    JSON.parse(readFileSync(join(__dirname, 'golden', `proof-${design}.json`), 'utf8')) as object;

  test(`the golden proof of a ${design} draw has its form, and none with a value of another kind has`, () => {
    assert.equal(findProblem('proof', read()), null);
    for (const variant of broken(read()))
      assert.notEqual(findProblem('proof', variant.make()), null, variant.what);
  });
}

test('a proof without the part that its design needs is refused', () => {
  const parts = { cluster: 'clusters', stratified: 'strata', 'two-captures': 'captures' };
  for (const [kind, part] of Object.entries(parts))
    assert.equal(
      findProblem('proof', { ...(golden('proof') as object), kind })?.rule,
      `must have required property '${part}'`,
    );
  const people = golden('proof') as object;
  assert.notEqual(findProblem('proof', { ...people, population: { value: null, source: 'x' } }), null);
  assert.notEqual(findProblem('proof', { ...people, key: null }), null);
});

test('strata by presence are two, and called so', () => {
  const file = join(__dirname, 'golden', 'proof-presence.json');
  const proof = JSON.parse(readFileSync(file, 'utf8')) as Proof;
  const [present, absent] = proof.strata?.list ?? [];
  const withList = (list: unknown[]) => ({ ...proof, strata: { ...proof.strata, list } });
  assert.equal(findProblem('proof', withList([absent, present])), null);
  assert.notEqual(findProblem('proof', withList([present, { ...absent, value: 'US' }])), null);
});

for (const name of Object.keys(GOLDEN) as SchemaName[]) {
  test(`the golden ${name} document has its form`, () => {
    assert.equal(findProblem(name, golden(name)), null);
    validate(name, golden(name));
  });

  test(`a ${name} document with any one value of another kind is refused, and its value is not repeated`, () => {
    let tried = 0;
    for (const variant of broken(golden(name))) {
      const error = refuses(() => validate(name, variant.make()), 'SCHEMA', /does not have the form/);
      assert.doesNotMatch(error.message, /SECRET/, variant.what);
      tried++;
    }
    assert.ok(tried > 5);
  });
}

test('a results document without one of its parts, or with the private part, is refused', () => {
  const document = golden('results') as Record<string, unknown>;
  for (const key of Object.keys(document)) {
    const without = Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
    assert.notEqual(findProblem('results', without), null, key);
  }
  const leaking = { ...document, private: (golden('private-results') as Record<string, unknown>)['private'] };
  assert.deepEqual(findProblem('results', leaking), { place: ['private'], rule: 'this key is not known' });
  assert.notEqual(findProblem('results', golden('private-results')), null);
  assert.notEqual(findProblem('private-results', document), null);
});

test('the error names the rule and the place', () => {
  const document = golden('results') as { claims: { verdict: string }[] };
  (document.claims[0] as { verdict: string }).verdict = 'proven';
  const error = refuses(
    () => validate('results', document),
    'SCHEMA',
    /^The document does not have the form/,
  );
  assert.equal(
    error.message,
    'The document does not have the form results: must be one of supported, refuted, undecided, not-testable, ' +
      'disputed-definition at /claims/0/verdict.',
  );
});
