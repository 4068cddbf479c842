// `npm run bench worlds`: making a world against a loop over @faker-js/faker for the same kinds and fields, in turn in one
// process. Bar: twice its rate, on one thread each. With `--full`: everybody, on all processors.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorld } from '../lib/dist/worlds/make/make-world';
import type { WorldOptions } from '../lib/dist/worlds/make/world-options';
import { fakerPeople } from './faker-people';
import { median } from './statistics';

const PEOPLE = 50_000;
const PAIRS = 5;
const BAR = 2;
const POPULATION = 2_400_000;

const root = join(__dirname, '..');

/** Makes a world; how many documents it has. */
async function world(out: string, change: Partial<WorldOptions> = {}): Promise<number> {
  const { truth } = await makeWorld({
    case: 'wyze-2019',
    world: 'researcher',
    population: POPULATION,
    people: POPULATION,
    parametersFile: join(root, 'data', 'wyze-2019', 'worlds', 'researcher.yaml'),
    seed: 'bench',
    out,
    ...change,
  });
  return truth.files.reduce((sum, { documents }) => sum + documents, 0);
}

/** Seconds of processor time, of all threads, and by the clock. */
async function measured(make: () => number | Promise<number>) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const documents = await make();
  const { user, system } = process.cpuUsage(cpu);
  return { documents, wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

/** One pair: people a second of processor time of both, and the rate of the world over the loop's. */
async function pair(work: string) {
  const change = {
    population: PEOPLE,
    people: PEOPLE,
    parametersFile: join(__dirname, 'small-world.yaml'),
    threads: 1,
  };
  const places = [join(work, 'world'), join(work, 'faker')] as const;
  const ours = await measured(() => world(places[0], change));
  const theirs = await measured(() => fakerPeople(places[1], PEOPLE));
  for (const place of places) rmSync(place, { recursive: true });
  return {
    ours: PEOPLE / ours.processor,
    theirs: PEOPLE / theirs.processor,
    ratio: theirs.processor / ours.processor,
    documents: [ours.documents, theirs.documents],
  };
}

async function main(work: string): Promise<void> {
  const ratios: number[] = [];
  await pair(work);
  while (ratios.length < PAIRS) {
    const { ours, theirs, ratio, documents } = await pair(work);
    ratios.push(ratio);
    process.stdout.write(
      `${ours.toFixed(0)} people a second, faker ${theirs.toFixed(0)}: ${ratio.toFixed(2)} times (${documents.join(' and ')} documents)\n`,
    );
  }
  process.stdout.write(`median ${median(ratios).toFixed(2)} times, bar ${BAR}\n`);
  if (median(ratios) < BAR) process.exitCode = 1;
  if (!process.argv.includes('--full')) return;
  const { documents, wall, processor } = await measured(() => world(join(work, 'world')));
  const memory = process.resourceUsage().maxRSS / 1e3;
  process.stdout.write(
    `everybody: ${documents} documents in ${wall.toFixed(1)} s (${processor.toFixed(1)} s of processor time), ${memory.toFixed(0)} MB\n`,
  );
}

const work = mkdtempSync(join(tmpdir(), 'breachscope-worlds-'));
void main(work).finally(() => rmSync(work, { recursive: true, force: true }));
