// `npm run mutate [ROOM | FILE…]`: breaks the compiled code in one small place after the other and runs the tests that load it.
// A change that no test notices is printed with its place in the source; exit 1 if there is one. Defaults to evidence and
// claims. The simulations of calibration are not run: they take twenty seconds, and have mutations of their own.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { mutantsOf } from './mutate/mutants';
import type { Mutant } from './mutate/mutants';
import { plainNode } from './plain-node';

/** A mutant of a compiled file, and the tests that should notice it. */
export interface MutantRun extends Mutant {
  file: string;
  tests: string[];
}

const dist = join(__dirname, '..', 'lib', 'dist');
const LEFT_OUT = join(dist, 'calibration');
const DEFAULTS = ['evidence', 'claims'];
/** A mutant that takes so much longer than the tests has been noticed: its loop does not end. */
const SLOWER = 10;
const UNBROKEN_LIMIT_MS = 600_000;

const runner = plainNode(join(__dirname, 'mutate', 'run-mutant.ts'));
const isTest = (path: string): boolean => path.endsWith('.test.js');

/** Every compiled file below a folder of the library, calibration left out. */
const compiled = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.js') && !path.startsWith(LEFT_OUT))
    .sort();

/** Files of the library that a file loads, itself included. */
function loaded(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/require\("(\.[^"]+)"\)/g))
    loaded(`${join(dirname(path), name)}.js`.replace(/\.js\.js$/, '.js'), seen);
  return seen;
}

/** Whether the tests still pass. */
function passes(mutant: MutantRun, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...runner, JSON.stringify(mutant)], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

/** Line and column in the source, and the text around. */
function placeOf({ file, start, end, text }: MutantRun): string {
  const code = readFileSync(file, 'utf8');
  const before = code.slice(0, start).split('\n');
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
  const place = 'originalLine' in entry ? `${entry.originalLine + 1}:${entry.originalColumn + 1}` : '?';
  const name = relative(dist, file).replace(/\.js$/, '.ts');
  return `lib/${name}:${place}  ${code.slice(start, end)} → ${text}`;
}

/** The mutants of one file that no test notices. */
async function survivorsOf(mutants: readonly MutantRun[]): Promise<MutantRun[]> {
  const [first] = mutants;
  if (!first) return [];
  const started = performance.now();
  if (!(await passes({ ...first, end: first.start, text: '' }, UNBROKEN_LIMIT_MS)))
    throw new Error(`The tests of ${relative(dist, first.file)} fail as they are.`);
  const limit = 2_000 + SLOWER * (performance.now() - started);
  const survivors: MutantRun[] = [];
  const waiting = mutants.values();
  const work = async () => {
    for (const mutant of waiting) if (await passes(mutant, limit)) survivors.push(mutant);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return survivors.sort((a, b) => a.start - b.start);
}

async function main(args: readonly string[]): Promise<void> {
  const wanted = (args.length > 0 ? args : DEFAULTS).map((arg) =>
    join(dist, arg.replace(/^lib\/|\.ts$/g, '')),
  );
  const rooms = new Set(wanted.map((path) => relative(dist, path).split(sep)[0] ?? ''));
  const inRooms = [...rooms].flatMap((room) => compiled(join(dist, room)));
  const tests = inRooms.filter(isTest).map((path) => ({ path, loads: loaded(path) }));
  const files = inRooms.filter(
    (path) => !isTest(path) && wanted.some((name) => path === `${name}.js` || path.startsWith(name + sep)),
  );
  let [all, survived] = [0, 0];
  for (const file of files) {
    const own = tests.filter(({ loads }) => loads.has(file)).map(({ path }) => path);
    const mutants = mutantsOf(file).map((mutant): MutantRun => ({ ...mutant, file, tests: own }));
    if (mutants.length === 0) continue;
    const survivors = await survivorsOf(mutants);
    all += mutants.length;
    survived += survivors.length;
    const name = relative(dist, file).replace(/\.js$/, '');
    process.stdout.write(
      `${name}: ${mutants.length} mutants, ${survivors.length} survive (${own.length} test files)\n`,
    );
    for (const mutant of survivors) process.stdout.write(`  ${placeOf(mutant)}\n`);
  }
  process.stdout.write(`${all} mutants, ${survived} survive\n`);
  process.exitCode = survived > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
