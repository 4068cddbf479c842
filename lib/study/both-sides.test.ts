import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCase } from '../cases/load-case';
import type { PrivateResults, Verdict } from '../contract/results';
import { WYZE } from '../testing/repository';
import { tempCache } from '../testing/temp-cache';
import { makeWorld } from '../worlds/make/make-world';
import { analyse } from './analyse';

const { folder } = tempCache('both-sides');
const caseFolder = loadCase(WYZE);
const PEOPLE = 4_000;

/** A whole world of few people, as broken or as readable as the case has it. */
async function results(world: string): Promise<PrivateResults> {
  const parametersFile = join(folder, `${world}.yaml`);
  writeFileSync(
    parametersFile,
    `extends: ${JSON.stringify(join(WYZE, 'worlds', `${world}.yaml`))}
roles:
  token holders: { people: 100 }
  sharers: { people: 500 }
  staff: { people: 20 }
pairs: { address: 25, mailbox: 20, device: 30, household: 40 }
kinds: { share: { count: { further: [200, 50], people: 0.05 } } }
`,
  );
  const options = { case: caseFolder.name, population: PEOPLE, people: PEOPLE, seed: 'both sides' };
  const out = join(folder, world);
  const made = await makeWorld({ ...options, world, parametersFile, out });
  const { files, proofFile, truthFile } = made;
  // Where a real dump would need a look, so does a world: its truth gives it here.
  const looked = { answers: 'truth' } as const;
  return (await analyse({ files, case: caseFolder, proofFile, truthFile, ...looked })).results;
}

/** Claims on records that name no number of everybody: what they say is as true of few people as of many. */
const SIZED = caseFolder.claims.filter(({ wording }) => (wording?.value ?? 0) > 140).map(({ id }) => id);

/** How many claims of a party end so. */
function ends({ claims }: PrivateResults, party: string, verdict: Verdict): string[] {
  return claims
    .filter((claim) => claim.party === party && claim.basis === 'records' && !SIZED.includes(claim.id))
    .filter((claim) => claim.verdict === verdict)
    .map(({ id }) => id);
}

const PARTIES = ['Twelve Security', 'Wyze'] as const;

test('either side can win: in its world what it says is backed, and nobody is contradicted where both are right', async () => {
  const all = await Promise.all(caseFolder.file.worlds.map(results));
  const [researcher, vendor, mixed] = all as [PrivateResults, PrivateResults, PrivateResults];
  const contradicted = all.map((found) => PARTIES.map((party) => ends(found, party, 'refuted').length));
  const backed = all.map((found) => PARTIES.map((party) => ends(found, party, 'supported').length));
  assert.deepEqual(
    contradicted,
    [
      [0, 0],
      [3, 0],
      [0, 0],
    ],
    'contradicted: researcher and vendor, by world',
  );
  assert.deepEqual(
    backed,
    [
      [9, 10],
      [6, 10],
      [5, 7],
    ],
    'backed: researcher and vendor, by world',
  );

  const disputed = ['ts-api-tokens', 'ts-bone-density', 'ts-protein-intake'];
  const inList = (ids: string[]) => (id: string) => ids.includes(id);
  assert.ok(disputed.every(inList(ends(researcher, 'Twelve Security', 'supported'))));
  assert.deepEqual(ends(vendor, 'Twelve Security', 'refuted'), disputed);
  assert.ok(disputed.every(inList(ends(mixed, 'Twelve Security', 'disputed-definition'))));
  const denials = ['wyze-no-passwords', 'wyze-no-financial'];
  for (const readable of [researcher, vendor])
    assert.ok(denials.every(inList(ends(readable, 'Wyze', 'supported'))));
  // Eight lines that nobody can read keep a denial open in the third.
  assert.ok(denials.every(inList(ends(mixed, 'Wyze', 'undecided'))));
  // What is no denial is never judged.
  for (const found of all)
    assert.deepEqual(ends(found, 'Wyze', 'not-testable'), [
      'wyze-no-bone-protein',
      'wyze-no-evidence-api-tokens',
    ]);
});
