import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { AnalysisError } from '../contract/errors';
import { checkPossible } from './check-possible';
import { worldParameters } from './load-parameters';
import { refuses } from '../testing/refuses';
import { WYZE } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

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
    assert.equal(given.scale.testers, 140);
    checkPossible(name, given, 2_400_000, { people: 24_000 });
  }
});

test('a typo, a wrong value and broken YAML are located by file, line and column', () => {
  const typo = faultOf(`${parent}\nrequests:\n  tokenPeple: 0.1\n`);
  assert.equal(typo.code, 'CASE_INVALID');
  assert.match(typo.message, /w\.yaml, line 4, column 3: requests knows no tokenPeple\.$/);
  const value = faultOf(`${parent}scale:\n  testers: many\n`);
  assert.match(value.message, /w\.yaml, line 3, column 3: scale\.testers must be integer\.$/);
  const item = faultOf(
    `${parent}requests:\n  hosts:\n    - { name: api.example.org, weight: 1 }\n    - { name: real-host.com, weight: 1 }\n`,
  );
  assert.match(item.message, /w\.yaml, line 5, column 9: requests\.hosts\.1\.name must match pattern/);
  const yaml = faultOf(`${parent}scale: { testers: 1\ntime: 2\n`);
  assert.equal(yaml.code, 'CASE_INVALID');
  assert.match(yaml.message, /w\.yaml, line \d+, column \d+: /);
});

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
      () => checkPossible('w', { ...given, ...change }, population, { people }),
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
    { requests: { ...given.requests, tokenPeople: 0.5 } },
    /tokenPeople is above active/,
  );
  refused(
    2_400_000,
    10,
    { time: { opened: given.time.newest, newest: given.time.opened } },
    /opened must come before newest/,
  );
  refused(2_400_000, 10, { scale: { ...given.scale, records: [5, 3] } }, /records must ascend/);
});
