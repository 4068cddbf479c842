'use strict';
// Prints how often limits hold the truth and verdicts are wrong, by design and world, with fixed seeds. Exit 1 where a
// target is missed. `--quick` runs a tenth.
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const dist = join(__dirname, '..', 'lib', 'dist');
const here = join(dist, 'calibration');
if (isMainThread && !existsSync(join(here, 'simulate.js'))) require('./build.cjs');
const { HOUSE } = require(join(here, 'strategy.js'));
const { exactRows } = require(join(here, 'exact-rows.js'));
const { ledgerRow } = require(join(here, 'ledger-row.js'));
const { simulate } = require(join(here, 'simulate.js'));
const { SMALL_DRAWS } = require(join(here, 'small-draws.js'));
const { smallWorlds } = require(join(here, 'small-worlds.js'));
const { breachesOf, exactBreachesOf, ledgerBreachesOf } = require(join(here, 'targets.js'));

const tenth = process.argv.includes('--quick') ? 10 : 1;
const size = { runs: 4000 / tenth, judged: 400 / tenth };

function work(cell) {
  if (cell === 'exact') return { exact: exactRows(HOUSE, 120 / tenth) };
  if (typeof cell === 'object') return { ledger: ledgerRow(cell.world, 40_000 / tenth / 5) };
  const [design, world, seed] = cell.split('|');
  const found = smallWorlds().find(({ name }) => name === world);
  return { row: simulate({ design, world: found, seed: Number(seed) }, HOUSE, size) };
}

if (!isMainThread) {
  parentPort.on('message', (cell) => parentPort.postMessage(work(cell)));
} else {
  const cells = Object.keys(SMALL_DRAWS).flatMap((design, i) =>
    smallWorlds().map(({ name }, j) => `${design}|${name}|${2019 + 100 * i + j}`),
  );
  const ledgers = [0, 1, 2].map((world) => ({ world }));
  run(['exact', ...ledgers, ...cells]).then(report);
}

/** Every cell by the next thread that is free; results in the order of the cells. */
function run(cells) {
  const results = cells.map(() => null);
  let next = 0;
  const one = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(__filename, { argv: process.argv.slice(2) });
      let current = -1;
      const give = () => {
        if (next >= cells.length) return void worker.terminate().then(resolve);
        current = next++;
        worker.postMessage(cells[current]);
      };
      worker.on('message', (result) => {
        results[current] = result;
        give();
      });
      worker.on('error', reject);
      give();
    });
  return Promise.all([one(), one()]).then(() => results);
}

function report(results) {
  const rows = results.flatMap(({ row }) => row ?? []);
  const exact = results.flatMap((result) => result.exact ?? []);
  const ledgers = results.flatMap(({ ledger }) => ledger ?? []);
  const say = (line) => process.stdout.write(`${line}\n`);
  const share = (x) => (Number.isNaN(x) ? '–' : x.toFixed(4));
  say(
    'Enumerated: worst chance to miss above and below, least coverage, mean coverage where ten or more are expected',
  );
  for (const row of exact) {
    const of = row.population === null ? 'no end' : row.population;
    const numbers = [row.above, row.below, row.least, row.mean].map(share).join('  ');
    say(
      `  ${row.method.padEnd(18)} ${String(row.examined).padStart(9)} of ${String(of).padEnd(9)} ${numbers}`,
    );
  }
  say('');
  say(`Simulated: ${size.runs} draws for limits, ${size.judged} for verdicts, each`);
  say('  design              world                       covers  false supported  false refuted  decided');
  for (const row of rows) {
    const numbers = [row.covers, row.falseSupported, row.falseRefuted, row.decided].map((x) =>
      share(x).padEnd(12),
    );
    say(`  ${row.design.padEnd(19)} ${row.world.padEnd(26)} ${numbers.join('')}`);
  }
  say('');
  say(
    'A ledger of 24 claims, each as near to its edge as can be: share of ledgers with any claim decided wrongly',
  );
  for (const row of ledgers) say(`  ${row.name.padEnd(40)} ${share(row.wrong)} of ${row.runs}`);
  const breaches = [...exactBreachesOf(exact), ...breachesOf(rows), ...ledgerBreachesOf(ledgers)];
  say('');
  for (const { where, what, value, target } of breaches)
    say(`MISSED ${where}: ${what} ${share(value)}, target ${target}`);
  say(breaches.length === 0 ? 'Every target is met.' : `${breaches.length} targets are missed.`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
