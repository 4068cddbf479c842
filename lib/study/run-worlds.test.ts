import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadCase } from '../cases/load-case';
import type { Results } from '../contract/results';
import { refusesLater } from '../testing/refuses';
import { WYZE } from '../testing/repository';
import { tempCache } from '../testing/temp-cache';
import { smallParameters } from '../worlds/testing/small-world';
import { runWorlds } from './run-worlds';
import { writeRun } from './write-run';

const { folder } = tempCache('run-worlds');
// The worlds of the case, with counts that fit a small population.
mkdirSync(join(folder, 'worlds'));
const caseFolder = { ...loadCase(WYZE), dir: folder };
for (const world of caseFolder.file.worlds) smallParameters(join(folder, 'worlds'), world);

test('the worlds of a case are run, the default one first, and written as one run', async () => {
  const [first, ...others] = await runWorlds(caseFolder, { population: 3000, people: 200 });
  const names = [first, ...others].map(({ world }) => world);
  assert.deepEqual(names[0], caseFolder.file.defaultWorld);
  assert.deepEqual([...names].sort(), [...caseFolder.file.worlds].sort());
  assert.deepEqual(
    first.results.worlds.map(({ world }) => world),
    names,
  );
  const run = await writeRun({ results: first.results, others, out: join(folder, 'out'), caseDir: folder });
  const written = JSON.parse(readFileSync(join(run.folder, 'results.json'), 'utf8')) as Results;
  assert.deepEqual(written, run.published);
  for (const { world } of others)
    assert.ok(existsSync(join(run.folder, 'worlds', world, 'brief.html')), world);
  assert.equal(run.notes.length, 1, 'no notebooks');
  for (const name of ['people', 'fields', 'health', 'verdicts'])
    assert.ok(existsSync(join(run.folder, 'figures', `${name}.png`)), name);
});

test('the default world and those that the case reads whole are taken whole, the others in part', async () => {
  const runs = await runWorlds(caseFolder, { population: 3000 });
  assert.deepEqual(
    Object.fromEntries(
      runs.map(({ world, results }) => [world, results.people.find(({ main }) => main)?.count]),
    ),
    { mixed: 3000, vendor: 3000, researcher: 300 },
  );
});

test('a world that the case does not have is refused', async () => {
  await refusesLater(
    runWorlds(caseFolder, { world: 'nobody' }),
    'WORLD_UNKNOWN',
    /There is no world nobody; there are: /,
  );
});
