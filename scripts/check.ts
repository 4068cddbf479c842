// Everything that must be clean before a commit; each step is a tool of its own, run in turn, all of them even if one fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'breachscope-check-'));

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
const tool = (name: string, ...args: string[]): boolean =>
  run(join(root, 'node_modules', '.bin', name), ...args);
// Two packages bring a `tsc`, and which of them npm links is its own choice: ours is called by its place.
const tsc = (...args: string[]): boolean =>
  run(process.execPath, require.resolve('typescript/bin/tsc'), '--noEmit', ...args);
const script = (name: string, ...args: string[]): boolean => tool('ts-node', join(__dirname, name), ...args);

/** The kernel compiles cells with TypeScript 5.0.4: the published types must parse there. */
function typesOfTheKernel(): boolean {
  const cell = join(root, 'notebooks', '.types-check.ts');
  writeFileSync(
    cell,
    ['breachscope', 'breachscope/evidence', 'breachscope/study']
      .map((name, i) => `import * as m${i} from '${name}';\nexport const names${i} = Object.keys(m${i});\n`)
      .join(''),
  );
  const kernelTsc = join(root, 'node_modules', '@tslab', 'typescript-for-tslab', 'bin', 'tsc');
  const options =
    '--noEmit --strict --target es2022 --lib es2022 --module commonjs --moduleResolution node --types node';
  try {
    const { stdout } = spawnSync(process.execPath, [kernelTsc, ...options.split(' '), cell], {
      cwd: root,
      encoding: 'utf8',
    });
    // The types of danfojs-node have faults of their own, which no cell is told of.
    const faults = stdout
      .split('\n')
      .filter((line) => /^(?!node_modules\/danfojs-node\/)\S+\(\d+,/.test(line));
    process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
    return faults.length === 0;
  } finally {
    rmSync(cell);
  }
}

const steps = {
  types: () => tsc('-p', 'lib'),
  'types of scripts': () => tsc('-p', '.'),
  'types of the kernel': typesOfTheKernel,
  lint: () => tool('eslint', '--max-warnings', '0', 'lib', 'scripts', 'bench', 'examples'),
  house: () => script('house.ts'),
  format: () => tool('prettier', '--check', '--log-level', 'warn', '.'),
  'unused code': () => tool('knip', '--no-progress'),
  duplicates: () =>
    tool('jscpd', '--silent', '--threshold', '1', '--output', scratch, 'lib', 'scripts', 'bench'),
  'generated pages': () => script('docs.ts', '--check'),
  'links of the pages': () => script('links.ts'),
  'table of categories': () => script('categories.ts', '--check'),
  'byte pass made from its sources': () => script('build-wasm.ts', '--check'),
  notebooks: () => script('check-notebooks.ts'),
};

const failed: string[] = [];
for (const [name, step] of Object.entries(steps)) {
  const started = Date.now();
  const ok = step();
  if (!ok) failed.push(name);
  process.stdout.write(
    `${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
  );
}
rmSync(scratch, { recursive: true, force: true });
if (failed.length > 0) process.stdout.write(`check: ${failed.join(', ')} failed\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
