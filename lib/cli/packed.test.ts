import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import type { Results } from '../contract/results';
import { ROOT } from '../testing/repository';
import { tempFolder } from '../testing/temp-folder';

const LIB = join(ROOT, 'lib');
const empty = tempFolder('packed');
const installed = join(empty, 'node_modules', 'breachscope');
let files: string[] = [];

/** Folder of an installed package, also of one whose `exports` hide its package.json. */
function folderOf(name: string): string {
  const places = [LIB, ROOT].map((place) => join(place, 'node_modules', name));
  return places.find(existsSync) ?? name;
}

before(() => {
  const pack = spawnSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', empty], {
    cwd: LIB,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(pack.stdout) as { filename: string; files: { path: string }[] }[];
  assert.ok(packed, pack.stderr);
  files = packed.files.map(({ path }) => path);
  mkdirSync(join(empty, 'node_modules'));
  execFileSync('tar', ['-xzf', packed.filename], { cwd: empty });
  cpSync(join(empty, 'package'), installed, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  // What the registry would bring is linked from the checkout.
  for (const name of Object.keys(dependencies)) {
    const link = join(empty, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(folderOf(name), link, 'junction');
  }
});

/** Runs the installed command in the empty folder. */
function breachscope(...args: string[]) {
  return spawnSync(process.execPath, [join(installed, 'bin', 'breachscope.cjs'), ...args], {
    cwd: empty,
    env: {
      ...process.env,
      BREACHSCOPE_CACHE: join(empty, 'cache'),
      BREACHSCOPE_RUN: undefined,
    },
    encoding: 'utf8',
  });
}

test('the package holds what it needs, and no tests, maps or tools', () => {
  for (const path of ['README.md', 'LICENSE', 'dist/index.d.ts', 'dist/records/pass/wasm/pass.wasm'])
    assert.ok(files.includes(path), path);
  assert.ok(files.some((path) => path.startsWith('dist/data/wyze-2019/worlds/')));
  const foreign = /\.test\.|\.map$|(^|\/)(testing|calibration|corpus|golden)\/|^notebooks|\.ts$(?<!\.d\.ts)/;
  assert.deepEqual(
    files.filter((path) => foreign.test(path)),
    [],
  );
  assert.equal(readFileSync(join(LIB, 'LICENSE'), 'utf8'), readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
});

test('its case runs alone in an empty folder, without notebooks, and says so', () => {
  const { status, stderr } = breachscope(
    'run',
    'wyze-2019',
    '--world',
    'vendor',
    '--population',
    '400000',
    '--people',
    '200',
  );
  assert.equal(status, 0, stderr);
  assert.match(stderr, /no notebooks were run/);
  assert.ok(existsSync(join(empty, 'out', 'wyze-2019', 'brief.html')));
  const results = readFileSync(join(empty, 'out', 'wyze-2019', 'results.json'), 'utf8');
  assert.equal((JSON.parse(results) as Results).inputs[0]?.synthetic?.world, 'vendor');
});

test('a case of the user’s own goes before the package’s', () => {
  const own = join(empty, 'data', 'wyze-2019');
  cpSync(join(installed, 'dist', 'data', 'wyze-2019'), own, { recursive: true });
  const file = join(own, 'case.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: My own title'));
  const { stdout, stderr } = breachscope('plan', 'wyze-2019', '--json');
  assert.equal((JSON.parse(stdout) as { title: string }).title, 'My own title', stderr);
});

test('a program imports it, and its types need none of Node’s', () => {
  const source = `import { AnalysisError, readTable } from 'breachscope';
import { clopperPearsonInterval } from 'breachscope/evidence';
import { CATEGORIES } from 'breachscope/study';
export const names: readonly string[] = CATEGORIES;
const { low }: { low: number } = clopperPearsonInterval(24, 100);
console.log(names.length > 50, low > 0.1, new AnalysisError('INTERRUPTED').exit);
try { readTable('table.csv'); } catch (error) { console.log((error as AnalysisError).code); }
`;
  writeFileSync(join(empty, 'table.csv'), 'a\n1\n');
  writeFileSync(join(empty, 'program.ts'), source);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom'],
    module: 'nodenext',
    strict: true,
    types: [],
  };
  writeFileSync(join(empty, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
  const tsc = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', empty], {
    encoding: 'utf8',
  });
  assert.equal(tsc.stdout, '');
  const { stdout } = spawnSync(process.execPath, [join(empty, 'program.js')], {
    cwd: empty,
    encoding: 'utf8',
  });
  assert.equal(stdout, 'true true 130\nDANFO_MISSING\n', 'frames say that their package is missing');
});
