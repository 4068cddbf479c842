'use strict';
// `npm run bench [SUITE…] [--large]`: `inspect` against T0, what a user would run instead, in turn on the same bytes.
// Without names: all suites. Only a whole run writes RESULTS.md.
const { execFileSync, spawnSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const inputs = require('./inputs.cjs');
const { page } = require('./page.cjs');
const { peak, timed } = require('./run-once.cjs');
const { GROWTH, PAIRS } = require('./suites.cjs');

const root = join(__dirname, '..');
const OPENING_BAR_SECONDS = 1;
const CURVE_BAR = 0.2;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (line) => process.stderr.write(`${line}\n`);

async function main() {
  const asked = process.argv.slice(2).filter((name) => !name.startsWith('--'));
  const known = [...Object.keys(PAIRS), 'growth', 'worlds'];
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`There is no suite ${unknown}; there are: ${known.join(', ')}`);
  const wanted = asked.length > 0 ? asked : known;
  const results = { pairs: [], growth: [], worlds: null };
  for (const name of Object.keys(PAIRS).filter((each) => wanted.includes(each)))
    results.pairs.push(await inFolder((work) => pairSuite(work, name, PAIRS[name])));
  if (wanted.includes('growth')) results.growth = await growth(results.pairs);
  if (wanted.includes('worlds')) results.worlds = worlds();
  const report = page(results);
  process.stdout.write(report);
  if (asked.length === 0) writeFileSync(join(__dirname, 'RESULTS.md'), report);
  const missed = results.pairs.filter(({ ratio, bar }) => ratio > bar);
  if (missed.length > 0) process.exitCode = 1;
}

/** Big files go with their suite, not at the end of all. */
async function inFolder(work) {
  const dir = mkdtempSync(join(tmpdir(), 'breachscope-bench-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function pairSuite(work, name, { title, make, size, bar, pairs }) {
  say(`${name}: writing the input`);
  const files = await make(work, size);
  const candidates = commands(work, files);
  const times = await interleaved(candidates, pairs, name);
  const memory = { t0: await fresh(candidates.t0, peak), kit: await fresh(candidates.kit, peak) };
  const ratios = times.t0.map((t0, i) => times.kit[i] / t0);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const result = {
    name,
    title,
    size,
    bar,
    bytes,
    files: files.length,
    times,
    memory,
    ratios,
    ratio: median(ratios),
  };
  return name === 'world' ? { ...result, ...(await secondOpening(work, files, median(times.t0))) } : result;
}

/** Each command with what must be gone before it starts. */
function commands(work, files) {
  const database = join(work, 't0.db');
  const cache = join(work, 'cache');
  const kit = [join(root, 'lib', 'bin', 'breachscope.cjs'), 'inspect', '--json', ...files];
  return {
    t0: { args: [join(__dirname, 't0.cjs'), database, ...files], env: {}, clear: database },
    kit: { args: kit, env: { BREACHSCOPE_CACHE: cache }, clear: cache },
  };
}

async function fresh({ args, env, clear }, measure) {
  rmSync(clear, { recursive: true, force: true });
  try {
    return await measure(args, env);
  } finally {
    rmSync(clear, { recursive: true, force: true });
  }
}

/** One warm-up each, then in turn, so that what else the machine does meets both. */
async function interleaved({ t0, kit }, pairs, name) {
  const times = { t0: [], kit: [] };
  for (let pair = -1; pair < pairs; pair++) {
    const [first, second] = [await fresh(t0, timed), await fresh(kit, timed)];
    say(
      `${name}: ${pair < 0 ? 'warm-up' : `pair ${pair + 1}`}: T0 ${first.toFixed(2)} s, inspect ${second.toFixed(2)} s`,
    );
    if (pair < 0) continue;
    times.t0.push(first);
    times.kit.push(second);
  }
  return times;
}

/** With the working copy in the cache: opening it, and the people curve alone. */
async function secondOpening(work, files, t0) {
  const env = { BREACHSCOPE_CACHE: join(work, 'cache') };
  mkdirSync(env.BREACHSCOPE_CACHE, { recursive: true });
  await timed([join(__dirname, 'open.cjs'), ...files], env);
  const opening = [];
  for (let i = 0; i < 3; i++) opening.push(await timed([join(__dirname, 'open.cjs'), ...files], env));
  const curves = Array.from({ length: 3 }, () => curve(files, env));
  return {
    opening: { seconds: median(opening), bar: OPENING_BAR_SECONDS },
    curve: { seconds: median(curves), ratio: median(curves) / t0, bar: CURVE_BAR },
  };
}

function curve(files, env) {
  const stdio = ['ignore', 'pipe', 'ignore'];
  const args = [join(__dirname, 'people.cjs'), ...files];
  return JSON.parse(execFileSync(process.execPath, args, { env: { ...process.env, ...env }, stdio })).wall;
}

/** `inspect` alone, larger and larger; what the first suite has measured is not measured again. */
async function growth(pairs) {
  const world = pairs.find(({ name }) => name === 'world');
  const sizes = process.argv.includes('--large') ? GROWTH : GROWTH.slice(0, -1);
  const rows = [];
  for (const size of sizes) {
    const seconds =
      size === world?.size ? median(world.times.kit) : await inFolder((work) => once(work, size));
    say(`growth: ${size} people: ${seconds.toFixed(2)} s`);
    rows.push({ size, seconds });
  }
  return rows;
}

async function once(work, size) {
  const { kit } = commands(work, await inputs.world(work, size));
  return median([await fresh(kit, timed), await fresh(kit, timed), await fresh(kit, timed)]);
}

/** What the bench of the worlds prints. */
function worlds() {
  say('worlds: beside a loop over @faker-js/faker');
  // It ends with 1 where it misses its bar: that is a result, and the other suites' are kept.
  const { stdout, status } = spawnSync(process.execPath, [join(__dirname, 'worlds.cjs')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0 && status !== 1) throw new Error('The suite of worlds did not run to its end');
  if (status === 1) process.exitCode = 1;
  return stdout;
}

main().catch((error) => {
  say(error.message);
  process.exitCode = 2;
});
