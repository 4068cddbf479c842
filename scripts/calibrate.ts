// Prints how often limits hold the truth and verdicts are wrong, by design and world, with fixed seeds. Exit 1 where a
// target is missed. `--quick` runs a tenth.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { exactRows } from '../lib/dist/calibration/exact-rows';
import type { ExactRow } from '../lib/dist/calibration/exact-rows';
import { ledgerRow } from '../lib/dist/calibration/ledger-row';
import type { LedgerRow } from '../lib/dist/calibration/ledger-row';
import { simulate } from '../lib/dist/calibration/simulate';
import type { CalibrationRow } from '../lib/dist/calibration/simulate';
import { SMALL_DRAWS } from '../lib/dist/calibration/small-draws';
import { smallWorlds } from '../lib/dist/calibration/small-worlds';
import { HOUSE } from '../lib/dist/calibration/strategy';
import {
  breachesOf,
  exactBreachesOf,
  ledgerBreachesOf,
  unevenBreachesOf,
} from '../lib/dist/calibration/targets';
import { DECIDED_BEFORE } from '../lib/dist/calibration/trial/decided-before';
import { runTrial } from '../lib/dist/calibration/trial/run-trial';
import type { TrialOutcome } from '../lib/dist/calibration/trial/trial-outcome';
import { trialBreachesOf } from '../lib/dist/calibration/trial/trial-breaches';
import { trialRows, trialSeed } from '../lib/dist/calibration/trial/trial-rows';
import { wrongByKind } from '../lib/dist/calibration/trial/wrong-by-kind';
import { DRAWN } from '../lib/dist/contract/drawn';
import type { Drawn } from '../lib/dist/contract/drawn';
import { UNEVEN_DRAWS, unevenRows } from '../lib/dist/calibration/uneven-pages';
import type { UnevenRow } from '../lib/dist/calibration/uneven-pages';

/** What one thread works at: all that is enumerated, one ledger, or one design in one world. */
type Task =
  | 'exact'
  | { ledger: number }
  | { uneven: { frame: number; drawn: number } }
  | { trial: Drawn; number: number }
  | { design: string; world: string; seed: number };

interface Rows {
  exact?: ExactRow[];
  ledger?: LedgerRow;
  row?: CalibrationRow;
  uneven?: UnevenRow[];
  trial?: TrialOutcome[];
  /** Why the task came to nothing. */
  failed?: string;
}

const tenth = process.argv.includes('--quick') ? 10 : 1;
const size = { runs: 4000 / tenth, judged: 400 / tenth };
const THREADS = 2;

async function work(task: Task): Promise<Rows> {
  if (task === 'exact') return { exact: exactRows(HOUSE, 120 / tenth) };
  if ('ledger' in task) return { ledger: ledgerRow(task.ledger, 40_000 / tenth / 5) };
  if ('uneven' in task) return { uneven: unevenRows(task.uneven, size.runs / 5) };
  if ('trial' in task) return { trial: await runTrial(trialSeed(task.trial, task.number), task.trial) };
  const world = smallWorlds().find(({ name }) => name === task.world);
  return world ? { row: simulate({ ...task, world }, HOUSE, size) } : {};
}

/** Every task by the next thread that is free; results in the order of the tasks. */
async function run(tasks: readonly Task[]): Promise<Rows[]> {
  const results = tasks.map((): Rows => ({}));
  const waiting = tasks.entries();
  let done = 0;
  const thread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(__filename, {
        argv: process.argv.slice(2),
        execArgv: ['--require', require.resolve('ts-node/register/transpile-only')],
      });
      let current = -1;
      const give = () => {
        const next = waiting.next();
        if (next.done) return void worker.terminate().then(() => resolve(), reject);
        current = next.value[0];
        worker.postMessage(next.value[1]);
      };
      worker.on('message', (rows: Rows) => {
        results[current] = rows;
        done += 1;
        process.stderr.write(`\r${done} of ${tasks.length}${done < tasks.length ? '' : '\n'}`);
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: THREADS }, thread));
  return results;
}

function report(results: readonly Rows[]): void {
  const rows = results.flatMap(({ row }) => row ?? []);
  const exact = results.flatMap((result) => result.exact ?? []);
  const ledgers = results.flatMap(({ ledger }) => ledger ?? []);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const share = (x: number) => (Number.isNaN(x) ? '–' : x.toFixed(4));
  say(
    'Enumerated: worst chance to miss above and below, least coverage, mean coverage where ten or more are expected',
  );
  for (const { method, examined, population, ...row } of exact) {
    const numbers = [row.above, row.below, row.least, row.mean].map(share).join('  ');
    const of = String(population ?? 'no end').padEnd(9);
    say(`  ${method.padEnd(18)} ${String(examined).padStart(9)} of ${of} ${numbers}`);
  }
  say('');
  say(`Simulated: ${size.runs} draws for limits, ${size.judged} for verdicts, each`);
  say('  design              world                       covers  false supported  false refuted  decided');
  for (const row of rows) {
    const numbers = [row.covers, row.falseSupported, row.falseRefuted, row.decided];
    const columns = numbers.map((x) => share(x).padEnd(12)).join('');
    say(`  ${row.design.padEnd(19)} ${row.world.padEnd(26)} ${columns}`);
  }
  say('');
  say(
    'A ledger of 24 claims, each as near to its edge as can be: share of ledgers with any claim decided wrongly',
  );
  for (const row of ledgers) say(`  ${row.name.padEnd(40)} ${share(row.wrong)} of ${row.runs}`);
  const uneven = results.flatMap((result) => result.uneven ?? []);
  say('');
  say('Pages of unequal size: share of draws whose limits lie above, and below, the truth; mean width');
  for (const { frame, drawn, sizes, holders, ...row } of uneven) {
    const numbers = [row.above, row.below, row.width].map(share).join('  ');
    say(`  ${`${drawn} of ${frame}`.padEnd(11)} ${sizes.padEnd(19)} ${holders.padEnd(27)} ${numbers}`);
  }
  const outcomes = results.flatMap(({ trial }) => trial ?? []);
  const trials = trialRows(outcomes, DECIDED_BEFORE);
  say('');
  say('Hostile worlds through files: claims of worlds without a lie, wrong proofs, limits that miss');
  say(
    '  design            worlds  right  wrong  open  wrong worlds  lies caught unsaid  certain missed  above   below   still of before',
  );
  for (const row of trials)
    say(
      `  ${row.design.padEnd(17)} ${[
        String(row.worlds).padStart(6),
        String(row.right).padStart(6),
        String(row.wrong).padStart(6),
        String(row.open).padStart(5),
        share(row.wrongWorlds).padStart(13),
        String(row.lies).padStart(5),
        String(row.caught).padStart(6),
        String(row.unsaid).padStart(6),
        `${row.certainMisses} of ${row.certain}`.padStart(15),
        share(row.above).padStart(7),
        share(row.below).padStart(7),
        `${row.still} of ${row.before}`.padStart(12),
      ].join(' ')}`,
    );
  for (const [kind, number] of wrongByKind(outcomes)) say(`  WRONG ${String(number).padStart(3)} ${kind}`);
  const breaches = [
    ...exactBreachesOf(exact),
    ...breachesOf(rows),
    ...ledgerBreachesOf(ledgers),
    ...unevenBreachesOf(uneven),
    ...trialBreachesOf(trials),
  ];
  say('');
  for (const { where, what, value, target } of breaches)
    say(`MISSED ${where}: ${what} ${share(value)}, target ${target}`);
  const failed = results.flatMap((result) => result.failed ?? []);
  for (const why of failed) say(`FAILED ${why}`);
  say(breaches.length === 0 ? 'Every target is met.' : `${breaches.length} targets are missed.`);
  process.exitCode = breaches.length + failed.length === 0 ? 0 : 1;
}

if (isMainThread) {
  // Stores of the trials: shared by the threads, gone at the end.
  const cache = mkdtempSync(join(tmpdir(), 'calibrate-'));
  process.env['BREACHSCOPE_CACHE'] = cache;
  process.on('exit', () => rmSync(cache, { recursive: true, force: true, maxRetries: 3 }));
  const simulated = Object.keys(SMALL_DRAWS).flatMap((design, i) =>
    smallWorlds().map(({ name }, j): Task => ({ design, world: name, seed: 2019 + 100 * i + j })),
  );
  const ledgers = [0, 1, 2].map((ledger): Task => ({ ledger }));
  const uneven = UNEVEN_DRAWS.map((draw): Task => ({ uneven: draw }));
  const trials = DRAWN.flatMap((trial) =>
    Array.from({ length: 20 / tenth }, (_, number): Task => ({ trial, number })),
  );
  void run(['exact', ...ledgers, ...uneven, ...trials, ...simulated]).then(report);
} else
  parentPort?.on('message', (task: Task) => {
    const failed = (error: unknown): Rows => ({
      failed: `${JSON.stringify(task)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    });
    void work(task)
      .catch(failed)
      .then((rows) => parentPort?.postMessage(rows));
  });
