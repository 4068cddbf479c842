'use strict';
// `npm run bench`: `inspect` against T0, what a user would run instead, in turn on the same bytes. Bar: half of T0.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { cpus, tmpdir, totalmem } = require('node:os');
const { join } = require('node:path');
const { makeWorld } = require('../lib/dist/worlds/make-world.js');
const { makePeople } = require('./make-people.cjs');
const { peak, timed } = require('./run-once.cjs');

const PEOPLE = 240_000;
const PAIRS = 5;
const BAR = 0.5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const root = join(__dirname, '..');

async function main() {
  const openOnly = process.argv.includes('--open');
  const name = openOnly ? 'opening alone' : 'inspect';
  const work = mkdtempSync(join(tmpdir(), 'breachscope-bench-'));
  try {
    const results = [];
    for (const { title, files } of await inputs(work))
      results.push({ title, files, ...(await compare(work, files, openOnly)) });
    const report = page(name, results);
    process.stdout.write(report);
    if (!openOnly) writeFileSync(join(__dirname, 'RESULTS.md'), report);
    if (results.some(({ ratios }) => median(ratios) > BAR)) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A world of the case, six files, and one file whose nested and rare fields are hard on whoever samples. */
async function inputs(work) {
  const world = await makeWorld({
    case: 'wyze-2019',
    world: 'researcher',
    population: 10 * PEOPLE,
    parametersFile: join(root, 'data', 'wyze-2019', 'worlds', 'researcher.yaml'),
    people: PEOPLE,
    seed: 'bench',
    out: join(work, 'world'),
  });
  world.truth.files.forEach(({ broken }, i) =>
    withoutLines(world.files[i], new Set(broken.map(({ line }) => line))),
  );
  const nested = join(work, 'people.ndjson');
  makePeople(nested, PEOPLE);
  return [
    { title: 'A world of the first case, one file a kind, without its damaged lines', files: world.files },
    { title: 'Accounts with nested devices, body metrics on the last 140 lines', files: [nested] },
  ];
}

/** A world holds damaged lines on purpose; on the first of them T0 gives the whole file up. */
function withoutLines(file, broken) {
  const lines = readFileSync(file, 'latin1').split('\n');
  writeFileSync(file, lines.filter((_, i) => !broken.has(i + 1)).join('\n'), 'latin1');
}

async function compare(work, files, openOnly) {
  const candidates = commands(work, files, openOnly);
  const times = await interleaved(candidates);
  const memory = { t0: await fresh(candidates.t0, peak), kit: await fresh(candidates.kit, peak) };
  return { times, memory, ratios: times.t0.map((t0, i) => times.kit[i] / t0) };
}

/** Each command with what must be gone before it starts. */
function commands(work, files, openOnly) {
  const database = join(work, 't0.db');
  const cache = join(work, 'cache');
  const kit = openOnly
    ? [join(__dirname, 'open.cjs')]
    : [join(root, 'lib', 'bin', 'breachscope.cjs'), 'inspect', '--json'];
  return {
    t0: { args: [join(__dirname, 't0.cjs'), database, ...files], env: {}, clear: database },
    kit: { args: [...kit, ...files], env: { BREACHSCOPE_CACHE: cache }, clear: cache },
  };
}

function fresh({ args, env, clear }, measure) {
  rmSync(clear, { recursive: true, force: true });
  return measure(args, env).finally(() => rmSync(clear, { recursive: true, force: true }));
}

/** One warm-up each, then in turn, so that what else the machine does meets both. */
async function interleaved({ t0, kit }) {
  const times = { t0: [], kit: [] };
  for (let pair = -1; pair < PAIRS; pair++) {
    const [first, second] = [await fresh(t0, timed), await fresh(kit, timed)];
    if (pair < 0) continue;
    times.t0.push(first);
    times.kit.push(second);
  }
  return times;
}

function page(name, results) {
  const { version: duckdb } = require('@duckdb/node-api/package.json');
  return `# ${name} against DuckDB's own load

${PEOPLE.toLocaleString('en-GB')} synthetic people. Each run in a fresh process, with an empty cache or database, in turn, page cache warm;
${PAIRS} pairs after a warm-up. Memory is the peak over all processes of a run together, in one more run.

T0 is \`create table … as select * from read_json(FILE, sample_size = -1)\` on two threads, one table a file. It makes
tables; \`inspect\` also hashes the files, checks every byte, counts every path exactly, names fields and counts people.
${results.map((result) => section(name, result)).join('')}
${new Date().toISOString().slice(0, 10)}, ${commit()}, Node ${process.version}, @duckdb/node-api ${duckdb}, ${cpus().length} × ${cpus()[0].model.trim()},
${(totalmem() / 1e9).toFixed(0)} GB, ${process.platform}. Made by \`npm run bench\`.
`;
}

function section(name, { title, files, times, memory, ratios }) {
  const list = (values) => values.map((value) => value.toFixed(2)).join(', ');
  const megabytes = (value) => (value === null ? 'not measured' : `${value.toFixed(0)} MB`);
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  return `
## ${title}

${files.length} NDJSON ${files.length === 1 ? 'file' : 'files'}, ${size.toFixed(0)} MB.

| | T0 | ${name} | ratio |
|---|---|---|---|
| wall time, median | ${median(times.t0).toFixed(2)} s | ${median(times.kit).toFixed(2)} s | ${median(ratios).toFixed(2)} (bar: ${BAR}) |
| peak memory | ${megabytes(memory.t0)} | ${megabytes(memory.kit)} | ${memory.t0 ? (memory.kit / memory.t0).toFixed(2) : ''} |

T0, s: ${list(times.t0)}; ${name}, s: ${list(times.kit)}; pair by pair: ${list(ratios)}
`;
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'no commit';
  }
}

main();
