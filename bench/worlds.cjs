'use strict';
// `node bench/worlds.cjs`: making a world against a loop over @faker-js/faker for the same kinds and fields, in turn in
// one process. Bar: twice its rate, on one thread each. With `--full`: everybody, on all processors.
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { makeWorld } = require('../lib/dist/worlds/make-world.js');
const { fakerPeople } = require('./faker-people.cjs');

const PEOPLE = 50_000;
const PAIRS = 5;
const BAR = 2;
const POPULATION = 2_400_000;

const root = join(__dirname, '..');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const world = (out, change) =>
  makeWorld({
    case: 'wyze-2019',
    world: 'researcher',
    population: POPULATION,
    people: POPULATION,
    parametersFile: join(root, 'data', 'wyze-2019', 'worlds', 'researcher.yaml'),
    seed: 'bench',
    out,
    ...change,
  });

/** Seconds of processor time, of all threads, and by the clock. */
async function measured(make) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const documents = await make();
  const { user, system } = process.cpuUsage(cpu);
  return { documents, wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

const documentsOf = ({ truth }) => truth.files.reduce((sum, file) => sum + file.documents, 0);

/**
 * Rates of both in turn, people a second of processor time, and the rate of the world over the loop's.
 *
 * @returns one row a pair: `{ world, faker, ratio }`
 */
exports.compareWorlds = async (pairs = PAIRS) => {
  const work = mkdtempSync(join(tmpdir(), 'breachscope-worlds-'));
  const parametersFile = join(__dirname, 'small-world.yaml');
  const rows = [];
  try {
    for (let pair = -1; pair < pairs; pair++) {
      const places = [join(work, 'world'), join(work, 'faker')];
      const small = { population: PEOPLE, people: PEOPLE, parametersFile, threads: 1 };
      const ours = await measured(async () => documentsOf(await world(places[0], small)));
      const theirs = await measured(() => fakerPeople(places[1], PEOPLE));
      for (const place of places) rmSync(place, { recursive: true });
      if (pair < 0) continue;
      const [one, other] = [PEOPLE / ours.cpu, PEOPLE / theirs.cpu];
      rows.push({
        world: one,
        faker: other,
        ratio: one / other,
        documents: [ours.documents, theirs.documents],
      });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return rows;
};

async function main() {
  const rows = await exports.compareWorlds();
  for (const { world: one, faker: other, ratio, documents } of rows)
    process.stdout.write(
      `${one.toFixed(0)} people a second, faker ${other.toFixed(0)}: ${ratio.toFixed(2)} times (${documents.join(' and ')} documents)\n`,
    );
  const ratio = median(rows.map((row) => row.ratio));
  process.stdout.write(`median ${ratio.toFixed(2)} times, bar ${BAR}\n`);
  if (ratio < BAR) process.exitCode = 1;
  if (!process.argv.includes('--full')) return;
  const out = join(mkdtempSync(join(tmpdir(), 'breachscope-worlds-')), 'world');
  const { documents, wall, cpu } = await measured(async () => documentsOf(await world(out, {})));
  rmSync(join(out, '..'), { recursive: true });
  const memory = process.resourceUsage().maxRSS / 1e3;
  process.stdout.write(
    `everybody: ${documents} documents in ${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processor time), ${memory.toFixed(0)} MB\n`,
  );
}

if (require.main === module) main();
