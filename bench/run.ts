// `npm run bench [SUITE…] [-- --large]`: `inspect` against T0, what a user would run instead, in turn on the same bytes.
// Without names: all suites. Only a whole run writes RESULTS.md. `npm run bench linkage` and `large-people` print their own.
// `npm run bench [SUITE…] -- --against CHECKOUT [--pairs N]`: against another built checkout; defaults to world, csv, people.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AGAINST_BAR, compareCheckouts, comparisonLine, ratioOf } from './against';
import { script, typedScript } from './commands';
import * as inputs from './inputs';
import { page } from './page';
import type { Measured } from './page';
import { inspectAlone, pairSuite } from './pair-suite';
import type { PairResult } from './pair-suite';
import type { Command } from './run-once';
import { median } from './statistics';
import { GROWTH, SUITES } from './suites';

const { values: options, positionals: asked } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    against: { type: 'string' },
    pairs: { type: 'string', default: '15' },
  },
  allowPositionals: true,
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);

/** Large files go with their suite, not at the end of all. */
async function inFolder<T>(measure: (work: string) => Promise<T>): Promise<T> {
  const work = mkdtempSync(join(tmpdir(), 'breachscope-bench-'));
  try {
    return await measure(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Runs a bench that prints its own result; what it printed. */
function printedBy({ name, args, cwd }: Command): string {
  const { stdout, status } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // It ends with 1 where it misses its bar: that is a result, and the other suites' are kept.
  if (status !== 0 && status !== 1) throw new Error(`${name} did not run to its end`);
  if (status === 1) process.exitCode = 1;
  return stdout;
}

/** `inspect` alone, larger and larger; what the first suite has measured is not measured again. */
async function growth(pairs: readonly PairResult[]): Promise<Measured['growth']> {
  const world = pairs.find(({ name }) => name === 'world');
  const rows: Measured['growth'] = [];
  for (const size of options.large ? GROWTH : GROWTH.slice(0, -1)) {
    const seconds =
      size === world?.suite.size
        ? median(world.times.kit)
        : await inFolder(async (work) => inspectAlone(work, await inputs.world(work, size)));
    say(`growth: ${size} people: ${seconds.toFixed(2)} s`);
    rows.push({ size, seconds });
  }
  return rows;
}

async function againstT0(): Promise<void> {
  const known = [...Object.keys(SUITES), 'growth', 'worlds'];
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no suite ${unknown}; there are: ${known.join(', ')}`);
  const pairs: PairResult[] = [];
  for (const [name, suite] of Object.entries(SUITES).filter(([each]) => isAsked(each)))
    pairs.push(await inFolder((work) => pairSuite(name, suite, { work, say })));
  const report = page({
    pairs,
    growth: isAsked('growth') ? await growth(pairs) : [],
    worlds: isAsked('worlds') ? printedBy(typedScript('worlds', ...(options.full ? ['--full'] : []))) : null,
  });
  process.stdout.write(report);
  if (asked.length === 0) writeFileSync(join(__dirname, 'RESULTS.md'), report);
  if (pairs.some(({ ratios, suite }) => median(ratios) > suite.bar)) process.exitCode = 1;
}

async function againstCheckout(other: string): Promise<void> {
  for (const name of asked.length > 0 ? asked : ['world', 'csv', 'people']) {
    const suite = SUITES[name];
    if (!suite) throw new Error(`There is no suite ${name}; there are: ${Object.keys(SUITES).join(', ')}`);
    const pairs = Number(options.pairs);
    const compared = await inFolder((work) => compareCheckouts(name, suite, { other, pairs, work, say }));
    process.stdout.write(comparisonLine(compared));
    if (ratioOf(compared, 'processor').interval[1] >= AGAINST_BAR) process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const [first = '', ...rest] = asked;
  if (options.against !== undefined) await againstCheckout(resolve(options.against));
  else if (['linkage', 'large-people'].includes(first))
    process.stdout.write(printedBy(script(first, ...rest)));
  else await againstT0();
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
