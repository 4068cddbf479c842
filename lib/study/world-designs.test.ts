import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Drawn } from '../contract/drawn';
import type { Proof } from '../contract/truth';
import { validate } from '../contract/validate';
import { designWorld } from '../worlds/designs/design-world';
import { DESIGNS, type Design } from '../worlds/designs/designs';
import { smallParameters } from '../worlds/testing/small-world';
import { analyse } from './analyse';
import { loadCase } from '../cases/load-case';
import { ROOT, WYZE } from '../testing/repository';
import { tempCache } from '../testing/temp-cache';

const { folder: scratch } = tempCache('world-designs');

const script = join(ROOT, 'scripts', 'recount.py');
const caseFolder = loadCase(WYZE);
/** What the gate calls a design. */
const kindOf = (design: Design): Drawn => (design === 'presence' ? 'stratified' : design);
/** What no proof can show keeps its name. */
const UNPROVEN: Drawn[] = ['first-n', 'truncated-scroll', 'own-accounts'];
const UNITS: Partial<Record<Design, number>> = { 'srs-records': 3_000, cluster: 4_000, 'first-n': 2_500 };

function world(design: Design, seed = 'designs') {
  return designWorld({
    case: 'wyze-2019',
    world: 'mixed',
    population: 4_000,
    people: UNITS[design] ?? 900,
    seed,
    design,
    parametersFile: smallParameters(scratch, 'mixed'),
    out: join(scratch, `${design}-${seed}`),
  });
}

for (const design of DESIGNS) {
  test(`${design}: the gate accepts the proof, every number of the truth is found, and intervals hold the population`, async () => {
    const made = await world(design);
    const proof = JSON.parse(readFileSync(made.proofFile, 'utf8')) as Proof;
    validate('proof', proof);
    validate('truth', JSON.parse(readFileSync(made.truthFile, 'utf8')));
    const recount = spawnSync('python3', [script, made.dir], { encoding: 'utf8' });
    if (recount.error === undefined) assert.equal(recount.status, 0, recount.stdout);
    const { results } = await analyse({
      files: made.files,
      case: caseFolder,
      proofFile: made.proofFile,
      truthFile: made.truthFile,
    });
    const [drawn] = results.drawn;
    assert.deepEqual(
      results.inputs[0]?.warnings.filter((text) => /^(PROOF|DOCUMENTS)/.test(text)),
      [],
    );
    assert.equal(drawn?.whole, !UNPROVEN.includes(kindOf(design)));
    assert.deepEqual(
      [drawn?.kind, drawn?.proof],
      [kindOf(design), UNPROVEN.includes(kindOf(design)) ? 'none' : 'checked'],
    );
    const [missed, wrong]: [string[], string[]] = [[], []];
    let held = 0;
    for (const { id, inFile, low, high, refused } of results.measures) {
      const truth = made.truth.measures[id];
      if (truth === undefined) continue;
      // Who shares a camera is linked: that two of a household are two people is not to be seen.
      const file = id === 'people.linked-l4' ? made.truth.measures['people.households']?.file : truth.file;
      assert.equal(inFile, file, id);
      if (id === 'people.linked-l4') continue;
      if (truth.population === null) continue;
      const isMissed = Number(low ?? 0) > truth.population || truth.population > Number(high ?? Infinity);
      // What is refused may have limits all the same, and those are certain.
      if (refused !== null) {
        if (isMissed) wrong.push(id);
        continue;
      }
      if (typeof low !== 'number' || typeof high !== 'number') continue;
      if (isMissed) missed.push(id);
      held++;
    }
    assert.deepEqual(wrong, [], `${design}: certain limits without the truth`);
    const all = results.measures.find(({ id }) => id === 'share.of-all:eastern');
    if (typeof all?.low === 'number' && typeof all.high === 'number') {
      const of = (id: string) => made.truth.measures[id]?.population ?? NaN;
      const known = of('people.with:timezone') / of('people.accounts');
      const holders = of('share.of:eastern') * known;
      assert.ok(known < 1 && all.value === null, 'some have no time zone, so there is no best number');
      if (!(all.low <= holders && holders + 1 - known <= all.high)) missed.push(all.id);
      held++;
    } else assert.ok(all?.refused, `${design}: limits of all people, or a reason`);
    // Intervals hold 95 times in a hundred, and many of these speak of the same people.
    assert.ok(missed.length <= held / 10, `${design}: outside their limits are ${missed.join()}`);
    assert.ok(held > 0 || UNPROVEN.includes(kindOf(design)), `${held} measures of ${design} had limits`);
  });
}

test('one seed draws the same bytes, and another seed others', async () => {
  const first = await world('cluster');
  const again = await designWorld({
    case: 'wyze-2019',
    world: 'mixed',
    population: 4_000,
    people: 4_000,
    seed: 'designs',
    design: 'cluster',
    parametersFile: smallParameters(scratch, 'mixed'),
    out: join(scratch, 'cluster-again'),
  });
  assert.deepEqual(again.truth, first.truth);
  assert.notDeepEqual((await world('cluster', 'other')).truth.files, first.truth.files);
});
