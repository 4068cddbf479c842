import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { STORE_VERSION } from '../records/store/cache-folder';
import { NIGHTLY } from '../testing/nightly';
import { BIN } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const KILLS = 20;
const SEED = 20191226;
const PEOPLE = 60_000;
const CANARY = 'zkwv7';
const root = tempFolder('killed');

/** All that a run of these inputs may touch: its cache, its temporary folder, its working folder, its result. */
interface Place {
  files: string[];
  cache: string;
  /** Everything outside the cache that the run could write. */
  outside: string;
}

function place(name: string, files: string[]): Place {
  const [cache, outside] = [join(root, name, 'cache'), join(root, name, 'outside')];
  for (const folder of ['tmp', 'home', 'cwd'])
    mkdirSync(join(outside, folder), { recursive: true, mode: 0o700 });
  return { files, cache, outside };
}

function start({ files, cache, outside }: Place) {
  const env = {
    PATH: process.env['PATH'],
    BREACHSCOPE_CACHE: cache,
    TMPDIR: join(outside, 'tmp'),
    HOME: join(outside, 'home'),
  };
  const args = [BIN, 'run', '--data', ...files, '--drawn', 'unknown', '--out', join(outside, 'out')];
  const child = spawn(process.execPath, args, { env, cwd: join(outside, 'cwd'), stdio: 'ignore' });
  return { child, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
}

/** The results of a run to its end, without the time at which it ran. */
async function resultsOf(where: Place): Promise<unknown> {
  assert.equal(await start(where).ended, 0);
  const results = JSON.parse(readFileSync(join(where.outside, 'out/scope/results.json'), 'utf8')) as {
    provenance: { ranAt?: string };
  };
  delete results.provenance.ranAt;
  return results;
}

/** Every file and folder below, deepest last; what goes meanwhile is not there. */
function below(folder: string): { path: string; isFolder: boolean; mode: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    try {
      return [{ path, isFolder: entry.isDirectory(), mode: statSync(path).mode & 0o777 }];
    } catch {
      return [];
    }
  });
}

/** Processes that have one of these folders open, in their environment or on their command line. */
function processesOf({ cache, outside }: Place): number {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      const about = ['environ', 'cmdline']
        .map((name) => readFileSync(`/proc/${pid}/${name}`, 'latin1'))
        .join('\0');
      return [cache, outside].some((folder) => about.includes(folder));
    } catch {
      return false;
    }
  }).length;
}

const person = (i: number, tag: string): string =>
  `${JSON.stringify({ id: `${tag}${i}`, email: `${CANARY}${tag}${i}@example.org`, city: `${CANARY}city${i % 90}`, body: i % 50 ? null : { weight: 60 + (i % 40) } })}\n`;
const people = (tag: string): string => Array.from({ length: PEOPLE }, (_, i) => person(i, tag)).join('');

async function made(): Promise<Place[]> {
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };
  const plain = file('a.ndjson', people('a'));
  const packed = file('b.ndjson.gz', gzipSync(people('b')));
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const table = join(root, 'c.parquet');
  const email = `'${CANARY}c' || i || '@example.org' as email`;
  await connection.run(
    `copy (select i as id, ${email} from range(${PEOPLE}) t(i)) to '${table}' (format parquet)`,
  );
  connection.closeSync();
  return [
    place('plain', [plain]),
    place('two', [plain, packed]),
    place('gz', [packed]),
    place('parquet', [table]),
  ];
}

/** A small generator of numbers in [0, 1), the same in every run (Steele and others, 2014: SplitMix). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}

test(
  `a run killed at ${KILLS} moments leaves nothing that the next start does not sweep, and the next run gives the same`,
  { skip: !NIGHTLY || process.platform !== 'linux' },
  async () => {
    const places = await made();
    const whole: { results: unknown; milliseconds: number }[] = [];
    for (const where of places) {
      const began = performance.now();
      whole.push({ results: await resultsOf(where), milliseconds: performance.now() - began });
    }
    const next = random(SEED);
    // A result under way lies in a private folder that is looked at itself.
    const inResult = /[\\/](\.scope\.new\.[^\\/]+[\\/]|scope([\\/]|$))/;
    for (let i = 0; i < KILLS; i++) {
      const where = places[i % places.length] as Place;
      const { results, milliseconds } = whole[i % places.length] as (typeof whole)[number];
      // The key stays, as it decides the commitment; every copy and result goes.
      for (const { path } of below(where.cache))
        if (path !== join(where.cache, 'key')) rmSync(path, { recursive: true, force: true });
      const out = join(where.outside, 'out');
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out);
      const { child, ended } = start(where);
      await sleep(((i + next()) / KILLS) * milliseconds);
      const alive = [...below(where.cache), ...below(join(where.outside, 'tmp')), ...below(out)];
      child.kill('SIGKILL');
      await ended;
      const at = `kill ${i + 1}`;
      for (let wait = 0; wait < 100 && processesOf(where) > 0; wait++) await sleep(50);
      assert.equal(processesOf(where), 0, `${at}: every process ends with the run`);
      const open = [...alive, ...below(where.cache)].filter(
        ({ path, mode }) => (mode & 0o077) !== 0 && !inResult.test(path),
      );
      assert.deepEqual(
        open.map(({ path }) => relative(where.cache, path)),
        [],
        `${at}: for nobody else to read`,
      );
      const leaked = below(where.outside).filter(
        ({ path, isFolder }) =>
          path.includes(CANARY) || (!isFolder && readFileSync(path, 'latin1').includes(CANARY)),
      );
      assert.equal(leaked.length, 0, `${at}: no value outside the cache`);
      assert.deepEqual(await resultsOf(where), results, at);
      const stores = join(where.cache, `store-${STORE_VERSION}`);
      assert.equal(readdirSync(stores).length, 1, `${at}: one copy`);
      assert.ok(readdirSync(join(stores, readdirSync(stores)[0] as string)).includes('manifest.json'), at);
      assert.deepEqual(readdirSync(join(where.cache, 'tmp')), [], `${at}: no temporary folder`);
      assert.deepEqual(
        readdirSync(where.cache).sort(),
        ['CACHEDIR.TAG', 'key', 'private-1', `store-${STORE_VERSION}`, 'tmp'].slice(1),
        at,
      );
      assert.deepEqual(readdirSync(join(where.outside, 'tmp')), [], `${at}: no temporary file elsewhere`);
      assert.deepEqual(
        readdirSync(out).filter((name) => name !== '.scope.earlier'),
        ['scope'],
        `${at}: no half-written result`,
      );
      for (const folder of ['cwd', 'home'])
        assert.deepEqual(readdirSync(join(where.outside, folder)), [], at);
    }
  },
);
