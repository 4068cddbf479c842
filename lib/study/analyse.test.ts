import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCase } from '../cases/load-case';
import type { PrivateResults } from '../contract/results';
import type { Proof, Truth } from '../contract/truth';
import { validate } from '../contract/validate';
import { publishable } from '../publish/gate/publishable';
import { cachedWorld } from '../worlds/make/cached-world';
import { analyse } from './analyse';
import { notEmpty } from '../testing/not-empty';
import { refusesLater } from '../testing/refuses';
import { WYZE } from '../testing/repository';
import { tempCache } from '../testing/temp-cache';

const { folder: scratch, cache } = tempCache('study');

const caseFolder = loadCase(WYZE);
const [accounts] = caseFolder.file.populations;

function world(name: string) {
  return cachedWorld(
    {
      case: caseFolder.name,
      population: accounts?.value ?? 0,
      world: name,
      parametersFile: join(caseFolder.dir, 'worlds', `${name}.yaml`),
      people: 24_000,
      seed: caseFolder.file.seed,
    },
    cache,
  );
}

/** Each world is studied once. */
const runs = new Map<string, Promise<{ results: PrivateResults; truth: Truth }>>();
function studied(name: string): Promise<{ results: PrivateResults; truth: Truth }> {
  const run = runs.get(name) ?? study(name);
  runs.set(name, run);
  return run;
}

async function study(name: string): Promise<{ results: PrivateResults; truth: Truth }> {
  const made = await world(name);
  const { results } = await analyse({
    files: made.files,
    case: caseFolder,
    proofFile: made.proofFile,
    truthFile: made.truthFile,
    answers: 'truth',
  });
  return { results, truth: made.truth };
}

for (const name of caseFolder.file.worlds) {
  test(`world ${name}: every count in the file is the truth's, and no verdict contradicts it`, async () => {
    const { results, truth } = await studied(name);
    validate('private-results', results);
    validate('results', publishable(results));

    const known = results.measures.filter(({ id }) => truth.measures[id] !== undefined);
    assert.ok(known.length > 90, `${known.length} measures compared`);
    for (const { id, inFile } of known) {
      if (id !== 'people.linked-l4') assert.equal(inFile, truth.measures[id]?.file, id);
    }
    const { 'people.linked-l4': persons, 'people.accounts': accounts } = truth.measures;
    const linked = results.people.find(({ id }) => id === 'people.linked-l4');
    // A shared device does not say whether one person or a household has it: the truth lies between.
    const [fewest, most] = linked?.range ?? [];
    assert.ok(
      Number(fewest) <= Number(persons?.file) && Number(persons?.file) <= Number(most),
      'linked people',
    );
    assert.ok(Number(most) <= Number(accounts?.file) && linked?.links?.cut === 0);

    const kinds = new Map(results.kinds.map((kind) => [kind.id, kind.label]));
    for (const field of truth.fields) {
      const found = results.fields.find(
        (row) => kinds.get(row.kind) === field.kind && row.path === field.path,
      );
      const { present, filled, values, distinct, category } = found ?? {};
      assert.deepEqual(
        { present, filled, values, distinct, category },
        {
          present: field.present,
          filled: field.filled,
          values: field.values,
          distinct: field.distinct,
          category: field.category,
        },
        `${field.kind} ${field.path}`,
      );
    }

    for (const claim of results.claims.filter(({ basis }) => basis === 'records')) {
      const wrong = { true: 'refuted', false: 'supported', outside: 'none', 'by-definition': 'none' };
      assert.notEqual(claim.verdict, wrong[truth.claims[claim.id] ?? 'outside'], claim.id);
    }
  });
}

test('over the three worlds every verdict occurs, and the disputed claims differ where the worlds do', async () => {
  const verdicts = new Map<string, Map<string, string | null>>();
  for (const name of caseFolder.file.worlds) {
    const { results } = await studied(name);
    verdicts.set(name, new Map(results.claims.map((claim) => [claim.id, claim.verdict])));
  }
  const all = new Set([...verdicts.values()].flatMap((map) => [...map.values()]));
  assert.deepEqual([...all].filter((verdict) => verdict !== null).sort(), [
    'disputed-definition',
    'not-testable',
    'refuted',
    'supported',
    'undecided',
  ]);
  const flips = (id: string) => caseFolder.file.worlds.map((name) => verdicts.get(name)?.get(id));
  assert.deepEqual(flips('ts-api-tokens'), ['supported', 'undecided', 'disputed-definition']);
  assert.deepEqual(flips('ts-bone-density'), ['supported', 'undecided', 'disputed-definition']);
  assert.deepEqual(flips('wyze-no-bone-protein'), ['not-testable', 'not-testable', 'not-testable']);
  assert.deepEqual(flips('ts-tz-eastern-24pct'), ['undecided', 'undecided', 'undecided']);
  assert.deepEqual(flips('ts-alibaba'), ['not-testable', 'not-testable', 'not-testable']);
});

test('without proof of the draw nothing is estimated, and a false proof is said', async () => {
  const made = await world('researcher');
  const unknown = (await analyse({ files: made.files, case: caseFolder, drawn: 'unknown' })).results;
  assert.equal(unknown.drawn[0]?.kind, 'unknown');
  assert.ok(notEmpty(unknown.measures).every(({ value }) => value === null));
  assert.equal(unknown.inputs[0]?.synthetic, null);
  assert.ok(unknown.inputs[0]?.warnings.includes('LOOKS_SYNTHETIC'));

  const proof = JSON.parse(readFileSync(made.proofFile, 'utf8')) as Proof;
  const forged = join(scratch, 'forged.json');
  writeFileSync(forged, JSON.stringify({ ...proof, draw: { ...proof.draw, seed: 'another seed' } }));
  const { results } = await analyse({ files: made.files, case: caseFolder, proofFile: forged });
  assert.equal(results.drawn[0]?.kind, 'unknown');
  assert.equal(results.drawn[0]?.asked, 'unknown');
  assert.match(results.inputs[0]?.warnings.join() ?? '', /PROOF_INVALID/);
});

test('a truth file of another world is refused', async () => {
  const [one, two] = [await world('researcher'), await world('vendor')];
  const foreign = analyse({ files: one.files, case: caseFolder, truthFile: two.truthFile });
  await refusesLater(foreign, 'TRUTH_MISMATCH', /truth\.json does not belong to this input/);
  const broken = join(scratch, 'broken.json');
  writeFileSync(broken, '{');
  const given = (files: object) => analyse({ files: one.files, case: caseFolder, ...files });
  await refusesLater(given({ truthFile: broken }), 'TRUTH_UNREADABLE', /broken\.json is not a truth file/);
  await refusesLater(given({ proofFile: broken }), 'PROOF_UNREADABLE', /broken\.json is not a proof file/);
});
