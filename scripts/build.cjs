'use strict';
// Builds lib/dist: TypeScript, and the files that are read at run time, the compiled byte pass among them.
const { execFileSync } = require('node:child_process');
const { cpSync, mkdirSync, readdirSync, rmSync, statSync } = require('node:fs');
const { dirname, extname, join, relative } = require('node:path');

const root = join(__dirname, '..');
const lib = join(root, 'lib');
const dist = join(lib, 'dist');
const run = (script, ...args) =>
  execFileSync(process.execPath, [require.resolve(script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });

/** Files beside the code that are neither code nor notes. */
function* assets(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (['dist', 'node_modules', 'assembly', 'bin'].includes(name)) continue;
    if (statSync(path).isDirectory()) yield* assets(path);
    else if (!['.ts', '.md'].includes(extname(path)) && folder !== lib) yield path;
  }
}

if (!process.argv.includes('--keep')) rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
run('typescript/bin/tsc', '-p', 'lib');
for (const path of assets(lib)) {
  const to = join(dist, relative(lib, path));
  mkdirSync(dirname(to), { recursive: true });
  cpSync(path, to);
}
rmSync(join(dist, 'data'), { recursive: true, force: true });
cpSync(join(root, 'data'), join(dist, 'data'), { recursive: true });
