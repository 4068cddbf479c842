import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, inspect, script } from './commands';
import type { CurveReport } from './people';
import { peak, taken } from './run-once';
import type { Command } from './run-once';
import { median } from './statistics';
import type { Suite } from './suites';

const OPENING_BAR_SECONDS = 1;
const CURVE_BAR = 0.2;
const AGAIN = 3;

/** Of T0 and of `inspect`. */
export interface Both<T> {
  t0: T;
  kit: T;
}

/** What one suite measured. Times are seconds by the clock, memory is in MB. */
export interface PairResult {
  name: string;
  suite: Suite;
  files: number;
  bytes: number;
  times: Both<number[]>;
  memory: Both<number | null>;
  /** Of `inspect` over T0, pair by pair. */
  ratios: number[];
  /** With the working copy in the cache; of the first suite alone. */
  again?: { opening: number; openingBar: number; curve: number; curveBar: number };
}

/** A command that starts with nothing left of the one before. */
interface Fresh {
  command: Command;
  /** What must be gone before and after. */
  leaves: string;
}

/** Lays `inspect` beside T0, in turn on the same bytes, in a folder of its own. */
export async function pairSuite(
  name: string,
  suite: Suite,
  { work, say }: { work: string; say: (line: string) => void },
): Promise<PairResult> {
  say(`${name}: writing the input`);
  const files = await suite.make(work, suite.size);
  const candidates: Both<Fresh> = { t0: t0(work, files), kit: kit(work, files) };
  const times: Both<number[]> = { t0: [], kit: [] };
  // One warm-up each, then in turn, so that what else the machine does meets both.
  for (let pair = 0; pair <= suite.pairs; pair++) {
    const [first, second] = [await wallOf(candidates.t0), await wallOf(candidates.kit)];
    const label = pair === 0 ? 'warm-up' : `pair ${pair}`;
    say(`${name}: ${label}: T0 ${first.toFixed(2)} s, inspect ${second.toFixed(2)} s`);
    if (pair === 0) continue;
    times.t0.push(first);
    times.kit.push(second);
  }
  return {
    name,
    suite,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    times,
    memory: { t0: await fresh(candidates.t0, peak), kit: await fresh(candidates.kit, peak) },
    ratios: times.kit.map((seconds, i) => seconds / (times.t0[i] ?? NaN)),
    ...(name === 'world' && { again: await secondOpening(work, files) }),
  };
}

/** Median seconds of `inspect` alone. */
export async function inspectAlone(work: string, files: readonly string[]): Promise<number> {
  const seconds: number[] = [];
  while (seconds.length < AGAIN) seconds.push(await wallOf(kit(work, files)));
  return median(seconds);
}

function t0(work: string, files: readonly string[]): Fresh {
  const database = join(work, 't0.db');
  return { command: script('t0', database, ...files), leaves: database };
}

function kit(work: string, files: readonly string[]): Fresh {
  const cache = join(work, 'cache');
  return { command: { ...inspect(ROOT, files), env: { BREACHSCOPE_CACHE: cache } }, leaves: cache };
}

const wallOf = async (candidate: Fresh): Promise<number> => (await fresh(candidate, taken)).wall;

async function fresh<T>({ command, leaves }: Fresh, measure: (command: Command) => Promise<T>): Promise<T> {
  rmSync(leaves, { recursive: true, force: true });
  try {
    return await measure(command);
  } finally {
    rmSync(leaves, { recursive: true, force: true });
  }
}

/** With the working copy in the cache: opening it, and the people curve alone. */
async function secondOpening(
  work: string,
  files: readonly string[],
): Promise<NonNullable<PairResult['again']>> {
  const env = { BREACHSCOPE_CACHE: join(work, 'cache') };
  mkdirSync(env.BREACHSCOPE_CACHE, { recursive: true });
  const open = { ...script('open', ...files), env };
  await taken(open);
  const openings: number[] = [];
  const curves: number[] = [];
  while (openings.length < AGAIN) openings.push((await taken(open)).wall);
  const { args, cwd } = script('people', ...files);
  while (curves.length < AGAIN) {
    const printed = execFileSync(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    curves.push((JSON.parse(printed) as CurveReport).wall);
  }
  return {
    opening: median(openings),
    openingBar: OPENING_BAR_SECONDS,
    curve: median(curves),
    curveBar: CURVE_BAR,
  };
}
