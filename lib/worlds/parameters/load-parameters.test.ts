import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AnalysisError } from '../../contract/errors';
import { checkPossible } from './check-possible';
import { worldParameters } from './load-parameters';
import { refuses } from '../../testing/refuses';
import { WYZE } from '../../testing/repository';
import { tempFolder } from '../../testing/temp-folder';

const worlds = join(WYZE, 'worlds');
const folder = tempFolder('worlds-test');

function faultOf(text: string): AnalysisError {
  const file = join(folder, 'w.yaml');
  writeFileSync(file, text);
  try {
    worldParameters(file);
  } catch (error) {
    assert.ok(error instanceof AnalysisError);
    return error;
  }
  return assert.fail('these parameters must be refused');
}

const parent = `extends: ${JSON.stringify(join(worlds, 'vendor.yaml'))}\n`;

test('the worlds of the case are valid and possible, and take what they do not say from the common file', () => {
  for (const name of ['researcher', 'vendor', 'mixed']) {
    const given = worldParameters(join(worlds, `${name}.yaml`));
    assert.equal(given.roles['testers']?.people, 140);
    checkPossible(name, given, { population: 2_400_000, people: 24_000 });
  }
});

test('a typo, a wrong value and broken YAML are located by file, line and column', () => {
  const typo = faultOf(`${parent}\nkinds:\n  request: { count: { activ: 0.1 } }\n`);
  assert.equal(typo.code, 'CASE_INVALID');
  assert.match(typo.message, /w\.yaml, line 4, column 23: kinds\.request\.count knows no activ\.$/);
  const value = faultOf(`${parent}roles:\n  testers: { people: many }\n`);
  assert.match(value.message, /w\.yaml, line 3, column 14: roles\.testers\.people must be integer\.$/);
  const item = faultOf(
    `${parent}addresses:\n  domains:\n    - { name: example.org, weight: 1 }\n    - { name: real-host.com, weight: 1 }\n`,
  );
  assert.match(item.message, /w\.yaml, line 5, column 9: addresses\.domains\.1\.name must match pattern/);
  const yaml = faultOf(`${parent}scale: { testers: 1\ntime: 2\n`);
  assert.equal(yaml.code, 'CASE_INVALID');
  assert.match(yaml.message, /w\.yaml, line \d+, column \d+: /);
});

/** Mistakes, each with what is said of it; all stand in line 5. */
const MISTAKES: [yaml: string, said: RegExp][] = [
  ['x: { make: fnord }', /column 12: kinds\.account\.columns\.x needs a make that is known/],
  ['x: { category: email }', /column 7: kinds\.account\.columns\.x needs a make that is known/],
  ['x: { make: words, of: [a], draw: none }', /column 34: .*x\.draw must match pattern/],
  ["x: { make: uuid, draw: 'nothing:1' }", /column 24: .*random has no table nothing/],
  ["x: { make: uuid, draw: 'person:256' }", /column 24: .*fields are 0 to 255/],
  ['x: { make: token, only: nobody }', /column 25: account\.x: there is no role nobody/],
  ['x: { make: token, gaps: { blank: 0.6, missing: 0.6 } }', /column 25: account\.x: .* exceed 1/],
  ['x: { make: time, law: even, since: nickname }', /account\.x: nickname is no column of times/],
  ['x: { make: person-id }', /account needs one column with the person's id/],
  [
    'x: { make: choice, category: hostname, of: [www.example.com, real-host.com] }',
    /no host of ours: real-host\.com/,
  ],
  ["x: { make: code, pattern: 'https://real-host.com/{8}' }", /no host of ours: real-host\.com/],
];

for (const [yaml, said] of MISTAKES) {
  test(`refused with line and column: ${yaml}`, () => {
    const { code, message } = faultOf(`${parent}kinds:\n  account:\n    columns:\n      ${yaml}\n`);
    assert.equal(code, 'CASE_INVALID');
    assert.match(message, /\/w\.yaml, line 5, |\/w\.yaml, line 4, column 5: account needs/);
    assert.match(message, said);
  });
}

test('what is missing everywhere, a list, and a circle of files are refused', () => {
  assert.match(
    faultOf('title: alone\n').message,
    /w\.yaml, line 1, column 1: the file must have required property/,
  );
  assert.equal(faultOf('- a\n- b\n').code, 'CASE_INVALID');
  assert.match(faultOf('extends: w.yaml\n').message, /circle/);
  refuses(() => worldParameters(join(folder, 'none.yaml')), 'FILE_MISSING', /no file at .*none\.yaml/);
});

test('impossible combinations are refused with the rule', () => {
  const given = worldParameters(join(worlds, 'vendor.yaml'));
  const refused = (population: number, people: number, change: object, rule: RegExp) =>
    refuses(
      () => checkPossible('w', { ...given, ...change }, { population, people }),
      'WORLD_IMPOSSIBLE',
      rule,
    );
  refused(100, 10, {}, /140 testers among 100 people/);
  refused(2_400_000, 2_400_001, {}, /2400001 people cannot be drawn from 2400000/);
  refused(2_400_000, 0, {}, /at least one person/);
  refused(1_000, 10, {}, /24000 token holders among 1000 people/);
  refused(
    2_400_000,
    10,
    { traits: { 'app token': { share: 0.5, within: 'request' } } },
    /everybody with app token needs a document of request: its share is above active/,
  );
  refused(
    2_400_000,
    10,
    { time: { opened: given.time.newest, newest: given.time.opened } },
    /opened must come before newest/,
  );
  const range = { by: 'range', role: 'testers', from: 5, to: 3 };
  const kinds = { ...given.kinds, scale: { ...given.kinds['scale'], count: range } };
  refused(2_400_000, 10, { kinds }, /the documents of scale must ascend/);
});
