'use strict';
// Everything that must be clean before a commit; each step is a public tool, run in turn, all of them even if one fails.
const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'breachscope-check-'));

/** The kernel compiles cells with TypeScript 5.0.4: the published types must parse there. */
function typesOfTheKernel() {
  const cell = join(root, 'notebooks', '.types-check.ts');
  writeFileSync(
    cell,
    "import * as breachscope from 'breachscope';\nexport const names: string[] = Object.keys(breachscope);\n",
  );
  try {
    const tsc = join(root, 'node_modules', '@tslab', 'typescript-for-tslab', 'bin', 'tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--lib',
      'es2022',
      '--module',
      'commonjs',
      '--moduleResolution',
      'node',
    ];
    return spawnSync(process.execPath, [tsc, ...options, '--types', 'node', cell], {
      cwd: root,
      stdio: 'inherit',
    }).status;
  } finally {
    rmSync(cell);
  }
}

const run = (command, ...args) => spawnSync(bin(command), args, { cwd: root, stdio: 'inherit' }).status;
// Two packages bring a `tsc`, and which of them npm links is its own choice: ours is called by its place.
const node = (file, ...args) =>
  spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' }).status;
const script = (name, ...args) => node(join(__dirname, name), ...args);
const steps = {
  types: () => node(require.resolve('typescript/bin/tsc'), '--noEmit', '-p', 'lib'),
  'types of the kernel': typesOfTheKernel,
  lint: () => run('eslint', '--max-warnings', '0', 'lib'),
  format: () => run('prettier', '--check', '--log-level', 'warn', '.'),
  'unused code': () => run('knip', '--no-progress'),
  duplicates: () =>
    run('jscpd', '--silent', '--threshold', '1', '--output', scratch, 'lib', 'scripts', 'bench'),
  'generated pages': () => script('docs.cjs', '--check'),
  notebooks: () => script('check-notebooks.cjs'),
};
const failed = [];
for (const [name, step] of Object.entries(steps)) {
  const started = Date.now();
  const ok = step() === 0;
  if (!ok) failed.push(name);
  process.stdout.write(
    `${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
  );
}
rmSync(scratch, { recursive: true, force: true });
if (failed.length) process.stdout.write(`check: ${failed.join(', ')} failed\n`);
process.exitCode = failed.length ? 1 : 0;
